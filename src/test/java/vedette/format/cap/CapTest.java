package vedette.format.cap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vedette.Shared;
import vedette.format.text.JsonText;
import vedette.format.text.Utc;
import vedette.format.text.Xml;
import vedette.model.Domain;
import vedette.model.LatLon;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.Releasability;
import vedette.model.SensorId;
import vedette.model.TrackId;
import vedette.model.Warning;
import vedette.model.WarningId;
import vedette.model.ZoneId;

class CapTest {
    private static final LeapSeconds LEAPS = LeapSeconds.standard();
    private static final Moment NOON = Utc.moment("2026-11-22T12:00:00Z", LEAPS).orElseThrow();
    private static final CapWriter WRITER = new CapWriter(new CapProfile("watch@example.org", "Riga watch", LEAPS));
    private static final CapReference EARLIER =
            new CapReference("watch@example.org", "A-1.1.20261122T115900Z", "2026-11-22T11:59:00-00:00");

    private static Warning warning(Domain domain, Warning.Stage stage, int revision, String why) {
        return new Warning(
                new WarningId("INTRUSION-PORT-7-1"),
                revision,
                NOON,
                domain,
                stage,
                Warning.Kind.INTRUSION,
                new Warning.Gravity(
                        Warning.Severity.SEVERE,
                        Warning.Urgency.IMMEDIATE,
                        Warning.Certainty.LIKELY,
                        Warning.Confidence.PROBABLE),
                List.of(new TrackId(7)),
                List.of(new ZoneId("PORT")),
                List.of(LatLon.ofDegrees(57, 24), LatLon.ofDegrees(57, 25), LatLon.ofDegrees(56, 24.5)),
                new Warning.Validity(NOON.plusS(40), NOON.plusS(48.5), NOON.plusS(348.5)),
                List.of(new SensorId("radar 1")),
                new Warning.Words("Drone approaching Riga port", why, "Watch."),
                Releasability.OPEN);
    }

    private static String written(Warning warning, List<CapReference> earlier) {
        return assertInstanceOf(CapWriter.Message.class, WRITER.write(warning, earlier))
                .xml();
    }

    private static CapReader.Reading read(String xml) {
        return CapReader.read(xml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aLaunchAloneIsNotForThePublic() {
        Warning w = warning(Domain.EXERCISE, Warning.Stage.PREALERT, 1, "It burns.");
        Warning launch = new Warning(
                w.id(),
                w.revision(),
                w.at(),
                w.domain(),
                w.stage(),
                Warning.Kind.LAUNCH,
                w.gravity(),
                w.tracks(),
                w.zones(),
                w.polygon(),
                w.validity(),
                w.sources(),
                w.words(),
                w.releasability());

        String xml = written(launch, List.of());

        assertTrue(xml.contains("<scope>Restricted</scope>"), xml);
        assertTrue(xml.contains("<restriction>For watch officers"), xml);
        assertInstanceOf(CapReader.Message.class, read(xml));
    }

    @Test
    void anExerciseWarningIsWrittenAsOne() {
        String xml = written(warning(Domain.EXERCISE, Warning.Stage.ISSUED, 1, "It flies < 1 km & on."), List.of());

        assertTrue(xml.startsWith("""
                <?xml version="1.0" encoding="UTF-8"?>
                <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
                  <identifier>INTRUSION-PORT-7-1.1.20261122T120000Z</identifier>
                  <sender>watch@example.org</sender>
                  <sent>2026-11-22T12:00:00-00:00</sent>
                  <status>Exercise</status>
                  <msgType>Alert</msgType>
                  <scope>Public</scope>
                  <note>This is an exercise. Nothing here is real.</note>
                  <info>
                    <language>en</language>
                    <category>Security</category>
                    <event>Airspace intrusion</event>
                    <responseType>Avoid</responseType>
                    <urgency>Immediate</urgency>
                    <severity>Severe</severity>
                    <certainty>Likely</certainty>
                    <effective>2026-11-22T12:00:00-00:00</effective>
                    <onset>2026-11-22T12:00:40-00:00</onset>
                    <expires>2026-11-22T12:05:48-00:00</expires>
                    <senderName>Riga watch</senderName>
                    <headline>EXERCISE EXERCISE EXERCISE: Drone approaching Riga port</headline>
                """), xml);
        assertTrue(xml.contains("It flies &lt; 1 km &amp; on. Place: PORT. Time: from 2026-11-22 12:00:40"), xml);
        assertTrue(xml.contains("<headline>ÜBUNG ÜBUNG ÜBUNG (EXERCISE): Warnung: Eindringen"), xml);
        assertTrue(xml.contains(
                "<polygon>57.000000,24.000000 57.000000,25.000000 56.000000,24.500000 57.000000,24.000000</polygon>"));
    }

    private static Warning of(Warning.Kind kind, Domain domain, Warning.Stage stage) {
        Warning w = warning(domain, stage, 2, "It is so.");
        return new Warning(
                w.id(),
                2,
                w.at(),
                domain,
                stage,
                kind,
                w.gravity(),
                w.tracks(),
                w.zones(),
                w.polygon(),
                w.validity(),
                w.sources(),
                w.words(),
                w.releasability());
    }

    @ParameterizedTest
    @EnumSource(Warning.Kind.class)
    void everyKindAndStageSpeaksEveryLanguageWithPlaceTimeReasonAndAdvice(Warning.Kind kind) {
        for (Warning.Stage stage : Warning.Stage.values()) {
            for (Domain domain : List.of(Domain.LIVE, Domain.EXERCISE, Domain.TEST)) {
                CapReader.Message read = assertInstanceOf(
                        CapReader.Message.class, read(written(of(kind, domain, stage), List.of(EARLIER))));

                assertEquals(List.of(), read.remarks());
                assertEquals(
                        CapWords.LANGUAGES,
                        read.alert().all("info").stream()
                                .map(info -> info.text("language"))
                                .toList());
                for (Xml info : read.alert().all("info")) {
                    assertTrue(info.text("description").contains("PORT"), info.toString());
                    assertTrue(info.text("description").contains("2026-11-22 12:00"), info.toString());
                    assertTrue(info.text("instruction").length() > 5, info.toString());
                    assertTrue(info.text("event").length() > 5, info.toString());
                    assertEquals(
                            domain == Domain.EXERCISE, info.text("headline").contains("EXERCISE"));
                    assertEquals(domain == Domain.TEST, info.text("headline").contains("TEST"));
                }
            }
        }
    }

    @Test
    void noLanguageLacksAText() {
        for (String language : CapWords.LANGUAGES) {
            assertEquals(CapWords.in("en").keys(), CapWords.in(language).keys(), language);
        }
    }

    @Test
    void whatWasReleasedIsActualAndNamesWhoLetItOut() {
        CapIssue issue = new CapIssue(
                warning(Domain.LIVE, Warning.Stage.ISSUED, 4, "x"), 1, NOON.plusS(3), Optional.of("rule near-impact"));

        String xml = assertInstanceOf(CapWriter.Message.class, WRITER.write(issue, List.of()))
                .xml();

        assertTrue(xml.contains("<status>Actual</status>"), xml);
        assertTrue(xml.contains("<identifier>INTRUSION-PORT-7-1.1.20261122T120003Z<"), xml);
        assertTrue(xml.contains("<value>rule near-impact</value>"), xml);
    }

    @ParameterizedTest
    @EnumSource(
            value = Domain.class,
            names = {"LIVE", "EXERCISE", "TEST"})
    void aTestOfTheChannelsIsATestInEveryDomain(Domain domain) {
        String xml = WRITER.test(new WarningId("T-1"), NOON, domain, "Monthly test", List.of())
                .xml();

        CapReader.Message read = assertInstanceOf(CapReader.Message.class, read(xml));
        assertEquals("Test", read.alert().text("status"));
        assertTrue(read.alert().all("info").stream()
                .allMatch(info -> info.text("headline").contains("TEST")));
    }

    private static CapWriter ipaws(List<CapProfile.Geocode> codes) {
        return new CapWriter(new CapProfile("watch@example.org", "Watch", LEAPS, CapProfile.Form.IPAWS, codes));
    }

    @Test
    void ipawsHasItsCodeOneSameEventAndASamePlace() {
        CapIssue issue = new CapIssue(
                of(Warning.Kind.IMPACT, Domain.LIVE, Warning.Stage.ISSUED), 1, NOON, Optional.of("two persons"));
        CapProfile.Geocode place = new CapProfile.Geocode("PORT", "SAME", "006037");

        String xml = assertInstanceOf(
                        CapWriter.Message.class, ipaws(List.of(place)).write(issue, List.of()))
                .xml();

        CapReader.Message read = assertInstanceOf(CapReader.Message.class, read(xml));
        assertEquals("IPAWSv1.0", read.alert().text("code"));
        for (Xml info : read.alert().all("info")) {
            assertEquals(1, info.all("eventCode").size());
            assertEquals("CDW", info.all("eventCode").getFirst().text("value"));
            assertEquals(
                    "006037",
                    info.all("area").getFirst().all("geocode").getFirst().text("value"));
        }
        assertInstanceOf(CapWriter.NoForm.class, ipaws(List.of()).write(issue, List.of()));
        assertInstanceOf(
                CapWriter.NoForm.class,
                ipaws(List.of(place)).write(of(Warning.Kind.LAUNCH, Domain.TEST, Warning.Stage.ISSUED), List.of()));
    }

    @Test
    void liveIsADraftAndSimulationHasNoForm() {
        String live = written(warning(Domain.LIVE, Warning.Stage.DRAFTED, 1, "x"), List.of());

        assertTrue(live.contains("<status>Draft</status>"));
        assertInstanceOf(
                CapWriter.NoForm.class,
                WRITER.write(warning(Domain.SIMULATION, Warning.Stage.ISSUED, 1, "x"), List.of()));
    }

    @Test
    void anAllClearIsAnUpdateAndAnErrorACancelBothWithReferences() {
        String clear = written(warning(Domain.TEST, Warning.Stage.ALL_CLEAR, 2, "It left."), List.of(EARLIER));
        String cancel = written(warning(Domain.TEST, Warning.Stage.CANCELLED, 2, "A bird."), List.of(EARLIER));

        String reference =
                "<references>watch@example.org,A-1.1.20261122T115900Z,2026-11-22T11:59:00-00:00</references>";
        assertTrue(clear.contains("<msgType>Update</msgType>") && clear.contains("<responseType>AllClear<"));
        assertTrue(cancel.contains("<msgType>Cancel</msgType>") && cancel.contains("Cancelled: A bird."));
        assertTrue(clear.contains(reference) && cancel.contains(reference));
        assertInstanceOf(
                CapWriter.NoForm.class,
                WRITER.write(warning(Domain.TEST, Warning.Stage.ALL_CLEAR, 2, "It left."), List.of()));
    }

    @Test
    void aSenderWithASpaceIsNotTaken() {
        Assertions.assertThrows(IllegalArgumentException.class, () -> new CapProfile("riga watch", "x", LEAPS));
    }

    @ParameterizedTest
    @EnumSource(Warning.Stage.class)
    void whatIsWrittenIsValidAgainstTheSchema(Warning.Stage stage) throws Exception {
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Shared.file("data/dissemination/schemas/cap12.xsd").toFile());
        for (Domain domain : List.of(Domain.LIVE, Domain.EXERCISE, Domain.TEST)) {
            String xml = written(warning(domain, stage, 2, "x"), List.of(EARLIER, EARLIER));

            schema.newValidator().validate(new StreamSource(new StringReader(xml)));
        }
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadWithoutRemarksWhateverTheWords(@ForAll String words, @ForAll Warning.Stage stage) {
        String xml = written(warning(Domain.EXERCISE, stage, 2, words), List.of(EARLIER));

        assertEquals(
                List.of(), assertInstanceOf(CapReader.Message.class, read(xml)).remarks());
    }

    private static String message(String from, String to) {
        String all = written(warning(Domain.EXERCISE, Warning.Stage.UPDATED, 2, "x"), List.of(EARLIER));
        String xml = all.substring(0, all.indexOf("</info>")) + "</info></alert>";
        assertTrue(xml.contains(from), from);
        return xml.replace(from, to);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<scope>Public</scope>|<scope>Restricted</scope>|alert|restriction",
                "12:05:48-00:00</expires>|12:05:48+00:00</expires>|expires|-00:00",
                "12:05:48-00:00</expires>|11:05:48-00:00</expires>|expires|before it is effective",
                "57.000000,25.000000 |57.0,-175.0 |polygon|antimeridian",
                "</polygon>|</polygon><polygon></polygon>|polygon|empty"
            })
    void whatLeavesTheMeaningClearIsRemarkedUpon(String from, String to, String element, String reason) {
        List<CapReader.Remark> remarks = assertInstanceOf(CapReader.Message.class, read(message(from, to)))
                .remarks();

        assertEquals(1, remarks.size(), remarks.toString());
        assertEquals(element, remarks.getFirst().element());
        assertTrue(remarks.getFirst().reason().contains(reason), remarks.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<sender>watch@example.org|<sender>watch at riga|sender|spaces",
                "12:05:48-00:00</expires>|12:05:48Z</expires>|expires|no time",
                "12:05:48-00:00</expires>|12:65:48-00:00</expires>|expires|no time",
                "57.000000,24.000000</polygon>|57.0,24.5</polygon>|polygon|not closed",
                "57.000000,25.000000 |97.0,25.0 |polygon|no latitude",
                "57.000000,25.000000 56.000000,24.500000 |57.0,25.0 |polygon|fewer than four",
                "</polygon>|</polygon><circle>57,24 -3</circle>|circle|radius",
                "</polygon>|</polygon><circle>57,24 99999</circle>|circle|radius",
                "</polygon>|</polygon><circle>57,24</circle>|circle|radius",
                "</polygon>|</polygon><ceiling>300</ceiling>|ceiling|without 'altitude'",
                "<language>en<|<language>english please<|language|language",
                "<scope>Public</scope>|<scope>Private</scope>|addresses|needed",
                ",2026-11-22T11:59:00-00:00</references>|</references>|references|sender,identifier,sent",
                "<scope>Public</scope>||scope|'scope' is missing",
                "<urgency>Immediate|<urgency>Soon|urgency|'Soon' is none of",
                "<certainty>Likely|<certainty>Very Likely|certainty|none of",
                "<event>Airspace intrusion</event>|<event>a</event><event>b</event>|event|stands 2 times",
                "<headline>|<aim>x</aim><headline>|aim|does not belong",
                "<status>Exercise</status>|<x xmlns='urn:y'/><status>Exercise</status>|x|another namespace",
                "<scope>Public</scope>|<scope>Public</scope><source>s</source>|source|stands after"
            })
    void whatBreaksTheSchemaOrItsMeaningIsRefusedWithItsPlace(String from, String to, String element, String reason) {
        CapReader.Refused refused =
                assertInstanceOf(CapReader.Refused.class, read(message(from, to == null ? "" : to)));

        assertEquals(element, refused.element());
        assertTrue(refused.line() > 1);
        assertTrue(refused.reason().contains(reason), refused.reason());
    }

    @Test
    void anUpdateWithoutReferencesIsRefused() {
        String xml = message("msgType>Update", "msgType>Update").replaceAll("<references>.*</references>", "");

        assertEquals(
                "references",
                assertInstanceOf(CapReader.Refused.class, read(xml)).element());
    }

    @Test
    void aGuestCannotPoseAsTheMessagesOwnInfo() {
        String guest = "<info xmlns='http://www.w3.org/2000/09/xmldsig#'><headline>forged</headline></info></alert>";

        CapReader.Message read = assertInstanceOf(CapReader.Message.class, read(message("</alert>", guest)));

        assertEquals(1, read.alert().all("info").size());
    }

    @Test
    void aMessageHasExpiredWhenItsLastInfoHas() {
        CapReader.Message read = assertInstanceOf(CapReader.Message.class, read(message("x", "x")));

        assertTrue(read.expiredAt(NOON.plusS(3600)));
        assertTrue(!read.expiredAt(NOON.plusS(60)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><alert>&x;</alert>",
                "<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><alert>&b;</alert>",
                "<alert>",
                "",
                "\u0000",
                "<alert/><alert/>",
                "<alert xmlns=\"urn:x\"/>"
            })
    void hostileXmlIsRefused(String xml) {
        assertInstanceOf(CapReader.Refused.class, read(xml));
    }

    @Test
    void theSamplesOfOthersAreReadOrRefusedForWhatIsWrongWithThem() throws IOException {
        for (String name : List.of(
                "43b080713727.cap",
                "canada.cap",
                "canada_signed.cap",
                "earthquake.cap",
                "no_optional_fields.cap",
                "weather.cap",
                "v1dot0_appendix_adot1.xml",
                "v1dot1_appendix_adot1.xml",
                "v1dot2_appendix_adot1.xml",
                "v1dot2_appendix_adot2.xml",
                "v1dot2_appendix_adot3.xml",
                "v1dot2_appendix_adot4.xml",
                "nws-5c2cf27b1f56885d61654dc47fa411d5.xml")) {
            CapReader.Message message = assertInstanceOf(CapReader.Message.class, sample(name), name);
            assertTrue(JsonText.write(CapReader.json(message), 0).startsWith("{\"identifier\": \""), name);
        }
        assertTrue(assertInstanceOf(CapReader.Refused.class, sample("xee.cap"))
                .reason()
                .contains("document type"));
        assertEquals(
                "scope",
                assertInstanceOf(CapReader.Refused.class, sample("invalid.cap")).element());
        assertEquals(
                "urgency",
                assertInstanceOf(CapReader.Refused.class, sample("noaa_errors.cap"))
                        .element());
        assertEquals(
                "references",
                assertInstanceOf(CapReader.Refused.class, sample("canada_errors.cap"))
                        .element());
    }

    @Test
    void messagesInAnEnvelopeAreJudgedOneByOne() throws IOException {
        List<CapReader.Reading> sound = envelope("bushfire_valid.edxlde");
        List<CapReader.Reading> broken = envelope("bushfire_invalid.edxlde");

        assertTrue(sound.stream().allMatch(CapReader.Message.class::isInstance));
        assertEquals(
                List.of("identifier", "urgency"),
                broken.stream()
                        .filter(CapReader.Refused.class::isInstance)
                        .map(each -> ((CapReader.Refused) each).element())
                        .toList());
        assertEquals(7, sound.size());
        assertEquals(7, broken.size());
    }

    private static List<CapReader.Reading> envelope(String name) throws IOException {
        return CapReader.readAll(Files.readAllBytes(Shared.file("data/dissemination/cap/" + name)));
    }

    private static CapReader.Reading sample(String name) throws IOException {
        return CapReader.read(Files.readAllBytes(Shared.file("data/dissemination/cap/" + name)));
    }
}
