package vedette.core.assess;

/// One possible straight flight on the map, with its height.
///
/// @param x at time 0, metres
/// @param y at time 0, metres
/// @param vx metres a second
/// @param vy metres a second
/// @param heightM at time 0, in the datum of the limits
/// @param climbMps metres a second
record Flight(double x, double y, double vx, double vy, double heightM, double climbMps) {
    /// Slower than this the direction is nothing but rounding, metres a second.
    private static final double STANDING_MPS = 1e-6;

    /// A flight that does not stand quite still, so that it has a direction.
    Flight {
        if (Math.abs(vx) + Math.abs(vy) < STANDING_MPS) {
            vx = STANDING_MPS;
        }
    }

    /// The first time, at or after `fromS`, at which it is inside the outline and between the limits.
    ///
    /// @param times workspace, longer than the number of the outline's sides
    /// @return seconds; infinity when never
    double entryS(Outline outline, Limits limits, double fromS, double[] times) {
        double firstS = limits.firstS(this, fromS);
        double lastS = limits.lastS(this, fromS);
        double entryS = Double.POSITIVE_INFINITY;
        for (Outline.Piece piece : outline.pieces()) {
            double inPieceS = switch (piece) {
                case Outline.Disc disc -> inDisc(disc, firstS);
                case Outline.Rings rings -> inRings(rings, firstS, times);
            };
            entryS = Math.min(entryS, inPieceS);
        }
        return entryS <= lastS ? entryS : Double.POSITIVE_INFINITY;
    }

    private double inDisc(Outline.Disc disc, double fromS) {
        double dx = x - disc.x();
        double dy = y - disc.y();
        // |d + v t|² = r²
        double a = vx * vx + vy * vy;
        double b = dx * vx + dy * vy;
        double root2 = b * b - a * (dx * dx + dy * dy - disc.radiusM() * disc.radiusM());
        if (root2 < 0) {
            return Double.POSITIVE_INFINITY;
        }
        double root = Math.sqrt(root2);
        return (-b + root) / a < fromS ? Double.POSITIVE_INFINITY : Math.max(fromS, (-b - root) / a);
    }

    // An odd number of crossings ahead: it is inside now. Otherwise it enters at the nearest crossing.
    private double inRings(Outline.Rings rings, double fromS, double[] times) {
        if (inDisc(rings.around(), fromS) == Double.POSITIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        int count = 0;
        for (double[] xy : rings.xy()) {
            count = Borders.crossings(xy, x, y, vx, vy, fromS, times, count);
        }
        if ((count & 1) == 1) {
            return fromS;
        }
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            nearest = Math.min(nearest, times[i]);
        }
        return nearest;
    }

    /// Floor and ceiling in the datum of the flight's height.
    ///
    /// @param floorM negative infinity when there is none
    /// @param ceilingM infinity when there is none
    record Limits(double floorM, double ceilingM) {
        static final Limits NONE = new Limits(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        /// When the flight is first between them, at or after `fromS`.
        private double firstS(Flight flight, double fromS) {
            double heightM = flight.heightM + flight.climbMps * fromS;
            if (heightM < floorM) {
                return flight.climbMps > 0 ? fromS + (floorM - heightM) / flight.climbMps : Double.POSITIVE_INFINITY;
            }
            if (heightM > ceilingM) {
                return flight.climbMps < 0 ? fromS + (ceilingM - heightM) / flight.climbMps : Double.POSITIVE_INFINITY;
            }
            return fromS;
        }

        /// When the flight leaves them.
        private double lastS(Flight flight, double fromS) {
            double heightM = flight.heightM + flight.climbMps * fromS;
            if (flight.climbMps > 0) {
                return fromS + (ceilingM - heightM) / flight.climbMps;
            }
            return flight.climbMps < 0 ? fromS + (floorM - heightM) / flight.climbMps : Double.POSITIVE_INFINITY;
        }
    }
}
