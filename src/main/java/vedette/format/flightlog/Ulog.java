package vedette.format.flightlog;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vedette.model.Altitude;
import vedette.model.Moment;

/// PX4 ULog, file version 1 (PX4 developer guide, "ULog File Format"): fixes of the topics `vehicle_gps_position` and
/// `sensor_gps`, whose `time_utc_usec` tells when.
final class Ulog {
    private static final byte[] MAGIC = {'U', 'L', 'o', 'g', 0x01, 0x12, 0x35};
    private static final int HEADER = 16;
    private static final int MESSAGE_HEADER = 3;
    /// A fix in three dimensions.
    private static final int FIX_3D = 3;

    private static final double SIGMA_M = 5;
    private static final double MILLI = 1e-3;
    private static final double E7 = 1e-7;
    private static final int MOST_FORMATS = 10_000;
    /// Times between 2000 and 2100, microseconds.
    private static final double FIRST_US = 9.466848e14;

    private static final double LAST_US = 4.1024448e15;

    private final Bytes bytes;
    private final FlightLog.Times times;
    private final FlightLog.Taking taking;
    private final Map<String, Map<String, Field>> formats = new HashMap<>();
    private final Map<Integer, String> topics = new HashMap<>();

    Ulog(byte[] bytes, FlightLog.Times times, FlightLog.Taking taking) {
        this.bytes = new Bytes(bytes);
        this.times = times;
        this.taking = taking;
    }

    static boolean isUlog(byte[] bytes) {
        return bytes.length > HEADER && java.util.Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /// Where a member stands in a topic's data.
    private record Field(String type, int at) {}

    void read() {
        int at = HEADER;
        while (bytes.has(at, MESSAGE_HEADER)) {
            int size = bytes.u16(at);
            char type = (char) bytes.u8(at + 2);
            int body = at + MESSAGE_HEADER;
            if (!bytes.has(body, size)) {
                taking.refuse("byte " + at, "a message of " + size + " bytes is cut off");
                return;
            }
            message(type, body, size);
            at = body + size;
        }
    }

    private void message(char type, int at, int size) {
        switch (type) {
            case 'F' -> format(bytes.text(at, size));
            case 'A' -> {
                if (size > 3) {
                    topics.put(bytes.u16(at + 1), bytes.text(at + 3, size - 3));
                }
            }
            case 'D' -> {
                if (size > 2) {
                    data(at, size);
                }
            }
            default -> {}
        }
    }

    /// `name:type field;type[3] field;…`.
    private void format(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || formats.size() >= MOST_FORMATS) {
            return;
        }
        Map<String, Field> fields = new HashMap<>();
        int at = 0;
        for (String each : text.substring(colon + 1).split(";", -1)) {
            int blank = each.indexOf(' ');
            if (blank < 0) {
                continue;
            }
            String type = each.substring(0, blank);
            int bracket = type.indexOf('[');
            String base = bracket < 0 ? type : type.substring(0, bracket);
            int count = bracket < 0 ? 1 : count(type.substring(bracket + 1, Math.max(bracket + 1, type.length() - 1)));
            int width = width(base);
            if (width == 0) {
                // A type of another format: what stands behind it has no known place.
                break;
            }
            fields.put(each.substring(blank + 1), new Field(base, at));
            at += width * count;
        }
        formats.put(text.substring(0, colon), fields);
    }

    private static int count(String digits) {
        return digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : 1;
    }

    private static int width(String type) {
        return switch (type) {
            case "int8_t", "uint8_t", "bool", "char" -> 1;
            case "int16_t", "uint16_t" -> 2;
            case "int32_t", "uint32_t", "float" -> 4;
            case "int64_t", "uint64_t", "double" -> 8;
            default -> 0;
        };
    }

    private void data(int at, int size) {
        @Nullable String topic = topics.get(bytes.u16(at));
        if (topic == null || !(topic.equals("vehicle_gps_position") || topic.equals("sensor_gps"))) {
            return;
        }
        Map<String, Field> fields = formats.getOrDefault(topic, Map.of());
        Data data = new Data(fields, at + 2, size - 2);
        Optional<Double> utcUs = data.number("time_utc_usec");
        if (data.number("fix_type").orElse(0.0) < FIX_3D || utcUs.orElse(0.0) == 0) {
            return;
        }
        if (!(utcUs.orElse(0.0) > FIRST_US && utcUs.orElse(0.0) < LAST_US)) {
            taking.refuse("byte " + at, "its time is not between 2000 and 2100");
            return;
        }
        Optional<Double> lat =
                data.number("latitude_deg").or(() -> data.number("lat").map(v -> v * E7));
        Optional<Double> lon =
                data.number("longitude_deg").or(() -> data.number("lon").map(v -> v * E7));
        if (lat.isEmpty() || lon.isEmpty()) {
            taking.refuse("byte " + at, "a fix without latitude or longitude");
            return;
        }
        Moment when = times.leaps().moment(Math.round(utcUs.orElseThrow()) * 1_000L);
        FlightLog.take(taking, "byte " + at, when, new FlightLog.Degrees(lat.get(), lon.get()), altitude(data));
    }

    private static Altitude altitude(Data data) {
        Optional<Double> ellipsoid = data.number("altitude_ellipsoid_m")
                .or(() -> data.number("alt_ellipsoid").map(v -> v * MILLI));
        if (ellipsoid.isPresent()) {
            return new Altitude.Ellipsoidal(ellipsoid.get(), SIGMA_M);
        }
        return data.number("altitude_msl_m")
                .or(() -> data.number("alt").map(v -> v * MILLI))
                .<Altitude>map(v -> new Altitude.Amsl(v, SIGMA_M))
                .orElse(Altitude.UNKNOWN);
    }

    /// One topic's data.
    private final class Data {
        private final Map<String, Field> fields;
        private final int at;
        private final int size;

        Data(Map<String, Field> fields, int at, int size) {
            this.fields = fields;
            this.at = at;
            this.size = size;
        }

        Optional<Double> number(String name) {
            @Nullable Field field = fields.get(name);
            if (field == null || field.at + width(field.type) > size) {
                return Optional.empty();
            }
            int where = at + field.at;
            double value = switch (field.type) {
                case "int8_t" -> (byte) bytes.u8(where);
                case "uint8_t", "bool", "char" -> bytes.u8(where);
                case "int16_t" -> (short) bytes.u16(where);
                case "uint16_t" -> bytes.u16(where);
                case "int32_t" -> bytes.i32(where);
                case "uint32_t" -> bytes.u32(where);
                case "float" -> bytes.f32(where);
                case "double" -> bytes.f64(where);
                default -> bytes.i64(where);
            };
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        }
    }
}
