package vedette.format.cot;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Walks the fields of a protocol buffers message (proto3 encoding).
final class ProtoReader {
    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int DELIMITED = 2;
    private static final int FIXED32 = 5;
    private static final int LONGEST_VARINT = 10;

    private final byte[] bytes;
    private final int end;
    private int at;

    ProtoReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        at = from;
        this.end = end;
    }

    int at() {
        return at;
    }

    boolean more() {
        return at < end;
    }

    long varint(String item) throws CotFault {
        long value = 0;
        for (int i = 0; i < LONGEST_VARINT; i++) {
            if (at >= end) {
                throw new CotFault(at, item, "ends within a number");
            }
            byte octet = bytes[at++];
            value |= (octet & 0x7FL) << (7 * i);
            if (octet >= 0) {
                return value;
            }
        }
        throw new CotFault(at, item, "a number of more than " + LONGEST_VARINT + " bytes");
    }

    double fixed64(String item) throws CotFault {
        need(Long.BYTES, item);
        double value = ByteBuffer.wrap(bytes, at, Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getDouble();
        at += Long.BYTES;
        return value;
    }

    /// A message inside; it is passed over here.
    ProtoReader inner(String item) throws CotFault {
        long length = varint(item);
        if (length < 0 || length > end - at) {
            throw new CotFault(at, item, "is " + length + " bytes long, only " + (end - at) + " are left");
        }
        int from = at;
        at += (int) length;
        return new ProtoReader(bytes, from, at);
    }

    String text(String item) throws CotFault {
        ProtoReader inner = inner(item);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, inner.at, inner.end - inner.at))
                    .toString();
        } catch (CharacterCodingException wrong) {
            throw new CotFault(inner.at, item, "no UTF-8 text");
        }
    }

    void expect(int wire, int wanted, String item) throws CotFault {
        if (wire != wanted) {
            throw new CotFault(at, item, "wire type " + wire + " instead of " + wanted);
        }
    }

    void skip(int wire, String item) throws CotFault {
        switch (wire) {
            case VARINT -> varint(item);
            case FIXED64 -> {
                need(Long.BYTES, item);
                at += Long.BYTES;
            }
            case DELIMITED -> inner(item);
            case FIXED32 -> {
                need(Integer.BYTES, item);
                at += Integer.BYTES;
            }
            default -> throw new CotFault(at, item, "unknown wire type " + wire);
        }
    }

    private void need(int count, String item) throws CotFault {
        if (count > end - at) {
            throw new CotFault(at, item, "needs " + count + " bytes, only " + (end - at) + " are left");
        }
    }
}
