package vedette.core.engine;

import java.util.Map;
import java.util.TreeMap;

/// How many of the shifted places are told with 0.9 or more, by how far they are shifted and how long they were
/// watched.
final class ShiftLadder {
    private final double firstM;
    private final int steps;
    private final Map<Double, int[][]> told = new TreeMap<>();

    /// A ladder whose steps are each twice the one before.
    ///
    /// @param firstM the end of the first step
    ShiftLadder(double firstM, int steps) {
        this.firstM = firstM;
        this.steps = steps;
    }

    void asked(double shiftM, double afterS, boolean isTold) {
        int step = (int) Math.clamp(Math.floor(Math.log(shiftM / firstM) / Math.log(2)) + 1, 0, steps - 1);
        int[] count = told.computeIfAbsent(afterS, _ -> new int[steps][2])[step];
        count[0] += isTold ? 1 : 0;
        count[1]++;
    }

    /// The share told on a step after a time.
    double share(int step, double afterS) {
        int[] count = told.getOrDefault(afterS, new int[steps][2])[step];
        return count[0] / (double) Math.max(1, count[1]);
    }

    String lines() {
        StringBuilder text = new StringBuilder();
        told.forEach((afterS, counts) -> {
            text.append(String.format("after %3.0f s:", afterS));
            for (int step = 0; step < steps; step++) {
                text.append(String.format(
                        "  to %.0f m %d of %d", firstM * Math.pow(2, step), counts[step][0], counts[step][1]));
            }
            text.append(System.lineSeparator());
        });
        return text.toString();
    }
}
