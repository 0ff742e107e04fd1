package vedette.format.share;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vedette.model.Moment;
import vedette.model.Releasability;

/// Reads values from bytes nobody has to trust. What does not fit is a [Malformed]; nothing is allocated that the
/// bytes do not hold.
final class ByteIn {
    private static final int MOST_COMMUNITIES = 64;
    private static final int LONGEST_COMMUNITY = 64;
    private static final int OPEN = 0xFF;

    private final byte[] bytes;
    private int at;
    private String item = "";

    ByteIn(byte[] bytes) {
        this.bytes = bytes;
    }

    /// What is read next, for the words of a rejection.
    ByteIn field(String name) {
        item = name;
        return this;
    }

    int at() {
        return at;
    }

    boolean isAtEnd() {
        return at == bytes.length;
    }

    Malformed fault(String reason) {
        return new Malformed(at, item, reason);
    }

    private void need(int count) {
        if (bytes.length - at < count) {
            throw fault(count + " bytes wanted, " + (bytes.length - at) + " there");
        }
    }

    int u8() {
        need(1);
        return bytes[at++] & 0xFF;
    }

    int u16() {
        return u8() << 8 | u8();
    }

    long u32() {
        return (long) u16() << 16 | u16();
    }

    long i64() {
        return u32() << 32 | u32();
    }

    double f64() {
        double value = Double.longBitsToDouble(i64());
        if (!Double.isFinite(value)) {
            throw fault("a number that is not finite");
        }
        return value;
    }

    Moment moment() {
        return new Moment(i64());
    }

    /// One of so many values.
    int choice(int count) {
        int value = u8();
        if (value >= count) {
            throw fault("value " + value + " of " + count);
        }
        return value;
    }

    /// A value of a closed list by its place in it.
    <E extends Enum<E>> E value(E[] values) {
        return values[choice(values.length)];
    }

    boolean truth() {
        return choice(2) == 1;
    }

    int count(int most) {
        int count = u16();
        if (count > most) {
            throw fault(count + " where " + most + " are the most");
        }
        return count;
    }

    byte[] raw(int count) {
        need(count);
        byte[] part = new byte[count];
        System.arraycopy(bytes, at, part, 0, count);
        at += count;
        return part;
    }

    Octets octets(int count) {
        return new Octets(raw(count));
    }

    String name() {
        return utf8(u8());
    }

    String text() {
        return utf8(u16());
    }

    private String utf8(int count) {
        need(count);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, at, count))
                    .toString();
            at += count;
            return text;
        } catch (CharacterCodingException broken) {
            throw fault("text that is not UTF-8");
        }
    }

    Releasability label() {
        int count = u8();
        if (count == OPEN) {
            return Releasability.OPEN;
        }
        if (count > MOST_COMMUNITIES) {
            throw fault("a label of " + count + " communities");
        }
        List<String> to = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String community = name();
            if (community.isEmpty() || community.length() > LONGEST_COMMUNITY) {
                throw fault("a community of " + community.length() + " characters");
            }
            if (i > 0 && to.getLast().compareTo(community) >= 0) {
                throw fault("communities that are not sorted");
            }
            to.add(community);
        }
        return new Releasability(false, to);
    }

    void end() {
        if (!isAtEnd()) {
            throw fault((bytes.length - at) + " bytes too many");
        }
    }
}
