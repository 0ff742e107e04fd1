package vedette.model;

/// Turns the bytes of one feed into measurements. It may remember (halves of positions, sectors); one feed, one
/// decoder.
///
/// It never throws on any bytes, and its memory is bounded.
public interface Decoder {
    /// Reads what stands in `bytes` from `from` up to `to`.
    ///
    /// @param bytes a whole datagram, or what has come of a stream so far
    /// @param from first byte to read
    /// @param to first byte not to read
    /// @param arrivedAt when the last of them came
    /// @param sink takes what was found, in order
    /// @return how many bytes were used up: all of a datagram; of a stream, those before an unfinished message
    int decode(byte[] bytes, int from, int to, Moment arrivedAt, Sink sink);

    /// Takes what a decoder finds.
    interface Sink {
        /// A measurement.
        void measured(Measurement measurement);

        /// Bytes that were refused; the reading goes on behind them.
        void rejected(Rejected rejected);
    }
}
