package vedette.format.adsb;

/// The fields of a Comm-B message (MB) as JSON: the register, or the candidates where several fit, and what the first
/// one holds.
final class CommBJson {
    private static final String[] SUPPORTED = {
        "0,5", "0,6", "0,7", "0,8", "0,9", "0,A", "2,0", "2,1", "4,0", "4,1", "4,2", "4,3", "4,4", "4,5", "4,8", "5,0",
        "5,1", "5,2", "5,3", "5,4", "5,5", "5,6", "5,F", "6,0"
    };

    private static final String[] SOURCE = {"unknown", "aircraft_altitude", "mcp_fcu", "fms"};

    private CommBJson() {}

    static void write(JsonLine line, long mb) {
        int candidates = CommB.candidates(mb);
        if (candidates == 0) {
            return;
        }
        int register = CommB.first(candidates);
        line.text("bds", CommB.NAMES[Integer.numberOfTrailingZeros(register)]);
        if (register != candidates) {
            names(line.key("bds_candidates"), candidates);
        }
        switch (register) {
            case CommB.BDS10 -> dataLink(line, mb);
            case CommB.BDS17 -> supported(line, mb);
            case CommB.BDS20 -> line.text("callsign", Callsign.text(mb));
            case CommB.BDS30 -> advisory(line, mb);
            case CommB.BDS40 -> verticalIntention(line, mb);
            case CommB.BDS50 -> trackAndTurn(line, mb);
            default -> headingAndSpeed(line, mb);
        }
    }

    private static void names(StringBuilder out, int set) {
        char before = '[';
        for (int i = 0; i < CommB.NAMES.length; i++) {
            if ((set >>> i & 1) != 0) {
                out.append(before)
                        .append(before == '[' ? "" : " ")
                        .append('"')
                        .append(CommB.NAMES[i])
                        .append('"');
                before = ',';
            }
        }
        out.append(']');
    }

    private static void dataLink(JsonLine line, long mb) {
        line.truth("config", Bits.on(mb, 9));
        line.truth("overlay_command_capability", Bits.on(mb, 15));
        line.truth("acas_operational", Bits.on(mb, 16));
        line.integer("mode_s_subnetwork_version", Bits.field(mb, 17, 23));
        line.truth("transponder_level5", Bits.on(mb, 24));
        line.truth("mode_s_specific_services", Bits.on(mb, 25));
        line.integer("uplink_elm_throughput", Bits.field(mb, 26, 28));
        line.integer("downlink_elm_throughput", Bits.field(mb, 29, 32));
        line.truth("aircraft_identification_capability", Bits.on(mb, 33));
        line.truth("squitter_capability", Bits.on(mb, 34));
        line.truth("surveillance_identifier_code", Bits.on(mb, 35));
        line.truth("common_usage_gicb_capability", Bits.on(mb, 36));
        line.truth("acas_hybrid_surveillance", Bits.on(mb, 37));
        line.truth("acas_resolution_advisory", Bits.on(mb, 38));
        line.integer("acas_rtca_version", Bits.field(mb, 39, 40));
        line.integer("dte_status", Bits.field(mb, 41, 56));
    }

    private static void supported(JsonLine line, long mb) {
        StringBuilder out = line.key("supported_bds");
        char before = '[';
        for (int i = 0; i < SUPPORTED.length; i++) {
            if (Bits.on(mb, i + 1)) {
                out.append(before)
                        .append(before == '[' ? "" : " ")
                        .append('"')
                        .append(SUPPORTED[i])
                        .append('"');
                before = ',';
            }
        }
        out.append(']');
    }

    static void advisory(JsonLine line, long mb) {
        line.truth("issued_ra", ResolutionAdvisory.issued(mb));
        line.truth("corrective", ResolutionAdvisory.corrective(mb));
        line.truth("downward_sense", ResolutionAdvisory.downward(mb));
        line.truth("increased_rate", ResolutionAdvisory.increasedRate(mb));
        line.truth("sense_reversal", ResolutionAdvisory.reversal(mb));
        line.truth("altitude_crossing", ResolutionAdvisory.crossing(mb));
        line.truth("positive", ResolutionAdvisory.positive(mb));
        line.truth("no_below", ResolutionAdvisory.noBelow(mb));
        line.truth("no_above", ResolutionAdvisory.noAbove(mb));
        line.truth("no_left", ResolutionAdvisory.noLeft(mb));
        line.truth("no_right", ResolutionAdvisory.noRight(mb));
        line.truth("ra_terminated", ResolutionAdvisory.terminated(mb));
        line.truth("multiple_threat", ResolutionAdvisory.severalThreats(mb));
        line.integer("threat_type_indicator", ResolutionAdvisory.threatType(mb));
        threat(line, mb);
    }

    private static void threat(JsonLine line, long mb) {
        if (ResolutionAdvisory.threatType(mb) == 1) {
            StringBuilder out = line.key("threat_icao").append('"');
            Hex.appendUpper(out, ResolutionAdvisory.threatAddress(mb), 6);
            out.append('"');
        } else if (ResolutionAdvisory.threatType(mb) == 2) {
            line.integer("threat_altitude", ResolutionAdvisory.threatAltitudeFt(mb));
            line.real("threat_range", ResolutionAdvisory.threatRangeNm(mb));
            line.real("threat_bearing", ResolutionAdvisory.threatBearingDeg(mb));
        }
    }

    private static void verticalIntention(JsonLine line, long mb) {
        if (VerticalIntention.hasPanelAltitude(mb)) {
            line.integer("selected_altitude_mcp", VerticalIntention.panelAltitudeFt(mb));
        }
        if (VerticalIntention.hasManagedAltitude(mb)) {
            line.integer("selected_altitude_fms", VerticalIntention.managedAltitudeFt(mb));
        }
        if (VerticalIntention.hasPressure(mb)) {
            line.real("baro_pressure_setting", VerticalIntention.pressureHpa(mb));
        }
        if (VerticalIntention.hasModes(mb)) {
            line.truth("vnav_mode", Bits.on(mb, 49));
            line.truth("altitude_hold_mode", Bits.on(mb, 50));
            line.truth("approach_mode", Bits.on(mb, 51));
        }
        if (VerticalIntention.hasSource(mb)) {
            line.text("target_altitude_source", SOURCE[VerticalIntention.source(mb)]);
        }
    }

    private static void trackAndTurn(JsonLine line, long mb) {
        if (TrackAndTurn.hasRoll(mb)) {
            line.real("roll", TrackAndTurn.rollDeg(mb));
        }
        if (TrackAndTurn.hasTrack(mb)) {
            line.real("true_track", TrackAndTurn.trackDeg(mb));
        }
        if (TrackAndTurn.hasGroundspeed(mb)) {
            line.integer("groundspeed", TrackAndTurn.groundspeedKt(mb));
        }
        if (TrackAndTurn.hasTrackRate(mb)) {
            line.real("track_rate", TrackAndTurn.trackRateDps(mb));
        }
        if (TrackAndTurn.hasTrueAirspeed(mb)) {
            line.integer("true_airspeed", TrackAndTurn.trueAirspeedKt(mb));
        }
    }

    private static void headingAndSpeed(JsonLine line, long mb) {
        if (HeadingAndSpeed.hasHeading(mb)) {
            line.real("magnetic_heading", HeadingAndSpeed.headingDeg(mb));
        }
        if (HeadingAndSpeed.hasIndicated(mb)) {
            line.integer("indicated_airspeed", HeadingAndSpeed.indicatedKt(mb));
        }
        if (HeadingAndSpeed.hasMach(mb)) {
            line.real("mach", HeadingAndSpeed.mach(mb));
        }
        if (HeadingAndSpeed.hasBarometricRate(mb)) {
            line.integer("baro_vertical_rate", HeadingAndSpeed.barometricFpm(mb));
        }
        if (HeadingAndSpeed.hasInertialRate(mb)) {
            line.integer("inertial_vertical_rate", HeadingAndSpeed.inertialFpm(mb));
        }
    }
}
