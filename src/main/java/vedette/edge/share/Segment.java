package vedette.edge.share;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;

/// One file of a store: records of length, CRC32C, number and content, one behind the other. A record is written in one
/// call; a torn one at the end is cut off when the file is opened.
final class Segment implements AutoCloseable {
    /// Before each content: its length (4), CRC32C of number and content (4), number (8).
    static final int HEAD = 16;

    /// A longer content is damage.
    static final int LONGEST = 2 << 20;

    private static final int FIRST = 256;

    private final Path file;
    private final FileChannel channel;
    private final long first;
    private int[] offsets = new int[FIRST];
    private int count;
    private int end;

    private Segment(Path file, FileChannel channel, long first) {
        this.file = file;
        this.channel = channel;
        this.first = first;
    }

    static Path path(Path folder, long first) {
        // Twenty digits: names sort as numbers.
        String digits = Long.toString(first);
        return folder.resolve("items-" + "0".repeat(20 - digits.length()) + digits + ".log");
    }

    /// Opens or makes a file, and cuts off what is not whole.
    ///
    /// @param first the number of its first record
    static Segment open(Path folder, long first) throws IOException {
        Path file = path(folder, first);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        Segment segment = new Segment(file, channel, first);
        segment.scan(Files.readAllBytes(file));
        channel.truncate(segment.end);
        channel.position(segment.end);
        return segment;
    }

    private void scan(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        while (in.remaining() >= HEAD) {
            int at = in.position();
            int length = in.getInt(at);
            if (length < 0 || length > LONGEST || in.remaining() - HEAD < length) {
                return;
            }
            boolean whole = in.getInt(at + 4) == crc(bytes, at + 8, length + 8) && in.getLong(at + 8) == last() + 1;
            if (!whole) {
                return;
            }
            placed(at, HEAD + length);
            in.position(end);
        }
    }

    private void placed(int at, int length) {
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * count);
        }
        offsets[count++] = at;
        end = at + length;
    }

    static int crc(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    long first() {
        return first;
    }

    /// The number of its last record; one before its first when it has none.
    long last() {
        return first + count - 1;
    }

    int size() {
        return end;
    }

    Path file() {
        return file;
    }

    void append(byte[] content) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(HEAD + content.length);
        record.putInt(content.length).putInt(0).putLong(last() + 1).put(content);
        record.putInt(4, crc(record.array(), 8, content.length + 8)).flip();
        int at = end;
        while (record.hasRemaining()) {
            channel.write(record, at + record.position());
        }
        placed(at, HEAD + content.length);
    }

    /// The content of a record.
    byte[] read(long seq) throws IOException {
        int index = (int) (seq - first);
        int from = offsets[index] + HEAD;
        int to = index + 1 < count ? offsets[index + 1] : end;
        ByteBuffer content = ByteBuffer.allocate(to - from);
        while (content.hasRemaining() && channel.read(content, from + content.position()) >= 0) {
            // A file read returns what it likes.
        }
        return content.array();
    }

    void force() throws IOException {
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
