package vedette.format.adsb;

/// Cuts a byte stream into Mode S frames. It remembers an unfinished frame, so it does not matter where the stream
/// was cut into chunks; it never throws and holds a bounded number of bytes.
public sealed interface Deframer permits BeastDeframer, AvrDeframer, CsvDeframer {
    /// Reads the next chunk of the stream.
    ///
    /// @param chunk the buffer
    /// @param at where the chunk begins
    /// @param length how many bytes it has
    /// @param sink receives frames and rejections in order
    void feed(byte[] chunk, int at, int length, FrameSink sink);

    /// Where the frame that is being delivered begins, bytes since the stream's beginning.
    long frameOffset();

    /// The 24-bit address that the recording itself names beside the frame being delivered, or [ModeSFrame#ABSENT].
    default int namedAddress() {
        return ModeSFrame.ABSENT;
    }

    /// Ends the stream: what is unfinished is rejected (or, a last line without its end, read).
    void finish(FrameSink sink);
}
