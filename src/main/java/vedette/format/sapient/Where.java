package vedette.format.sapient;

import java.util.Optional;
import java.util.OptionalDouble;
import vedette.math.Exact;
import vedette.model.Altitude;
import vedette.model.Geodetic;
import vedette.model.LatLon;
import vedette.model.Wgs84;

/// A location of the standard as a place: degrees, radians or UTM, over the ellipsoid or the sea.
///
/// @param place on the ellipsoid
/// @param altitude how high, where told
/// @param sigmaM standard deviation of each horizontal axis, metres, above 0, where told
record Where(LatLon place, Altitude altitude, OptionalDouble sigmaM) {
    /// Errors of coordinates in degrees are told in metres by some nodes and in degrees by others: what is smaller than
    /// this (a kilometre on the ground, or a centimetre) is taken for degrees.
    private static final double SMALL_DEG = 0.01;

    private static final double LEAST_SIGMA_M = 0.01;

    /// Heights beyond are no heights of anything that flies or stands.
    private static final double HIGHEST_M = 1e6;

    /// The place of a location.
    ///
    /// @return nothing when its coordinates lie nowhere, as in UTM without a zone
    static Optional<Where> of(Part location) {
        double x = location.number("x").orElse(Double.NaN);
        double y = location.number("y").orElse(Double.NaN);
        String system = location.choice("coordinate_system").orElse("");
        return switch (system) {
            case "LAT_LNG_DEG_M" -> placed(location, latLon(Math.toRadians(y), Math.toRadians(x)), 1);
            case "LAT_LNG_RAD_M" -> placed(location, latLon(y, x), Math.toDegrees(1));
            case "UTM_M" ->
                placed(location, Utm.place(x, y, location.text("utm_zone").orElse("")), 0);
            default -> Optional.empty();
        };
    }

    private static Optional<LatLon> latLon(double latRad, double lonRad) {
        boolean somewhere = Math.abs(latRad) <= Math.PI / 2 && Math.abs(lonRad) <= Math.PI;
        return somewhere ? Optional.of(new LatLon(latRad, lonRad)) : Optional.empty();
    }

    private static Optional<Where> placed(Part location, Optional<LatLon> place, double degrees) {
        return place.map(at -> new Where(at, altitude(location), sigmaM(location, degrees)));
    }

    private static Altitude altitude(Part location) {
        OptionalDouble z = location.number("z");
        if (z.isEmpty() || Math.abs(z.getAsDouble()) > HIGHEST_M) {
            return Altitude.UNKNOWN;
        }
        double sigmaM = location.number("z_error").orElse(0);
        return location.choice("datum").orElse("").equals("WGS84_G")
                ? new Altitude.Amsl(z.getAsDouble(), sigmaM)
                : new Altitude.Ellipsoidal(z.getAsDouble(), sigmaM);
    }

    // degrees: how many degrees one unit of the coordinates is; 0 for metres.
    private static OptionalDouble sigmaM(Part location, double degrees) {
        OptionalDouble x = location.number("x_error");
        OptionalDouble y = location.number("y_error");
        if (x.isEmpty() && y.isEmpty()) {
            return OptionalDouble.empty();
        }
        double mean = Math.sqrt((square(x.orElse(y.orElse(0))) + square(y.orElse(x.orElse(0)))) / 2);
        boolean angle = degrees > 0 && mean * degrees < SMALL_DEG;
        double metres = angle ? Math.toRadians(mean * degrees) * Wgs84.MEAN_RADIUS_M : mean;
        return OptionalDouble.of(Math.max(LEAST_SIGMA_M, metres));
    }

    private static double square(double x) {
        return x * x;
    }

    /// The height over the ellipsoid, as if the sea lay on it: good enough between a sensor and what is near it.
    double heightM() {
        return switch (altitude) {
            case Altitude.Ellipsoidal(double heightM, double _) -> heightM;
            case Altitude.Amsl(double heightM, double _) -> heightM;
            case Altitude.Agl _, Altitude.Pressure _, Altitude.Unknown _ -> 0;
        };
    }

    /// The standard deviation of the height, metres, where it was told.
    OptionalDouble heightSigmaM() {
        return switch (altitude) {
            case Altitude.Ellipsoidal(double _, double sigmaM) -> told(sigmaM);
            case Altitude.Amsl(double _, double sigmaM) -> told(sigmaM);
            case Altitude.Agl _, Altitude.Pressure _, Altitude.Unknown _ -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble told(double sigmaM) {
        return sigmaM > 0 ? OptionalDouble.of(sigmaM) : OptionalDouble.empty();
    }

    Geodetic geodetic() {
        return place.at(heightM());
    }

    /// An angle of a range and bearing, radians.
    static OptionalDouble angle(Part bearing, String field) {
        OptionalDouble told = bearing.number(field);
        boolean degrees = bearing.choice("coordinate_system").orElse("").startsWith("DEGREES");
        return told.isPresent() && degrees ? OptionalDouble.of(Math.toRadians(told.getAsDouble())) : told;
    }

    /// A distance of a range and bearing, metres.
    static OptionalDouble range(Part bearing, String field) {
        OptionalDouble told = bearing.number(field);
        boolean kilometres = bearing.choice("coordinate_system").orElse("").endsWith("_KM");
        return told.isPresent() && kilometres ? OptionalDouble.of(1000 * told.getAsDouble()) : told;
    }

    /// Whether its angles count from true north; grid north differs from it by less than sensors measure.
    static boolean fromNorth(Part bearing) {
        String datum = bearing.choice("datum").orElse("");
        return datum.equals("TRUE") || datum.equals("GRID");
    }

    /// An angle within a turn, radians.
    static double turned(double rad) {
        return Exact.turn(rad);
    }
}
