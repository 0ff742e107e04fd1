package vedette.core.track;

/// How long after its stamps a sensor's messages arrive, as a rule.
///
/// A single stamp far off the rule is a stray: used, it would send the beam and a track into another time. When many
/// strays agree the clock was set, or the way became longer: they are the rule from then on. A sensor whose clock is
/// wrong by a constant so stays of use, alone at least.
///
/// @param known whether there is a rule yet
/// @param delayNs the rule
/// @param strayNs what the latest strays agree on
/// @param strays how many of them
record Clock(boolean known, long delayNs, long strayNs, int strays) {
    static final Clock UNKNOWN = new Clock(false, 0, 0, 0);

    /// A message is a stray when it comes so much earlier or later than as a rule, nanoseconds.
    private static final long STRAY_NS = 5_000_000_000L;

    /// Small changes are not followed, nanoseconds.
    private static final long STEADY_NS = 1_000_000_000L;

    /// What changes is followed by one part in so many.
    private static final int INERTIA = 8;

    /// So many strays that agree are the rule.
    private static final int MANY = 20;

    /// The delay of a message, nanoseconds; the farthest there is where the stamp is beyond all bounds.
    static long delayNs(long observedNs, long arrivedNs) {
        long delay = arrivedNs - observedNs;
        boolean overflow = ((arrivedNs ^ observedNs) & (arrivedNs ^ delay)) < 0;
        return overflow ? (arrivedNs > observedNs ? Long.MAX_VALUE : Long.MIN_VALUE) / 4 : delay;
    }

    /// Whether a message keeps to the rule; before there is one, to none at all.
    boolean keeps(long delay) {
        return near(delay, known ? delayNs : 0);
    }

    private static boolean near(long a, long b) {
        return a <= b + STRAY_NS && a >= b - STRAY_NS;
    }

    /// After a message; the same object when it tells nothing new.
    Clock after(long delay) {
        if (keeps(delay)) {
            boolean steady = known && Math.abs(delay - delayNs) <= STEADY_NS;
            long next = known ? delayNs + (delay - delayNs) / INERTIA : delay;
            return steady && strays == 0 ? this : new Clock(true, steady ? delayNs : next, 0, 0);
        }
        int agreeing = strays > 0 && near(delay, strayNs) ? strays + 1 : 1;
        return agreeing >= MANY ? new Clock(true, delay, 0, 0) : new Clock(known, delayNs, delay, agreeing);
    }
}
