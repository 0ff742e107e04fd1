package vedette.edge.feed;

/// How many faults of one connection are answered: enough to be told what is wrong, too few to be used as an amplifier.
final class SapientErrors {
    private static final int MOST_PER_S = 20;

    /// A connection that sends nothing but faults for so long is no node of ours.
    private static final int MOST_IN_A_ROW = 1_000;

    private static final long SECOND_NS = 1_000_000_000L;

    private long secondNs = System.nanoTime();
    private int inSecond;
    private int inARow;

    void good() {
        inARow = 0;
    }

    /// Counts a fault.
    ///
    /// @return whether it is to be answered
    boolean fault() {
        inARow++;
        long now = System.nanoTime();
        if (now - secondNs >= SECOND_NS) {
            secondNs = now;
            inSecond = 0;
        }
        return ++inSecond <= MOST_PER_S;
    }

    boolean hopeless() {
        return inARow >= MOST_IN_A_ROW;
    }
}
