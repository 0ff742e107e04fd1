package vedette.core.raid;

import java.util.ArrayList;
import java.util.List;
import vedette.math.Exact;
import vedette.math.Normal;
import vedette.model.Area;
import vedette.model.Enu;
import vedette.model.LatLon;
import vedette.model.Place;

/// Which places a flier may reach, and when, if it flies on straight; of a cruise missile also which it may turn to.
final class Ahead {
    /// It is looked ahead so far, seconds.
    static final double HORIZON_S = 1_500;

    /// Who could be there in so long is told of, seconds.
    private static final double LINGER_S = 1_500;

    /// Something that flies straight at a place flies to it: the chance that this is its last leg. Raids in straight
    /// legs have two or three of them; a leg that is not the last points at a place by chance only.
    private static final double MEANT = 0.7;

    /// Less than this is said of no place.
    private static final double LEAST = 0.003;

    private final List<Disc> discs = new ArrayList<>();

    /// Looks at these places from now on: what they are in the plane is worked out once, not for every flier.
    Ahead(List<Place> places, Net net) {
        for (Place place : places) {
            discs.add(disc(place.area(), net));
        }
    }

    List<Outlook> of(Flier flier) {
        List<Outlook> all = new ArrayList<>();
        List<double[]> sums = new ArrayList<>();
        double[] soonestS = new double[discs.size()];
        for (int i = 0; i < discs.size(); i++) {
            soonestS[i] = soonestS(flier.modes(), discs.get(i));
            sums.add(summed(flier.modes(), discs.get(i)));
        }
        turning(flier.modes(), soonestS, sums);
        for (int i = 0; i < discs.size(); i++) {
            double[] each = sums.get(i);
            if (each[0] > LEAST || soonestS[i] < LINGER_S) {
                double p = Math.max(each[0], 1e-9);
                double mean = each[1] / p;
                double sigma = Math.sqrt(Math.max(each[2] / p - mean * mean, 100));
                all.add(new Outlook(
                        i,
                        Math.min(each[0], 1),
                        Math.min(each[3], 1),
                        flier.atS() + soonestS[i],
                        flier.atS() + mean,
                        sigma));
            }
        }
        return all;
    }

    // A cruise missile that points at no place turns to one before it ends, most likely within the time looked ahead:
    // what its straight way leaves open falls on all places that it may reach, alike. And it crosses some that it does
    // not mean. A drone flies for hours; where it will turn to says little of that time.
    private void turning(Modes modes, double[] soonestS, List<double[]> sums) {
        double open = 0;
        for (int mode = 0; mode < modes.count(); mode++) {
            open += modes.isFast(mode) ? modes.weight(mode) : 0;
        }
        int reached = 0;
        for (int i = 0; i < soonestS.length; i++) {
            open -= sums.get(i)[3];
            reached += soonestS[i] < HORIZON_S ? 1 : 0;
        }
        double meant = ENDS / Math.max(reached, 1);
        for (int i = 0; i < soonestS.length && open > 0; i++) {
            if (soonestS[i] < HORIZON_S) {
                double p = open * (meant + (1 - meant) * LEGS * crossed(modes, discs.get(i)));
                double atS = soonestS[i] + Model.FAST_TURN_S / 2;
                double[] each = sums.get(i);
                each[0] += p;
                each[1] += p * atS;
                each[2] += p * (atS * atS + Model.FAST_TURN_S * Model.FAST_TURN_S / 4);
                each[3] += p;
            }
        }
    }

    /// A cruise missile that was heard ends within the time looked ahead: it flies 350 km in it.
    private static final double ENDS = 0.95;

    /// Legs it has before it, each into any direction, to where it turns and beyond.
    private static final double LEGS = 2;

    // The part of all headings that leads over the place.
    private static double crossed(Modes modes, Disc disc) {
        int best = modes.heaviest();
        double dx = disc.x - modes.at(best, 1);
        double dy = disc.y - modes.at(best, 2);
        double free = dx * dx + dy * dy - disc.radiusM * disc.radiusM;
        return free <= 0 ? 0.5 : Exact.atan2(disc.radiusM, Math.sqrt(free)) / Math.PI;
    }

    /// Cruise missiles that nobody has heard yet.
    ///
    /// @param x where they come from: where the last ones did, east in the plane, metres
    /// @param y north, metres
    /// @param perS how often one comes, a second
    /// @param places how many of the places they can reach within the time looked ahead
    record Newcomers(double x, double y, double perS, int places) {}

    Newcomers newcomers(Salvo salvo) {
        Newcomers none = new Newcomers(salvo.x(), salvo.y(), salvo.perS(), 0);
        int reached = 0;
        for (int i = 0; i < discs.size() && none.perS > 0; i++) {
            reached += flightS(none, discs.get(i)) < HORIZON_S ? 1 : 0;
        }
        return new Newcomers(none.x, none.y, none.perS, reached);
    }

    /// The chance that a place is reached by one of them within the time looked ahead, and when: `{chance, seconds from
    /// now, standard deviation}`. They fall on all places that they can reach, and on one that nobody named, alike.
    double[] reached(Newcomers by, int place) {
        double flightS = flightS(by, discs.get(place));
        if (by.perS == 0 || flightS >= HORIZON_S) {
            return new double[] {0, HORIZON_S, HORIZON_S};
        }
        double forS = HORIZON_S - flightS;
        double chance = 1 - Exact.exp(-by.perS * forS / (by.places + 1));
        return new double[] {chance, flightS + forS / 2, forS / Math.sqrt(12)};
    }

    // On a straight way.
    private static double flightS(Newcomers by, Disc disc) {
        return Math.max(0, Exact.hypot(disc.x - by.x, disc.y - by.y) - disc.radiusM) / Model.FAST_MPS;
    }

    /// A place as a disc in the plane.
    ///
    /// @param x east, metres
    /// @param y north, metres
    /// @param radiusM around it, metres
    record Disc(double x, double y, double radiusM) {}

    static Disc disc(Area area, Net net) {
        return switch (area) {
            case Area.Circle(var centre, var radiusM) -> {
                Enu at = net.plane(centre);
                yield new Disc(at.east(), at.north(), radiusM);
            }
            case Area.Polygon(var outer, var _) -> around(outer, net);
            case Area.Union(var parts) -> around(corners(parts), net);
        };
    }

    private static List<LatLon> corners(List<Area> parts) {
        List<LatLon> all = new ArrayList<>();
        for (Area part : parts) {
            switch (part) {
                case Area.Polygon(var outer, var _) -> all.addAll(outer);
                case Area.Circle(var centre, var _) -> all.add(centre);
                case Area.Union _ -> {}
            }
        }
        return all;
    }

    private static Disc around(List<LatLon> ring, Net net) {
        double x = 0;
        double y = 0;
        for (LatLon corner : ring) {
            Enu at = net.plane(corner);
            x += at.east() / ring.size();
            y += at.north() / ring.size();
        }
        double radius = 0;
        for (LatLon corner : ring) {
            Enu at = net.plane(corner);
            radius = Math.max(radius, Exact.hypot(at.east() - x, at.north() - y));
        }
        return new Disc(x, y, Math.max(radius, 1));
    }

    private static double soonestS(Modes modes, Disc disc) {
        int best = modes.heaviest();
        double speed = Math.max(Exact.hypot(modes.at(best, 3), modes.at(best, 4)), 1);
        double distance = Exact.hypot(disc.x - modes.at(best, 1), disc.y - modes.at(best, 2));
        return Math.max(0, distance - disc.radiusM) / speed;
    }

    // Chance, chance × time, chance × time², and the part of the chance that is a cruise missile's.
    private static double[] summed(Modes modes, Disc disc) {
        double[] sums = new double[4];
        for (int mode = 0; mode < modes.count(); mode++) {
            double dx = disc.x - modes.at(mode, 1);
            double dy = disc.y - modes.at(mode, 2);
            double u = modes.at(mode, 3);
            double v = modes.at(mode, 4);
            double squared = u * u + v * v;
            if (isWithin(dx * dx + dy * dy, disc.radiusM, squared)) {
                double speed = Math.max(Math.sqrt(squared), 1);
                reach(modes, mode, disc, new double[] {dx, dy, u / speed, v / speed, speed}, sums);
            }
        }
        return sums;
    }

    // Whether it could be there within the time looked ahead. Most places are out of reach of most modes, and are told
    // so without a root: (a + b)² ≤ 2a² + 2b².
    private static boolean isWithin(double squaredM2, double radiusM, double squaredMps) {
        if (squaredM2 > 2 * (Math.max(squaredMps, 1) * HORIZON_S * HORIZON_S + radiusM * radiusM)) {
            return false;
        }
        double speed = Math.max(Math.sqrt(squaredMps), 1);
        return Math.sqrt(squaredM2) - radiusM < speed * HORIZON_S;
    }

    private static void reach(Modes modes, int mode, Disc disc, double[] way, double[] sums) {
        double along = way[0] * way[2] + way[1] * way[3];
        double aside = way[0] * way[3] - way[1] * way[2];
        double inside = way[0] * way[0] + way[1] * way[1] - disc.radiusM * disc.radiusM;
        if (along < 0 && inside > 0) {
            return;
        }
        double s = way[3];
        double c = -way[2];
        double t = Math.max(along, 0) / way[4];
        double variance = s * s * (modes.at(mode, 5) + 2 * t * modes.at(mode, 7) + t * t * modes.at(mode, 12))
                + 2
                        * s
                        * c
                        * (modes.at(mode, 6)
                                + t * (modes.at(mode, 8) + modes.at(mode, 10))
                                + t * t * modes.at(mode, 13))
                + c * c * (modes.at(mode, 9) + 2 * t * modes.at(mode, 11) + t * t * modes.at(mode, 14));
        double sigma = Math.sqrt(Math.max(variance, 1));
        double hit = inside <= 0
                ? 1
                : Normal.below((disc.radiusM - aside) / sigma) - Normal.below((-disc.radiusM - aside) / sigma);
        double chord = Math.sqrt(Math.max(disc.radiusM * disc.radiusM - aside * aside, 0));
        double atS = inside <= 0 ? 0 : Math.max(0, (along - chord) / way[4]);
        if (atS > HORIZON_S) {
            return;
        }
        double turnS = modes.isFast(mode) ? Model.FAST_TURN_S : Model.TURN_S;
        double p = modes.weight(mode) * hit * (MEANT + (1 - MEANT) * Exact.exp(-atS / turnS));
        sums[0] += p;
        sums[1] += p * atS;
        double spread = Math.sqrt(modes.at(mode, 5) + modes.at(mode, 9)) / way[4] + 0.05 * atS;
        sums[2] += p * (atS * atS + spread * spread);
        sums[3] += modes.isFast(mode) ? p : 0;
    }
}
