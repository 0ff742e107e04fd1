package vedette.core.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vedette.math.LongMap;
import vedette.model.Altitude;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.Geodetic;
import vedette.model.Health;
import vedette.model.Identity;
import vedette.model.LatLon;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.PlotSigma;
import vedette.model.Provenance;
import vedette.model.SensorFinding;
import vedette.model.SensorId;
import vedette.model.WarningRadar;

class SensorHealthTest {
    private static final SensorId RADAR = new SensorId("radar");
    private static final Moment START = new Moment(1_800_000_000_000_000_000L);

    private AssessState state = AssessState.empty();
    private Moment now = START;
    private long seq;
    private final List<Health> healths = new ArrayList<>();

    private Event.Stamp stamp() {
        return new Event.Stamp(++seq, now, Domain.TEST);
    }

    private void happens(Event event) {
        AssessStep step = Assess.step(state, event, List.of(), LongMap.empty());
        state = step.state();
        for (Output output : step.outputs()) {
            if (output instanceof Output.SensorHealth(Health health)) {
                healths.add(health);
            }
        }
    }

    private void finds(boolean fits, String words) {
        AssessStep step = Assess.step(
                state,
                new Event.Tick(stamp()),
                List.of(),
                new Assess.Around(LongMap.empty(), List.of(new SensorFinding(RADAR, fits, words, 0)), Echoes.NONE));
        state = step.state();
    }

    private void passes(double seconds) {
        for (long i = 0; i < Math.round(seconds * 10); i++) {
            now = now.plusS(0.1);
            happens(new Event.Tick(stamp()));
        }
    }

    private void hears(double ageS) {
        happens(new Event.Observed(
                stamp(),
                new Measurement.StatusReport(
                        Provenance.open(RADAR, now.plusS(-ageS)), RADAR, Measurement.Condition.UNKNOWN, "")));
    }

    private void hearsEvery(double periodS, int times, double ageS) {
        for (int i = 0; i < times; i++) {
            hears(ageS);
            passes(periodS);
        }
    }

    private void expects(double periodS) {
        happens(new Event.Configured(
                stamp(), new Configuration.Feeds(List.of(new Configuration.Expectation(RADAR, periodS, 2)))));
    }

    private void watchesForFalls() {
        WarningRadar radar = new WarningRadar(
                RADAR,
                new Geodetic(0.5, 0.5, 100),
                2,
                new WarningRadar.Noise(30, 1e-3, 5),
                new WarningRadar.Bias(10, 1e-4),
                0.05,
                4e6,
                0.95);
        happens(new Event.Configured(stamp(), new Configuration.WatchSensors(List.of(), List.of(radar))));
    }

    private void plots(double ageS) {
        Measurement.Polar polar = new Measurement.Polar(1e6, 1, OptionalDouble.of(0.5), OptionalDouble.empty());
        happens(new Event.Observed(
                stamp(),
                new Measurement.RadarPlot(
                        Provenance.open(RADAR, now.plusS(-ageS)),
                        polar,
                        new PlotSigma(30, 1e-3, 1e-3, 0),
                        Altitude.UNKNOWN,
                        Identity.NONE,
                        Measurement.Detection.PRIMARY,
                        OptionalInt.empty())));
    }

    @Test
    void aRadarThatWatchesForFallsIsPlacedAndMayBeSilent() {
        watchesForFalls();
        for (int i = 0; i < 40; i++) {
            plots(0);
            passes(2);
        }

        passes(600);

        assertEquals(Health.State.OK, last().state(), last().why());
    }

    @Test
    void aWatchingRadarWhosePlotsComeLateIsLate() {
        watchesForFalls();
        for (int i = 0; i < 20; i++) {
            plots(8);
            passes(2);
        }

        assertEquals(Health.State.LATE, last().state(), last().why());
    }

    private Health last() {
        return healths.getLast();
    }

    @Test
    void aSensorThatFallsSilentIsSeenWithinThreeOfItsPeriods() {
        expects(4);
        hearsEvery(4, 10, 0);
        Moment lastHeard = now.plusS(-4);

        passes(8.1);

        assertEquals(Health.State.SILENT, last().state());
        assertTrue(last().since().secondsSince(lastHeard) <= 12, last().toString());
        assertTrue(last().why().contains("expected every 4.0 s"), last().why());
    }

    @Test
    void aSensorThatNeverSpokeIsSilentToo() {
        expects(5);
        passes(15);

        assertEquals(Health.State.SILENT, last().state());
        assertTrue(last().why().startsWith("Never heard"), last().why());
    }

    @Test
    void aSensorHeardAgainIsWell() {
        expects(1);
        hearsEvery(1, 5, 0);
        passes(10);
        hearsEvery(1, 3, 0);

        assertEquals(Health.State.OK, last().state());
        assertEquals(8, last().received());
    }

    @Test
    void thePeriodIsLearntWhereNoneIsTold() {
        hearsEvery(6, 20, 0);
        assertEquals(Health.State.OK, last().state());

        passes(12);

        assertEquals(Health.State.SILENT, last().state());
        assertTrue(last().why().contains("as learnt"), last().why());
    }

    private void reports(Identity identity) {
        happens(new Event.Observed(
                stamp(),
                new Measurement.PositionReport(
                        Provenance.open(RADAR, now),
                        LatLon.ofDegrees(57, 24),
                        OptionalDouble.of(10),
                        Altitude.UNKNOWN,
                        Optional.empty(),
                        identity,
                        false)));
    }

    /// Drones that land are no fault of who heard them; its own words on its state are another matter.
    @Test
    void whatComesOnlyWhileSomethingFliesTeachesNoPeriod() {
        for (int i = 0; i < 60; i++) {
            reports(Identity.ofSerial("SN-1"));
            passes(1);
        }
        passes(120);

        assertEquals(Health.State.OK, last().state());
    }

    @Test
    void wordsOfItsStateKeepTheirOwnPeriodAmongReports() {
        for (int i = 0; i < 60; i++) {
            reports(Identity.ofSerial("SN-1"));
            if (i % 5 == 0) {
                hears(0);
            }
            passes(1);
        }
        hearsEvery(5, 4, 0);
        assertEquals(Health.State.OK, last().state());

        passes(10);

        assertEquals(Health.State.SILENT, last().state());
    }

    @Test
    void whoHearsAircraftTellTheirAddressIsSilentWhenItHearsNone() {
        for (int i = 0; i < 60; i++) {
            reports(Identity.ofAddress(0x400123));
            passes(1);
        }
        passes(10);

        assertEquals(Health.State.SILENT, last().state());
    }

    @Test
    void messagesThatComeLateAreCountedAndShown() {
        expects(1);
        hearsEvery(1, 10, 0);
        hearsEvery(1, 10, 7);

        assertEquals(Health.State.LATE, last().state());
        assertEquals(10, last().late());
    }

    @Test
    void aFeedThatBeatsButBringsNothingIsSilentWithinThreePeriods() {
        expects(2);
        for (int second = 1; second <= 20; second++) {
            beats(Math.min(second, 10));
            passes(1);
        }

        assertEquals(Health.State.SILENT, last().state());
        assertTrue(last().since().secondsSince(START) <= 9 + 3 * 2 + 0.1, last().toString());
    }

    @Test
    void aFeedThatNeverBroughtAnythingIsSilentToo() {
        expects(2);
        for (int second = 1; second <= 7; second++) {
            beats(0);
            passes(1);
        }

        assertEquals(Health.State.SILENT, last().state());
        assertTrue(last().why().contains("Never heard"), last().why());
    }

    private void beats(long received) {
        happens(new Event.Observed(
                stamp(), new Measurement.FeedStatus(Provenance.open(RADAR, now), received, 0, 0, true, "")));
    }

    @Test
    void aFeedThatLosesItsConnectionIsLostAtOnce() {
        happens(new Event.Observed(
                stamp(),
                new Measurement.FeedStatus(Provenance.open(RADAR, now), 100, 3, 2, false, "connection refused")));
        passes(0.2);

        assertEquals(Health.State.LOST, last().state());
        assertEquals(100, last().received());
        assertEquals(5, last().rejected());
        assertTrue(last().why().contains("connection refused"), last().why());
    }

    @Test
    void aFeedThatIsStillConnectingIsNotLostButOneThatNeverConnectsIs() {
        expects(10);

        for (int s = 0; s < 9; s++) {
            passes(1);
            happens(new Event.Observed(
                    stamp(),
                    new Measurement.FeedStatus(Provenance.open(RADAR, now), 0, 0, 0, false, "connection refused")));
            passes(0.1);
            boolean lost = healths.stream().anyMatch(health -> health.state() == Health.State.LOST);
            assertEquals(now.secondsSince(START) > 5.1, lost, "at " + now.secondsSince(START));
        }
    }

    @Test
    void countsComeOnceASecondNotOftener() {
        hearsEvery(0.1, 100, 0);

        assertTrue(healths.size() >= 9 && healths.size() <= 12, healths.size() + " healths in 10 s");
    }

    @Test
    void sensorsBeyondTheLimitAreRefusedAndCounted() {
        List<Output> outputs = new ArrayList<>();
        for (int i = 0; i < SensorWatches.MOST_SENSORS + 5; i++) {
            AssessStep step = Assess.step(
                    state,
                    new Event.Observed(
                            stamp(),
                            new Measurement.StatusReport(
                                    Provenance.open(new SensorId("s" + i), now),
                                    new SensorId("s" + i),
                                    Measurement.Condition.UNKNOWN,
                                    "")),
                    List.of(),
                    LongMap.empty());
            state = step.state();
            outputs.addAll(step.outputs());
        }

        assertEquals(SensorWatches.MOST_SENSORS, state.sensors().size());
        assertEquals(5, state.sensorsRefused().count());
        assertEquals(1, outputs.size());
    }

    @Test
    void aSensorWhoseMeasurementsDoNotFitIsBiasedAndSaysWhy() {
        expects(1);
        hearsEvery(1, 5, 0);
        finds(false, "azimuth residuals 4.1 times as large as stated");
        hearsEvery(1, 3, 0);

        assertEquals(Health.State.BIASED, last().state());
        assertTrue(last().why().contains("azimuth residuals 4.1 times as large as stated"), last().why());
    }

    @Test
    void aSensorThatFitsAgainIsBelievedAfterHalfAMinute() {
        expects(1);
        finds(false, "clock about 1.0 s off");
        hearsEvery(1, 5, 0);
        finds(true, "");
        hearsEvery(1, 5, 0);
        assertEquals(Health.State.BIASED, last().state());

        hearsEvery(1, 30, 0);
        finds(true, "estimated bias of range 12 m ± 4 m (taken off)");
        hearsEvery(1, 2, 0);

        assertEquals(Health.State.OK, last().state());
        assertTrue(last().why().contains("12 m"), last().why());
    }

    @Test
    void silenceOutweighsABias() {
        expects(1);
        hearsEvery(1, 5, 0);
        finds(false, "clock about 1.0 s off");
        passes(10);

        assertEquals(Health.State.SILENT, last().state());
    }

    @Test
    void aFindingAboutASensorThatNobodyWatchesIsLetGo() {
        finds(false, "anything");

        assertEquals(0, state.sensors().size());
    }
}
