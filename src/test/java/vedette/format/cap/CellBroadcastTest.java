package vedette.format.cap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.model.Domain;
import vedette.model.LatLon;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.Releasability;
import vedette.model.Warning;
import vedette.model.WarningId;
import vedette.model.ZoneId;

class CellBroadcastTest {
    private static final Moment NOON = new Moment(1_700_000_000_000_000_000L);

    private static Warning warning(Domain domain, Warning.Kind kind, String why) {
        return new Warning(
                new WarningId("A-1"),
                1,
                NOON,
                domain,
                Warning.Stage.ISSUED,
                kind,
                new Warning.Gravity(
                        Warning.Severity.EXTREME,
                        Warning.Urgency.IMMEDIATE,
                        Warning.Certainty.LIKELY,
                        Warning.Confidence.CONFIRMED),
                List.of(),
                List.of(new ZoneId("Riga")),
                List.of(LatLon.ofDegrees(57, 24)),
                new Warning.Validity(NOON, NOON.plusS(9), NOON.plusS(300)),
                List.of(),
                new Warning.Words("Missile impact, Riga", why, "Go inside."),
                Releasability.OPEN);
    }

    private static List<CellBroadcast> of(Warning warning) {
        return CellBroadcast.of(warning, "de", LeapSeconds.standard());
    }

    @Test
    void levelsFollowSeverityAndDomain() {
        assertEquals(
                4370, of(warning(Domain.LIVE, Warning.Kind.IMPACT, "x")).get(1).messageId());
        assertEquals(
                4383, of(warning(Domain.LIVE, Warning.Kind.IMPACT, "x")).get(0).messageId());
        assertEquals(
                4394,
                of(warning(Domain.EXERCISE, Warning.Kind.IMPACT, "x")).get(0).messageId());
        assertEquals(
                4380, of(warning(Domain.TEST, Warning.Kind.IMPACT, "x")).get(1).messageId());
    }

    @Test
    void simulationsAndLaunchesAreNotBroadcast() {
        assertEquals(List.of(), of(warning(Domain.SIMULATION, Warning.Kind.IMPACT, "x")));
        assertEquals(List.of(), of(warning(Domain.LIVE, Warning.Kind.LAUNCH, "x")));
    }

    @Test
    void everyLanguageFitsItsPagesAndMarksAnExercise() {
        for (Warning.Kind kind : Warning.Kind.values()) {
            for (CellBroadcast each : of(warning(Domain.EXERCISE, kind, "long ".repeat(500)))) {
                int size = each.unicode() ? CellBroadcast.UNICODE_PAGE : CellBroadcast.SEVEN_BIT_PAGE;
                assertTrue(each.pages().size() <= CellBroadcast.MOST_PAGES, each.toString());
                for (String page : each.pages()) {
                    assertTrue((each.unicode() ? page.length() : CellBroadcast.places(page)) <= size, page);
                }
                assertTrue(String.join("", each.pages()).contains("EXERCISE"), each.toString());
            }
        }
        assertTrue(of(warning(Domain.LIVE, Warning.Kind.RAID, "x")).getLast().unicode());
    }

    @Test
    void aTextThatIsTooLongEndsWithDots() {
        List<String> pages = CellBroadcast.pages("a{".repeat(2_000), false);

        assertEquals(15, pages.size());
        assertTrue(pages.getLast().endsWith("..."));
        assertTrue(CellBroadcast.places(pages.getLast()) <= 93);
    }
}
