package vedette.core.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vedette.core.assess.AirFile;
import vedette.core.assess.Answer;

/// Whether the probabilities of false places mean what they say: many skies with honest aircraft, some of which hide
/// from
/// a radar, and with liars.
///
/// Lies are one in a thousand: too few to draw. So liars and hiding ones are drawn often, and each aircraft counts as
/// often as it would come (importance sampling).
@Tag("long")
class AirClaimsCalibrationTest {
    private static final int SKIES = 48;
    private static final int AIRCRAFT = 25;
    private static final double END_S = 160;
    private static final ClaimedSky.Shares DRAWN = new ClaimedSky.Shares(0.25, 0.5);
    private static final double[] EDGES = {0, 0.001, 0.01, 0.1, 0.5, 0.9, 1};

    /// A drifting place that is still so near is neither right nor wrong, metres.
    private static final double WRONG_M = 2_000;

    private record Sample(double probability, boolean lies, double weight) {}

    private final List<Sample> samples = new ArrayList<>();

    @Test
    void whatIsSaidComesTrueAsOftenAsItIsSaid() {
        for (int seed = 0; seed < SKIES; seed++) {
            ClaimedSky sky = new ClaimedSky(5_000 + seed, AIRCRAFT, DRAWN, 1 + seed % 3);
            List<Skies.Arrival> arrivals = sky.until(END_S);
            for (double atS : new double[] {40, 80, END_S}) {
                sample(sky, arrivals, atS);
            }
        }
        double error = 0;
        double all = samples.stream().mapToDouble(Sample::weight).sum();
        for (int bin = 0; bin + 1 < EDGES.length; bin++) {
            double low = EDGES[bin];
            double high = EDGES[bin + 1];
            List<Sample> in = samples.stream()
                    .filter(s -> s.probability >= low && s.probability < high)
                    .toList();
            double weight = in.stream().mapToDouble(Sample::weight).sum();
            double said = in.stream().mapToDouble(s -> s.weight * s.probability).sum() / weight;
            double came =
                    in.stream().filter(Sample::lies).mapToDouble(Sample::weight).sum() / weight;
            long lies = in.stream().filter(Sample::lies).count();
            System.out.printf(
                    "%.3f-%.3f: %d samples, %d lies; said %.5f, came true %.5f (weight %.6f)%n",
                    low, high, in.size(), lies, said, came, weight / all);
            error += in.isEmpty() ? 0 : weight / all * Math.abs(said - came);
        }
        System.out.printf("calibration error %.5f%n", error);
        assertTrue(error < 0.002, "calibration error " + error);
    }

    // Each moment is a watch of its own: what is known then is read off its end.
    private void sample(ClaimedSky sky, List<Skies.Arrival> arrivals, double atS) {
        List<Skies.Arrival> before =
                arrivals.stream().filter(arrival -> arrival.timeS() < atS).toList();
        Watch watch = Watch.over(sky.sites(), before, atS);
        for (int i = 0; i < AIRCRAFT; i++) {
            AirFile file = watch.aircraft(ClaimedSky.address(i));
            double apartM = sky.apartM(i, atS);
            if (file != null
                    && (apartM == 0 || apartM > WRONG_M)
                    && file.answer().looks() > 0) {
                Answer answer = file.answer();
                samples.add(new Sample(1 - answer.well() - answer.poorly(), apartM > 0, weight(sky, i)));
            }
        }
    }

    private static double weight(ClaimedSky sky, int aircraft) {
        boolean lies = sky.lie(aircraft) != ClaimedSky.Lie.NONE;
        ClaimedSky.Shares usual = ClaimedSky.Shares.USUAL;
        double weight = lies ? usual.lying() / DRAWN.lying() : (1 - usual.lying()) / (1 - DRAWN.lying());
        for (int radar = 0; radar < sky.sites().size(); radar++) {
            weight *= sky.hides(aircraft, radar)
                    ? usual.hiding() / DRAWN.hiding()
                    : (1 - usual.hiding()) / (1 - DRAWN.hiding());
        }
        return weight;
    }
}
