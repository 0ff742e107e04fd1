package vedette.format.adsb;

import vedette.math.Exact;

/// What one transponder has told so far: a mutable slot of the [AircraftTable], reused for another when it is evicted.
///
/// Times are nanoseconds of whatever axis the memory is fed with; NEVER where nothing was heard.
final class Aircraft {
    /// So long ago that nothing is fresh, and differences do not overflow.
    static final long NEVER = Long.MIN_VALUE / 4;

    // Within a tenth of a degree the cosine of the latitude changes by less than 0.2 %, far below what the gate
    // allows.
    private static final double COSINE_HOLDS_DEG = 0.1;

    int key;
    long heardNs;
    long announcedNs;

    long[] cpr = new long[2];
    long[] cprNs = new long[2];
    boolean[] cprSurface = new boolean[2];

    final CprFix place = new CprFix();
    long placeNs;
    boolean onGround;
    int strikes;
    private double cosineAtDeg;
    private double cosine;

    int positionTypecode;
    int heightFt;
    boolean heightIsGeometric;
    int version;
    int nacP;
    int gva;
    boolean nicA;
    boolean nicC;

    double eastKt;
    double northKt;
    int climbFpm;
    int nacV;
    long velocityNs;

    long callsignCode;
    String callsign = "";
    int squawk;
    int emergencyState;
    boolean alert;

    /// Forgets the former and begins with an address.
    void begin(int newKey) {
        key = newKey;
        announcedNs = NEVER;
        cprNs[0] = NEVER;
        cprNs[1] = NEVER;
        placeNs = NEVER;
        onGround = false;
        strikes = 0;
        cosineAtDeg = Double.NaN;
        positionTypecode = 0;
        heightFt = ModeSFrame.ABSENT;
        heightIsGeometric = false;
        version = 0;
        nacP = ModeSFrame.ABSENT;
        gva = 0;
        nicA = false;
        nicC = false;
        velocityNs = NEVER;
        callsignCode = 0;
        callsign = "";
        squawk = ModeSFrame.ABSENT;
        emergencyState = 0;
        alert = false;
    }

    /// The 24-bit address.
    int address() {
        return key & 0xFFFFFF;
    }

    /// Whether the address is not one of ICAO's.
    boolean isForeign() {
        return key >>> 24 != 0;
    }

    /// Cosine of the last place's latitude, good enough for the gate.
    double cosine() {
        double lat = place.latitudeDeg;
        if (!(Math.abs(lat - cosineAtDeg) < COSINE_HOLDS_DEG)) {
            cosineAtDeg = lat;
            cosine = Exact.cos(Math.toRadians(lat));
        }
        return cosine;
    }
}
