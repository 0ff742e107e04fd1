package vedette.format.asterix;

import vedette.model.Decoder;
import vedette.model.Moment;
import vedette.model.Rejected;

/// ASTERIX data blocks one after the other on a byte stream (TCP): each tells its own length in octets 2 and 3.
///
/// What is unfinished stays for the next bytes. Where no block can stand, the stream is out of step: bytes are passed
/// over, as one rejection, up to where a block of a known category may begin.
public final class AsterixStream implements Decoder {
    private static final int HEADER = 3;

    /// A longer block is not believed while in search of a beginning: radars send what fits one datagram of Ethernet.
    private static final int BELIEVED = 2048;

    private final AsterixDecoder blocks;
    private boolean seeking;

    /// A decoder for one connection.
    ///
    /// @param setting what the bytes do not tell
    public AsterixStream(AsterixSetting setting) {
        blocks = new AsterixDecoder(setting);
    }

    @Override
    public int decode(byte[] bytes, int from, int to, Moment arrivedAt, Sink sink) {
        int at = seeking ? sought(bytes, from, to) : from;
        while (!seeking) {
            int end = wholeEnd(bytes, at, to);
            if (end > at) {
                blocks.decode(bytes, at, end, arrivedAt, sink);
            }
            at = end;
            if (to - end < HEADER || length(bytes, end) > HEADER) {
                break;
            }
            sink.rejected(new Rejected(end - from, "stream", "no data block stands here: the next one is searched"));
            at = sought(bytes, end + 1, to);
        }
        return at - from;
    }

    // Where a block may begin; else where the bytes to search next begin.
    private int sought(byte[] bytes, int from, int to) {
        int at = beginning(bytes, from, to);
        seeking = to - at < HEADER;
        return at;
    }

    // Where the last whole block ends.
    private static int wholeEnd(byte[] bytes, int from, int to) {
        int at = from;
        while (to - at >= HEADER && length(bytes, at) > HEADER && length(bytes, at) <= to - at) {
            at += length(bytes, at);
        }
        return at;
    }

    private static int beginning(byte[] bytes, int from, int to) {
        int at = from;
        while (to - at >= HEADER && !mayBegin(bytes, at)) {
            at++;
        }
        return at;
    }

    private static boolean mayBegin(byte[] bytes, int at) {
        int length = length(bytes, at);
        return length > HEADER && length <= BELIEVED && Editions.categories().contains(bytes[at] & 0xFF);
    }

    private static int length(byte[] bytes, int at) {
        return (bytes[at + 1] & 0xFF) << Byte.SIZE | (bytes[at + 2] & 0xFF);
    }
}
