package vedette.simulate.lowsky;

import vedette.math.Draws;
import vedette.math.Exact;
import vedette.model.Enu;

/// A drone that tells where it is, truly or not: what it tells each second, drawn by seed.
///
/// How common each manner is, is a statement of ours and no measurement: nobody has published one. Standards let no
/// transmitter go on telling a place that it lost, so that honest faults are set rare.
public final class Broadcast {
    /// How it tells.
    public enum Manner {
        /// The truth.
        HONEST(0, false),
        /// The truth; but once its place stays while it flies on and tells its speed, for four seconds in the mean.
        FROZEN(1 / 2000.0, false),
        /// The truth; but now and then one place is far off.
        GARBLED(1 / 500.0, false),
        /// One place for ever, with the speed of a flight.
        STANDING(1 / 300.0, true),
        /// Here, then there, every few seconds.
        JUMPING(1 / 500.0, true);

        private final double share;
        private final boolean lies;

        Manner(double share, boolean lies) {
            this.share = share;
            this.lies = lies;
        }

        /// How common it is among all drones that tell; the rest is honest.
        public double share() {
            return share;
        }

        /// Whether what it tells is made up.
        public boolean lies() {
            return lies;
        }
    }

    private static final double FROZEN_S = 4;
    private static final double AGAIN = 0.05;
    private static final int MOST_JUMPS = 12;
    private static final double LEAST_OFF_M = 2_000;
    private static final double MOST_OFF_M = 9_000;

    private final Manner manner;
    private final Enu from;
    private final Enu velocityMps;
    private final double stopsS;
    private final double goesOnS;
    private final double[] jumpsS = new double[MOST_JUMPS];
    private final int jumps;
    private final Enu off;

    private Broadcast(Manner manner, Draws draws) {
        this.manner = manner;
        double course = draws.uniform(0, 2 * Math.PI);
        double speed = draws.uniform(10, 28);
        from = new Enu(draws.uniform(-3e3, 3e3), draws.uniform(-3e3, 3e3), draws.uniform(30, 110));
        velocityMps = new Enu(speed * Exact.sin(course), speed * Exact.cos(course), 0);
        stopsS = manner == Manner.STANDING ? 0 : Math.floor(draws.uniform(3, 20));
        goesOnS = manner == Manner.STANDING ? 1e9 : stopsS - FROZEN_S * Exact.log(draws.uniform());
        double away = draws.uniform(LEAST_OFF_M, MOST_OFF_M);
        off = new Enu(away * Exact.cos(course), away * Exact.sin(course), 0);
        jumps = manner == Manner.GARBLED ? garbled(draws) : jumping(draws);
    }

    /// A drone that tells in a manner.
    public static Broadcast drawn(Manner manner, Draws draws) {
        return new Broadcast(manner, draws);
    }

    // One place is wrong: there, and back with the next.
    private int garbled(Draws draws) {
        int count = 0;
        double at = 2;
        do {
            at += Math.ceil(draws.uniform(1, 8));
            jumpsS[count++] = at;
            jumpsS[count++] = at + 1;
        } while (count < MOST_JUMPS && draws.uniform() < AGAIN);
        return count;
    }

    private int jumping(Draws draws) {
        double at = 0;
        for (int i = 0; i < MOST_JUMPS; i++) {
            at += Math.ceil(draws.uniform(1, 4));
            jumpsS[i] = at;
        }
        return MOST_JUMPS;
    }

    /// Where it says that it is.
    public Enu told(double timeS) {
        Enu there = along(timeS);
        return switch (manner) {
            case HONEST -> there;
            case FROZEN, STANDING -> timeS >= stopsS && timeS < goesOnS ? along(stopsS) : there;
            case GARBLED, JUMPING ->
                jumpsUntil(timeS) % 2 == 0
                        ? there
                        : new Enu(there.east() + off.east(), there.north() + off.north(), there.up());
        };
    }

    private Enu along(double timeS) {
        return new Enu(from.east() + timeS * velocityMps.east(), from.north() + timeS * velocityMps.north(), from.up());
    }

    /// The velocity that it tells.
    public Enu velocityMps() {
        return velocityMps;
    }

    /// How often its place has jumped.
    public int jumpsUntil(double timeS) {
        int count = 0;
        while (manner != Manner.HONEST && count < jumps && jumpsS[count] <= timeS) {
            count++;
        }
        return manner == Manner.GARBLED || manner == Manner.JUMPING ? count : 0;
    }

    /// For how long its place has stood, seconds.
    public double stoodS(double timeS) {
        boolean stands = (manner == Manner.FROZEN || manner == Manner.STANDING) && timeS >= stopsS && timeS < goesOnS;
        return stands ? timeS - stopsS : 0;
    }
}
