package vedette.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vedette.math.SymMatrix;
import vedette.model.Altitude;
import vedette.model.Assessment;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.Enu;
import vedette.model.Event;
import vedette.model.Geodetic;
import vedette.model.Identity;
import vedette.model.LatLon;
import vedette.model.LeapSeconds;
import vedette.model.LocalFrame;
import vedette.model.Measurement;
import vedette.model.Measurement.PositionReport;
import vedette.model.Measurement.Station;
import vedette.model.Measurement.StationKind;
import vedette.model.Measurement.UasReport;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.PlotSigma;
import vedette.model.Provenance;
import vedette.model.SensorId;
import vedette.model.SensorSite;
import vedette.model.UasFlight;
import vedette.model.Warning;

/// What unmanned aircraft claim of themselves, held against itself and against own sensors.
class ClaimedFlightsTest {
    private static final Moment START = LeapSeconds.standard().moment(1_780_315_200_000_000_000L);
    private static final Geodetic TOWN = LatLon.ofDegrees(48.5, 9.25).at(400);
    private static final SensorId EAR = new SensorId("ear");

    private final Engine engine = Engine.starting(Domain.TEST);
    private final List<Output> said = new ArrayList<>();
    private long seq;
    private int ticks;

    private Event.Stamp stamp(double timeS) {
        return new Event.Stamp(++seq, START.plusS(timeS), Domain.TEST);
    }

    private void passes(double untilS) {
        while ((ticks + 1) / 10.0 <= untilS) {
            ticks++;
            said.addAll(engine.step(new Event.Tick(stamp(ticks / 10.0))));
        }
    }

    private void hears(double timeS, Measurement measurement) {
        passes(timeS);
        said.addAll(engine.step(new Event.Observed(stamp(timeS), measurement)));
    }

    private static Provenance from(double timeS) {
        return Provenance.open(EAR, START.plusS(timeS));
    }

    private static PositionReport place(String serial, double timeS, Enu at, Enu velocityMps) {
        Geodetic there = LocalFrame.at(TOWN).ecef(at).geodetic();
        return new PositionReport(
                from(timeS),
                there.latLon(),
                OptionalDouble.of(2),
                new Altitude.Ellipsoidal(there.heightM(), 3),
                Optional.of(new Measurement.Velocity(velocityMps, OptionalDouble.of(0.5), true)),
                Identity.ofSerial(serial),
                false);
    }

    private static UasReport flight(double timeS, Enu operator, double lateS) {
        LatLon there = LocalFrame.at(TOWN).ecef(operator).geodetic().latLon();
        Station station = new Station(StationKind.OPERATOR_LIVE, there, Altitude.UNKNOWN);
        return new UasReport(from(timeS), "D1", List.of(station), Optional.of("FIN1"), OptionalDouble.of(lateS));
    }

    // An honest flight: 12 m/s eastward, told once a second.
    private void flies(int untilS) {
        for (int t = 0; t <= untilS; t++) {
            hears(t, place("D1", t, new Enu(12 * t, 0, 60), new Enu(12, 0, 0)));
            hears(t, flight(t, new Enu(-100, 50, 0), 0.3));
        }
    }

    private Stream<Warning> warnings() {
        return said.stream()
                .filter(Output.WarningReleased.class::isInstance)
                .map(o -> ((Output.WarningReleased) o).warning())
                .filter(warning -> warning.kind() == Warning.Kind.SPOOFING);
    }

    private Stream<UasFlight> flights() {
        return said.stream()
                .filter(o -> o instanceof Output.Assessed(var _, Assessment.Uas _))
                .map(o -> ((Assessment.Uas) ((Output.Assessed) o).assessment()).flight());
    }

    private Stream<Assessment.Doubted> doubts() {
        return said.stream()
                .filter(o -> o instanceof Output.Assessed(var _, Assessment.Doubted _))
                .map(o -> (Assessment.Doubted) ((Output.Assessed) o).assessment());
    }

    @Test
    void anHonestFlightIsNotDoubted() {
        flies(60);

        assertEquals(List.of(), doubts().toList());
    }

    @Test
    void theOperatorIsShownWithTheDroneAgesAndEnds() {
        flies(20);
        passes(90);

        UasFlight first =
                flights().filter(f -> f.track().isPresent()).findFirst().orElseThrow();
        UasFlight last = flights().reduce((_, later) -> later).orElseThrow();
        assertEquals("D1", first.serial());
        assertEquals(Optional.of("FIN1"), first.operatorId());
        assertEquals(
                StationKind.OPERATOR_LIVE, first.stations().getFirst().station().kind());
        assertTrue(last.ended());
        assertTrue(last.stations().getFirst().sigmaM()
                > first.stations().getFirst().sigmaM() + 50);
    }

    @Test
    void whoSaysThatItFliesButStandsIsReplayedWithinThreeSeconds() {
        for (int t = 0; t <= 3; t++) {
            hears(t, place("D1", t, new Enu(500, 0, 60), new Enu(40, 0, 0)));
        }

        Warning warning = warnings().findFirst().orElseThrow();
        assertTrue(warning.at().secondsSince(START) <= 3);
        assertEquals(
                Assessment.Suspicion.REPLAYED,
                doubts().findFirst().orElseThrow().suspicion());
    }

    @Test
    void anOperatorOnAnotherContinentIsNotBelieved() {
        hears(0, place("D1", 0, new Enu(0, 0, 60), Enu.ZERO));
        hears(1, place("D1", 1, new Enu(2, 0, 60), Enu.ZERO));
        UasReport far = new UasReport(
                from(1),
                "D1",
                List.of(new Station(StationKind.OPERATOR_LIVE, LatLon.ofDegrees(10, 100), Altitude.UNKNOWN)),
                Optional.empty(),
                OptionalDouble.empty());
        hears(1, far);

        assertEquals(1, warnings().count());
    }

    @Test
    void whoIsNowHereNowThereIsJumping() {
        for (int t = 0; t <= 4; t++) {
            hears(t, place("D1", t, new Enu(t % 2 == 0 ? 0 : 3000, 0, 60), new Enu(1, 0, 0)));
        }

        assertTrue(doubts().anyMatch(d -> d.suspicion() == Assessment.Suspicion.JUMPING && d.probability() >= 0.9));
    }

    @Test
    void aFloodIsOneWarning() {
        flies(30);
        for (int i = 0; i < 60; i++) {
            hears(31 + i * 0.05, place("G" + i, 31 + i * 0.05, new Enu(200 * i, 900, 80), Enu.ZERO));
        }
        for (int i = 0; i < 60; i++) {
            hears(35 + i * 0.05, place("G" + i, 35 + i * 0.05, new Enu(200 * i, 900, 80), Enu.ZERO));
        }

        assertEquals(1, warnings().count());
        assertTrue(doubts().allMatch(d -> d.suspicion() == Assessment.Suspicion.GHOST_FLOOD));
    }

    @Test
    void whatHasStoodSinceAReceiverBeganIsNoFlood() {
        for (int i = 0; i < 60; i++) {
            hears(i * 0.05, place("G" + i, i * 0.05, new Enu(200 * i, 900, 80), Enu.ZERO));
        }

        assertEquals(List.of(), doubts().toList());
    }

    @Test
    void aPlaceThatOwnRadarSeesEmptyIsDoubtedButNotWarnedOfAlone() {
        SensorSite radar = new SensorSite(
                new SensorId("radar"),
                SensorSite.Kind.FRAME,
                TOWN,
                SymMatrix.diagonal(1, 1, 1),
                SensorSite.Volume.around(5_000),
                new PlotSigma(4, 0.007, 0.014, 0.4),
                new SensorSite.Performance(0.9, 3, 0),
                1);
        said.addAll(engine.step(new Event.Configured(stamp(0), new Configuration.Sensors(List.of(radar)))));
        for (int t = 0; t <= 70; t++) {
            hears(t, Measurement.Sweep.whole(radar, START.plusS(t)));
            hears(t, place("D1", t, new Enu(500 + 12 * t, 300, 120), new Enu(12, 0, 0)));
        }

        assertTrue(doubts().anyMatch(d -> d.suspicion() == Assessment.Suspicion.UNSEEN && d.probability() > 0.7));
        assertEquals(0, warnings().count());
    }

    @Test
    void aWarningEndsWhenTheBroadcastDoes() {
        for (int t = 0; t <= 5; t++) {
            hears(t, place("D1", t, new Enu(500, 0, 60), new Enu(40, 0, 0)));
        }
        passes(120);

        assertTrue(said.stream()
                .anyMatch(o ->
                        o instanceof Output.WarningEnded(Warning warning) && warning.kind() == Warning.Kind.SPOOFING));
    }
}
