package vedette.format.carrier;

/// A cursor on one frame of a recording: where its payload lies, and when it was taken.
public final class Frame {
    private int offset;
    private int length;
    private long timeNs;
    private Clock clock = Clock.NONE;
    private String reason = "";

    /// What a frame's time counts from.
    public enum Clock {
        /// The framing carries no time.
        NONE,
        /// 1970-01-01T00:00:00 UTC, without leap seconds.
        UNIX,
        /// The last midnight, UTC.
        MIDNIGHT,
        /// Something that the framing does not tell.
        UNKNOWN
    }

    /// Where the payload starts in the recording; of a rejected frame: where the trouble is.
    public int offset() {
        return offset;
    }

    /// Where the payload ends in the recording.
    public int end() {
        return offset + length;
    }

    /// How many bytes the payload has.
    public int length() {
        return length;
    }

    /// When the frame was taken, nanoseconds by [#clock()].
    public long timeNs() {
        return timeNs;
    }

    /// What the time counts from.
    public Clock clock() {
        return clock;
    }

    /// Why the latest rejected frame cannot be read.
    public String reason() {
        return reason;
    }

    void payload(int from, int bytes) {
        offset = from;
        length = bytes;
    }

    void time(long ns, Clock from) {
        timeNs = ns;
        clock = from;
    }

    Frames.Step reject(int at, String why) {
        offset = at;
        length = 0;
        reason = why;
        return Frames.Step.REJECTED;
    }
}
