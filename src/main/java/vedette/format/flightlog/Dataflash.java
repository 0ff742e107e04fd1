package vedette.format.flightlog;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vedette.model.Altitude;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

/// ArduPilot's dataflash log (`.bin`): messages described by their own `FMT` messages; fixes from `GPS`, whose week and
/// milliseconds of the Global Positioning System tell when (ArduPilot developer guide, "Onboard message log").
final class Dataflash {
    private static final int HEAD_1 = 0xa3;
    private static final int HEAD_2 = 0x95;
    private static final int FORMAT = 0x80;
    private static final int FORMAT_LENGTH = 89;
    private static final int HEADER = 3;
    private static final int FIX_3D = 3;
    private static final double SIGMA_M = 5;
    private static final double E7 = 1e-7;
    private static final double CENTI = 1e-2;
    private static final long WEEK_MS = 604_800_000L;
    /// A week of the year 2099.
    private static final double LAST_WEEK = 6_200;

    private static final long MS_NS = 1_000_000L;
    /// GPS time begins at 1980-01-06T00:00:00 UTC and runs 19 s behind TAI.
    private static final long GPS_UNIX_S = 315_964_800L;

    private final Bytes bytes;
    private final FlightLog.Times times;
    private final FlightLog.Taking taking;
    private final Map<Integer, Format> formats = new HashMap<>();

    Dataflash(byte[] bytes, FlightLog.Times times, FlightLog.Taking taking) {
        this.bytes = new Bytes(bytes);
        this.times = times;
        this.taking = taking;
    }

    static boolean isDataflash(byte[] bytes) {
        return bytes.length > FORMAT_LENGTH
                && (bytes[0] & 0xff) == HEAD_1
                && (bytes[1] & 0xff) == HEAD_2
                && (bytes[2] & 0xff) == FORMAT;
    }

    /// How a message is built.
    private record Format(String name, int length, Map<String, Column> columns) {}

    /// Where a value stands.
    private record Column(char type, int at) {}

    void read() {
        int at = 0;
        long lost = 0;
        while (bytes.has(at, HEADER)) {
            int length = isHead(at) ? length(at) : 0;
            if (length == 0) {
                at++;
                lost++;
                continue;
            }
            if (!bytes.has(at, length)) {
                taking.refuse("byte " + at, "a message of " + length + " bytes is cut off");
                return;
            }
            message(at);
            at += length;
        }
        if (lost > 0) {
            taking.refuse("the file", lost + " bytes belong to no message");
        }
    }

    private boolean isHead(int at) {
        return bytes.u8(at) == HEAD_1 && bytes.u8(at + 1) == HEAD_2;
    }

    private int length(int at) {
        int type = bytes.u8(at + 2);
        @Nullable Format format = formats.get(type);
        return type == FORMAT ? FORMAT_LENGTH : format == null ? 0 : format.length;
    }

    private void message(int at) {
        int type = bytes.u8(at + 2);
        if (type == FORMAT) {
            format(at + HEADER);
            return;
        }
        @Nullable Format format = formats.get(type);
        if (format != null && format.name.equals("GPS")) {
            fix(format, at + HEADER);
        }
    }

    private void format(int at) {
        int length = bytes.u8(at + 1);
        String name = bytes.text(at + 2, 4);
        String types = bytes.text(at + 6, 16);
        String[] names = bytes.text(at + 22, 64).split(",", -1);
        Map<String, Column> columns = new HashMap<>();
        int offset = 0;
        for (int i = 0; i < Math.min(types.length(), names.length); i++) {
            columns.put(names[i].strip(), new Column(types.charAt(i), offset));
            offset += width(types.charAt(i));
        }
        if (length > HEADER && offset <= length - HEADER) {
            formats.put(bytes.u8(at), new Format(name, length, columns));
        } else {
            taking.refuse("byte " + at, "the format of message '" + name + "' does not fit its length");
        }
    }

    private static int width(char type) {
        return switch (type) {
            case 'b', 'B', 'M' -> 1;
            case 'h', 'H', 'c', 'C', 'g' -> 2;
            case 'i', 'I', 'f', 'e', 'E', 'L', 'n' -> 4;
            case 'd', 'q', 'Q' -> 8;
            case 'N' -> 16;
            case 'Z', 'a' -> 64;
            default -> 0;
        };
    }

    private void fix(Format format, int at) {
        double status = number(format, at, "Status").orElse(0.0);
        Optional<Double> week = number(format, at, "GWk");
        Optional<Double> ms = number(format, at, "GMS");
        Optional<Double> lat = number(format, at, "Lat");
        Optional<Double> lon = number(format, at, "Lng");
        if (status < FIX_3D) {
            return;
        }
        boolean timed = week.orElse(0.0) > 0 && week.orElse(0.0) <= LAST_WEEK && ms.orElse(-1.0) >= 0;
        if (!timed || ms.orElse(0.0) > WEEK_MS || lat.isEmpty() || lon.isEmpty()) {
            taking.refuse("byte " + at, "a fix without a week before 2100, a time in it, latitude or longitude");
            return;
        }
        Altitude altitude = number(format, at, "Alt")
                .<Altitude>map(v -> new Altitude.Amsl(v, SIGMA_M))
                .orElse(Altitude.UNKNOWN);
        long sinceMs = Math.round(week.orElseThrow()) * WEEK_MS + Math.round(ms.orElseThrow());
        Moment when = gpsZero(times.leaps()).plusNs(sinceMs * MS_NS);
        FlightLog.take(taking, "byte " + at, when, new FlightLog.Degrees(lat.get(), lon.get()), altitude);
    }

    private static Moment gpsZero(LeapSeconds leaps) {
        return leaps.moment(GPS_UNIX_S * 1_000_000_000L);
    }

    private Optional<Double> number(Format format, int message, String name) {
        @Nullable Column column = format.columns.get(name);
        if (column == null) {
            return Optional.empty();
        }
        int at = message + column.at;
        return switch (column.type) {
            case 'b' -> Optional.of((double) (byte) bytes.u8(at));
            case 'B', 'M' -> Optional.of((double) bytes.u8(at));
            case 'h' -> Optional.of((double) (short) bytes.u16(at));
            case 'H' -> Optional.of((double) bytes.u16(at));
            case 'c' -> Optional.of((short) bytes.u16(at) * CENTI);
            case 'C' -> Optional.of(bytes.u16(at) * CENTI);
            case 'i' -> Optional.of((double) bytes.i32(at));
            case 'I' -> Optional.of((double) bytes.u32(at));
            case 'e' -> Optional.of(bytes.i32(at) * CENTI);
            case 'E' -> Optional.of(bytes.u32(at) * CENTI);
            case 'L' -> Optional.of(bytes.i32(at) * E7);
            case 'f' -> finite(bytes.f32(at));
            case 'd' -> finite(bytes.f64(at));
            case 'q', 'Q' -> Optional.of((double) bytes.i64(at));
            default -> Optional.empty();
        };
    }

    private static Optional<Double> finite(double value) {
        return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    }
}
