package vedette.format.adsb;

/// Any bytes as lines of time and hexadecimal digits.
public final class ModeSCsvFuzz {
    private ModeSCsvFuzz() {}

    /// Called by the fuzzer.
    public static void fuzzerTestOneInput(byte[] data) {
        ModeSStreamFuzz.run(Framing.CSV, data);
    }
}
