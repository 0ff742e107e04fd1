package vedette.format.adsb;

import vedette.math.Exact;

/// What a receiver remembers of the aircraft it hears: halves of positions, who they are, how good their data are.
///
/// One call for each frame; nothing is allocated but a slot for an aircraft never heard before, and a callsign that
/// changed.
final class AircraftMemory {
    /// An aircraft silent for longer is begun anew: its squawk, callsign and quality may have changed unheard.
    static final long SILENCE_NS = 300_000_000_000L;

    /// How long an announced address vouches for replies that only hide it in their parity.
    static final long VOUCHED_NS = 60_000_000_000L;

    private static final int FOREIGN = 1 << 24;

    /// What a frame brought.
    enum News {
        /// Nothing that is passed on.
        NOTHING,
        /// A place, with what else is known.
        PLACE,
        /// Who it is, or what it declares.
        IDENTITY,
        /// How high it is.
        HEIGHT,
        /// A reply whose address nobody announced lately: not believed.
        UNVERIFIED
    }

    private final AircraftTable table = new AircraftTable();
    private final CprPairing pairing;
    private Aircraft current = new Aircraft();
    private long unreasonable;
    private long unverified;

    /// @param receiver the receiver's place; without numbers when it is not known
    AircraftMemory(CprFix receiver) {
        pairing = new CprPairing(receiver);
    }

    /// The aircraft of the last frame; meaningful unless that was UNVERIFIED.
    Aircraft aircraft() {
        return current;
    }

    AircraftTable table() {
        return table;
    }

    /// Navigation integrity category of a position just heard, where its aircraft told its version; else ABSENT.
    int nic(ModeSFrame frame) {
        Aircraft aircraft = current;
        int typecode = frame.typecode();
        boolean position = typecode >= 5 && typecode <= 22 && typecode != 19;
        if (!frame.hasMe() || !position || aircraft.version == 0) {
            return ModeSFrame.ABSENT;
        }
        return typecode <= 8
                ? Quality.surfaceNic(typecode, aircraft.nicA, aircraft.nicC)
                : Quality.airborneNic(typecode, aircraft.version, aircraft.nicA, Bits.on(frame.message(), 8));
    }

    /// Places that were not believed.
    long unreasonable() {
        return unreasonable;
    }

    /// Replies of addresses that nobody announced.
    long unverified() {
        return unverified;
    }

    /// Takes a readable frame.
    ///
    /// @param timeNs when it was heard
    News hear(ModeSFrame frame, long timeNs) {
        if (!frame.isSquitter()) {
            return reply(frame, timeNs);
        }
        Aircraft aircraft = recall(frame.address() | (frame.isForeignAddress() ? FOREIGN : 0), timeNs);
        if (frame.syndrome() == 0 && frame.verdict() == Verdict.VALID) {
            aircraft.announcedNs = timeNs;
        }
        return frame.hasMe() ? squitter(aircraft, frame, timeNs) : News.NOTHING;
    }

    /// Counts an address as announced: whoever made the recording had verified it.
    void vouch(int address, long timeNs) {
        recall(address, timeNs).announcedNs = timeNs;
    }

    private Aircraft recall(int key, long timeNs) {
        Aircraft aircraft = table.hear(key);
        if (timeNs - aircraft.heardNs > SILENCE_NS) {
            aircraft.begin(key);
        }
        aircraft.heardNs = timeNs;
        current = aircraft;
        return aircraft;
    }

    private News reply(ModeSFrame frame, long timeNs) {
        int key = frame.address();
        if (!table.knows(key)) {
            unverified++;
            return News.UNVERIFIED;
        }
        Aircraft aircraft = recall(key, timeNs);
        if (timeNs - aircraft.announcedNs > VOUCHED_NS) {
            unverified++;
            return News.UNVERIFIED;
        }
        if (frame.df() == 5 || frame.df() == 21) {
            aircraft.squawk = frame.squawk();
            return News.IDENTITY;
        }
        int heightFt = frame.altitudeFt();
        if (heightFt == ModeSFrame.ABSENT) {
            return News.NOTHING;
        }
        aircraft.heightFt = heightFt;
        aircraft.heightIsGeometric = false;
        return News.HEIGHT;
    }

    private News squitter(Aircraft aircraft, ModeSFrame frame, long timeNs) {
        long me = frame.message();
        int typecode = frame.typecode();
        return switch (typecode) {
            case 1, 2, 3, 4 -> identification(aircraft, me);
            case 5, 6, 7, 8 -> surface(aircraft, frame, timeNs);
            case 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 21, 22 -> airborne(aircraft, frame, timeNs);
            case 19 -> velocity(aircraft, me, timeNs);
            case 28 -> status(aircraft, me);
            case 29 -> target(aircraft, me);
            case 31 -> operational(aircraft, me);
            default -> News.NOTHING;
        };
    }

    private static News identification(Aircraft aircraft, long me) {
        long code = me & 0xFFFF_FFFF_FFFFL;
        if (code == aircraft.callsignCode) {
            return News.NOTHING;
        }
        if (!Callsign.isText(me)) {
            return News.NOTHING;
        }
        aircraft.callsignCode = code;
        aircraft.callsign = Callsign.text(me).strip();
        return News.IDENTITY;
    }

    private News surface(Aircraft aircraft, ModeSFrame frame, long timeNs) {
        long me = frame.message();
        double speed = SurfacePosition.speedKt(SurfacePosition.movement(me));
        if (Double.isFinite(speed) && SurfacePosition.hasTrack(me)) {
            double track = Math.toRadians(SurfacePosition.trackDeg(me));
            aircraft.eastKt = speed * Exact.sin(track);
            aircraft.northKt = speed * Exact.cos(track);
            aircraft.climbFpm = ModeSFrame.ABSENT;
            aircraft.nacV = 0;
            aircraft.velocityNs = timeNs;
        }
        aircraft.positionTypecode = frame.typecode();
        aircraft.heightFt = ModeSFrame.ABSENT;
        return placed(aircraft, frame, true, timeNs);
    }

    private News airborne(Aircraft aircraft, ModeSFrame frame, long timeNs) {
        long me = frame.message();
        aircraft.positionTypecode = frame.typecode();
        aircraft.heightFt = AltitudeCode.feet12(Bits.field(me, 9, 20));
        aircraft.heightIsGeometric = frame.typecode() >= 20;
        aircraft.alert = Bits.field(me, 6, 7) == 1;
        return placed(aircraft, frame, false, timeNs);
    }

    private News placed(Aircraft aircraft, ModeSFrame frame, boolean surface, long timeNs) {
        boolean repaired = frame.verdict() == Verdict.REPAIRED;
        return switch (pairing.take(aircraft, frame.message(), surface, repaired, timeNs)) {
            case PLACED -> News.PLACE;
            case WAITING -> News.NOTHING;
            case UNREASONABLE -> {
                unreasonable++;
                yield News.NOTHING;
            }
        };
    }

    private static News velocity(Aircraft aircraft, long me, long timeNs) {
        double east = AirborneVelocity.eastKt(me);
        double north = AirborneVelocity.northKt(me);
        if (AirborneVelocity.overGround(me) && Double.isFinite(east) && Double.isFinite(north)) {
            aircraft.eastKt = east;
            aircraft.northKt = north;
            aircraft.climbFpm = AirborneVelocity.verticalRateFpm(me);
            aircraft.nacV = AirborneVelocity.nacV(me);
            aircraft.velocityNs = timeNs;
        }
        return News.NOTHING;
    }

    private static News status(Aircraft aircraft, long me) {
        if (AircraftStatus.subtype(me) != AircraftStatus.EMERGENCY) {
            return News.NOTHING;
        }
        aircraft.emergencyState = AircraftStatus.emergencyState(me);
        aircraft.squawk = AircraftStatus.squawk(me);
        return News.IDENTITY;
    }

    private static News target(Aircraft aircraft, long me) {
        if (TargetState.subtype(me) > 1) {
            return News.NOTHING;
        }
        aircraft.nacP = TargetState.nacP(me);
        aircraft.version = Math.max(aircraft.version, 1);
        if (!TargetState.isVersion1(me) || TargetState.emergencyState(me) == aircraft.emergencyState) {
            return News.NOTHING;
        }
        aircraft.emergencyState = TargetState.emergencyState(me);
        return News.IDENTITY;
    }

    private static News operational(Aircraft aircraft, long me) {
        aircraft.version = OperationalStatus.version(me);
        if (aircraft.version > 0 && OperationalStatus.subtype(me) <= 1) {
            aircraft.nacP = OperationalStatus.nacP(me);
            aircraft.nicA = OperationalStatus.nicSupplementA(me);
            aircraft.nicC = OperationalStatus.subtype(me) == 1 && OperationalStatus.nicSupplementC(me);
            aircraft.gva = aircraft.version >= 2 ? OperationalStatus.gva(me) : 0;
        }
        return News.NOTHING;
    }
}
