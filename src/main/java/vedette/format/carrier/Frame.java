package vedette.format.carrier;

/// A cursor on one frame of a recording: where its payload lies, and when it was taken.
public final class Frame {
    private final byte[] recording;
    private byte[] bytes;
    private int place;
    private int offset;
    private int length;
    private long timeNs;
    private int packet;
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

    Frame(byte[] recording) {
        this.recording = recording;
        bytes = recording;
    }

    /// What holds the payload: the recording itself, or a datagram that was put together from fragments. Not copied.
    public byte[] bytes() {
        return bytes;
    }

    /// Where the payload, or its first fragment, starts in the recording; of a rejected frame: where the trouble is.
    public int place() {
        return place;
    }

    /// Where the payload starts in [#bytes()].
    public int offset() {
        return offset;
    }

    /// Where the payload ends in [#bytes()].
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

    /// The number of the captured packet it came in, counted from 1; 0 where the framing has no packets.
    public int packet() {
        return packet;
    }

    /// What the time counts from.
    public Clock clock() {
        return clock;
    }

    /// Why the latest rejected frame cannot be read.
    public String reason() {
        return reason;
    }

    void payload(int from, int size) {
        bytes = recording;
        place = from;
        offset = from;
        length = size;
    }

    /// A payload in bytes that were put together from what starts at `at` in the recording.
    void joined(byte[] whole, int at) {
        bytes = whole;
        place = at;
        offset = 0;
        length = whole.length;
    }

    /// A part of the present payload.
    void narrow(int from, int size) {
        place += from - offset;
        offset = from;
        length = size;
    }

    void nextPacket() {
        packet++;
    }

    void time(long ns, Clock from) {
        timeNs = ns;
        clock = from;
    }

    Frames.Step reject(int at, String why) {
        payload(at, 0);
        reason = why;
        return Frames.Step.REJECTED;
    }
}
