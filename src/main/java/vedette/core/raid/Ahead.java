package vedette.core.raid;

import java.util.ArrayList;
import java.util.List;
import vedette.math.Exact;
import vedette.math.Normal;
import vedette.model.Area;
import vedette.model.Enu;
import vedette.model.LatLon;
import vedette.model.Place;

/// Which places a flier may reach, and when, if it flies on straight.
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

    private final List<Place> places;
    private final Net net;

    Ahead(List<Place> places, Net net) {
        this.places = places;
        this.net = net;
    }

    List<Outlook> of(Flier flier) {
        List<Outlook> all = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Disc disc = disc(places.get(i).area(), net);
            double[] sums = summed(flier.modes(), disc);
            double soonestS = soonestS(flier.modes(), disc);
            if (sums[0] > LEAST || soonestS < LINGER_S) {
                double p = Math.max(sums[0], 1e-9);
                double mean = sums[1] / p;
                double sigma = Math.sqrt(Math.max(sums[2] / p - mean * mean, 100));
                all.add(new Outlook(i, Math.min(sums[0], 1), flier.atS() + soonestS, flier.atS() + mean, sigma));
            }
        }
        return all;
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

    // Chance, chance × time, chance × time².
    private double[] summed(Modes modes, Disc disc) {
        double[] sums = new double[3];
        for (int mode = 0; mode < modes.count(); mode++) {
            double u = modes.at(mode, 3);
            double v = modes.at(mode, 4);
            double speed = Math.max(Math.sqrt(u * u + v * v), 1);
            double dx = disc.x - modes.at(mode, 1);
            double dy = disc.y - modes.at(mode, 2);
            double distance = Math.sqrt(dx * dx + dy * dy);
            double soonestS = Math.max(0, distance - disc.radiusM) / speed;
            if (soonestS < HORIZON_S) {
                reach(modes, mode, disc, new double[] {dx, dy, u / speed, v / speed, speed}, sums);
            }
        }
        return sums;
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
    }
}
