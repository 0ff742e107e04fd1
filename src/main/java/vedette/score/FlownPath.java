package vedette.score;

import static vedette.math.Require.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.model.Geodetic;
import vedette.model.Moment;

/// Where an aircraft was, between the fixes of its log.
///
/// @param points in order of time, at least one; heights above the WGS-84 ellipsoid
/// @param heightKnown whether the log tells heights
public record FlownPath(List<Point> points, boolean heightKnown) {
    /// Over a longer gap nothing is known, seconds.
    public static final double LONGEST_GAP_S = 3;

    /// Drops fixes that repeat a time.
    public FlownPath {
        require(!points.isEmpty(), "a path without points");
        List<Point> kept = new ArrayList<>();
        for (Point each : points) {
            if (kept.isEmpty() || each.at.isAfter(kept.getLast().at)) {
                kept.add(each);
            }
        }
        points = List.copyOf(kept);
    }

    /// One fix.
    ///
    /// @param at when
    /// @param place where
    public record Point(Moment at, Geodetic place) {}

    /// Its first moment.
    public Moment from() {
        return points.getFirst().at;
    }

    /// Its last moment.
    public Moment until() {
        return points.getLast().at;
    }

    /// Where it was at a moment, straight between two fixes; nothing before, after, or in a gap.
    public Optional<Geodetic> at(Moment moment) {
        int after = after(moment);
        if (after == 0) {
            return Optional.empty();
        }
        Point a = points.get(after - 1);
        if (after == points.size()) {
            return a.at.equals(moment) ? Optional.of(a.place) : Optional.empty();
        }
        Point b = points.get(after);
        double gapS = b.at.secondsSince(a.at);
        if (gapS > LONGEST_GAP_S) {
            return Optional.empty();
        }
        double part = moment.secondsSince(a.at) / gapS;
        double lon = a.place.lonRad() + part * vedette.math.Exact.halfTurn(b.place.lonRad() - a.place.lonRad());
        return Optional.of(new Geodetic(
                a.place.latRad() + part * (b.place.latRad() - a.place.latRad()),
                vedette.math.Exact.halfTurn(lon),
                a.place.heightM() + part * (b.place.heightM() - a.place.heightM())));
    }

    /// The index of the first point after a moment.
    private int after(Moment moment) {
        int low = 0;
        int high = points.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (points.get(middle).at.isAfter(moment)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
