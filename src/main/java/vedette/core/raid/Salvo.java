package vedette.core.raid;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vedette.math.Exact;
import vedette.math.LongMap;

/// The cruise missiles that came lately, and how often another one comes.
///
/// They leave no time to be told one by one: they need six minutes from the border to the next city, and one or
/// two go by until one is told apart from a drone. But they come in salvos. Their rate is what was counted, older
/// ones for less, over the time counted, with a gamma prior ([#BEFORE] of them in [#BEFORE_S]): after the first
/// one little is said of a second, after the second much of a third.
///
/// @param seen those of the last hours, in their order
/// @param nowS seconds of the watch
record Salvo(List<Seen> seen, double nowS) {
    /// One of them.
    ///
    /// @param number its flier's
    /// @param fromS when it was told apart, seconds of the watch
    /// @param fromX where, in the net's plane, metres
    /// @param fromY see fromX
    /// @param atS when it was held last
    /// @param x where, metres
    /// @param y see x
    record Seen(long number, double fromS, double fromX, double fromY, double atS, double x, double y) {}

    /// What came so long ago counts for 1/e, seconds.
    private static final double LASTS_S = 1_200;

    /// What came so long ago is forgotten, seconds.
    private static final double OVER_S = 6 * LASTS_S;

    /// So many more are expected beforehand …
    private static final double BEFORE = 0.5;

    /// … in so long, seconds.
    private static final double BEFORE_S = 600;

    /// Those kept; no raid had more in two hours.
    private static final int MOST = 128;

    /// From this part on that is fast it is told apart.
    private static final double TOLD = 0.8;

    /// One that was lost and is heard again was within its reach: metres a second, metres.
    private static final double FASTEST_MPS = 300;

    private static final double NEAR_M = 12_000;

    /// … and was not lost for longer, seconds.
    private static final double LOST_S = 600;

    /// One counts when it has flown so far as such, metres: in a crowd of drones heard in turn what seems fast is soon
    /// held to be one of them again.
    private static final double FLOWN_M = 12_000;

    /// Copies the list.
    Salvo {
        seen = List.copyOf(seen);
    }

    /// Those that count.
    List<Seen> counted() {
        return seen.stream()
                .filter(each -> Exact.hypot(each.x - each.fromX, each.y - each.fromY) > FLOWN_M)
                .toList();
    }

    boolean isEmpty() {
        return counted().isEmpty();
    }

    /// The same after a look at all fliers.
    Salvo with(LongMap<Flier> fliers) {
        List<Seen> now = new ArrayList<>();
        for (Seen each : seen) {
            @Nullable Flier flier = fliers.get(each.number);
            if (nowS - each.fromS < OVER_S) {
                now.add(flier == null || !isFast(flier) ? each : held(each, flier));
            }
        }
        fliers.forEachValue(flier -> {
            if (flier.isSure() && isFast(flier) && now.stream().noneMatch(each -> each.number == flier.number())) {
                come(flier, fliers, now);
            }
        });
        return new Salvo(now.size() > MOST ? now.subList(now.size() - MOST, now.size()) : now, nowS);
    }

    private static void come(Flier flier, LongMap<Flier> fliers, List<Seen> now) {
        Seen fresh = new Seen(flier.number(), flier.atS(), x(flier), y(flier), flier.atS(), x(flier), y(flier));
        for (int i = 0; i < now.size(); i++) {
            Seen lost = now.get(i);
            @Nullable Flier known = fliers.get(lost.number);
            if ((known == null || !isFast(known)) && isSame(lost, fresh)) {
                now.set(i, new Seen(fresh.number, lost.fromS, lost.fromX, lost.fromY, fresh.atS, fresh.x, fresh.y));
                return;
            }
        }
        now.add(fresh);
    }

    private static boolean isSame(Seen lost, Seen fresh) {
        double forS = fresh.atS - lost.atS;
        return forS < LOST_S
                && Exact.hypot(fresh.x - lost.x, fresh.y - lost.y) < NEAR_M + FASTEST_MPS * Math.max(0, forS);
    }

    private static Seen held(Seen each, Flier flier) {
        return new Seen(each.number, each.fromS, each.fromX, each.fromY, flier.atS(), x(flier), y(flier));
    }

    private static boolean isFast(Flier flier) {
        double sum = 0;
        for (int mode = 0; mode < flier.modes().count(); mode++) {
            sum += flier.modes().isFast(mode) ? flier.modes().weight(mode) : 0;
        }
        return sum > TOLD;
    }

    private static double x(Flier flier) {
        return flier.modes().at(flier.modes().heaviest(), 1);
    }

    private static double y(Flier flier) {
        return flier.modes().at(flier.modes().heaviest(), 2);
    }

    /// How often another one comes, a second.
    double perS() {
        List<Seen> all = counted();
        if (all.isEmpty()) {
            return 0;
        }
        double sum = BEFORE * fading(all.getLast());
        for (int i = 1; i < all.size(); i++) {
            sum += fading(all.get(i));
        }
        double watchedS = LASTS_S * (1 - fading(all.getFirst()));
        return sum / (BEFORE_S + watchedS);
    }

    private double fading(Seen each) {
        return Exact.exp(-Math.max(0, nowS - each.fromS) / LASTS_S);
    }

    /// Where they came from, on average: east in the net's plane, metres.
    double x() {
        return counted().stream().mapToDouble(Seen::fromX).average().orElse(0);
    }

    /// The same, north.
    double y() {
        return counted().stream().mapToDouble(Seen::fromY).average().orElse(0);
    }
}
