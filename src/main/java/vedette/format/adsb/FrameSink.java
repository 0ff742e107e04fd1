package vedette.format.adsb;

/// Where deframed Mode S bytes go.
public interface FrameSink {
    /// What a stamp says when the carrier gave none.
    long NO_STAMP = -1;

    /// What a signal level says when the carrier gave none.
    int NO_SIGNAL = -1;

    /// One frame; the bytes are valid until this call returns.
    ///
    /// @param bytes the buffer
    /// @param at where the frame begins
    /// @param length 2 (Mode A/C), 7 or 14
    /// @param stamp 12 MHz ticks of the receiver (Beast, AVR), nanoseconds of Unix time (CSV), or [#NO_STAMP]
    /// @param signal the receiver's level, 0 to 255, or [#NO_SIGNAL]
    void frame(byte[] bytes, int at, int length, long stamp, int signal);

    /// Bytes that are no frame; reading goes on behind them.
    ///
    /// @param offset of the first such byte since the stream's beginning
    /// @param field what was being read
    /// @param reason what is wrong with it
    void rejected(long offset, String field, String reason);
}
