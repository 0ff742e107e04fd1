package vedette.core.raid;

import vedette.math.TextKey;
import vedette.model.Enu;
import vedette.model.Measurement;

/// What a sound means: which flier made it, or a new one, or nobody.
///
/// Every flier makes sounds at random moments, so a sound has exactly one cause: a flier j in proportion to
/// `r_j Σ_k w_k SCALE N(z; m_k, S_k)`, a flier that nobody heard before, or a false alarm of the node. The chances are
/// exact for one sound after another; nothing needs to be assigned, and two fliers may share what both may have made
/// (the same model as Williams, "Marginal multi-Bernoulli filters", 2015, with extended targets of Gilholm and Salmond
/// 2005).
final class Hearing {
    /// A sound older than this is of no use any more, seconds.
    private static final double OLDEST_S = 90;

    /// A sound from so far in the future is none, seconds.
    private static final double NEWEST_S = 5;

    /// Fliers beyond these are not watched: ten times the largest raid that was ever flown.
    private static final int MOST_FLIERS = 4_096;

    /// Fliers farther from a sound did not make it, metres; those that turned are so far off at most.
    private static final double FARTHEST_M = 15_000;

    /// A cause less likely than this is none.
    private static final double LEAST_SHARE = 0.002;

    /// A new flier less likely than this is not followed.
    private static final double LEAST_NEW = 0.02;

    private final Round round;

    Hearing(Round round) {
        this.round = round;
    }

    void take(Measurement.Presence heard) {
        double timeS = heard.provenance().observedAt().secondsSince(round.before.epoch());
        if (!(timeS > round.nowS - OLDEST_S && timeS < round.nowS + NEWEST_S)) {
            round.late = round.late.passed(
                    round.stamp.seq(),
                    round.stamp.arrivedAt(),
                    "a presence of " + heard.provenance().sensor() + " observed " + Math.round(round.nowS - timeS)
                            + " s before it came",
                    round.outputs);
            return;
        }
        String name = heard.provenance().sensor().name();
        int known = round.net.number(name);
        int node = known >= 0 ? known : stranger(name);
        Enu at = node < 0 ? round.net.plane(heard.place()) : new Enu(round.net.x(node), round.net.y(node), 0);
        if (at.up() < Net.LOWEST_M) {
            return;
        }
        caused(
                heard.bearingRad().isPresent()
                        ? Sound.along(
                                node,
                                timeS,
                                at.east(),
                                at.north(),
                                round.net.turned(
                                        heard.place(), heard.bearingRad().getAsDouble()))
                        : Sound.around(node, timeS, at.east(), at.north()));
    }

    // A node nobody told of has a negative number of its own, so that three of them are three.
    private static int stranger(String name) {
        return -1 - (int) (TextKey.of(name) & 0x3fffffff);
    }

    private void caused(Sound sound) {
        Ear ear = sound.ear() < 0 ? Ear.expected(0, 0) : round.ear(sound.ear());
        if (ear.isLying(round.nowS)) {
            round.keep(sound.ear(), ear.blamed(1));
            return;
        }
        long[] numbers = new long[round.fliers.size()];
        double[] densities = new double[numbers.length];
        int[] found = {0};
        double[] all = {ear.falseHz(round.nowS) + Model.NEW_HZ};
        round.fliers.forEach((number, flier) -> {
            double density = Round.isNear(flier, sound.x(), sound.y(), FARTHEST_M, sound.timeS())
                    ? round.work.load(flier.modes()).density(sound, sound.timeS() - flier.atS())
                    : 0;
            if (density > 0) {
                numbers[found[0]] = number;
                densities[found[0]++] = density;
                all[0] += flier.existence() * Model.SCALE * density;
            }
        });
        for (int i = 0; i < found[0]; i++) {
            share(numbers[i], densities[i], all[0], sound);
        }
        if (Model.NEW_HZ > LEAST_NEW * all[0]) {
            begin(sound, Model.NEW_HZ / all[0]);
        } else if (sound.ear() >= 0) {
            double alone = (all[0] - explained(numbers, densities, found[0])) / all[0];
            round.keep(sound.ear(), round.ear(sound.ear()).blamed(Math.max(0, alone)));
        }
    }

    private double explained(long[] numbers, double[] densities, int found) {
        double sum = 0;
        for (int i = 0; i < found; i++) {
            Flier flier = round.fliers.get(numbers[i]);
            sum += flier == null ? 0 : flier.existence() * Model.SCALE * densities[i];
        }
        return sum;
    }

    private void share(long number, double density, double all, Sound sound) {
        Flier flier = round.fliers.get(number);
        double share = flier == null ? 0 : flier.existence() * Model.SCALE * density / all;
        if (flier == null || share < LEAST_SHARE) {
            return;
        }
        Flier now = flier;
        if (sound.timeS() > flier.atS()) {
            Modes ahead = round.work
                    .load(flier.modes())
                    .ahead(sound.timeS() - flier.atS())
                    .modes();
            now = flier.moved(ahead, sound.timeS());
        }
        Modes after = round.work
                .load(now.modes())
                .heard(sound, sound.timeS() - now.atS(), share, density)
                .modes();
        round.keep(now.heard(sound, share, after));
        if (flier.isSure() && sound.ear() >= 0) {
            round.keep(sound.ear(), round.ear(sound.ear()).heard(share));
        }
    }

    private void begin(Sound sound, double existence) {
        if (round.fliers.size() >= MOST_FLIERS) {
            round.crowded = round.crowded.passed(
                    round.stamp.seq(),
                    round.stamp.arrivedAt(),
                    "a flier is beyond the " + MOST_FLIERS + " that are watched",
                    round.outputs);
            return;
        }
        round.made++;
        round.keep(new Flier(
                round.made,
                ModeWork.first(sound),
                sound.timeS(),
                existence,
                sound.timeS(),
                1,
                1,
                0,
                sound.timeS(),
                0,
                java.util.List.of(sound.ear()),
                java.util.List.of()));
    }
}
