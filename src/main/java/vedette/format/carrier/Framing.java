package vedette.format.carrier;

/// How messages lie in a recording.
public enum Framing {
    /// One after the other, nothing between.
    RAW,
    /// Recordings of EUROCONTROL's tools (`.ff`): a length of two octets that counts everything, six octets of which
    /// the
    /// last three are the time of day in 10 ms, the data, and four octets A5.
    FINAL,
    /// A length of two octets that counts everything, four octets of time, the data; in files and in datagrams.
    ORADIS,
    /// Captured datagrams (libpcap, classic).
    PCAP,
    /// Captured datagrams (pcapng).
    PCAPNG;

    private static final int PCAPNG_MAGIC = 0x0A0D0D0A;

    /// Recognises the framing of a recording by its first bytes.
    ///
    /// @param bytes the recording
    /// @return the framing; [#RAW] where no other fits
    public static Framing of(byte[] bytes) {
        if (bytes.length >= 4 && Octets.u32(bytes, 0) == PCAPNG_MAGIC) {
            return PCAPNG;
        }
        if (Pcap.isMagic(bytes)) {
            return PCAP;
        }
        if (FinalFrames.fits(bytes)) {
            return FINAL;
        }
        return Oradis.fits(bytes, 0, bytes.length) ? ORADIS : RAW;
    }
}
