package vedette.format.share;

import static vedette.math.Require.require;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import vedette.model.Moment;
import vedette.model.Releasability;

/// Writes values as bytes, the most significant first.
final class ByteOut {
    private static final int FIRST = 512;
    private static final int MOST_COMMUNITIES = 64;
    private static final int OPEN = 0xFF;

    private byte[] bytes = new byte[FIRST];
    private int length;

    ByteOut u8(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) value;
        return this;
    }

    /// A value of a closed list by its place in it.
    @SuppressWarnings("EnumOrdinal") // The places are the form's numbers; a test holds them.
    ByteOut value(Enum<?> value) {
        return u8(value.ordinal());
    }

    ByteOut u16(int value) {
        require(value >>> 16 == 0, "%s in two bytes", value);
        return u8(value >>> 8).u8(value);
    }

    ByteOut u32(long value) {
        return u16((int) (value >>> 16) & 0xFFFF).u16((int) value & 0xFFFF);
    }

    ByteOut i64(long value) {
        return u32(value >>> 32).u32(value);
    }

    ByteOut f64(double value) {
        return i64(Double.doubleToLongBits(value));
    }

    ByteOut moment(Moment moment) {
        return i64(moment.taiNs());
    }

    ByteOut raw(byte[] more) {
        while (length + more.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    /// A name of up to 255 bytes.
    ByteOut name(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        require(utf8.length <= 255, "a name of %s bytes", utf8.length);
        return u8(utf8.length).raw(utf8);
    }

    /// A text of up to 65,535 bytes.
    ByteOut text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return u16(utf8.length).raw(utf8);
    }

    ByteOut label(Releasability label) {
        if (label.open()) {
            return u8(OPEN);
        }
        List<String> to = label.to();
        require(to.size() <= MOST_COMMUNITIES, "a label of %s communities", to.size());
        u8(to.size());
        to.forEach(this::name);
        return this;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }
}
