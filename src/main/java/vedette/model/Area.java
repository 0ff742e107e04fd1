package vedette.model;

import static vedette.math.Require.require;

import java.util.List;

/// A part of the Earth's surface.
public sealed interface Area {
    /// Within a ring, outside its holes. Sides are straight in longitude and latitude, as GeoJSON has them (RFC 7946
    /// §3.1.1), and take the shorter way round, so that a ring may cross the antimeridian.
    ///
    /// @param outer at least 3 corners, the first not repeated at the end
    /// @param holes rings of the same form
    record Polygon(List<LatLon> outer, List<List<LatLon>> holes) implements Area {
        /// Checks the number of corners.
        public Polygon {
            outer = List.copyOf(outer);
            holes = holes.stream().map(List::copyOf).toList();
            require(outer.size() >= 3, "a ring of %s corners", outer.size());
            for (List<LatLon> hole : holes) {
                require(hole.size() >= 3, "a hole of %s corners", hole.size());
            }
        }
    }

    /// Within a distance.
    ///
    /// @param centre the middle
    /// @param radiusM metres along the ground, above 0
    record Circle(LatLon centre, double radiusM) implements Area {
        /// Checks the radius.
        public Circle {
            require(radiusM > 0 && radiusM < 2.0e7, "radiusM %s", radiusM);
        }
    }

    /// Within any of several.
    ///
    /// @param parts at least one; none is itself a union
    record Union(List<Area> parts) implements Area {
        /// Checks that it is flat.
        public Union {
            parts = List.copyOf(parts);
            require(!parts.isEmpty(), "a union of nothing");
            for (Area part : parts) {
                require(!(part instanceof Union), "a union within a union");
            }
        }
    }
}
