package vedette.core.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vedette.core.assess.AirFile;
import vedette.core.assess.Answer;
import vedette.core.assess.Beside;
import vedette.score.Reliability;

/// Whether the probabilities of false places mean what they say: many skies with honest aircraft, some of
/// which hide from a radar, and with liars.
///
/// Lies are one in a thousand: too few to draw. So liars and hiding ones are drawn often, and each aircraft counts as
/// often as it would come (importance sampling). As what is rare is right to be denied nearly always, the evidence is
/// asked about as if a quarter lied.
@Tag("long")
class AirClaimsCalibrationTest {
    private static final int SKIES = 48;
    private static final int AIRCRAFT = 25;
    private static final double END_S = 160;
    private static final double LYING = ClaimedSky.Shares.USUAL.lying();
    private static final double ASKED = 0.25;
    private static final ClaimedSky.Shares LARGE = new ClaimedSky.Shares(ASKED, 0.5);
    private static final ClaimedSky.Shares SMALL = new ClaimedSky.Shares(0, 0.1, ASKED, 1);

    /// A drifting place that is still so near is neither right nor wrong, metres.
    private static final double WRONG_M = 2_000;

    private final List<Reliability.Said> samples = new ArrayList<>();

    private record Moments(ClaimedSky sky, List<Skies.Arrival> arrivals) {
        // Each moment is a watch of its own: what is known then is read off its end.
        Watch until(double atS) {
            List<Skies.Arrival> before =
                    arrivals.stream().filter(arrival -> arrival.timeS() < atS).toList();
            return Watch.over(sky.sites(), before, atS);
        }
    }

    @Test
    void whatIsSaidOfEmptyPlacesComesTrueAsOftenAsItIsSaid() {
        for (int seed = 0; seed < SKIES; seed++) {
            ClaimedSky sky = new ClaimedSky(5_000 + seed, AIRCRAFT, LARGE, 1 + seed % 3);
            Moments moments = new Moments(sky, sky.until(END_S));
            for (double atS : new double[] {40, 80, END_S}) {
                answers(sky, moments.until(atS), atS);
            }
        }

        holds("places where nothing flies");
    }

    @Test
    void whatIsSaidOfSmallShiftsComesTrueAsOftenAsItIsSaid() {
        ShiftLadder ladder = new ShiftLadder(200, 6);
        for (int seed = 0; seed < SKIES; seed++) {
            ClaimedSky sky = new ClaimedSky(23_000 + seed, AIRCRAFT, SMALL, 1 + seed % 3);
            Moments moments = new Moments(sky, sky.until(120));
            for (double atS : new double[] {10, 30, 120}) {
                shifts(sky, moments.until(atS), atS, ladder);
            }
        }
        System.out.print(ladder.lines());

        holds("places that are shifted");
    }

    private void holds(String what) {
        Reliability usual = Reliability.of(samples);
        Reliability asked = usual.asCommonAs(LYING, ASKED);
        System.out.print(what + ": " + usual.lines() + asked.lines());
        assertTrue(samples.size() >= 1000, "samples " + samples.size());
        assertTrue(usual.error() < LYING / 2, usual.lines());
        assertTrue(asked.error() <= 0.05, asked.lines());
        assertTrue(asked.overstated(10).error() > 0.05 && asked.overstated(0.1).error() > 0.05);
        assertTrue(asked.unexplained() < 0.7, asked.lines());
    }

    private void answers(ClaimedSky sky, Watch watch, double atS) {
        for (int i = 0; i < AIRCRAFT; i++) {
            AirFile file = watch.aircraft(ClaimedSky.address(i));
            double apartM = sky.apartM(i, atS);
            if (file != null
                    && (apartM == 0 || apartM > WRONG_M)
                    && file.answer().looks() > 0) {
                Answer answer = file.answer();
                samples.add(new Reliability.Said(
                        1 - answer.well() - answer.poorly(), apartM > 0, weight(sky, i, LARGE, LARGE.lying())));
            }
        }
    }

    private void shifts(ClaimedSky sky, Watch watch, double atS, ShiftLadder ladder) {
        for (int i = 0; i < AIRCRAFT; i++) {
            AirFile file = watch.aircraft(ClaimedSky.address(i));
            if (file != null && file.beside().isPresent()) {
                double probability =
                        file.beside().get().shift(Skies.START.plusS(atS)).probability(Beside.Size.LARGE);
                boolean lies = sky.apartM(i, atS) > 0;
                samples.add(new Reliability.Said(
                        probability == 0 ? LYING : probability, lies, weight(sky, i, SMALL, SMALL.shifted())));
                if (lies) {
                    ladder.asked(sky.shiftM(i), atS, probability >= 0.9);
                }
            }
        }
    }

    private static double weight(ClaimedSky sky, int aircraft, ClaimedSky.Shares drawn, double lying) {
        boolean lies = sky.lie(aircraft) != ClaimedSky.Lie.NONE;
        ClaimedSky.Shares usual = ClaimedSky.Shares.USUAL;
        double weight = lies ? usual.lying() / lying : (1 - usual.lying()) / (1 - lying);
        for (int radar = 0; radar < sky.sites().size(); radar++) {
            weight *= sky.hides(aircraft, radar)
                    ? usual.hiding() / drawn.hiding()
                    : (1 - usual.hiding()) / (1 - drawn.hiding());
        }
        return weight;
    }
}
