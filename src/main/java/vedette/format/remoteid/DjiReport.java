package vedette.format.remoteid;

import java.util.Optional;
import java.util.OptionalLong;
import vedette.model.LatLon;

/// DJI's own beacon ("DroneID"), the flight telemetry of its Wi-Fi form: a vendor element of a beacon, least
/// significant octet first. Its layout is not published by the maker but by those who read it (F. van Tienen
/// and J. Dumon 2017; Department 13, "Anatomy of DJI's Drone Identification Implementation", 2017). It is not
/// signed: anybody can send it.
///
/// @param version 1, or 2 with the pilot's place
/// @param sequence counts the reports
/// @param state bits that say what of the rest is valid; drones of different years set them differently
/// @param serial the serial number, 16 characters
/// @param place where the drone is
/// @param altitude as sent; its unit is not known
/// @param height as sent; its unit is not known
/// @param north velocity northward, cm/s
/// @param east velocity eastward, cm/s
/// @param up velocity upward, cm/s
/// @param yaw as sent
/// @param pilot where the pilot is, and when that was taken (version 2)
/// @param home where it took off
/// @param productType the model, as the maker counts
public record DjiReport(
        int version,
        int sequence,
        int state,
        String serial,
        Point place,
        int altitude,
        int height,
        int north,
        int east,
        int up,
        int yaw,
        Optional<Pilot> pilot,
        Point home,
        int productType) {
    private static final int OUI = 0x263712;

    /// The OUI in recordings of a public spoofer.
    private static final int SPOOFER_OUI = 0x586213;

    private static final int TELEMETRY = 0x10;
    private static final int SERIAL_AT = 9;
    private static final int SERIAL_OCTETS = 16;
    private static final int OCTETS_1 = 58;
    private static final int OCTETS_2 = 70;

    /// A place.
    ///
    /// @param lon longitude, 1e-7 radians
    /// @param lat latitude, 1e-7 radians
    public record Point(int lon, int lat) {
        private static final double UNIT_RAD = 1e-7;

        /// The place, where it is possible; (0, 0) is what drones without a fix send.
        public Optional<LatLon> latLon() {
            double latRad = lat * UNIT_RAD;
            double lonRad = lon * UNIT_RAD;
            boolean unknown = lat == 0 && lon == 0;
            boolean possible = Math.abs(latRad) <= Math.PI / 2 && Math.abs(lonRad) <= Math.PI;
            return unknown || !possible ? Optional.empty() : Optional.of(new LatLon(latRad, lonRad));
        }

        /// Latitude in degrees, to 1e-7.
        double latDeg() {
            return degrees(lat);
        }

        /// Longitude in degrees, to 1e-7.
        double lonDeg() {
            return degrees(lon);
        }

        private static double degrees(int raw) {
            return Math.rint(Math.toDegrees(raw * UNIT_RAD) * 1e7) / 1e7;
        }
    }

    /// The pilot's application.
    ///
    /// @param time as sent: seconds or milliseconds since 1970
    /// @param place where
    public record Pilot(long time, Point place) {
        private static final long MILLIS_FROM = 100_000_000_000L; // 5138 as seconds, 1973 as milliseconds

        /// Seconds since 1970, where one is told.
        public OptionalLong unixS() {
            if (time <= 0) {
                return OptionalLong.empty();
            }
            return OptionalLong.of(time >= MILLIS_FROM ? time / 1000 : time);
        }
    }

    static boolean begins(byte[] bytes, int from, int to) {
        if (to - from < 5) {
            return false;
        }
        int oui = (Little.u8(bytes, from) << 16) | (Little.u8(bytes, from + 1) << 8) | Little.u8(bytes, from + 2);
        // The spoofer's OUI could be an Operator ID of F3411, which is shorter than a report.
        return oui == OUI || (oui == SPOOFER_OUI && bytes[from + 3] == TELEMETRY && to - from >= OCTETS_1);
    }

    /// Reads an element from its OUI on.
    static Content read(byte[] bytes, int from, int to) {
        int command = Little.u8(bytes, from + 3);
        if (command != TELEMETRY) {
            return refused(3, "subcommand", "is " + command + ", not flight telemetry (16)");
        }
        int version = bytes[from + 4];
        if (version != 1 && version != 2) {
            return refused(4, "version", "is " + version + ", not 1 or 2");
        }
        int octets = version == 1 ? OCTETS_1 : OCTETS_2;
        return to - from < octets
                ? new Content.Refused(Fault.cut(to - from, "telemetry", "has " + (to - from) + " octets of " + octets))
                : new Content.Dji(version == 1 ? first(bytes, from) : second(bytes, from));
    }

    private static Content refused(int offset, String item, String reason) {
        return new Content.Refused(Fault.invalid(offset, item, reason));
    }

    // After the velocities version 1 has pitch, roll and yaw; version 2 has yaw and the pilot.
    private static DjiReport first(byte[] bytes, int from) {
        return told(bytes, from, from + 47, Optional.empty(), from + 49);
    }

    private static DjiReport second(byte[] bytes, int from) {
        long time = Little.u32(bytes, from + 45) | (Little.u32(bytes, from + 49) << 32);
        Point place = new Point(Little.s32(bytes, from + 57), Little.s32(bytes, from + 53));
        return told(bytes, from, from + 43, Optional.of(new Pilot(time, place)), from + 61);
    }

    private static DjiReport told(byte[] bytes, int from, int yaw, Optional<Pilot> pilot, int home) {
        int motion = from + SERIAL_AT + SERIAL_OCTETS + 8;
        return new DjiReport(
                bytes[from + 4],
                Little.u16(bytes, from + 5),
                Little.u16(bytes, from + 7),
                Little.text(bytes, from + SERIAL_AT, SERIAL_OCTETS),
                new Point(Little.s32(bytes, from + 25), Little.s32(bytes, from + 29)),
                s16(bytes, motion),
                s16(bytes, motion + 2),
                s16(bytes, motion + 4),
                s16(bytes, motion + 6),
                s16(bytes, motion + 8),
                s16(bytes, yaw),
                pilot,
                new Point(Little.s32(bytes, home), Little.s32(bytes, home + 4)),
                Little.u8(bytes, home + 8));
    }

    private static int s16(byte[] bytes, int at) {
        return (short) Little.u16(bytes, at);
    }
}
