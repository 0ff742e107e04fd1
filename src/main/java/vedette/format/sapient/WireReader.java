package vedette.format.sapient;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads protocol buffers (proto3 encoding) by the table.
///
/// Fields that the table does not know are passed over by their length, as newer nodes may send them; they are
/// counted. A single field that stands twice, or two of a group of which one may, is refused: two receivers could
/// take it differently.
final class WireReader {
    /// Deeper nesting is no message of the standard; its deepest is a filter's subclasses.
    static final int DEEPEST = 40;

    /// The most fields in one message: a megabyte of empty parts would otherwise cost a hundred.
    static final int MOST_FIELDS = 60_000;

    private static final int LONGEST_VARINT = 10;
    private static final long FIRST_S = -62_135_596_800L;
    private static final long LAST_S = 253_402_300_799L;
    private static final int NANOS = 1_000_000_000;

    private final byte[] bytes;
    private final ByteBuffer numbers;
    private int at;
    private int fields;
    private int passedOver;

    WireReader(byte[] bytes, int from) {
        this.bytes = bytes;
        numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        at = from;
    }

    /// How many fields were passed over because the table does not know them.
    int passedOver() {
        return passedOver;
    }

    /// Reads a part that ends at `end`.
    Part part(MessageType type, int end, @Nullable Trail up, int depth) throws Malformed {
        if (depth > DEEPEST) {
            throw fault(up, "nested more than " + DEEPEST + " deep");
        }
        Part.Builder part = new Part.Builder(type);
        @Nullable List<Value>[] lists = lists(type);
        while (at < end) {
            long tag = varint(end, up);
            int wire = (int) tag & 7;
            Field field = type.numbered(tag >>> 3);
            if (++fields > MOST_FIELDS) {
                throw fault(up, "more than " + MOST_FIELDS + " fields");
            }
            if (field == null) {
                skip(wire, end, up);
                passedOver++;
            } else if (field.repeated()) {
                List<Value> list = lists[field.index()];
                if (list == null) {
                    list = new ArrayList<>();
                    lists[field.index()] = list;
                }
                repeated(field, wire, new Within(end, up, depth), list);
            } else {
                part.set(field, single(field, wire, new Within(end, up, depth), part));
            }
        }
        for (Field field : type.fields()) {
            List<Value> list = lists[field.index()];
            if (list != null) {
                part.set(field, new Value.Listed(list));
            }
        }
        return part.build();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of lists; it never leaves this class.
    private static @Nullable List<Value>[] lists(MessageType type) {
        return new List[type.fields().size()];
    }

    /// Where a field is read.
    private record Within(int end, @Nullable Trail up, int depth) {}

    private Value single(Field field, int wire, Within in, Part.Builder part) throws Malformed {
        Trail trail = Trail.of(in.up, field.name());
        if (part.has(field)) {
            throw fault(trail, "stands twice");
        }
        if (field.oneof().isPresent()) {
            onlyOne(field, in, part);
        }
        if (wire != field.kind().wireType()) {
            throw fault(
                    trail, "wire type " + wire + " instead of " + field.kind().wireType());
        }
        return value(field, in.end, trail, in.depth);
    }

    private void onlyOne(Field field, Within in, Part.Builder part) throws Malformed {
        for (Field other : part.type().fields()) {
            if (other.oneof().equals(field.oneof()) && part.has(other)) {
                throw fault(Trail.of(in.up, field.name()), "stands beside " + other.name() + "; only one of them may");
            }
        }
    }

    private void repeated(Field field, int wire, Within in, List<Value> list) throws Malformed {
        Trail trail = new Trail(in.up, field.name(), list.size());
        boolean packed = wire == Kind.BYTES.wireType() && field.kind().wireType() != wire;
        if (packed) {
            int until = length(in.end, trail);
            while (at < until) {
                list.add(value(field, until, trail, in.depth));
                fields++;
            }
        } else if (wire == field.kind().wireType()) {
            list.add(value(field, in.end, trail, in.depth));
        } else {
            throw fault(
                    trail, "wire type " + wire + " instead of " + field.kind().wireType());
        }
        if (fields > MOST_FIELDS) {
            throw fault(trail, "more than " + MOST_FIELDS + " fields");
        }
    }

    private Value value(Field field, int end, Trail trail, int depth) throws Malformed {
        return switch (field.kind()) {
            case TEXT, UUID, ULID -> new Value.Text(text(length(end, trail), trail));
            case BOOL -> new Value.Truth(varint(end, trail) != 0);
            case INT -> new Value.Whole(whole(end, trail));
            case CHOICE -> new Value.Choice(whole(end, trail));
            case FLOAT -> new Value.Real(numbers.getFloat(advance(Float.BYTES, end, trail)));
            case DOUBLE -> new Value.Real(numbers.getDouble(advance(Double.BYTES, end, trail)));
            case BYTES -> {
                int until = length(end, trail);
                yield new Value.Bytes(Arrays.copyOfRange(bytes, advance(until - at, end, trail), until));
            }
            case TIME -> time(length(end, trail), trail);
            case PART -> part(field.partType(), length(end, trail), trail, depth + 1);
        };
    }

    private int whole(int end, Trail trail) throws Malformed {
        long value = varint(end, trail);
        if ((int) value != value) {
            throw fault(trail, value + " has more than 32 bits");
        }
        return (int) value;
    }

    private Value.Time time(int end, Trail trail) throws Malformed {
        long seconds = 0;
        long nanos = 0;
        while (at < end) {
            long tag = varint(end, trail);
            if (tag == 8) {
                seconds = varint(end, trail);
            } else if (tag == 16) {
                nanos = varint(end, trail);
            } else {
                skip((int) tag & 7, end, trail);
            }
        }
        if (seconds < FIRST_S || seconds > LAST_S || nanos < 0 || nanos >= NANOS) {
            throw fault(trail, "no time: " + seconds + " s and " + nanos + " ns");
        }
        return new Value.Time(seconds, (int) nanos);
    }

    private String text(int until, Trail trail) throws Malformed {
        int from = at;
        at = until;
        for (int i = from; i < until; i++) {
            if (bytes[i] < 0) {
                return unicode(from, until, trail);
            }
        }
        return new String(bytes, from, until - from, StandardCharsets.ISO_8859_1);
    }

    private String unicode(int from, int until, Trail trail) throws Malformed {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, until - from))
                    .toString();
        } catch (CharacterCodingException wrong) {
            throw new Malformed(trail.words(), from, "no UTF-8 text");
        }
    }

    /// Reads a length and gives where what it measures ends.
    private int length(int end, @Nullable Trail trail) throws Malformed {
        long length = varint(end, trail);
        if (length < 0 || length > end - at) {
            throw fault(trail, "is " + length + " bytes long, only " + (end - at) + " are left");
        }
        return at + (int) length;
    }

    private int advance(int count, int end, @Nullable Trail trail) throws Malformed {
        if (count > end - at) {
            throw fault(trail, "needs " + count + " bytes, only " + (end - at) + " are left");
        }
        int start = at;
        at += count;
        return start;
    }

    private long varint(int end, @Nullable Trail trail) throws Malformed {
        long value = 0;
        for (int i = 0; i < LONGEST_VARINT; i++) {
            if (at >= end) {
                throw fault(trail, "ends within a number");
            }
            byte octet = bytes[at++];
            value |= (octet & 0x7FL) << (7 * i);
            if (octet >= 0) {
                return value;
            }
        }
        throw fault(trail, "a number of more than " + LONGEST_VARINT + " bytes");
    }

    private void skip(int wire, int end, @Nullable Trail trail) throws Malformed {
        switch (wire) {
            case 0 -> varint(end, trail);
            case 1 -> advance(Long.BYTES, end, trail);
            case 2 -> at = length(end, trail);
            case 5 -> advance(Integer.BYTES, end, trail);
            default -> throw fault(trail, "unknown wire type " + wire);
        }
    }

    private Malformed fault(@Nullable Trail trail, String reason) {
        return new Malformed(trail == null ? "message" : trail.words(), at, reason);
    }
}
