package vedette.format.ground;

import static vedette.math.Require.require;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import vedette.model.LatLon;

/// Any bytes as the geoid's table: refused, or finite everywhere. The first bytes are a place too.
public final class Egm96Fuzz {
    private static final Egm96 STANDARD = Egm96.standard();

    private Egm96Fuzz() {}

    /// Places: poles, the antimeridian, and one in between.
    public static List<byte[]> seeds() {
        return List.of(place(90, 180), place(-90, -180), place(57.3, 24.1));
    }

    private static byte[] place(double lat, double lon) {
        return ByteBuffer.allocate(16).putDouble(lat).putDouble(lon).array();
    }

    /// What the fuzzer calls.
    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            Egm96.of(bytes);
            require(bytes.length == Egm96.BYTES, "a table of %s bytes", bytes.length);
        } catch (IOException refused) {
            require(bytes.length != Egm96.BYTES, "refused: %s", refused);
        }
        if (bytes.length >= 16) {
            ByteBuffer given = ByteBuffer.wrap(bytes);
            double lat = given.getDouble();
            double lon = given.getDouble();
            if (Math.abs(lat) <= 90 && Math.abs(lon) <= 180) {
                check(LatLon.ofDegrees(lat, lon), bytes);
            }
        }
    }

    // The lowest and the highest of EGM96 are -107 and 85 m (NASA/TP-1998-206861).
    private static void check(LatLon place, byte[] bytes) {
        double given = STANDARD.undulationM(place);
        require(given > -108 && given < 87, "%s m at %s", given, place);
        byte[] table = new byte[Egm96.BYTES];
        for (int i = 0; i < table.length; i++) {
            table[i] = bytes[i % bytes.length];
        }
        try {
            double strange = Egm96.of(table).undulationM(place);
            require(Math.abs(strange) <= 3_276.8, "%s m at %s", strange, place);
        } catch (IOException refused) {
            throw new AssertionError("of the right length", refused);
        }
    }
}
