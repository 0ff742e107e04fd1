package vedette.format.journal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/// Numbers and offsets of the journal's frames, for both directions.
///
/// A frame is: length of kind and payload (4 bytes), CRC-32C of length, kind and payload (4), kind (1), payload. All
/// little-endian. The length is under the checksum, and no kind is 0, so that a tail of zeros is no frame.
final class Framing {
    /// Kind of an event: eight bytes of number, then canonical bytes.
    static final int EVENT = 1;

    /// Kind of a [Note].
    static final int NOTE = 2;

    /// Bytes before the payload.
    static final int PREFIX = 9;

    /// Bytes of a frame that its length does not count.
    static final int UNCOUNTED = 8;

    /// Bytes of an event's number.
    static final int SEQ = 8;

    /// The largest event that is recorded, bytes: thousands of times the usual plot, a large set of zones.
    static final int LIMIT_FRAME = 16 << 20;

    /// The largest head, bytes: the schema of all events is 6 kB.
    static final int LIMIT_HEADER = 1 << 20;

    /// Version of the files' form; it changes when an older reader could no longer read them.
    static final int VERSION = 1;

    static final byte[] SEGMENT_MAGIC = "VEDJRNL\n".getBytes(StandardCharsets.US_ASCII);
    static final byte[] SNAPSHOT_MAGIC = "VEDSNAP\n".getBytes(StandardCharsets.US_ASCII);

    /// Magic, version, length and checksum of a head.
    static final int HEAD = 20;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private Framing() {}

    static int int32(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    static long int64(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    /// The checksum of the frame at `at` whose length field says `length`.
    static int crc(CRC32C crc, byte[] bytes, int at, int length) {
        crc.reset();
        crc.update(bytes, at, Integer.BYTES);
        crc.update(bytes, at + UNCOUNTED, length);
        return (int) crc.getValue();
    }

    /// The chain: a value that depends on every frame so far and their order (FNV-1a over the frames' checksums).
    static long chained(long chain, int crc) {
        return (chain ^ (crc & 0xFFFFFFFFL)) * 0x100000001B3L;
    }

    /// Where chains start.
    static final long CHAIN_START = 0xCBF29CE484222325L;
}
