package vedette.format.journal;

import java.util.zip.CRC32C;
import vedette.canon.ByteSink;
import vedette.canon.XxHash64;
import vedette.model.Rejected;

/// A snapshot's file: its head, the length of its body (8 bytes), the body's CRC-32C (4), the body.
public final class SnapshotFile {
    private static final int BODY_HEAD = Long.BYTES + Integer.BYTES;

    private SnapshotFile() {}

    /// What came of reading a snapshot.
    public sealed interface Opened {}

    /// A snapshot.
    ///
    /// @param header its head
    /// @param body the state's bytes
    public record Whole(SnapshotHeader header, Body body) implements Opened {}

    /// A stretch of an array.
    ///
    /// @param bytes the array; not copied
    /// @param from first byte
    /// @param to behind the last byte
    public record Body(byte[] bytes, int from, int to) {
        /// XXH64 of the stretch, as [Note.SnapshotTaken] repeats it.
        public long digest() {
            XxHash64 hash = new XxHash64();
            hash.update(bytes, from, to - from);
            return hash.value();
        }
    }

    /// No snapshot.
    ///
    /// @param why where and why
    public record NoSnapshot(Rejected why) implements Opened {}

    /// What stands before the body.
    public static byte[] head(SnapshotHeader header, byte[] body) {
        ByteSink sink = new ByteSink();
        Heads.write(header, sink);
        sink.raw64(body.length);
        sink.raw32(crc(body, 0, body.length));
        return sink.toBytes();
    }

    /// Reads a whole file.
    ///
    /// @param bytes the file; not copied
    public static Opened open(byte[] bytes) {
        return switch (Heads.snapshot(bytes, bytes.length)) {
            case Heads.Missing<SnapshotHeader>(Rejected why) -> new NoSnapshot(why);
            case Heads.Found<SnapshotHeader>(SnapshotHeader header, int end) -> body(bytes, header, end);
        };
    }

    private static Opened body(byte[] bytes, SnapshotHeader header, int end) {
        int from = end + BODY_HEAD;
        if (from > bytes.length) {
            return no(end, "the file ends before the state");
        }
        long length = Framing.int64(bytes, end);
        if (length != bytes.length - from) {
            return no(end, "a state of " + length + " bytes in " + (bytes.length - from));
        }
        if (crc(bytes, from, (int) length) != Framing.int32(bytes, end + Long.BYTES)) {
            return no(end + Long.BYTES, "the state is damaged: its checksum does not fit");
        }
        return new Whole(header, new Body(bytes, from, bytes.length));
    }

    private static Opened no(int offset, String reason) {
        return new NoSnapshot(new Rejected(offset, "state", reason));
    }

    private static int crc(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
