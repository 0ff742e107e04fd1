package vedette.format.sapient;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vedette.math.Exact;
import vedette.model.LatLon;
import vedette.model.Wgs84;

/// Universal transverse Mercator to geodetic: Krüger's series to the fourth order of n (Karney 2011, eq. 35 and 36),
/// below a millimetre within its zone.
final class Utm {
    private static final Pattern ZONE = Pattern.compile("0?(\\d{1,2})([C-HJ-NP-Xc-hj-np-x])");
    private static final double SCALE = 0.9996;
    private static final double FALSE_EAST_M = 500_000;
    private static final double FALSE_NORTH_M = 10_000_000;
    private static final double FARTHEST_EAST_M = 1_000_000;
    private static final double N = Wgs84.FLATTENING / (2 - Wgs84.FLATTENING);

    /// The radius of the circle as long as a meridian.
    private static final double RADIUS_M = Wgs84.A_M / (1 + N) * (1 + N * N / 4 + N * N * N * N / 64);

    private static final double[] BETA = {
        N / 2 - 2 * N * N / 3 + 37 * N * N * N / 96 - N * N * N * N / 360,
        N * N / 48 + N * N * N / 15 - 437 * N * N * N * N / 1440,
        17 * N * N * N / 480 - 37 * N * N * N * N / 840,
        4397 * N * N * N * N / 161_280
    };
    private static final int ROUNDS = 5;

    private Utm() {}

    /// The place of a UTM coordinate.
    ///
    /// @param eastM easting with its 500 km
    /// @param northM northing, with 10,000 km in the south
    /// @param zone number and latitude band, as `30U`
    /// @return nothing when the zone has no band, or the numbers lie in no zone
    static Optional<LatLon> place(double eastM, double northM, String zone) {
        Matcher matcher = ZONE.matcher(zone.strip());
        if (!matcher.matches() || eastM < 0 || eastM > FARTHEST_EAST_M || northM < 0 || northM > FALSE_NORTH_M) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        boolean south = Character.toUpperCase(matcher.group(2).charAt(0)) < 'N';
        if (number < 1 || number > 60) {
            return Optional.empty();
        }
        double xi = (northM - (south ? FALSE_NORTH_M : 0)) / (SCALE * RADIUS_M);
        double eta = (eastM - FALSE_EAST_M) / (SCALE * RADIUS_M);
        return Optional.of(inverse(xi, eta, Math.toRadians(6.0 * number - 183)));
    }

    private static LatLon inverse(double xi, double eta, double centralRad) {
        double plainXi = xi;
        double plainEta = eta;
        for (int j = 1; j <= BETA.length; j++) {
            plainXi -= BETA[j - 1] * Exact.sin(2 * j * xi) * cosh(2 * j * eta);
            plainEta -= BETA[j - 1] * Exact.cos(2 * j * xi) * sinh(2 * j * eta);
        }
        double conformal = Exact.sin(plainXi) / Math.sqrt(square(sinh(plainEta)) + square(Exact.cos(plainXi)));
        double tan = geodetic(conformal);
        double lon = centralRad + Exact.atan2(sinh(plainEta), Exact.cos(plainXi));
        return new LatLon(Exact.atan2(tan, 1), wrapped(lon));
    }

    // Newton's method on the tangent of the conformal latitude (Karney 2011, eq. 19 to 21).
    private static double geodetic(double conformal) {
        double e = Math.sqrt(Wgs84.E2);
        double tan = conformal;
        for (int round = 0; round < ROUNDS; round++) {
            double sigma = sinh(e * atanh(e * tan / Math.sqrt(1 + tan * tan)));
            double guess = tan * Math.sqrt(1 + sigma * sigma) - sigma * Math.sqrt(1 + tan * tan);
            tan += (conformal - guess)
                    / Math.sqrt(1 + guess * guess)
                    * (1 + (1 - Wgs84.E2) * tan * tan)
                    / ((1 - Wgs84.E2) * Math.sqrt(1 + tan * tan));
        }
        return tan;
    }

    private static double wrapped(double lon) {
        return lon > Math.PI ? lon - Exact.TWO_PI : lon < -Math.PI ? lon + Exact.TWO_PI : lon;
    }

    private static double square(double x) {
        return x * x;
    }

    private static double sinh(double x) {
        return (Exact.exp(x) - Exact.exp(-x)) / 2;
    }

    private static double cosh(double x) {
        return (Exact.exp(x) + Exact.exp(-x)) / 2;
    }

    private static double atanh(double x) {
        return Exact.log((1 + x) / (1 - x)) / 2;
    }
}
