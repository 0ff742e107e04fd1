package vedette.format.share;

/// How finely a thing is told. Each grade is made from the one before, so that it holds the finer one within it.
public enum Grade {
    /// As it is known.
    FULL(0, 0, 0),
    /// Places on a grid of a tenth of a degree (11 km), times to the minute, directions to 5°.
    AREA(0.1, 60, 5),
    /// Places on a grid of a degree (111 km), times to ten minutes, directions to 30°.
    REGION(1, 600, 30);

    private static final long NS = 1_000_000_000L;

    private final double gridDeg;
    private final long stepS;
    private final double turnDeg;

    Grade(double gridDeg, long stepS, double turnDeg) {
        this.gridDeg = gridDeg;
        this.stepS = stepS;
        this.turnDeg = turnDeg;
    }

    /// Whether who may see this grade may see the other one too.
    public boolean isAsFineAs(Grade other) {
        return compareTo(other) <= 0;
    }

    double gridRad() {
        return Math.toRadians(gridDeg);
    }

    long stepNs() {
        return stepS * NS;
    }

    double turnRad() {
        return Math.toRadians(turnDeg);
    }
}
