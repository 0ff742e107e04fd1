package vedette.app;

import java.io.IOException;
import java.nio.file.Path;
import vedette.core.estimate.pmbm.PlanarModel;
import vedette.format.text.Json;

/// The `scenario.json` of the planar benchmark: everything a filter may know.
///
/// @param model how targets behave
/// @param steps looks of a run
/// @param cutoffM GOSPA's c
record PlanarScenario(PlanarModel model, int steps, double cutoffM) {
    /// More looks than this are no benchmark but a mistake.
    private static final int MOST_STEPS = 1_000_000;

    static PlanarScenario read(Path file) throws IOException {
        ScoreFolder scenario = new ScoreFolder(file);
        Json json = TextFiles.json(file);
        try {
            double[] area = numbers(json, file, 2, "area_m");
            PlanarModel.Birth birth = new PlanarModel.Birth(
                    scenario.number("birth", "first_step_weight"),
                    scenario.number("birth", "weight"),
                    state(numbers(json, file, 4, "birth", "mean")),
                    state(numbers(json, file, 4, "birth", "sigma")));
            PlanarModel model = new PlanarModel(
                    scenario.number("step_s"),
                    scenario.number("q"),
                    scenario.number("sigma_m"),
                    scenario.number("pd"),
                    scenario.number("ps"),
                    scenario.number("clutter_per_scan") / (area[0] * area[1]),
                    birth);
            return new PlanarScenario(model, steps(scenario.number("steps")), scenario.number("gospa", "c_m"));
        } catch (IllegalArgumentException unfit) {
            throw new Failure(file + ": " + unfit.getMessage(), "Correct it", unfit);
        }
    }

    private static int steps(double steps) {
        if (!(steps >= 1 && steps <= MOST_STEPS)) {
            throw new IllegalArgumentException("steps " + steps);
        }
        return (int) steps;
    }

    private static PlanarModel.State state(double[] four) {
        return new PlanarModel.State(four[0], four[1], four[2], four[3]);
    }

    private static double[] numbers(Json json, Path file, int count, String... path) {
        double[] numbers = json.numbers(path);
        if (numbers.length != count) {
            throw new Failure(
                    file + ": " + String.join(".", path) + " has not " + count + " numbers",
                    "Give the scenario.json of a planar folder");
        }
        return numbers;
    }
}
