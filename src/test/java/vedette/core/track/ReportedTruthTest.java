package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.math.Draws;
import vedette.math.Exact;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.LatLon;
import vedette.model.Measurement;
import vedette.model.Measurement.Polar;
import vedette.model.Measurement.RadarPlot;

/// Two radars of which one errs, and aeroplanes that report where they are: who is right is told by the aeroplanes.
class ReportedTruthTest {
    private static final double RANGE_M = 150;
    private static final double AZIMUTH_RAD = Math.toRadians(0.2);
    private static final int FLYERS = 12;
    private static final double END_S = 300;
    private static final double METRES = 1 / 6_378_000.0;

    private final Sky sky = sky();
    private final Draws draws = Draws.of(1, 1, "reports");

    private static Sky sky() {
        Sky sky = new Sky().radar2d("A", 0, 4).radar2d("B", 60_000, 5);
        for (int i = 0; i < FLYERS; i++) {
            double angle = i * 2 * Math.PI / FLYERS;
            double far = 40_000 + 3000 * (i % 4);
            sky.flyer(
                    new Enu(30_000 + far * Math.sin(angle), far * Math.cos(angle), 7000 + 300 * i),
                    new Enu(-200 * Math.cos(angle), 200 * Math.sin(angle), 0));
        }
        return sky;
    }

    /// Where an aeroplane says it is, beside where it is.
    private interface Lie {
        double northM(int flyer);
    }

    private Registration learnt(int reporting, Lie lie) {
        List<Sky.Arrival> arrivals = new ArrayList<>();
        for (Sky.Arrival arrival : sky.fly(0, END_S, 0.9)) {
            arrivals.add(
                    arrival.measurement() instanceof RadarPlot plot
                                    && plot.provenance().sensor().name().equals("A")
                            ? new Sky.Arrival(arrival.timeS(), wrong(plot))
                            : arrival);
        }
        for (int i = 0; i < reporting; i++) {
            for (double timeS = 20 + 0.07 * i; timeS < END_S; timeS++) {
                arrivals.add(new Sky.Arrival(timeS, report(i, timeS, lie.northM(i))));
            }
        }
        arrivals.sort((a, b) -> Double.compare(a.timeS(), b.timeS()));
        return Sky.track(sky.sites(), arrivals, END_S).state().knowledge().registration();
    }

    private Measurement report(int flyer, double timeS, double northM) {
        Geodetic place = sky.place(flyer, timeS);
        double north = (northM + 15 * draws.gaussian()) * METRES;
        double east = 15 * draws.gaussian() * METRES / Exact.cos(place.latRad());
        return Sky.report(
                timeS, new LatLon(place.latRad() + north, place.lonRad() + east), 0x400000 + flyer, place.heightM());
    }

    private static RadarPlot wrong(RadarPlot plot) {
        Polar polar = plot.polar();
        return new RadarPlot(
                plot.provenance(),
                Polar.flat(polar.rangeM() + RANGE_M, Exact.turn(polar.azimuthRad() + AZIMUTH_RAD)),
                plot.sigma(),
                plot.altitude(),
                plot.identity(),
                plot.detection(),
                plot.sensorTrack());
    }

    private static void assertFound(Registration found, double sigmas) {
        for (int kind = 0; kind < 2; kind++) {
            double truth = kind == 0 ? RANGE_M : AZIMUTH_RAD;
            Registration.Estimate wrong = found.estimate(0, kind);
            Registration.Estimate right = found.estimate(1, kind);
            assertEquals(truth, wrong.value(), sigmas * wrong.sigma(), wrong.toString());
            assertEquals(0, right.value(), sigmas * right.sigma(), right.toString());
            assertEquals(0, found.applied(1, kind), right.toString());
            assertTrue(found.applied(0, kind) > 0, wrong.toString());
        }
    }

    @Test
    void reportsTellWhichOfTwoRadarsErrs() {
        Registration found = learnt(8, flyer -> 0);

        assertFound(found, 3);
        assertTrue(found.estimate(0, 0).sigma() < 30, found.estimate(0, 0).toString());
    }

    @Test
    void withoutReportsItIsLessCertain() {
        double without = learnt(0, flyer -> 0).estimate(1, 1).sigma();
        double with = learnt(8, flyer -> 0).estimate(1, 1).sigma();

        assertTrue(with < 0.8 * without, with + " and " + without);
    }

    @Test
    void anAeroplaneThatSaysItIsElsewhereMovesNoRadar() {
        assertFound(learnt(8, flyer -> flyer == 0 ? 600 : 0), 3.5);
    }

    @Test
    void reportsOfNothingMoveNoRadar() {
        Registration found = learnt(8, flyer -> flyer == 0 ? 20_000 : 0);

        assertFound(found, 3);
    }
}
