package vedette.core.raid;

import org.jspecify.annotations.Nullable;
import vedette.math.Exact;

/// What time alone does to fliers: they move, they may turn, and silence speaks against them.
final class Upkeep {
    /// What was heard so long ago has come by now, seconds.
    private static final double LAG_S = 22;

    /// Counts of sounds are forgotten with this time constant, seconds.
    private static final double LATELY_S = 200;

    /// Sounds of drones so near may have been laid to what is held to be a cruise missile, metres.
    private static final double CROWD_M = 10_000;

    /// A flier less likely than this is let go.
    private static final double GONE = 0.05;

    /// Who never was sure and made so few sounds, or was heard by so few nodes, was a false alarm.
    private static final double FEW_HITS = 3.5;

    private static final int FEW_EARS = 3;

    /// What flies over a node is heard by it eight times; who heard one so often, and nobody else did, made it up.
    private static final double LONE_HITS = 16;

    /// So many false alarms at most are told of a node for one flier: others may have heard that one too.
    private static final double MOST_BLAME = 1.5;

    /// Who was heard by several nodes so near and so lately may have made what is laid to another: metres, seconds.
    private static final double BUSY_M = 8_000;

    private static final double BUSY_S = 120;

    /// Fliers so near each other, and so alike in velocity, may be one: metres, metres a second.
    private static final double ONE_M = 2_500;

    private static final double ONE_MPS = 14;

    /// Two are one when together they were heard less often than so many would be.
    private static final double ONE_MANY = 1.5;

    /// A node is held to have been able to hear only what is known so well, metres.
    private static final double KNOWN_M = 1_200;

    private final Round round;

    Upkeep(Round round) {
        this.round = round;
    }

    void look(Flier flier) {
        double untilS = round.nowS - LAG_S;
        double forS = untilS - flier.upkeptS();
        if (forS <= 0) {
            return;
        }
        Flier kept = silent(moved(flier, untilS), untilS, forS);
        if (kept.existence() < GONE) {
            round.fliers = round.fliers.without(kept.number());
            blame(kept);
            return;
        }
        if (!kept.isSure() && kept.hits() > LONE_HITS && kept.ears().size() == 1 && !isBusy(kept)) {
            round.fliers = round.fliers.without(kept.number());
            blame(kept.ears().getFirst(), kept.hits());
            return;
        }
        kept = kept.looking(round.places.of(kept));
        round.keep(kept);
        if (kept.isSure()) {
            dueAt(kept, forS);
        }
        joined(kept);
    }

    private Flier moved(Flier flier, double toS) {
        return toS <= flier.atS()
                ? flier
                : flier.moved(
                        round.work.load(flier.modes()).ahead(toS - flier.atS()).modes(), toS);
    }

    private Flier silent(Flier flier, double untilS, double forS) {
        double backS = flier.atS() - untilS + forS / 2;
        round.work.load(flier.modes());
        double rate = round.work.rate(round.net);
        double lives = flier.existence() * round.work.lived(round.net, forS);
        double silent = lives * round.work.unheard(round.net, backS, forS);
        round.work.turned(forS);
        if (round.work.fast() > 0) {
            round.work.mixedUp(forS * crowd(flier));
        }
        Modes modes = round.work.reduced().modes();
        double fade = Exact.exp(-forS / LATELY_S);
        return flier.moved(modes, flier.atS())
                .upkept(silent / (1 - lives + silent), fade * flier.got(), fade * flier.due() + rate * forS, untilS);
    }

    // How many drones fly near it, those among them that its own sounds are too many without. Each sound of theirs may
    // have been laid to it.
    private double crowd(Flier flier) {
        int best = flier.modes().heaviest();
        double x = flier.modes().at(best, 1);
        double y = flier.modes().at(best, 2);
        double[] sum = {Math.max(0, flier.many() - 1)};
        round.fliers.forEachValue(other -> {
            if (other.number() != flier.number()
                    && !other.modes().isFast(other.modes().heaviest())
                    && Round.isNear(other, x, y, CROWD_M, flier.atS())) {
                sum[0] += other.existence() * Math.max(1, other.many());
            }
        });
        return sum[0];
    }

    private void blame(Flier gone) {
        if (gone.isSure() || (gone.hits() > FEW_HITS && gone.ears().size() >= FEW_EARS) || isBusy(gone)) {
            return;
        }
        for (int node : gone.ears()) {
            blame(node, Math.min(MOST_BLAME, gone.hits() / gone.ears().size()));
        }
    }

    // Where others are heard too, sounds are easily laid to the wrong one: hundreds that come over a border together
    // made liars of all nodes there, and liars are not listened to.
    private boolean isBusy(Flier flier) {
        int best = flier.modes().heaviest();
        double x = flier.modes().at(best, 1);
        double y = flier.modes().at(best, 2);
        boolean[] found = {false};
        round.fliers.forEachValue(other -> found[0] = found[0]
                || (other.number() != flier.number()
                        && other.heardS() > round.nowS - BUSY_S
                        && (other.isSure() || other.ears().size() > 1)
                        && Round.isNear(other, x, y, BUSY_M, flier.atS())));
        return found[0];
    }

    private void blame(int node, double more) {
        if (node >= 0) {
            round.keep(node, round.ear(node).blamed(more));
        }
    }

    private void dueAt(Flier flier, double forS) {
        if (flier.modes().variance(1) + flier.modes().variance(2) > 2 * KNOWN_M * KNOWN_M) {
            return;
        }
        double exists = flier.existence();
        round.net.near(flier.modes().mean(1), flier.modes().mean(2), (node, squared) -> {
            double often = Model.HEARD_HZ * Exact.exp(-squared / (2 * Model.REACH_M * Model.REACH_M));
            round.keep(node, round.ear(node).due(exists * forS * often));
        });
    }

    // Sounds are shared between two that are one; neither ever wins. Their count tells.
    private void joined(Flier flier) {
        @Nullable Flier twin = twin(flier);
        if (twin == null) {
            return;
        }
        boolean first = flier.hits() >= twin.hits();
        Flier stays = first ? flier : twin;
        Flier goes = first ? twin : flier;
        round.fliers = round.fliers.without(goes.number()).without(stays.number());
        round.keep(stays.and(goes));
    }

    private @Nullable Flier twin(Flier flier) {
        Flier[] found = {null};
        int best = flier.modes().heaviest();
        double x = flier.modes().at(best, 1);
        double y = flier.modes().at(best, 2);
        round.fliers.forEachValue(other -> {
            if (found[0] == null
                    && other.number() != flier.number()
                    && Round.isNear(other, x, y, ONE_M, flier.atS())
                    && isOne(flier, other, x, y)) {
                found[0] = other;
            }
        });
        return found[0];
    }

    private static boolean isOne(Flier a, Flier b, double x, double y) {
        int best = b.modes().heaviest();
        double dt = a.atS() - b.atS();
        double dx = b.modes().at(best, 1) + dt * b.modes().at(best, 3) - x;
        double dy = b.modes().at(best, 2) + dt * b.modes().at(best, 4) - y;
        int own = a.modes().heaviest();
        double du = b.modes().at(best, 3) - a.modes().at(own, 3);
        double dv = b.modes().at(best, 4) - a.modes().at(own, 4);
        double due = Math.max(a.due(), b.due());
        return dx * dx + dy * dy < ONE_M * ONE_M
                && du * du + dv * dv < ONE_MPS * ONE_MPS
                && due > 2
                && a.got() + b.got() < ONE_MANY * due;
    }
}
