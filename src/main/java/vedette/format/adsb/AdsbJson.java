package vedette.format.adsb;

import java.util.List;

/// The fields of an ADS-B message (ME) as JSON.
final class AdsbJson {
    private static final String NO_CATEGORY = "No category information";
    private static final String RESERVED = "Reserved";

    // Categories 1 to 7 of the sets A (type code 4), B (3) and C (2); ICAO 9871 Table A-2-8.
    private static final List<String> SET_A = List.of(
            "Light (less than 7000 kg)",
            "Medium 1 (between 7000 kg and 34000 kg)",
            "Medium 2 (between 34000 kg to 136000 kg)",
            "High vortex aircraft",
            "Heavy (larger than 136000 kg)",
            "High performance (>5 g acceleration) and high speed (>400 kt)",
            "Rotorcraft");
    private static final List<String> SET_B = List.of(
            "Glider, sailplane",
            "Lighter-than-air",
            "Parachutist, skydiver",
            "Ultralight, hang-glider, paraglider",
            RESERVED,
            "Unmanned aerial vehicle",
            "Space or transatmospheric vehicle");
    private static final List<String> SET_C = List.of(
            "Surface emergency vehicle",
            "Surface service vehicle",
            "Ground obstruction",
            "Cluster obstacle",
            "Line obstacle",
            RESERVED,
            RESERVED);

    private AdsbJson() {}

    static void write(JsonLine line, long me) {
        int typecode = (int) (me >>> 51);
        line.integer("typecode", typecode);
        switch (typecode) {
            case 1, 2, 3, 4 -> identification(line, me);
            case 5, 6, 7, 8 -> surface(line, me);
            case 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 21, 22 -> airborne(line, me);
            case 19 -> velocity(line, me);
            case 28 -> status(line, me);
            case 29 -> target(line, me);
            case 31 -> operational(line, me);
            default -> {
                // 0, 23 to 27 and 30 carry nothing that is decoded.
            }
        }
    }

    private static void identification(JsonLine line, long me) {
        int category = Bits.field(me, 6, 8);
        line.text("bds", "0,8");
        line.integer("category", category);
        line.text("callsign", Callsign.text(me));
        line.text("wake_vortex", wake((int) (me >>> 51), category));
    }

    private static String wake(int typecode, int category) {
        if (category == 0) {
            return NO_CATEGORY;
        }
        return switch (typecode) {
            case 4 -> SET_A.get(category - 1);
            case 3 -> SET_B.get(category - 1);
            case 2 -> SET_C.get(category - 1);
            default -> RESERVED;
        };
    }

    private static void surface(JsonLine line, long me) {
        int movement = SurfacePosition.movement(me);
        line.text("bds", "0,6");
        line.integer("movement", movement);
        line.real("groundspeed", SurfacePosition.speedKt(movement));
        line.integer("track_status", SurfacePosition.hasTrack(me) ? 1 : 0);
        line.real("track", SurfacePosition.hasTrack(me) ? SurfacePosition.trackDeg(me) : Double.NaN);
        cpr(line, me);
    }

    private static void airborne(JsonLine line, long me) {
        line.text("bds", "0,5");
        line.integer("altitude", AltitudeCode.feet12(Bits.field(me, 9, 20)));
        line.integer("surveillance_status", Bits.field(me, 6, 7));
        line.integer("nic_b", Bits.field(me, 8, 8));
        cpr(line, me);
    }

    private static void cpr(JsonLine line, long me) {
        line.integer("cpr_format", Bits.field(me, 22, 22));
        line.integer("cpr_lat", Cpr.latitudeOf(me));
        line.integer("cpr_lon", Cpr.longitudeOf(me));
        line.integer("nuc_p", Quality.nucP((int) (me >>> 51)));
    }

    private static void velocity(JsonLine line, long me) {
        line.text("bds", "0,9");
        line.integer("subtype", AirborneVelocity.subtype(me));
        line.integer("nac_v", AirborneVelocity.nacV(me));
        if (AirborneVelocity.overGround(me)) {
            groundVelocity(line, me);
        } else if (AirborneVelocity.throughAir(me)) {
            line.integer("airspeed", whole(AirborneVelocity.airspeedKt(me)));
            line.text("airspeed_type", AirborneVelocity.isTrueAirspeed(me) ? "TAS" : "IAS");
            line.real("heading", AirborneVelocity.headingDeg(me));
        }
        line.text("vr_source", AirborneVelocity.isBarometricRate(me) ? "BARO" : "GNSS");
        line.integer("vertical_rate", AirborneVelocity.verticalRateFpm(me));
        line.integer("geo_minus_baro", AirborneVelocity.geoMinusBaroFt(me));
    }

    private static void groundVelocity(JsonLine line, long me) {
        double east = AirborneVelocity.eastKt(me);
        double north = AirborneVelocity.northKt(me);
        boolean both = Double.isFinite(east) && Double.isFinite(north);
        line.integer("groundspeed", both ? (int) Math.sqrt(east * east + north * north) : ModeSFrame.ABSENT);
        line.real("track", both ? AirborneVelocity.trackDeg(me) : Double.NaN);
    }

    private static int whole(double value) {
        return Double.isFinite(value) ? (int) value : ModeSFrame.ABSENT;
    }

    private static void status(JsonLine line, long me) {
        line.text("bds", "6,1");
        line.integer("subtype", AircraftStatus.subtype(me));
        if (AircraftStatus.subtype(me) == AircraftStatus.EMERGENCY) {
            line.integer("emergency_state", AircraftStatus.emergencyState(me));
            ModeSJson.squawk(line, AircraftStatus.squawk(me));
        } else if (AircraftStatus.subtype(me) == AircraftStatus.ADVISORY) {
            CommBJson.advisory(line, me);
        }
    }

    private static void target(JsonLine line, long me) {
        line.text("bds", "6,2");
        line.integer("subtype", TargetState.subtype(me));
        line.integer("selected_altitude", TargetState.altitudeFt(me));
        line.text("selected_altitude_source", TargetState.altitudeSource(me));
        line.real("baro_pressure_setting", TargetState.pressureHpa(me));
        line.real("selected_heading", TargetState.headingDeg(me));
        if (TargetState.hasModes(me)) {
            line.truth("autopilot", TargetState.autopilot(me));
            line.truth("vnav_mode", TargetState.vnav(me));
            line.truth("altitude_hold_mode", TargetState.altitudeHold(me));
            line.truth("approach_mode", TargetState.approach(me));
            line.truth("lnav_mode", TargetState.lnav(me));
        }
        line.truth("tcas_operational", TargetState.tcasOperational(me));
        line.integer("nac_p", TargetState.nacP(me));
        line.integer("nic_baro", TargetState.nicBaro(me) ? 1 : 0);
        line.integer("sil", TargetState.sil(me));
        if (TargetState.isVersion1(me)) {
            line.integer("emergency_state", TargetState.emergencyState(me));
        }
    }

    private static void operational(JsonLine line, long me) {
        line.text("bds", "6,5");
        line.integer("subtype", OperationalStatus.subtype(me));
        line.integer("version", OperationalStatus.version(me));
        line.integer("capability_class", OperationalStatus.capabilityClass(me));
        line.integer("operational_mode", OperationalStatus.operationalMode(me));
        if (OperationalStatus.version(me) == 0) {
            return;
        }
        line.integer("nic_supplement_a", OperationalStatus.nicSupplementA(me) ? 1 : 0);
        line.integer("nac_p", OperationalStatus.nacP(me));
        line.integer("sil", OperationalStatus.sil(me));
        line.integer("nic_baro", OperationalStatus.nicBaro(me) ? 1 : 0);
        line.text("hrd", OperationalStatus.isMagnetic(me) ? "magnetic" : "true");
        if (OperationalStatus.version(me) >= 2) {
            line.integer("sil_supplement", OperationalStatus.silSupplement(me) ? 1 : 0);
        }
    }
}
