package vedette.format.adsb;

/// How Mode S frames are wrapped.
public enum Framing {
    /// Beast binary, as receivers serve it on TCP port 30005.
    BEAST,
    /// AVR text, as receivers serve it on TCP port 30002.
    AVR,
    /// Lines of time and hexadecimal digits.
    CSV;

    /// A deframer at the beginning of a stream.
    public Deframer deframer() {
        return switch (this) {
            case BEAST -> new BeastDeframer();
            case AVR -> new AvrDeframer();
            case CSV -> new CsvDeframer();
        };
    }
}
