package vedette.core.track;

import vedette.math.ChiSquare;

/// Whether a sensor's residuals fit what it states of itself, and whether it sees what others see.
///
/// Squared residuals over their variances are averaged for range, azimuth and elevation, fading; when the mean leaves
/// its chi-square bound and is large enough to matter, the sensor's sigmas are inflated by as much
/// ([#inflation]), until it fits again.
///
/// @param squares sums of squared normalised residuals, fading; never changed
/// @param counts how many, fading; never changed
/// @param inflation by what the stated sigmas of range, azimuth and elevation are multiplied, 1 or more; never changed
/// @param agreed looks that saw a track which others hold, fading
/// @param disagreed looks that did not, fading
record SensorFit(double[] squares, double[] counts, double[] inflation, double agreed, double disagreed) {
    private static final double MEMORY = 300;
    private static final double LOOKS_MEMORY = 200;

    /// That residuals are as stated counts like so many.
    private static final double TRUST = 20;

    /// One residual counts at most so much: a wrong pairing must not flag a sensor.
    private static final double MOST = 50;

    /// Residuals are too large from this ratio on, and no longer below the second.
    private static final double LARGE = 1.7;

    private static final double WELL = 1.35;
    private static final double FEWEST = 60;
    private static final double SETTLED = 150;
    private static final double MOST_INFLATION = 6;

    /// Residuals of one track are not independent: so many count as one.
    static final double CORRELATION = 4;

    private static final double CERTAIN = 0.999;

    /// A sensor is in doubt when it sees less than this share of what it should see of the tracks that others hold.
    private static final double DOUBT = 0.5;

    private static final double FEWEST_LOOKS = 20;

    static final SensorFit FINE = new SensorFit(new double[3], new double[3], new double[] {1, 1, 1}, 0, 0);

    /// How many times as large as stated the residuals are, in the root of the mean square.
    ///
    /// @param axis 0 range, 1 azimuth, 2 elevation
    double ratio(int axis) {
        return Math.sqrt((TRUST + squares[axis]) / (TRUST + counts[axis]));
    }

    boolean large(int axis) {
        return inflation[axis] > 1;
    }

    boolean plain() {
        return inflation[0] == 1 && inflation[1] == 1 && inflation[2] == 1;
    }

    /// Whether enough is known and all is well, so that fewer residuals need be looked at.
    boolean settled() {
        return counts[0] >= SETTLED && ratio(0) < WELL && ratio(1) < WELL && ratio(2) < WELL && agreement() > DOUBT;
    }

    /// Share of the looks at tracks that others hold which saw them.
    double agreement() {
        return (1 + agreed) / (1 + agreed + disagreed);
    }

    /// Whether the sensor sees too little of what others hold.
    ///
    /// @param detection what it should see, a share
    boolean doubtful(double detection) {
        return agreed + disagreed >= FEWEST_LOOKS && agreement() < DOUBT * detection;
    }

    /// With what a look taught.
    SensorFit learnt(Lesson lesson) {
        if (lesson.residuals.count == 0 && lesson.agreed + lesson.disagreed == 0) {
            return this;
        }
        double[] sums = squares.clone();
        double[] numbers = counts.clone();
        for (int r = 0; r < lesson.residuals.count; r++) {
            for (int axis = 0; axis < 3; axis++) {
                if (lesson.residuals.tells(r, axis)) {
                    sums[axis] = sums[axis] * (1 - 1 / MEMORY) + square(lesson, r, axis);
                    numbers[axis] = numbers[axis] * (1 - 1 / MEMORY) + 1;
                }
            }
        }
        double kept = Math.max(0, 1 - (lesson.agreed + lesson.disagreed) / LOOKS_MEMORY);
        return new SensorFit(
                        sums, numbers, inflation, agreed * kept + lesson.agreed, disagreed * kept + lesson.disagreed)
                .inflated();
    }

    private static double square(Lesson lesson, int residual, int axis) {
        double value = lesson.residuals.at(residual, Residuals.RESIDUAL + axis);
        double variance = lesson.residuals.at(residual, Residuals.TRACK_VARIANCE + axis)
                + lesson.residuals.at(residual, Residuals.PLOT_VARIANCE + axis);
        return Math.min(MOST, value * value / variance);
    }

    private SensorFit inflated() {
        double[] factors = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            factors[axis] = factor(axis);
        }
        return new SensorFit(squares, counts, factors, agreed, disagreed);
    }

    private double factor(int axis) {
        double ratio = ratio(axis);
        if (counts[axis] < FEWEST || ratio < (large(axis) ? WELL : LARGE)) {
            return 1;
        }
        int degrees = (int) (counts[axis] / CORRELATION);
        boolean outside = ChiSquare.probability(ratio * ratio * degrees, degrees) > CERTAIN;
        return outside ? Math.min(MOST_INFLATION, ratio) : 1;
    }

    /// Without what was seen of residuals: the sensor measures otherwise now.
    SensorFit anew() {
        return new SensorFit(FINE.squares, FINE.counts, FINE.inflation, agreed, disagreed);
    }

    /// Without what was seen of agreement: the sensor was moved.
    SensorFit moved() {
        return new SensorFit(squares, counts, inflation, 0, 0);
    }
}
