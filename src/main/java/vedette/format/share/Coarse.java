package vedette.format.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.math.Exact;
import vedette.model.Area;
import vedette.model.LatLon;
import vedette.model.Moment;
import vedette.model.Shared.Heading;
import vedette.model.Shared.Span;
import vedette.model.Wgs84;

/// Makes things coarser. What comes out holds what went in, and says nothing of where within it that lies beyond the
/// grid's step.
final class Coarse {
    /// The mean sphere's distances differ from the ellipsoid's by less than this.
    private static final double SPHERE = 1.006;

    /// A circle that is larger says nothing: it is the hemisphere and more.
    private static final double LARGEST_M = 1.0e7;

    /// A side is looked at in so many places: what lies between two of them is added as half their distance.
    private static final int LOOKS = 8;

    private Coarse() {}

    /// A circle on the grade's grid that holds an area; nothing when that would be half the Earth.
    static Optional<Area> area(Area area, Grade grade) {
        if (grade == Grade.FULL) {
            return Optional.of(area);
        }
        return around(area).flatMap(circle -> onGrid(circle, grade)).map(Area.class::cast);
    }

    static Optional<Span> span(Span span, Grade grade) {
        if (grade == Grade.FULL) {
            return Optional.of(span);
        }
        long step = grade.stepNs();
        long from = span.earliest().taiNs();
        long to = span.latest().taiNs();
        // Only broken clocks come so near the ends of time.
        if (from < Long.MIN_VALUE + step || to > Long.MAX_VALUE - step) {
            return Optional.empty();
        }
        return Optional.of(
                new Span(new Moment(Math.floorDiv(from, step) * step), new Moment(Math.ceilDiv(to, step) * step)));
    }

    /// A moment, not earlier than it was.
    static Moment later(Moment moment, Grade grade) {
        return span(new Span(moment, moment), grade).map(Span::latest).orElse(moment);
    }

    static Optional<Heading> heading(Heading heading, Grade grade) {
        if (grade == Grade.FULL) {
            return Optional.of(heading);
        }
        double step = grade.turnRad();
        double rounded = Math.rint(heading.azimuthRad() / step) * step;
        double off = Math.abs(rounded - heading.azimuthRad());
        double half = Math.ceil((heading.halfWidthRad() + off) / step) * step;
        return half >= Math.PI ? Optional.empty() : Optional.of(new Heading(Exact.turn(rounded), half));
    }

    private static Optional<Area.Circle> onGrid(Area.Circle circle, Grade grade) {
        double step = grade.gridRad();
        double lat = Math.clamp(Math.rint(circle.centre().latRad() / step) * step, -Math.PI / 2, Math.PI / 2);
        double lon = Math.rint(circle.centre().lonRad() / step) * step;
        LatLon centre = new LatLon(lat, lon);
        double holds = (circle.radiusM() + Wgs84.sphereDistanceM(centre, circle.centre())) * SPHERE;
        double quantum = step * Wgs84.MEAN_RADIUS_M / 2;
        return circle(centre, Math.ceil(holds / quantum) * quantum);
    }

    private static Optional<Area.Circle> circle(LatLon centre, double radiusM) {
        return radiusM > LARGEST_M ? Optional.empty() : Optional.of(new Area.Circle(centre, radiusM));
    }

    private static Optional<Area.Circle> around(Area area) {
        return switch (area) {
            case Area.Circle circle -> circle(circle.centre(), circle.radiusM());
            case Area.Polygon(List<LatLon> outer, var _) -> around(outer);
            case Area.Union(List<Area> parts) -> aroundAll(parts);
        };
    }

    private static Optional<Area.Circle> around(List<LatLon> ring) {
        Optional<LatLon> centre = middle(ring);
        if (centre.isEmpty()) {
            return Optional.empty();
        }
        double radiusM = 1;
        for (int i = 0; i < ring.size(); i++) {
            radiusM = Math.max(radiusM, farthestM(centre.get(), ring.get(i), ring.get((i + 1) % ring.size())));
        }
        return circle(centre.get(), radiusM * SPHERE);
    }

    // Sides are straight in longitude and latitude and take the shorter way round.
    private static double farthestM(LatLon centre, LatLon from, LatLon to) {
        double dLat = (to.latRad() - from.latRad()) / LOOKS;
        double dLon = Exact.halfTurn(to.lonRad() - from.lonRad()) / LOOKS;
        double farthest = 0;
        for (int i = 0; i <= LOOKS; i++) {
            LatLon here = new LatLon(
                    Math.clamp(from.latRad() + i * dLat, -Math.PI / 2, Math.PI / 2), from.lonRad() + i * dLon);
            farthest = Math.max(farthest, Wgs84.sphereDistanceM(centre, here));
        }
        // No way in longitude and latitude is longer than this.
        double between = (Math.abs(dLat) + Math.abs(dLon)) * Wgs84.MEAN_RADIUS_M;
        return farthest + between / 2;
    }

    private static Optional<Area.Circle> aroundAll(List<Area> parts) {
        List<Area.Circle> circles = new ArrayList<>();
        for (Area part : parts) {
            Optional<Area.Circle> circle = switch (part) {
                case Area.Circle round -> Optional.of(round);
                case Area.Polygon(List<LatLon> outer, var _) -> around(outer);
                // A union is flat: its constructor sees to that.
                case Area.Union _ -> Optional.empty();
            };
            if (circle.isEmpty()) {
                return Optional.empty();
            }
            circles.add(circle.get());
        }
        return middle(circles.stream().map(Area.Circle::centre).toList()).flatMap(centre -> {
            double radiusM = 1;
            for (Area.Circle each : circles) {
                radiusM = Math.max(radiusM, Wgs84.sphereDistanceM(centre, each.centre()) * SPHERE + each.radiusM());
            }
            return circle(centre, radiusM);
        });
    }

    // The mean of the directions from the Earth's centre; nothing when they cancel out.
    private static Optional<LatLon> middle(List<LatLon> places) {
        double x = 0;
        double y = 0;
        double z = 0;
        for (LatLon place : places) {
            double cos = Exact.cos(place.latRad());
            x += cos * Exact.cos(place.lonRad());
            y += cos * Exact.sin(place.lonRad());
            z += Exact.sin(place.latRad());
        }
        double flat = Exact.hypot(x, y);
        return Exact.hypot(flat, z) < 1e-6 * places.size()
                ? Optional.empty()
                : Optional.of(new LatLon(Exact.atan2(z, flat), Exact.atan2(y, x)));
    }
}
