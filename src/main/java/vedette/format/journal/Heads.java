package vedette.format.journal;

import java.util.Arrays;
import java.util.zip.CRC32C;
import vedette.canon.ByteSink;
import vedette.canon.Canon;
import vedette.canon.Read;
import vedette.model.Rejected;

/// The heads of segments and snapshots: magic (8 bytes), version (4), length (4), CRC-32C of all before and of the rest
/// (4), and the header's canonical bytes.
final class Heads {
    private static final Canon<SegmentHeader> SEGMENT = Canon.of(SegmentHeader.class);
    private static final Canon<SnapshotHeader> SNAPSHOT = Canon.of(SnapshotHeader.class);
    private static final int VERSION_AT = 8;
    private static final int LENGTH_AT = 12;
    private static final int CRC_AT = 16;

    private Heads() {}

    /// What came of reading a head.
    sealed interface Head<T> {}

    /// A good head.
    ///
    /// @param end the first byte behind it
    record Found<T>(T header, int end) implements Head<T> {}

    /// No head.
    record Missing<T>(Rejected why) implements Head<T> {}

    static void write(SegmentHeader header, ByteSink sink) {
        write(Framing.SEGMENT_MAGIC, SEGMENT.bytes(header), sink);
    }

    static void write(SnapshotHeader header, ByteSink sink) {
        write(Framing.SNAPSHOT_MAGIC, SNAPSHOT.bytes(header), sink);
    }

    static Head<SegmentHeader> segment(byte[] bytes, int length) {
        return read(SEGMENT, Framing.SEGMENT_MAGIC, bytes, length);
    }

    static Head<SnapshotHeader> snapshot(byte[] bytes, int length) {
        return read(SNAPSHOT, Framing.SNAPSHOT_MAGIC, bytes, length);
    }

    private static void write(byte[] magic, byte[] body, ByteSink sink) {
        int start = sink.size();
        sink.raw(magic, 0, magic.length);
        sink.raw32(Framing.VERSION);
        sink.raw32(body.length);
        sink.raw32(0);
        sink.raw(body, 0, body.length);
        sink.patch32(start + CRC_AT, crc(sink.array(), start, body.length));
    }

    private static int crc(byte[] bytes, int start, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, start, CRC_AT);
        crc.update(bytes, start + Framing.HEAD, length);
        return (int) crc.getValue();
    }

    private static <T> Head<T> read(Canon<T> canon, byte[] magic, byte[] bytes, int length) {
        if (length < Framing.HEAD || !Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length)) {
            return missing(0, "magic", "no Vedette journal or snapshot");
        }
        int version = Framing.int32(bytes, VERSION_AT);
        if (version != Framing.VERSION) {
            return missing(VERSION_AT, "version", "form " + version + "; this release reads " + Framing.VERSION);
        }
        int size = Framing.int32(bytes, LENGTH_AT);
        if (size < 0 || size > Math.min(Framing.LIMIT_HEADER, length - Framing.HEAD)) {
            return missing(LENGTH_AT, "length", "a head of " + size + " bytes");
        }
        if (crc(bytes, 0, size) != Framing.int32(bytes, CRC_AT)) {
            return missing(CRC_AT, "checksum", "the head is damaged");
        }
        int end = Framing.HEAD + size;
        return switch (canon.read(bytes, Framing.HEAD, end)) {
            case Read.Value<T>(T header) -> new Found<>(header, end);
            case Read.Damaged<T>(int offset, String path, String reason) ->
                missing(Framing.HEAD + offset, path, reason);
        };
    }

    private static <T> Head<T> missing(int offset, String item, String reason) {
        return new Missing<>(new Rejected(offset, item, reason));
    }
}
