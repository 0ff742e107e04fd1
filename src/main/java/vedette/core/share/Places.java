package vedette.core.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.math.Exact;
import vedette.model.Area;
import vedette.model.Enu;
import vedette.model.Impact;
import vedette.model.LatLon;
import vedette.model.LocalFrame;
import vedette.model.Shared;

/// Places, times and directions that hold the true one with 95 %.
final class Places {
    /// χ² of two degrees of freedom at 95 %, its root.
    private static final double TWO = 2.4477;

    /// The normal distribution at 97.5 %.
    private static final double ONE = 1.96;

    private static final int CORNERS = 24;

    /// A place is not told more sharply than this, metres.
    private static final double SMALLEST_M = 10;

    /// A tangent plane is no ground beyond this, metres.
    private static final double LARGEST_M = 500_000;

    private Places() {}

    /// The ellipse of a spot, as a polygon around it.
    static Area area(Impact.Spot spot) {
        double mean = (spot.eastM2() + spot.northM2()) / 2;
        double half = (spot.eastM2() - spot.northM2()) / 2;
        double root = Exact.hypot(half, spot.eastNorthM2());
        double longM = size(mean + root);
        double shortM = size(mean - root);
        double turn = Exact.atan2(spot.eastNorthM2(), half) / 2;
        if (longM > LARGEST_M) {
            return new Area.Circle(spot.centre(), Math.min(longM, 1.0e7));
        }
        LocalFrame frame = LocalFrame.at(spot.centre().at(0));
        List<LatLon> corners = new ArrayList<>();
        for (int i = 0; i < CORNERS; i++) {
            double angle = Exact.TWO_PI * i / CORNERS;
            // The sides of the polygon touch the ellipse: its corners stand outside.
            double out = 1 / Exact.cos(Math.PI / CORNERS);
            double along = longM * out * Exact.cos(angle);
            double across = shortM * out * Exact.sin(angle);
            double east = along * Exact.cos(turn) - across * Exact.sin(turn);
            double north = along * Exact.sin(turn) + across * Exact.cos(turn);
            corners.add(frame.ecef(new Enu(east, north, 0)).geodetic().latLon());
        }
        return new Area.Polygon(corners, List.of());
    }

    private static double size(double varianceM2) {
        return Math.max(SMALLEST_M, TWO * Math.sqrt(Math.max(varianceM2, 0)));
    }

    static Shared.Span span(Impact.Spot spot) {
        double half = Math.min(ONE * Math.max(spot.sigmaS(), 0), 1.0e7);
        return new Shared.Span(spot.at().plusS(-half), spot.at().plusS(half));
    }

    static Shared.Heading heading(double azimuthRad, double sigmaRad) {
        return new Shared.Heading(Exact.turn(azimuthRad), Math.min(Math.PI, ONE * Math.abs(sigmaRad)));
    }

    /// All of them: one is itself.
    static Optional<Area> union(List<Area> areas) {
        List<Area> flat = new ArrayList<>();
        for (Area area : areas) {
            switch (area) {
                case Area.Union(List<Area> parts) -> flat.addAll(parts);
                case Area.Circle _, Area.Polygon _ -> flat.add(area);
            }
        }
        if (flat.size() <= 1) {
            return flat.stream().findFirst();
        }
        return Optional.of(new Area.Union(flat.size() > MOST_AREAS ? flat.subList(0, MOST_AREAS) : flat));
    }

    /// Areas beyond these are told of by the warning's own ground.
    private static final int MOST_AREAS = 64;

    /// From the first begin to the last end.
    static Optional<Shared.Span> hull(List<Shared.Span> spans) {
        Optional<Shared.Span> all = Optional.empty();
        for (Shared.Span span : spans) {
            Shared.Span so = all.orElse(span);
            all = Optional.of(new Shared.Span(
                    span.earliest().isBefore(so.earliest()) ? span.earliest() : so.earliest(),
                    span.latest().isAfter(so.latest()) ? span.latest() : so.latest()));
        }
        return all;
    }
}
