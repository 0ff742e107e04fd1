package vedette.edge.feed;

/// How long to wait before connecting again: longer each time, up to half a minute, and not all feeds at once.
final class BackOff {
    private static final long[] WAITS_MS = {250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000};
    /// A hundred feeds that lost one server must not come back in step; fixed, so that a test knows what comes.
    private static final double[] JITTER = {1.00, 0.81, 1.17, 0.92, 1.08, 0.76, 1.23, 0.87, 1.13, 0.97, 1.04};

    private final int offset;
    private int failures;

    BackOff(String name) {
        offset = Math.floorMod(name.hashCode(), JITTER.length);
    }

    /// How long to wait after another failure, milliseconds.
    long nextMs() {
        long wait = WAITS_MS[Math.min(failures, WAITS_MS.length - 1)];
        double jitter = JITTER[(offset + failures) % JITTER.length];
        failures = failures == Integer.MAX_VALUE ? failures : failures + 1;
        return Math.round(wait * jitter);
    }

    /// The connection worked: the next wait is the shortest again.
    void succeeded() {
        failures = 0;
    }
}
