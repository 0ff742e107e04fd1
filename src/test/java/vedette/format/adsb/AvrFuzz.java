package vedette.format.adsb;

/// Any bytes as AVR text.
public final class AvrFuzz {
    private AvrFuzz() {}

    /// Called by the fuzzer.
    public static void fuzzerTestOneInput(byte[] data) {
        ModeSStreamFuzz.run(Framing.AVR, data);
    }
}
