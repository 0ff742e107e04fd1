package vedette.format.adsb;

import java.util.Arrays;
import java.util.List;
import vedette.format.text.JsonText;

/// Any bytes as Mode S frames, one behind the other, with the parity made right so that their contents are reached.
public final class ModeSFuzz {
    private static final int STRIDE = ModeSFrame.LONG_BYTES + 1;

    private ModeSFuzz() {}

    /// Where the fuzzer begins.
    public static List<byte[]> seeds() {
        return ModeSStreamFuzz.seeds(ModeSFuzz::copied);
    }

    /// Called by the fuzzer.
    public static void fuzzerTestOneInput(byte[] data) {
        AircraftMemory memory = new AircraftMemory(new CprFix());
        ModeSFrame frame = new ModeSFrame();
        long timeNs = 0;
        for (int at = 0; at + STRIDE <= data.length; at += STRIDE) {
            byte[] bytes = Arrays.copyOfRange(data, at, at + ModeSFrame.LONG_BYTES);
            timeNs += 50_000_000L * (data[at + ModeSFrame.LONG_BYTES] & 0xFF);
            frame.readRepairing(bytes, 0, bytes.length);
            sealed(bytes);
            if (frame.read(bytes, 0, bytes.length).readable()) {
                heard(memory, frame, timeNs);
            }
        }
    }

    private static void sealed(byte[] bytes) {
        int data = bytes[0] < 0 ? 11 : 4;
        Arrays.fill(bytes, data, bytes.length, (byte) 0);
        int parity = bytes[0] < 0 ? Crc24.syndrome112(bytes, 0) : Crc24.syndrome56(bytes, 0);
        Bits.put(bytes, data, parity, 3);
    }

    private static void heard(AircraftMemory memory, ModeSFrame frame, long timeNs) {
        boolean placed = memory.hear(frame, timeNs) == AircraftMemory.News.PLACE;
        CprFix place = memory.aircraft().place;
        if (placed && !(Math.abs(place.latitudeDeg()) <= 90 && Math.abs(place.longitudeDeg()) <= 180)) {
            throw new AssertionError("a place outside the globe");
        }
        StringBuilder line = new StringBuilder();
        ModeSJson.write(
                frame,
                new ModeSJson.Context(
                        timeNs, false, placed, place.latitudeDeg(), place.longitudeDeg(), memory.nic(frame)),
                line);
        if (JsonText.read(line.toString()) instanceof JsonText.NotJson(String reason, int at)) {
            throw new AssertionError("not JSON (" + reason + " at " + at + "): " + line);
        }
    }

    private static int copied(byte[] frame, byte[] out) {
        System.arraycopy(frame, 0, out, 0, frame.length);
        out[ModeSFrame.LONG_BYTES] = 4;
        return STRIDE;
    }
}
