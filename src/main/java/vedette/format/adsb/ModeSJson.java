package vedette.format.adsb;

/// Mode S frames as JSON lines, with the field names that pyModeS 3 made common (`df`, `icao`, `typecode`, `altitude`
/// …); units as there: feet, knots, degrees, feet a minute.
public final class ModeSJson {
    /// What a time says when there is none.
    public static final long NO_TIME = Long.MIN_VALUE;

    private static final String[] FLIGHT_STATUS = {
        "no alert, no SPI, airborne",
        "no alert, no SPI, on ground",
        "alert, no SPI, airborne",
        "alert, no SPI, on ground",
        "alert, SPI, airborne or on ground",
        "no alert, SPI, airborne or on ground",
        "reserved",
        "not assigned"
    };

    private static final String[] CAPABILITY = {
        "level 1 transponder",
        "reserved",
        "reserved",
        "reserved",
        "level 2+ transponder, on ground",
        "level 2+ transponder, airborne",
        "level 2+ transponder, airborne or on ground",
        "downlink request is not 0 or flight status is 2, 3, 4 or 5, airborne or on ground"
    };

    private ModeSJson() {}

    /// What the receiver knows beside the frame.
    ///
    /// @param timeNs since the recording's epoch (Unix, or the receiver's start), nanoseconds, or [#NO_TIME]
    /// @param addressVerified whether the address of a reply is one that a squitter announced lately
    /// @param hasPosition whether the frame is a position that became unambiguous
    /// @param latitudeDeg of that position
    /// @param longitudeDeg of that position
    /// @param nic navigation integrity category of a position, where the aircraft told its version; else ABSENT
    public record Context(
            long timeNs,
            boolean addressVerified,
            boolean hasPosition,
            double latitudeDeg,
            double longitudeDeg,
            int nic) {
        /// Nothing but a time.
        public static Context at(long timeNs) {
            return new Context(timeNs, false, false, Double.NaN, Double.NaN, ModeSFrame.ABSENT);
        }
    }

    /// Appends the frame as one object, without a line feed.
    ///
    /// @param frame a frame whose verdict is readable
    /// @param context what is known beside it
    /// @param out where to
    public static void write(ModeSFrame frame, Context context, StringBuilder out) {
        JsonLine line = new JsonLine(out);
        time(line, context.timeNs);
        line.integer("df", frame.df());
        Hex.appendUpper(line.key("icao").append('"'), frame.address(), 6);
        out.append('"');
        line.truth("crc_valid", true);
        switch (frame.df()) {
            case 0, 16 -> acas(line, frame);
            case 4, 5 -> surveillance(line, frame);
            case 11 -> allCall(line, frame);
            case 17, 18 -> squitter(line, frame, context);
            default -> commB(line, frame, context);
        }
        line.close();
    }

    /// Appends a refused frame or stretch of bytes as one object, without a line feed.
    ///
    /// @param timeNs as in [Context]
    /// @param offset byte offset in the input
    /// @param field what was being read
    /// @param reason what is wrong
    public static void writeRejected(long timeNs, long offset, String field, String reason, StringBuilder out) {
        JsonLine line = new JsonLine(out);
        time(line, timeNs);
        line.truth("rejected", true);
        line.key("offset").append(offset);
        line.text("field", field);
        line.text("reason", reason);
        line.close();
    }

    private static void time(JsonLine line, long timeNs) {
        if (timeNs == NO_TIME) {
            line.nothing("t");
        } else {
            line.seconds("t", timeNs);
        }
    }

    private static void acas(JsonLine line, ModeSFrame frame) {
        int head = frame.head();
        line.text("vertical_status", (head >>> 26 & 1) == 0 ? "airborne" : "on_ground");
        if (frame.df() == 0) {
            line.integer("cross_link_capability", head >>> 25 & 1);
        }
        line.integer("sensitivity_level", head >>> 21 & 7);
        line.integer("reply_information", head >>> 15 & 15);
        line.integer("altitude", frame.altitudeFt());
        if (frame.isLong()) {
            StringBuilder out = line.key("mv").append('"');
            Hex.appendUpper(out, (int) (frame.message() >>> 32), 6);
            Hex.appendUpper(out, (int) frame.message(), 8);
            out.append('"');
        }
    }

    private static void surveillance(JsonLine line, ModeSFrame frame) {
        heightOrSquawk(line, frame);
        line.integer("flight_status", frame.control());
        line.text("flight_status_text", FLIGHT_STATUS[frame.control()]);
        line.integer("downlink_request", frame.head() >>> 19 & 31);
        line.integer("utility_message", frame.head() >>> 13 & 63);
    }

    private static void allCall(JsonLine line, ModeSFrame frame) {
        line.integer("capability", frame.control());
        line.text("capability_text", CAPABILITY[frame.control()]);
    }

    private static void squitter(JsonLine line, ModeSFrame frame, Context context) {
        if (!frame.hasMe()) {
            return;
        }
        AdsbJson.write(line, frame.message());
        if (context.nic != ModeSFrame.ABSENT) {
            line.integer("nic", context.nic);
        }
        if (context.hasPosition) {
            line.real("latitude", context.latitudeDeg);
            line.real("longitude", context.longitudeDeg);
        }
    }

    private static void commB(JsonLine line, ModeSFrame frame, Context context) {
        line.truth("icao_verified", context.addressVerified);
        heightOrSquawk(line, frame);
        CommBJson.write(line, frame.message());
    }

    private static void heightOrSquawk(JsonLine line, ModeSFrame frame) {
        if ((frame.df() & 1) == 0) {
            line.integer("altitude", frame.altitudeFt());
            return;
        }
        squawk(line, frame.squawk());
    }

    static void squawk(JsonLine line, int digits) {
        StringBuilder out = line.key("squawk").append('"');
        for (int unit = 1000; unit > 0; unit /= 10) {
            out.append((char) ('0' + digits / unit % 10));
        }
        out.append('"');
    }
}
