package vedette.format.adsb;

/// Any bytes as a Beast stream.
public final class BeastFuzz {
    private BeastFuzz() {}

    /// Called by the fuzzer.
    public static void fuzzerTestOneInput(byte[] data) {
        ModeSStreamFuzz.run(Framing.BEAST, data);
    }
}
