package vedette.format.cot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.format.text.Markup;

class CotXmlTest {
    private static final String HEAD = "<event version='2.0' uid='u1' type='a-u-A' how='m-f'"
            + " time='2026-11-22T03:00:00Z' start='2026-11-22T03:00:00.5Z' stale='2026-11-22T04:00:00+01:00'>";
    private static final String POINT = "<point lat='48.2' lon='11.6' hae='120' ce='40' le='9999999.0'/>";

    /// A suspect drone with everything.
    static CotEvent drone() {
        Markup.Element remarks = new Markup.Element("remarks", List.of(), List.of(new Markup.Characters("a < b & c")));
        return new CotEvent(
                "2.0",
                "a-s-A-M-F-Q",
                "VEDETTE.1",
                "m-f",
                new CotEvent.Times(1_795_316_400_000L, 1_795_316_400_000L, 1_795_316_430_000L),
                new CotEvent.Marks("", "1-r-c", "o"),
                new CotEvent.Point(48.2, -11.6, 120.5, 40, CotEvent.UNKNOWN_M),
                Detail.of(List.of(
                        Markup.Element.of("contact", "callsign", "D1"),
                        Markup.Element.of("track", "course", "270", "speed", "51.25"),
                        remarks)));
    }

    private static Cot.Reading read(String xml) {
        return CotXml.read(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static CotEvent event(Cot.Reading reading) {
        return assertInstanceOf(Cot.Message.class, reading).event().orElseThrow();
    }

    @Test
    void anEventIsReadAsItWasWritten() {
        assertEquals(drone(), event(read(CotXml.write(drone()))));
    }

    @Test
    void theNumberedFormSaysTheSameAsTheXml() {
        byte[] payload = TakProto.payload(drone());
        assertEquals(drone(), event(TakProto.payload(payload, 0, payload.length)));
        byte[] mesh = TakProto.mesh(payload);
        assertEquals(drone(), event(TakProto.mesh(mesh, 0, mesh.length)));
    }

    @Test
    void timesMayHaveFractionsAndZones() {
        CotEvent event = event(read(HEAD + POINT + "</event>"));
        assertEquals(500, event.times().startMs() - event.times().madeMs());
        assertEquals(event.times().madeMs(), event.times().staleMs());
        assertTrue(event.point().heightM().isPresent());
    }

    @Test
    void whatIsMissingIsNamed() {
        assertRefused("point", read(HEAD + "</event>"));
        assertRefused("event.how", read(HEAD.replace("how='m-f'", "") + POINT + "</event>"));
        assertRefused("event.time", read(HEAD.replace("2026-11-22T03:00:00Z", "soon") + POINT + "</event>"));
        assertRefused(
                "event.time", read(HEAD.replace("2026-11-22T03:00:00Z", "1013-11-22T03:00:00Z") + POINT + "</event>"));
        assertRefused(
                "event.time",
                read(HEAD.replace("2026-11-22T03:00:00Z", "+12026-11-22T03:00:00Z") + POINT + "</event>"));
        assertRefused("point.ce", read(HEAD + POINT.replace("'40'", "'0x1p3'") + "</event>"));
        assertRefused("point", read(HEAD + POINT.replace("48.2", "98.2") + "</event>"));
        assertRefused("event.version", read(HEAD.replace("2.0", "1.0") + POINT + "</event>"));
    }

    private static void assertRefused(String item, Cot.Reading reading) {
        assertEquals(item, assertInstanceOf(Cot.Refused.class, reading).item());
    }

    @Test
    void entitiesAndGiantsAreRefused() {
        String bomb = "<!DOCTYPE e [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>" + HEAD + POINT + "&b;</event>";
        assertInstanceOf(Cot.Refused.class, read(bomb));
        assertInstanceOf(Cot.Refused.class, read(HEAD + POINT + "<detail>" + "<x>".repeat(100) + "</event>"));
        assertInstanceOf(Cot.Refused.class, read(" ".repeat(Cot.LONGEST) + HEAD + POINT + "</event>"));
    }

    @Test
    void aTruncatedMessageIsRefusedAtEveryLength() {
        byte[] payload = TakProto.payload(drone());
        for (int length = 0; length < payload.length; length++) {
            assertInstanceOf(Cot.Refused.class, TakProto.payload(payload, 0, length), "length " + length);
        }
    }

    @Test
    void aStreamIsCutIntoItsMessages() {
        byte[] one = TakProto.stream(TakProto.payload(drone()));
        byte[] three = new byte[3 * one.length];
        for (int i = 0; i < 3; i++) {
            System.arraycopy(one, 0, three, i * one.length, one.length);
        }
        assertEquals(3, CotFrames.readAll(three).size());
        assertInstanceOf(CotFrames.Unfinished.class, CotFrames.at(one, 0, one.length - 1));
        String two = CotXml.write(drone()) + CotXml.write(drone());
        assertEquals(2, CotFrames.readAll(two.getBytes(StandardCharsets.UTF_8)).size());
        byte[] endless = HexFormat.of().parseHex("bfffffffff7f");
        assertInstanceOf(CotFrames.Lost.class, CotFrames.at(endless, 0, endless.length));
        assertInstanceOf(CotFrames.Lost.class, CotFrames.at(Arrays.copyOf(new byte[] {'x'}, 3), 0, 3));
    }

    @Test
    void whatTheNumberedFormCannotHoldStaysAsText() {
        Markup.Element odd = Markup.Element.of("status", "readiness", "true");
        Detail detail = Detail.of(List.of(odd, Markup.Element.of("contact", "callsign", "")));
        assertEquals(0, detail.known().size());
        Detail twice = Detail.of(
                List.of(Markup.Element.of("contact", "callsign", "A"), Markup.Element.of("contact", "callsign", "B")));
        assertEquals(2, twice.free().size());
    }
}
