package vedette.format.adsb;

import vedette.math.Exact;

/// When CPR messages may be taken together, and when the place they give is believed.
///
/// The policy, also in docs/formats.md:
/// 1. *Near the last place.* An aircraft whose last place is at most [#REFERENCE_NS] old is decoded locally from it.
/// 2. *A pair.* Otherwise the newest even and odd message of the same kind (air or ground), at most [#PAIR_NS]
///    ([#SURFACE_PAIR_NS]) apart and in the same longitude zone, give the place of the newer one. On the ground the
///    quarter of the globe comes from the aircraft's own last place, else from the receiver's; else there is no place.
/// 3. *Reasonable.* A place is believed only if it can be reached from the last one at [#MOST_SPEED_MPS] (a second and
/// a
///    half is added to the time, since recordings round it), and, where the receiver is known, if it is at most
///    [#MOST_RANGE_M] from it.
/// 4. *Second thoughts.* After [#MOST_STRIKES] places in a row that were not reachable, the last place is forgotten
/// and
///    a pair decides anew: two senders of one address, or a place that was wrong.
/// 5. *Repaired* frames never make a pair; they are only decoded locally.
final class CprPairing {
    /// Even and odd airborne messages may be this far apart (DO-260B A.1.7.7: ten seconds).
    static final long PAIR_NS = 10_000_000_000L;

    /// Surface messages may be this far apart when moving (DO-260B A.1.7.8: 25 s above 25 kt, 50 s below).
    static final long SURFACE_PAIR_NS = 25_000_000_000L;

    /// How long the last place serves as reference: at 300 m/s a quarter of the distance local decoding allows.
    static final long REFERENCE_NS = 300_000_000_000L;

    /// The same for a surface message, whose zones are four times smaller.
    static final long SURFACE_REFERENCE_NS = 75_000_000_000L;

    /// Faster than anything that carries a transponder, metres a second.
    static final double MOST_SPEED_MPS = 1_000;

    /// Farther than any receiver on the ground hears, metres.
    static final double MOST_RANGE_M = 800_000;

    /// Unreachable places in a row that make us doubt the last one.
    static final int MOST_STRIKES = 3;

    private static final double ROUNDED_TIME_S = 1.5;
    private static final double METRES_IN_DEGREE = 111_319.5;

    /// What became of a position message.
    enum Outcome {
        /// A place, in the aircraft.
        PLACED,
        /// Nothing to take it together with yet.
        WAITING,
        /// A place that is not believed.
        UNREASONABLE
    }

    private final CprFix receiver;
    private final boolean receiverKnown;
    private final double receiverCosine;
    private final CprFix fix = new CprFix();

    /// @param receiver the receiver's place; without numbers when it is not known
    CprPairing(CprFix receiver) {
        this.receiver = receiver;
        this.receiverKnown = Double.isFinite(receiver.latitudeDeg);
        this.receiverCosine = Exact.cos(Math.toRadians(receiver.latitudeDeg));
    }

    /// Takes a position message of an aircraft and, where it gives a place, puts it into the aircraft.
    Outcome take(Aircraft aircraft, long me, boolean surface, boolean repaired, long timeNs) {
        int parity = Bits.field(me, 22, 22);
        long cpr = me & 0x3_FFFF_FFFFL;
        if (!repaired) {
            aircraft.cpr[parity] = cpr;
            aircraft.cprNs[parity] = timeNs;
            aircraft.cprSurface[parity] = surface;
        }
        if (isReference(aircraft, surface, timeNs)) {
            Cpr.local(cpr, parity == 1, surface, aircraft.place, fix);
            return judged(aircraft, surface, timeNs);
        }
        if (repaired || !isPair(aircraft, surface) || !pair(aircraft, parity == 1, surface)) {
            return Outcome.WAITING;
        }
        return judged(aircraft, surface, timeNs);
    }

    private static boolean isReference(Aircraft aircraft, boolean surface, long timeNs) {
        long age = Math.abs(timeNs - aircraft.placeNs);
        return age <= (surface ? SURFACE_REFERENCE_NS : REFERENCE_NS);
    }

    private static boolean isPair(Aircraft aircraft, boolean surface) {
        long apart = Math.abs(aircraft.cprNs[0] - aircraft.cprNs[1]);
        return aircraft.cprNs[0] != Aircraft.NEVER
                && aircraft.cprNs[1] != Aircraft.NEVER
                && aircraft.cprSurface[0] == surface
                && aircraft.cprSurface[1] == surface
                && apart <= (surface ? SURFACE_PAIR_NS : PAIR_NS);
    }

    private boolean pair(Aircraft aircraft, boolean oddIsNewer, boolean surface) {
        if (!surface) {
            return Cpr.airbornePair(aircraft.cpr[0], aircraft.cpr[1], oddIsNewer, fix);
        }
        boolean wasPlaced = aircraft.placeNs != Aircraft.NEVER;
        if (!wasPlaced && !receiverKnown) {
            return false;
        }
        return Cpr.surfacePair(
                aircraft.cpr[0], aircraft.cpr[1], oddIsNewer, wasPlaced ? aircraft.place : receiver, fix);
    }

    private Outcome judged(Aircraft aircraft, boolean surface, long timeNs) {
        if (!isReachable(aircraft, timeNs) || !isInRange()) {
            if (++aircraft.strikes >= MOST_STRIKES) {
                aircraft.placeNs = Aircraft.NEVER;
                aircraft.strikes = 0;
            }
            return Outcome.UNREASONABLE;
        }
        aircraft.strikes = 0;
        aircraft.place.latitudeDeg = fix.latitudeDeg;
        aircraft.place.longitudeDeg = fix.longitudeDeg;
        aircraft.placeNs = timeNs;
        aircraft.onGround = surface;
        return Outcome.PLACED;
    }

    private boolean isReachable(Aircraft aircraft, long timeNs) {
        if (Math.abs(fix.latitudeDeg) > 90) {
            return false;
        }
        if (aircraft.placeNs == Aircraft.NEVER) {
            return true;
        }
        double seconds = Math.abs(timeNs - aircraft.placeNs) * 1e-9 + ROUNDED_TIME_S;
        double reach = MOST_SPEED_MPS * seconds / METRES_IN_DEGREE;
        return squaredDeg(aircraft.place, aircraft.cosine()) <= reach * reach;
    }

    private boolean isInRange() {
        if (!receiverKnown) {
            return true;
        }
        double reach = MOST_RANGE_M / METRES_IN_DEGREE;
        return squaredDeg(receiver, receiverCosine) <= reach * reach;
    }

    // A flat measure is enough for a gate.
    private double squaredDeg(CprFix from, double cosine) {
        double north = fix.latitudeDeg - from.latitudeDeg;
        double turn = Math.abs(fix.longitudeDeg - from.longitudeDeg);
        double east = Math.min(turn, 360 - turn) * cosine;
        return north * north + east * east;
    }
}
