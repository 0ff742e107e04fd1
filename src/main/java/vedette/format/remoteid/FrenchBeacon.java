package vedette.format.remoteid;

import static vedette.math.Require.require;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import vedette.model.LatLon;

/// The French electronic identification of unmanned aircraft (arrêté of 27 December 2019, annex): one vendor
/// element of a Wi-Fi beacon, type-length-value, most significant octet first.
///
/// @param protocolVersion 1
/// @param idFr the French identifier, 30 characters: maker, model, number
/// @param idAnsi the identifier by ANSI/CTA-2063
/// @param place where it is, 1e-5 degrees
/// @param altitudeM above mean sea level
/// @param heightM above the take-off point
/// @param takeOff where it took off, 1e-5 degrees
/// @param speedMps over ground
/// @param headingDeg of the track, clockwise from true north
public record FrenchBeacon(
        int protocolVersion,
        Optional<String> idFr,
        Optional<String> idAnsi,
        Optional<Point> place,
        OptionalInt altitudeM,
        OptionalInt heightM,
        Optional<Point> takeOff,
        OptionalInt speedMps,
        OptionalInt headingDeg) {
    private static final int OUI = 0x6A5C35;
    private static final int VERSION = 1;
    private static final int ID_FR = 2;
    private static final int ID_ANSI = 3;
    private static final int LATITUDE = 4;
    private static final int LONGITUDE = 5;
    private static final int ALTITUDE = 6;
    private static final int HEIGHT = 7;
    private static final int TAKE_OFF_LATITUDE = 8;
    private static final int TAKE_OFF_LONGITUDE = 9;
    private static final int SPEED = 10;
    private static final int HEADING = 11;

    /// The octets of each type's value; of the identifiers the most there may be (the French one has exactly
    /// these).
    private static final int[] SIZES = {0, 1, 30, 20, 4, 4, 2, 2, 4, 4, 1, 2};

    /// A place.
    ///
    /// @param latE5 latitude, 1e-5 degrees
    /// @param lonE5 longitude, 1e-5 degrees
    public record Point(int latE5, int lonE5) {
        /// The place, where it is possible; (0, 0) is what beacons without a fix send.
        public Optional<LatLon> latLon() {
            boolean unknown = latE5 == 0 && lonE5 == 0;
            boolean possible = Math.abs((long) latE5) <= 9_000_000 && Math.abs((long) lonE5) <= 18_000_000;
            return unknown || !possible ? Optional.empty() : Optional.of(LatLon.ofDegrees(latE5 / 1e5, lonE5 / 1e5));
        }
    }

    /// Checks the ranges.
    public FrenchBeacon {
        require(protocolVersion >= 0 && protocolVersion <= 255, "protocolVersion %s", protocolVersion);
        require(idFr.map(String::length).orElse(SIZES[ID_FR]) == SIZES[ID_FR], "idFr %s", idFr);
        require(idAnsi.map(String::length).orElse(0) <= SIZES[ID_ANSI], "idAnsi %s", idAnsi);
        require((altitudeM.orElse(0) << 16 >> 16) == altitudeM.orElse(0), "altitudeM %s", altitudeM);
        require((heightM.orElse(0) << 16 >> 16) == heightM.orElse(0), "heightM %s", heightM);
        require((speedMps.orElse(0) & ~0xFF) == 0, "speedMps %s", speedMps);
        require((headingDeg.orElse(0) & ~0xFFFF) == 0, "headingDeg %s", headingDeg);
    }

    static boolean begins(byte[] bytes, int from, int to) {
        return to - from >= 4 && big(bytes, from, 3) == OUI && bytes[from + 3] == 1;
    }

    /// Reads an element from its OUI on. Types that are not known are passed by their length.
    static Content read(byte[] bytes, int from, int to) {
        Map<Integer, Integer> places = new TreeMap<>();
        int at = from + 4;
        while (at < to) {
            int end = at + 1 < to ? at + 2 + Little.u8(bytes, at + 1) : to + 1;
            if (end > to) {
                return new Content.Refused(Fault.cut(at - from, "type " + bytes[at], "ends beyond the element"));
            }
            int type = Little.u8(bytes, at);
            int size = end - at - 2;
            if (type < SIZES.length && !fits(type, size)) {
                return new Content.Refused(
                        Fault.invalid(at + 1 - from, "type " + type, "has " + size + " octets, not " + SIZES[type]));
            }
            places.put(type, at + 2);
            at = end;
        }
        return places.containsKey(VERSION)
                ? new Content.French(told(bytes, places))
                : new Content.Refused(Fault.invalid(4, "type 1", "is not there: no protocol version"));
    }

    private static boolean fits(int type, int size) {
        return type == ID_ANSI ? size <= SIZES[type] : type == 0 || size == SIZES[type];
    }

    private static FrenchBeacon told(byte[] bytes, Map<Integer, Integer> places) {
        return new FrenchBeacon(
                big(bytes, places.getOrDefault(VERSION, 0), 1),
                text(bytes, places, ID_FR),
                text(bytes, places, ID_ANSI),
                point(bytes, places, LATITUDE, LONGITUDE),
                signed(bytes, places, ALTITUDE),
                signed(bytes, places, HEIGHT),
                point(bytes, places, TAKE_OFF_LATITUDE, TAKE_OFF_LONGITUDE),
                number(bytes, places, SPEED),
                number(bytes, places, HEADING));
    }

    private static Optional<String> text(byte[] bytes, Map<Integer, Integer> places, int type) {
        Integer at = places.get(type);
        return at == null
                ? Optional.empty()
                : Optional.of(new String(bytes, at, Little.u8(bytes, at - 1), StandardCharsets.ISO_8859_1));
    }

    private static Optional<Point> point(byte[] bytes, Map<Integer, Integer> places, int latitude, int longitude) {
        Integer lat = places.get(latitude);
        Integer lon = places.get(longitude);
        return lat == null || lon == null
                ? Optional.empty()
                : Optional.of(new Point(big(bytes, lat, 4), big(bytes, lon, 4)));
    }

    private static OptionalInt number(byte[] bytes, Map<Integer, Integer> places, int type) {
        Integer at = places.get(type);
        return at == null ? OptionalInt.empty() : OptionalInt.of(big(bytes, at, SIZES[type]));
    }

    private static OptionalInt signed(byte[] bytes, Map<Integer, Integer> places, int type) {
        OptionalInt value = number(bytes, places, type);
        return value.isPresent() ? OptionalInt.of((short) value.getAsInt()) : value;
    }

    private static int big(byte[] bytes, int at, int octets) {
        int value = 0;
        for (int i = 0; i < octets; i++) {
            value = value << 8 | Little.u8(bytes, at + i);
        }
        return value;
    }

    /// Writes the element from its OUI on.
    public byte[] write() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        put(out, OUI, 3);
        out.write(1);
        put(out, VERSION, OptionalInt.of(protocolVersion));
        idFr.ifPresent(id -> put(out, ID_FR, id));
        idAnsi.ifPresent(id -> put(out, ID_ANSI, id));
        place.ifPresent(p -> {
            put(out, LATITUDE, OptionalInt.of(p.latE5));
            put(out, LONGITUDE, OptionalInt.of(p.lonE5));
        });
        put(out, ALTITUDE, altitudeM);
        put(out, HEIGHT, heightM);
        takeOff.ifPresent(p -> {
            put(out, TAKE_OFF_LATITUDE, OptionalInt.of(p.latE5));
            put(out, TAKE_OFF_LONGITUDE, OptionalInt.of(p.lonE5));
        });
        put(out, SPEED, speedMps);
        put(out, HEADING, headingDeg);
        return out.toByteArray();
    }

    private static void put(ByteArrayOutputStream out, int type, OptionalInt value) {
        if (value.isPresent()) {
            out.write(type);
            out.write(SIZES[type]);
            put(out, value.getAsInt(), SIZES[type]);
        }
    }

    private static void put(ByteArrayOutputStream out, int type, String text) {
        out.write(type);
        out.write(text.length());
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void put(ByteArrayOutputStream out, int value, int octets) {
        for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8) {
            out.write(value >> shift);
        }
    }
}
