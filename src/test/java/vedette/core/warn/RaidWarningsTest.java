package vedette.core.warn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.math.LongMap;
import vedette.model.Area;
import vedette.model.Assessment;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.Health;
import vedette.model.LatLon;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.Place;
import vedette.model.PlaceAhead;
import vedette.model.SensorId;
import vedette.model.Warning;
import vedette.model.Warning.Stage;

/// Outlooks of places become warnings of raids.
final class RaidWarningsTest {
    private static final Place TOWN =
            new Place("TOWN", "Town", new Area.Circle(LatLon.ofDegrees(49, 32), 8_000), 10_000, 180, 0.01, 10);
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private WarnState state = WarnState.empty();
    private long seq;
    private double nowS;
    private final List<Warning> said = new ArrayList<>();

    RaidWarningsTest() {
        configure(new Configuration.Places(List.of(TOWN)));
    }

    private Event.Stamp stamp() {
        return new Event.Stamp(++seq, new Moment(0).plusS(nowS), Domain.TEST);
    }

    private void configure(Configuration configuration) {
        happens(new Event.Configured(stamp(), configuration), List.of());
    }

    private void happens(Event event, List<Output> outputs) {
        WarnStep step = Warn.step(state, event, outputs, LongMap.empty());
        state = step.state();
        for (Output output : step.outputs()) {
            switch (output) {
                case Output.WarningReleased(var warning) -> said.add(warning);
                case Output.WarningRevised(var warning) -> said.add(warning);
                case Output.WarningEnded(var warning) -> said.add(warning);
                default -> {}
            }
        }
    }

    // For so long the outlook is so, said every ten seconds.
    private void outlook(double forS, double probability, double soonestS, double arrivalS) {
        outlook(forS, probability, 0, soonestS, arrivalS);
    }

    private void outlook(double forS, double probability, double missile, double soonestS, double arrivalS) {
        for (double until = nowS + forS; nowS < until; nowS += 10) {
            Moment at = new Moment(0).plusS(Math.max(arrivalS, nowS));
            PlaceAhead ahead = new PlaceAhead(
                    "TOWN",
                    probability,
                    missile,
                    soonestS,
                    probability,
                    at,
                    at.plusS(60),
                    at.plusS(120),
                    List.of(1L),
                    List.of(new SensorId("a"), new SensorId("b")),
                    "1 attacker flies towards Town");
            Output news = new Output.Assessed(new Moment(0).plusS(nowS), new Assessment.Approaches(List.of(ahead)));
            happens(new Event.Tick(stamp()), List.of(news));
        }
    }

    private List<Stage> stages() {
        return said.stream().map(Warning::stage).toList();
    }

    @Test
    void whoIsLikelyToBeReachedIsWarnedWithAWindowAndTheReason() {
        outlook(10, 0.8, 500, 500);

        Warning warning = said.getFirst();
        assertEquals(Stage.ISSUED, warning.stage());
        assertEquals(Warning.Kind.RAID, warning.kind());
        assertEquals("TOWN", warning.zones().getFirst().name());
        assertEquals(500, warning.validity().onset().secondsSince(new Moment(0)), 1e-6);
        assertEquals("1 attacker flies towards Town", warning.words().why());
        assertEquals(Warning.Confidence.PROBABLE, warning.gravity().confidence());
        assertTrue(warning.polygon().size() > 20, "the town's ring");
    }

    @Test
    void whoMayBeReachedIsMadeReadyFirst() {
        outlook(30, 0.45, 500, 600);
        outlook(30, 0.8, 500, 600);

        assertEquals(List.of(Stage.PREALERT, Stage.ISSUED), stages());
        assertEquals(said.get(0).id(), said.get(1).id());
    }

    @Test
    void whoIsNearIsWarnedOfAtOnceWhenItIsSurer() {
        outlook(60, 0.57, 500, 400);
        assertEquals(List.of(Stage.PREALERT), stages(), "it may still fly by");

        outlook(10, 0.62, 450, 400);

        assertEquals(List.of(Stage.PREALERT, Stage.ISSUED), stages());
    }

    @Test
    void whoIsFarIsWarnedOfOnceHeHasBeenLikelyForThreeMinutes() {
        outlook(180, 0.57, 1_400, 2_000);
        assertEquals(List.of(Stage.PREALERT), stages());

        outlook(10, 0.57, 1_400, 2_000);

        assertEquals(List.of(Stage.PREALERT, Stage.ISSUED), stages());
    }

    @Test
    void whoTurnsAwayWithinTheThreeMinutesWarnsNobody() {
        outlook(150, 0.75, 1_400, 2_000);
        outlook(10, 0.5, 1_400, 2_000);
        outlook(150, 0.75, 1_400, 2_000);

        assertEquals(List.of(Stage.PREALERT), stages());
    }

    @Test
    void aCruiseMissileIsWarnedOfBeforeItIsLikelierThanNot() {
        outlook(30, 0.38, 0, 200, 300);
        assertTrue(said.isEmpty(), "a drone gives time to see where it turns");

        outlook(30, 0.38, 0.38, 200, 300);

        assertEquals(List.of(Stage.PREALERT, Stage.ISSUED), stages());
    }

    @Test
    void whatLooksLikeACruiseMissileForAMomentIsNotWarnedOf() {
        outlook(20, 0.38, 0.38, 200, 300);
        outlook(600, 0.02, 0.02, 900, 900);

        assertEquals(List.of(Stage.PREALERT, Stage.ALL_CLEAR), stages());
    }

    @Test
    void aCruiseMissileThatIsFarIsLookedAtForAMinuteBeforeAnybodyIsWarned() {
        outlook(50, 0.38, 0.38, 1_000, 1_200);
        assertEquals(List.of(Stage.PREALERT), stages(), "whoever waits still has ten minutes");

        outlook(20, 0.38, 0.38, 1_000, 1_200);

        assertEquals(List.of(Stage.PREALERT, Stage.ISSUED), stages());
    }

    @Test
    void allIsClearOnlyWhenNobodyCouldBeThereSoonForAWhile() {
        outlook(60, 0.8, 500, 500);
        outlook(600, 0.02, 500, 900);
        assertEquals(1, said.size(), "an attacker ten kilometres beside the town is no all-clear");

        outlook(1_490, 0, NEVER, 900);
        assertEquals(1, said.size());
        outlook(30, 0, NEVER, 900);

        assertEquals(List.of(Stage.ISSUED, Stage.ALL_CLEAR), stages());
    }

    @Test
    void aWarningDoesNotRunOutWhileItWaitsForItsAllClear() {
        outlook(2_600, 0.85, 900, 900);
        outlook(1_520, 0, NEVER, 900);

        assertEquals(Stage.ALL_CLEAR, stages().getLast());
        assertEquals(1, stages().stream().filter(Stage::ended).count(), stages().toString());
    }

    @Test
    void aWarningGoesOnWhenTheNextOnesComeWithinTheCalm() {
        outlook(60, 0.8, 500, 500);
        outlook(1_400, 0, NEVER, 900);
        outlook(100, 0.8, 900, 2_000);

        assertTrue(stages().stream().noneMatch(Stage::ended), stages().toString());
    }

    @Test
    void anArrivalThatMovesIsNewsAndOneThatTremblesIsNot() {
        outlook(300, 0.8, 900, 2_000);
        outlook(300, 0.8, 900, 2_050);
        assertEquals(List.of(Stage.PREALERT, Stage.ISSUED), stages());

        outlook(200, 0.8, 400, 1_000);

        assertEquals(List.of(Stage.PREALERT, Stage.ISSUED, Stage.UPDATED), stages());
    }

    @Test
    void ofWhatNobodyHearsAnyMoreTheWarningRunsOut() {
        outlook(10, 0.8, 500, 500);

        for (; nowS < 4_000; nowS += 10) {
            happens(new Event.Tick(stamp()), List.of());
        }

        assertEquals(List.of(Stage.ISSUED, Stage.EXPIRED), stages());
        assertEquals(0, state.open());
    }

    @Test
    void otherPlacesEndTheWarningsOfTheOldOnes() {
        outlook(10, 0.8, 500, 500);

        configure(new Configuration.Places(List.of()));

        assertEquals(List.of(Stage.ISSUED, Stage.ALL_CLEAR), stages());
    }

    @Test
    void aSilentNodeOfANetIsNoWarningOfItsOwn() {
        SensorId node = new SensorId("a");
        configure(new Configuration.Listeners(List.of(new Configuration.Listener(node, LatLon.ofDegrees(49, 32)))));

        Moment now = new Moment(0);
        Health silent = new Health(node, Health.State.SILENT, now, now, 0, 0, 0, "Never heard");
        happens(new Event.Tick(stamp()), List.of(new Output.SensorHealth(silent)));

        assertTrue(said.isEmpty(), said.toString());
    }
}
