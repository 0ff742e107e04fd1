package vedette.format.adsb;

import static vedette.math.Require.require;

import vedette.math.Exact;

/// Writes the squitters and replies of one aircraft, parity included: for simulated traffic and for feeding other
/// decoders.
///
/// Source: RTCA DO-260B 2.2.3.2 (messages), ICAO Annex 10 Vol. IV 3.1.2 (formats). What a field cannot hold is sent
/// as "no information", never as a wrapped value.
///
/// @param address 24-bit address, not zero
/// @param positionTypecode type code of airborne positions, 9 to 18 (barometric) or 20 to 22: states NIC (11 is NIC 8)
/// @param nacP navigation accuracy category for position, 0 to 11, sent in the operational status
public record AdsbEncoder(int address, int positionTypecode, int nacP) {
    private static final double FEET_IN_METRE = 1 / 0.3048;
    private static final double KNOTS_IN_MPS = 3600 / 1852.0;
    private static final int CAPABILITY_AIRBORNE = 5;
    private static final int VERSION_2 = 2;

    /// Refuses what no aircraft may send.
    public AdsbEncoder {
        require(address > 0 && address <= 0xFFFFFF, "address %s", address);
        require(positionTypecode >= 9 && positionTypecode <= 22 && positionTypecode != 19, "type %s", positionTypecode);
        require(nacP >= 0 && nacP <= 11, "nacP %s", nacP);
    }

    /// Identification and category (type code 1 to 4).
    ///
    /// @param set category set: 1 (D) to 4 (A)
    /// @param category 0 to 7 within the set (set 4: 1 light … 7 rotorcraft; set 3: 6 unmanned)
    /// @param callsign up to 8 letters, digits or blanks; others are sent as blanks
    public byte[] identification(int set, int category, String callsign) {
        require(set >= 1 && set <= 4 && category >= 0 && category <= 7, "category %s/%s", set, category);
        long me = (long) set << 51 | (long) category << 48 | Callsign.code(callsign);
        return squitter(me);
    }

    /// Airborne position.
    ///
    /// @param latitudeRad WGS-84
    /// @param longitudeRad WGS-84
    /// @param altitudeM pressure altitude (height above the ellipsoid for type codes 20 to 22); NaN: unknown
    /// @param odd the CPR parity, to be alternated by the caller
    public byte[] airbornePosition(double latitudeRad, double longitudeRad, double altitudeM, boolean odd) {
        long cpr = Cpr.encode(Math.toDegrees(latitudeRad), Math.toDegrees(longitudeRad), odd, false);
        long me = Bits.with((long) positionTypecode << 51, 9, 20, AltitudeCode.code12(altitudeM * FEET_IN_METRE));
        return squitter(Bits.with(me, 22, 22, odd ? 1 : 0) | cpr);
    }

    /// Surface position (type code 7, NIC 8).
    ///
    /// @param speedMps over ground; NaN: unknown
    /// @param trackRad clockwise from true north; NaN: unknown
    public byte[] surfacePosition(
            double latitudeRad, double longitudeRad, double speedMps, double trackRad, boolean odd) {
        long cpr = Cpr.encode(Math.toDegrees(latitudeRad), Math.toDegrees(longitudeRad), odd, true);
        long me = Bits.with(7L << 51, 6, 12, SurfacePosition.movementCode(speedMps * KNOTS_IN_MPS));
        if (Double.isFinite(trackRad)) {
            int track = (int) Math.round(Exact.turn(trackRad) / Exact.TWO_PI * 128) & 0x7F;
            me = Bits.with(Bits.with(me, 13, 13, 1), 14, 20, track);
        }
        return squitter(Bits.with(me, 22, 22, odd ? 1 : 0) | cpr);
    }

    /// Velocity over ground (type code 19, subtype 1, or 2 above 1022 kt a component).
    ///
    /// @param climbMps barometric vertical rate, up positive; NaN: unknown
    public byte[] velocity(double eastMps, double northMps, double climbMps) {
        double eastKt = eastMps * KNOTS_IN_MPS;
        double northKt = northMps * KNOTS_IN_MPS;
        boolean supersonic = Math.max(Math.abs(eastKt), Math.abs(northKt)) > 1021.5;
        long me = 19L << 51 | (supersonic ? 2L : 1L) << 48;
        me = Bits.with(me, 11, 13, 2);
        me = Bits.with(me, 14, 24, component(eastKt, supersonic ? 4 : 1));
        me = Bits.with(me, 25, 35, component(northKt, supersonic ? 4 : 1));
        me = Bits.with(me, 36, 36, 1);
        return squitter(Bits.with(me, 37, 46, verticalRate(climbMps)));
    }

    /// Emergency state and Mode A code (type code 28, subtype 1).
    ///
    /// @param state 0 none, 1 general, 2 medical, 3 minimum fuel, 4 no communication, 5 unlawful interference, 6
    /// downed
    /// @param squawk four octal digits read as decimal
    public byte[] emergency(int state, int squawk) {
        require(state >= 0 && state <= 7, "state %s", state);
        long me = Bits.with(28L << 51 | 1L << 48, 9, 11, state);
        return squitter(Bits.with(me, 12, 24, IdentityCode.code(squawk)));
    }

    /// Operational status of an airborne version-2 installation: NACp as stated, SIL 3, SDA 2, NIC baro set.
    public byte[] operationalStatus() {
        long me = Bits.with(31L << 51, 41, 43, VERSION_2);
        me = Bits.with(me, 31, 32, 2);
        me = Bits.with(me, 45, 48, nacP);
        me = Bits.with(me, 51, 52, 3);
        return squitter(Bits.with(me, 53, 53, 1));
    }

    /// All-call reply (DF 11).
    public byte[] allCall() {
        return sealed(head(11, CAPABILITY_AIRBORNE), 0);
    }

    /// Surveillance reply with the pressure altitude (DF 4).
    public byte[] altitudeReply(double altitudeM) {
        int code = AltitudeCode.code12(altitudeM * FEET_IN_METRE);
        return sealed(4 << 27 | (code & 0xFC0) << 1 | (code & 0x3F), address);
    }

    /// Surveillance reply with the Mode A code (DF 5).
    public byte[] identityReply(int squawk) {
        return sealed(5 << 27 | IdentityCode.code(squawk), address);
    }

    private int head(int df, int control) {
        return df << 27 | control << 24 | address;
    }

    private byte[] squitter(long me) {
        byte[] frame = new byte[ModeSFrame.LONG_BYTES];
        Bits.put(frame, 0, head(17, CAPABILITY_AIRBORNE), 4);
        Bits.put(frame, 4, me, 7);
        Bits.put(frame, 11, Crc24.syndrome112(frame, 0), 3);
        return frame;
    }

    private static byte[] sealed(int head, int overlay) {
        byte[] frame = new byte[ModeSFrame.SHORT_BYTES];
        Bits.put(frame, 0, head, 4);
        Bits.put(frame, 4, Crc24.syndrome56(frame, 0) ^ overlay, 3);
        return frame;
    }

    // Sign and one more than the count; zero is "no information", the last value "more than can be said".
    private static int component(double knots, int unit) {
        if (!Double.isFinite(knots)) {
            return 0;
        }
        int count = (int) Math.min(Math.round(Math.abs(knots) / unit) + 1, 1023);
        return (knots < 0 ? 1024 : 0) | count;
    }

    private static int verticalRate(double climbMps) {
        if (!Double.isFinite(climbMps)) {
            return 0;
        }
        double unitsOf64 = climbMps * FEET_IN_METRE * 60 / 64;
        int count = (int) Math.min(Math.round(Math.abs(unitsOf64)) + 1, 511);
        return (unitsOf64 < 0 ? 512 : 0) | count;
    }
}
