package vedette.format.flightlog;

import vedette.model.Altitude;
import vedette.model.Moment;

/// A ground station's telemetry log (`.tlog`): MAVLink 1 and 2 packets, each behind eight bytes of time (microseconds
/// since 1970, big-endian). Fixes from `GPS_RAW_INT` (24), or from `GLOBAL_POSITION_INT` (33) where there are none
/// (MAVLink common message set).
final class Telemetry {
    private static final int STAMP = 8;
    private static final int MAGIC_1 = 0xfe;
    private static final int MAGIC_2 = 0xfd;
    private static final int HEADER_1 = 6;
    private static final int HEADER_2 = 10;
    private static final int SIGNATURE = 13;
    private static final int CHECKSUM = 2;
    private static final int GPS_RAW_INT = 24;
    private static final int GLOBAL_POSITION_INT = 33;
    /// What each message's definition adds to its checksum (CRC_EXTRA).
    private static final int GPS_RAW_EXTRA = 24;

    private static final int GLOBAL_POSITION_EXTRA = 104;
    private static final int FIX_3D = 3;
    private static final int LONGEST_PAYLOAD = 255;
    private static final double E7 = 1e-7;
    private static final double MILLI = 1e-3;
    private static final double SIGMA_M = 5;
    /// Times between 2000 and 2100, microseconds.
    private static final long FIRST_US = 946_684_800_000_000L;

    private static final long LAST_US = 4_102_444_800_000_000L;

    private final Bytes bytes;
    private final FlightLog.Times times;
    private final FlightLog.Taking taking;
    private final FlightLog.Taking fused = new FlightLog.Taking();
    private int raw;

    Telemetry(byte[] bytes, FlightLog.Times times, FlightLog.Taking taking) {
        this.bytes = new Bytes(bytes);
        this.times = times;
        this.taking = taking;
    }

    static boolean isTelemetry(byte[] bytes) {
        Bytes head = new Bytes(bytes);
        if (!head.has(0, STAMP + HEADER_1)) {
            return false;
        }
        int magic = head.u8(STAMP);
        long us = stampUs(head, 0);
        return (magic == MAGIC_1 || magic == MAGIC_2) && us > FIRST_US && us < LAST_US;
    }

    private static long stampUs(Bytes bytes, int at) {
        long us = 0;
        for (int i = 0; i < STAMP; i++) {
            us = us << 8 | bytes.u8(at + i);
        }
        return us;
    }

    void read() {
        int at = 0;
        long lost = 0;
        while (bytes.has(at, STAMP + HEADER_1 + CHECKSUM)) {
            int length = packet(at);
            if (length == 0) {
                at++;
                lost++;
            } else {
                at += length;
            }
        }
        if (lost > 0) {
            taking.refuse("the file", lost + " bytes belong to no packet");
        }
        if (raw == 0) {
            fused.log().flights().forEach(flight -> flight.fixes().forEach(fix -> taking.take("", fix)));
        }
    }

    /// Takes a packet with its time; gives its length, 0 where none stands.
    private int packet(int at) {
        int magic = bytes.u8(at + STAMP);
        boolean two = magic == MAGIC_2;
        if (!two && magic != MAGIC_1) {
            return 0;
        }
        int packet = at + STAMP;
        int header = two ? HEADER_2 : HEADER_1;
        int payload = bytes.u8(packet + 1);
        int signature = two && bytes.has(packet, 3) && (bytes.u8(packet + 2) & 1) != 0 ? SIGNATURE : 0;
        int length = STAMP + header + payload + CHECKSUM + signature;
        if (!bytes.has(at, length)) {
            return 0;
        }
        int id = two ? bytes.u16(packet + 7) | bytes.u8(packet + 9) << 16 : bytes.u8(packet + 5);
        boolean known = id == GPS_RAW_INT || id == GLOBAL_POSITION_INT;
        if (known) {
            int extra = id == GPS_RAW_INT ? GPS_RAW_EXTRA : GLOBAL_POSITION_EXTRA;
            if (checksum(packet + 1, header - 1 + payload, extra) != bytes.u16(packet + header + payload)) {
                taking.refuse("byte " + at, "the checksum of message " + id + " is wrong");
                return length;
            }
            fix(id, at, whole(packet + header, payload));
        }
        return length;
    }

    /// MAVLink 2 leaves out zeros at a payload's end.
    private Bytes whole(int at, int length) {
        byte[] payload = new byte[LONGEST_PAYLOAD];
        System.arraycopy(bytes.all(), at, payload, 0, length);
        return new Bytes(payload);
    }

    private void fix(int id, int at, Bytes payload) {
        long us = stampUs(bytes, at);
        if (us < FIRST_US || us > LAST_US) {
            taking.refuse("byte " + at, "its time is not between 2000 and 2100");
            return;
        }
        Moment when = times.leaps().moment(us * 1_000L);
        if (id == GLOBAL_POSITION_INT) {
            FlightLog.take(
                    fused,
                    "byte " + at,
                    when,
                    new FlightLog.Degrees(payload.i32(4) * E7, payload.i32(8) * E7),
                    new Altitude.Amsl(payload.i32(12) * MILLI, SIGMA_M));
        } else if (payload.u8(28) >= FIX_3D) {
            raw++;
            FlightLog.take(
                    taking,
                    "byte " + at,
                    when,
                    new FlightLog.Degrees(payload.i32(8) * E7, payload.i32(12) * E7),
                    new Altitude.Amsl(payload.i32(16) * MILLI, SIGMA_M));
        }
    }

    /// CRC-16/MCRF4XX over the packet behind its first byte and the message's own extra.
    private int checksum(int at, int length, int extra) {
        int crc = 0xffff;
        for (int i = 0; i < length; i++) {
            crc = added(crc, bytes.u8(at + i));
        }
        return added(crc, extra);
    }

    private static int added(int crc, int value) {
        int t = (value ^ crc) & 0xff;
        t = (t ^ t << 4) & 0xff;
        return (crc >> 8 ^ t << 8 ^ t << 3 ^ t >> 4) & 0xffff;
    }
}
