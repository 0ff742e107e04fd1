package vedette.format.adsb;

import vedette.math.Exact;

/// Compact Position Reporting: latitude and longitude in two 17-bit numbers that mean a place only together with
/// another message of the other parity (global) or with a place known to be near (local).
///
/// Source: ICAO Doc 9871 (2nd ed.) C.2.6; RTCA DO-260B A.1.7. The zone indices j and m are computed in integers, so
/// they are exact. Resolution: 1/131072 of a zone, 5.1 m in latitude in the air and 1.3 m on the ground.
public final class Cpr {
    /// How far a reference may be from the true place for local decoding, metres: half a zone, less at the poles.
    public static final double AIRBORNE_REFERENCE_M = 180 * 1852.0;

    /// The same on the ground, where zones are four times smaller.
    public static final double SURFACE_REFERENCE_M = 45 * 1852.0;

    private static final int ZONES = 60;
    private static final double STEPS = 131072;
    private static final int HALF_STEP = 65536;
    private static final int SHIFT = 17;

    /// At index n: the highest latitude that still has n longitude zones, degrees.
    private static final double[] HIGHEST_DEG = highest();

    /// Longitude zones at each whole degree of latitude.
    private static final int[] ZONES_AT_DEG = zonesAtDegrees();

    private Cpr() {}

    /// How many longitude zones there are at a latitude: NL, 1 to 59.
    public static int longitudeZones(double latitudeDeg) {
        double lat = Math.abs(latitudeDeg);
        if (!(lat < 90)) {
            return 1;
        }
        int zones = ZONES_AT_DEG[(int) lat];
        while (zones > 1 && lat > HIGHEST_DEG[zones]) {
            zones--;
        }
        return zones;
    }

    /// The place of an airborne pair, without any reference.
    ///
    /// @param even the even message's CPR numbers as [#pack] packs them
    /// @param odd the odd message's
    /// @param oddIsNewer which of the two places is wanted
    /// @param fix receives the place of the newer message
    /// @return false where the two lie in different longitude zones, or outside the globe: they mean nothing
    /// together
    public static boolean airbornePair(long even, long odd, boolean oddIsNewer, CprFix fix) {
        int j = ((ZONES - 1) * latitudeOf(even) - ZONES * latitudeOf(odd) + HALF_STEP) >> SHIFT;
        double evenDeg = southIfAbove(360.0 / ZONES * (Math.floorMod(j, ZONES) + latitudeOf(even) / STEPS));
        double oddDeg = southIfAbove(360.0 / (ZONES - 1) * (Math.floorMod(j, ZONES - 1) + latitudeOf(odd) / STEPS));
        int zones = longitudeZones(evenDeg);
        if (zones != longitudeZones(oddDeg) || Math.abs(evenDeg) > 90 || Math.abs(oddDeg) > 90) {
            return false;
        }
        fix.latitudeDeg = oddIsNewer ? oddDeg : evenDeg;
        fix.longitudeDeg = eastWest(pairLongitude(even, odd, oddIsNewer, zones, 360.0));
        return true;
    }

    /// The place of a pair on the ground: one of eight, the one nearest to the reference.
    ///
    /// @param reference a place within a quarter of the globe, e.g. the receiver's; receives nothing
    /// @param fix receives the place of the newer message; it may be the reference itself
    /// @return false where the two lie in different longitude zones
    public static boolean surfacePair(long even, long odd, boolean oddIsNewer, CprFix reference, CprFix fix) {
        int j = ((ZONES - 1) * latitudeOf(even) - ZONES * latitudeOf(odd) + HALF_STEP) >> SHIFT;
        double evenDeg = 90.0 / ZONES * (Math.floorMod(j, ZONES) + latitudeOf(even) / STEPS);
        double oddDeg = 90.0 / (ZONES - 1) * (Math.floorMod(j, ZONES - 1) + latitudeOf(odd) / STEPS);
        double newerDeg = oddIsNewer ? oddDeg : evenDeg;
        double south =
                Math.abs(newerDeg - 90 - reference.latitudeDeg) < Math.abs(newerDeg - reference.latitudeDeg) ? 90 : 0;
        int zones = longitudeZones(evenDeg - south);
        if (zones != longitudeZones(oddDeg - south)) {
            return false;
        }
        double quarter = pairLongitude(even, odd, oddIsNewer, zones, 90.0);
        double longitudeDeg = eastWest(quarter + 90 * Math.rint((reference.longitudeDeg - quarter) / 90));
        fix.latitudeDeg = newerDeg - south;
        fix.longitudeDeg = longitudeDeg;
        return true;
    }

    /// The place of one message, the one nearest to a reference.
    ///
    /// @param cpr the message's numbers as [#pack] packs them
    /// @param odd the message's parity
    /// @param surface whether it is a surface position
    /// @param reference a place within [#AIRBORNE_REFERENCE_M] or [#SURFACE_REFERENCE_M] of it
    /// @param fix receives the place; it may be the reference itself
    public static void local(long cpr, boolean odd, boolean surface, CprFix reference, CprFix fix) {
        double globe = surface ? 90 : 360;
        int parity = odd ? 1 : 0;
        double latitudeDeg = nearest(globe / (ZONES - parity), latitudeOf(cpr) / STEPS, reference.latitudeDeg);
        double zoneDeg = globe / Math.max(longitudeZones(latitudeDeg) - parity, 1);
        double longitudeDeg = nearest(zoneDeg, longitudeOf(cpr) / STEPS, reference.longitudeDeg);
        fix.latitudeDeg = latitudeDeg;
        fix.longitudeDeg = eastWest(longitudeDeg);
    }

    /// The CPR numbers of a place, packed.
    ///
    /// @param latitudeDeg [−90, 90]
    /// @param longitudeDeg [−180, 360)
    /// @param odd the parity wanted
    /// @param surface whether for a surface position
    public static long encode(double latitudeDeg, double longitudeDeg, boolean odd, boolean surface) {
        // On the ground two more bits are computed and the highest two are not sent (DO-260B A.1.7.3).
        double steps = surface ? STEPS * 4 : STEPS;
        int parity = odd ? 1 : 0;
        double heightDeg = 360.0 / (ZONES - parity);
        double lat = Math.floor(steps * fraction(latitudeDeg / heightDeg) + 0.5);
        double sentDeg = heightDeg * (lat / steps + Math.floor(latitudeDeg / heightDeg));
        double widthDeg = 360.0 / Math.max(longitudeZones(sentDeg) - parity, 1);
        double lon = Math.floor(steps * fraction(longitudeDeg / widthDeg) + 0.5);
        return pack((int) lat & 0x1FFFF, (int) lon & 0x1FFFF);
    }

    /// Two 17-bit CPR numbers in one: latitude above longitude, as the last 34 bits of a position message have them.
    public static long pack(int latitude, int longitude) {
        return (long) latitude << SHIFT | longitude;
    }

    /// The latitude number of a packed pair.
    public static int latitudeOf(long cpr) {
        return (int) (cpr >>> SHIFT) & 0x1FFFF;
    }

    /// The longitude number of a packed pair.
    public static int longitudeOf(long cpr) {
        return (int) cpr & 0x1FFFF;
    }

    private static double pairLongitude(long even, long odd, boolean oddIsNewer, int zones, double globe) {
        int m = ((zones - 1) * longitudeOf(even) - zones * longitudeOf(odd) + HALF_STEP) >> SHIFT;
        int mine = Math.max(oddIsNewer ? zones - 1 : zones, 1);
        int number = longitudeOf(oddIsNewer ? odd : even);
        return globe / mine * (Math.floorMod(m, mine) + number / STEPS);
    }

    private static double nearest(double zoneDeg, double fraction, double referenceDeg) {
        double zone = Math.floor(referenceDeg / zoneDeg);
        double offset = Math.floor(0.5 + (referenceDeg / zoneDeg - zone) - fraction);
        return zoneDeg * (zone + offset + fraction);
    }

    private static double southIfAbove(double deg) {
        return deg >= 270 ? deg - 360 : deg;
    }

    private static double eastWest(double deg) {
        double east = deg >= 180 ? deg - 360 : deg;
        return east < -180 ? east + 360 : east;
    }

    private static double fraction(double value) {
        return value - Math.floor(value);
    }

    private static double[] highest() {
        double[] highest = new double[ZONES];
        double zone = 1 - Exact.cos(Math.PI / (2 * 15));
        for (int n = 3; n < ZONES; n++) {
            highest[n] = Math.toDegrees(Exact.acos(Math.sqrt(zone / (1 - Exact.cos(2 * Math.PI / n)))));
        }
        highest[2] = 87;
        highest[1] = 90;
        return highest;
    }

    private static int[] zonesAtDegrees() {
        int[] zones = new int[90];
        for (int deg = 0; deg < 90; deg++) {
            int n = ZONES - 1;
            while (n > 1 && deg > HIGHEST_DEG[n]) {
                n--;
            }
            zones[deg] = n;
        }
        return zones;
    }
}
