package vedette.format.sapient;

/// Finds frames in a byte stream: a length of four bytes, least significant first, then so many bytes of message.
public final class Frames {
    /// Bytes of the length.
    public static final int HEAD = 4;

    private Frames() {}

    /// What stands at a place of a stream.
    public sealed interface Found {}

    /// A whole frame.
    ///
    /// @param from where its message begins
    /// @param to where it ends, and the next frame begins
    public record Frame(int from, int to) implements Found {}

    /// Not all of it has come yet.
    public record Unfinished() implements Found {}

    /// A length that no message has: the stream cannot be followed any further.
    ///
    /// @param length what it says, 0 to 4,294,967,295
    public record Lost(long length) implements Found {}

    /// Looks for a frame.
    ///
    /// @param bytes what has come
    /// @param at where a frame should begin
    /// @param end where the bytes end
    public static Found at(byte[] bytes, int at, int end) {
        if (end - at < HEAD) {
            return new Unfinished();
        }
        long length = (bytes[at] & 0xFFL)
                | (bytes[at + 1] & 0xFFL) << 8
                | (bytes[at + 2] & 0xFFL) << 16
                | (bytes[at + 3] & 0xFFL) << 24;
        if (length > Sapient.LONGEST_FRAME) {
            return new Lost(length);
        }
        int to = at + HEAD + (int) length;
        return to > end ? new Unfinished() : new Frame(at + HEAD, to);
    }

    /// A message as a frame.
    public static byte[] frame(byte[] message) {
        byte[] frame = new byte[HEAD + message.length];
        for (int i = 0; i < HEAD; i++) {
            frame[i] = (byte) (message.length >>> (8 * i));
        }
        System.arraycopy(message, 0, frame, HEAD, message.length);
        return frame;
    }
}
