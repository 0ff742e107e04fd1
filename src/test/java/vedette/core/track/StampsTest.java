package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.math.Draws;
import vedette.model.Enu;
import vedette.model.Measurement;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Provenance;
import vedette.model.SensorFinding;

/// Plots that are stamped by another clock than their sensor's sweeps.
class StampsTest {
    private static final double PERIOD_S = 4;

    private final Draws draws = Draws.of(1, 1, "stamps");

    private Stamps after(Stamps stamps, int plots, double aheadS) {
        for (int i = 0; i < plots; i++) {
            stamps = stamps.with(aheadS - stamps.appliedS() + 0.01 * draws.gaussian(), PERIOD_S);
        }
        return stamps;
    }

    @Test
    void sweepsAreMovedToThePlotsClockWithinATurn() {
        assertEquals(1, after(Stamps.NONE, 32, 1).appliedS(), 0.03);
        assertEquals(-1, after(Stamps.NONE, 32, -1).appliedS(), 0.03);
    }

    @Test
    void aTenthOfASecondIsLeftAlone() {
        assertEquals(0, after(Stamps.NONE, 500, 0.08).appliedS());
    }

    @Test
    void stampsThatAgreeWithNothingMoveNothing() {
        Stamps stamps = Stamps.NONE;
        for (int i = 0; i < 500; i++) {
            stamps = stamps.with(draws.uniform(-2, 2), PERIOD_S);
        }

        assertEquals(0, stamps.appliedS());
    }

    @Test
    void aClockThatIsSetRightIsFollowed() {
        Stamps stamps = after(after(Stamps.NONE, 200, 1), 600, 0);

        assertEquals(0, stamps.appliedS());
    }

    @Test
    void threeQuartersOfATurnAheadAreAQuarterBehind() {
        assertEquals(-1, after(Stamps.NONE, 64, 3).appliedS(), 0.03);
    }

    // Three radars, and the plots of the first are stamped later than its sweeps are.
    private static Sky.Seen watched(double laterS) {
        Sky sky = new Sky().radar2d("A", 0, 4).radar2d("B", 60_000, 5).radar2d("C", -40_000, 10);
        for (int i = 0; i < 12; i++) {
            double angle = i * Math.PI / 6;
            sky.flyer(
                    new Enu(50_000 * Math.sin(angle), 50_000 * Math.cos(angle), 9000),
                    new Enu(-200 * Math.cos(angle), 200 * Math.sin(angle), 0));
        }
        List<Sky.Arrival> arrivals = new ArrayList<>();
        for (Sky.Arrival arrival : sky.fly(0, 300, 0.9)) {
            arrivals.add(
                    arrival.measurement() instanceof RadarPlot plot
                                    && plot.provenance().sensor().name().equals("A")
                            ? new Sky.Arrival(Math.max(0, arrival.timeS() + laterS), later(plot, laterS))
                            : arrival);
        }
        arrivals.sort((a, b) -> Double.compare(a.timeS(), b.timeS()));
        return Sky.track(sky.sites(), arrivals, 300);
    }

    private static Measurement later(RadarPlot plot, double laterS) {
        Provenance from = plot.provenance();
        return new RadarPlot(
                new Provenance(from.sensor(), from.observedAt().plusNs(Math.round(laterS * 1e9)), from.releasability()),
                plot.polar(),
                plot.sigma(),
                plot.altitude(),
                plot.identity(),
                plot.detection(),
                plot.sensorTrack());
    }

    private static void assertFound(double laterS) {
        Sky.Seen seen = watched(laterS);

        SensorKnowledge known = seen.state().knowledge().of(0);
        SensorFinding finding = Tracker.findings(seen.state()).getFirst();
        assertEquals(12, seen.picture().size());
        assertEquals(laterS, known.stamps().appliedS(), 0.05);
        assertEquals(laterS, known.bias().timeS(), 0.25);
        assertTrue(finding.words().contains("clock about "), finding.words());
    }

    @Test
    void aClockASecondAheadOfItsSweepsIsFoundAndPutRight() {
        assertFound(1);
    }

    @Test
    void aClockASecondBehindItsSweepsIsFoundAndPutRight() {
        assertFound(-1);
    }

    @Test
    void clocksThatAgreeMoveNothing() {
        assertEquals(
                Stamps.NONE.appliedS(),
                watched(0).state().knowledge().of(0).stamps().appliedS());
    }
}
