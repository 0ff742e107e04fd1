package vedette.format.cot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vedette.math.SymMatrix;
import vedette.model.Altitude;
import vedette.model.Authority;
import vedette.model.Bulletin;
import vedette.model.Domain;
import vedette.model.LatLon;
import vedette.model.LeapSeconds;
import vedette.model.PlotSigma;
import vedette.model.Releasability;
import vedette.model.SensorId;
import vedette.model.SensorSite;
import vedette.model.Warning;

class CotObjectsTest {
    private static final Set<String> TALK = Set.of("t-x-takp-v", "t-x-takp-q", "t-x-takp-r", "t-x-c-t", "t-x-c-t-r");
    private static final Altitude HIGH = new Altitude.Ellipsoidal(150, 5);

    private static CotObjects of(Domain domain) {
        return new CotObjects(CotVoice.of("node", domain));
    }

    private static CotReport drone(Domain domain, Altitude altitude) {
        return of(domain)
                .track(CotSamples.drone(7, altitude, Releasability.OPEN))
                .orElseThrow();
    }

    @Test
    void noTypeOrdersAnAction() {
        for (CotType type : CotType.all()) {
            assertTrue(type.code().matches("\\w+(-\\w+)*"), type.code());
            assertFalse(type.code().startsWith("t-") && !TALK.contains(type.code()), type.code());
            assertFalse(type.code().startsWith("c-"), type.code());
        }
        assertTrue(Arrays.stream(CotType.class.getDeclaredConstructors())
                .allMatch(each -> Modifier.isPrivate(each.getModifiers())));
        assertEquals(0, CotReport.class.getConstructors().length);
    }

    @Test
    void aTrackTellsItsPlaceWithOneSigma() {
        CotEvent event = drone(Domain.LIVE, HIGH).event();
        assertEquals("a-s-A-M-F-Q", event.type());
        assertEquals(new CotEvent.Point(48.1, 11.507, 150, 30, 5), event.point());
        assertEquals(
                "50",
                event.detail().first("track").orElseThrow().attribute("speed").orElseThrow());
        assertEquals(
                "36.9",
                event.detail().first("track").orElseThrow().attribute("course").orElseThrow());
        assertEquals(15_000, event.times().staleMs() - event.times().startMs());
        assertEquals("o", event.marks().opex());
    }

    @Test
    void aHeightThatNobodyMeasuredIsUnknown() {
        CotEvent event = drone(Domain.LIVE, Altitude.UNKNOWN).event();
        assertEquals(CotEvent.UNKNOWN_M, event.point().haeM());
        assertEquals(CotEvent.UNKNOWN_M, event.point().leM());
    }

    @Test
    void whatNotEveryoneMaySeeIsNotTold() {
        assertTrue(of(Domain.LIVE)
                .track(CotSamples.drone(7, HIGH, Releasability.only("us")))
                .isEmpty());
    }

    @Test
    void theMessageTellsOnWhoseWordItGoesOut() {
        Bulletin sample = CotSamples.bulletin(Domain.LIVE, "W-1", 1, Warning.Stage.ISSUED);
        String byRule = remarks(sample, new Authority.Rule("confirmed-and-near"));
        String byTwo = remarks(sample, new Authority.Persons(List.of("Anna", "Berta")));
        assertTrue(byRule.contains("released by the rule confirmed-and-near"), byRule);
        assertTrue(byTwo.contains("released by two persons"), byTwo);
        assertFalse(byTwo.contains("Anna"), byTwo);
        assertTrue(byTwo.contains(sample.warning().words().reason() + " "), byTwo);
        assertEquals("Because.", new Warning.Words("", "Because", "").reason());
        assertEquals("Because.", new Warning.Words("", "Because.", "").reason());
    }

    private static String remarks(Bulletin sample, Authority authority) {
        Bulletin bulletin = new Bulletin(sample.warning(), sample.issue(), sample.releasedAt(), authority);
        CotReport alert = of(Domain.LIVE).warning(bulletin).getFirst();
        return alert.event().detail().first("remarks").orElseThrow().text();
    }

    @Test
    void everythingOfARehearsalIsMarkedThrice() {
        for (Domain domain : List.of(Domain.EXERCISE, Domain.TEST)) {
            Bulletin bulletin = CotSamples.bulletin(domain, "W-1", 1, Warning.Stage.ISSUED);
            assertMarked(domain, drone(domain, HIGH));
            of(domain).warning(bulletin).forEach(report -> assertMarked(domain, report));
        }
        assertThrows(IllegalArgumentException.class, () -> CotVoice.of("node", Domain.SIMULATION));
    }

    private static void assertMarked(Domain domain, CotReport report) {
        CotEvent event = report.event();
        assertTrue(event.marks().opex().startsWith("e"), event.toString());
        assertTrue(event.detail().callsign().orElseThrow().startsWith(domain + " "), event.toString());
        assertTrue(event.detail().first("remarks").orElseThrow().text().startsWith(domain + " "), event.toString());
        assertTrue(event.uid().startsWith("VEDETTE." + domain + "."), event.toString());
    }

    @Test
    void aWarningIsAnAlertAndAShapeUntilItIsOver() {
        CotObjects live = of(Domain.LIVE);
        List<CotReport> issued = live.warning(CotSamples.bulletin(Domain.LIVE, "W-1", 1, Warning.Stage.ISSUED));
        List<CotReport> over = live.warning(CotSamples.bulletin(Domain.LIVE, "W-1", 2, Warning.Stage.ALL_CLEAR));
        assertEquals(
                List.of("b-a-g", "u-d-f"),
                issued.stream().map(r -> r.type().code()).toList());
        assertEquals("b-a-o-can", over.getFirst().type().code());
        assertEquals(issued.getFirst().uid(), over.getFirst().uid());
        int size = issued.stream().mapToInt(each -> each.xml().length).sum();
        assertTrue(size <= 2_600, "both events have " + size + " bytes");
    }

    @Test
    void aTestMessageIsNoAlertAndSaysSo() {
        CotReport report = of(Domain.LIVE).trial("T-1", "Are you there?", CotSamples.NOW, List.of());
        assertEquals("u-d-f", report.type().code());
        assertEquals("e-TEST", report.event().marks().opex());
        assertTrue(report.event().detail().first("remarks").orElseThrow().text().contains("NOT REAL"));
    }

    @Test
    void sensorsStayInsideUnlessTheSettingsSayOtherwise() {
        SensorSite site = new SensorSite(
                new SensorId("secret-radar"),
                SensorSite.Kind.ROTATING,
                LatLon.ofDegrees(48, 11).at(600),
                SymMatrix.diagonal(1, 1, 1),
                SensorSite.Volume.around(30_000),
                new PlotSigma(30, 0.001, 0.001, 1),
                new SensorSite.Performance(0.9, 1, 0),
                4);
        assertTrue(of(Domain.LIVE).sensor(site, "R1", CotSamples.NOW).isEmpty());
        CotVoice open = new CotVoice("node", Domain.LIVE, "", true, 15, LeapSeconds.standard());
        assertTrue(new CotObjects(open).sensor(site, "R1", CotSamples.NOW).isPresent());
        String told = new String(drone(Domain.LIVE, HIGH).xml(), StandardCharsets.UTF_8);
        assertFalse(told.contains("secret"), told);
    }
}
