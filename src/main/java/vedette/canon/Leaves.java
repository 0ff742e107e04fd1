package vedette.canon;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The codecs of single values and of arrays of numbers.
final class Leaves {
    private Leaves() {}

    interface Writes<T> {
        void write(T value, ByteSink sink);
    }

    interface Reads<T> {
        T read(ByteSource source);
    }

    /// One codec from its two halves.
    record Leaf<T>(Class<T> type, Writes<T> writes, Reads<T> reads) implements Codec {
        @Override
        public void write(Object value, ByteSink sink) {
            writes.write(type.cast(value), sink);
        }

        @Override
        public Object read(ByteSource source) {
            return reads.read(source);
        }
    }

    static final Codec TEXT = new Leaf<>(String.class, (v, s) -> s.text(v), ByteSource::text);
    static final Codec BOOL = new Leaf<>(Boolean.class, (v, s) -> s.bool(v), ByteSource::bool);
    static final Codec I8 = new Leaf<>(Byte.class, (v, s) -> s.u8(v), ByteSource::i8);
    static final Codec I16 = new Leaf<>(Short.class, (v, s) -> s.i64(v), ByteSource::i16);
    static final Codec U16 = new Leaf<>(Character.class, (v, s) -> s.count(v), ByteSource::u16);
    static final Codec I32 = new Leaf<>(Integer.class, (v, s) -> s.i64(v), ByteSource::i32);
    static final Codec I64 = new Leaf<>(Long.class, (v, s) -> s.i64(v), ByteSource::i64);
    static final Codec F32 = new Leaf<>(Float.class, (v, s) -> s.f32(v), ByteSource::f32);
    static final Codec F64 = new Leaf<>(Double.class, (v, s) -> s.f64(v), ByteSource::f64);

    private static final Codec MAYBE_I32 = new Leaf<>(
            OptionalInt.class,
            (v, s) -> {
                s.bool(v.isPresent());
                if (v.isPresent()) {
                    s.i64(v.getAsInt());
                }
            },
            s -> s.bool() ? OptionalInt.of(s.i32()) : OptionalInt.empty());
    private static final Codec MAYBE_I64 = new Leaf<>(
            OptionalLong.class,
            (v, s) -> {
                s.bool(v.isPresent());
                if (v.isPresent()) {
                    s.i64(v.getAsLong());
                }
            },
            s -> s.bool() ? OptionalLong.of(s.i64()) : OptionalLong.empty());
    private static final Codec MAYBE_F64 = new Leaf<>(
            OptionalDouble.class,
            (v, s) -> {
                s.bool(v.isPresent());
                if (v.isPresent()) {
                    s.f64(v.getAsDouble());
                }
            },
            s -> s.bool() ? OptionalDouble.of(s.f64()) : OptionalDouble.empty());

    private static final Codec BYTES = new Leaf<>(
            byte[].class,
            (v, s) -> {
                s.count(v.length);
                s.raw(v, 0, v.length);
            },
            s -> {
                byte[] v = new byte[s.count(1)];
                s.raw(v, v.length);
                return v;
            });
    private static final Codec DOUBLES = new Leaf<>(
            double[].class,
            (v, s) -> {
                s.count(v.length);
                for (double d : v) {
                    s.f64(d);
                }
            },
            s -> {
                double[] v = new double[s.count(Double.BYTES)];
                for (int i = 0; i < v.length; i++) {
                    v[i] = s.f64();
                }
                return v;
            });
    private static final Codec LONGS = new Leaf<>(
            long[].class,
            (v, s) -> {
                s.count(v.length);
                for (long l : v) {
                    s.i64(l);
                }
            },
            s -> {
                long[] v = new long[s.count(1)];
                for (int i = 0; i < v.length; i++) {
                    v[i] = s.i64();
                }
                return v;
            });
    private static final Codec INTS = new Leaf<>(
            int[].class,
            (v, s) -> {
                s.count(v.length);
                for (int l : v) {
                    s.i64(l);
                }
            },
            s -> {
                int[] v = new int[s.count(1)];
                for (int i = 0; i < v.length; i++) {
                    v[i] = s.i32();
                }
                return v;
            });
    private static final Codec FLAGS = new Leaf<>(
            boolean[].class,
            (v, s) -> {
                s.count(v.length);
                for (boolean b : v) {
                    s.bool(b);
                }
            },
            s -> {
                boolean[] v = new boolean[s.count(1)];
                for (int i = 0; i < v.length; i++) {
                    v[i] = s.bool();
                }
                return v;
            });

    /// The codec of a type that holds no other type, or null.
    static @Nullable Codec of(Class<?> raw) {
        return switch (raw.getName()) {
            case "boolean", "java.lang.Boolean" -> BOOL;
            case "byte", "java.lang.Byte" -> I8;
            case "short", "java.lang.Short" -> I16;
            case "char", "java.lang.Character" -> U16;
            case "int", "java.lang.Integer" -> I32;
            case "long", "java.lang.Long" -> I64;
            case "float", "java.lang.Float" -> F32;
            case "double", "java.lang.Double" -> F64;
            case "java.lang.String" -> TEXT;
            case "java.util.OptionalInt" -> MAYBE_I32;
            case "java.util.OptionalLong" -> MAYBE_I64;
            case "java.util.OptionalDouble" -> MAYBE_F64;
            case "[B" -> BYTES;
            case "[D" -> DOUBLES;
            case "[J" -> LONGS;
            case "[I" -> INTS;
            case "[Z" -> FLAGS;
            default -> null;
        };
    }

    /// Perhaps a value.
    record Maybe(Codec of) implements Codec {
        @Override
        public void write(Object value, ByteSink sink) {
            Optional<?> maybe = (Optional<?>) value;
            sink.bool(maybe.isPresent());
            if (maybe.isPresent()) {
                of.write(maybe.get(), sink);
            }
        }

        @Override
        public Object read(ByteSource source) {
            return source.bool() ? Optional.of(of.read(source)) : Optional.empty();
        }
    }

    /// A list.
    record Many(Codec of, int leastBytes) implements Codec {
        @Override
        public void write(Object value, ByteSink sink) {
            List<?> list = (List<?>) value;
            sink.count(list.size());
            for (int i = 0; i < list.size(); i++) {
                of.write(list.get(i), sink);
            }
        }

        @Override
        public Object read(ByteSource source) {
            int count = source.count(leastBytes);
            if (count == 0) {
                return List.of();
            }
            Object[] list = new Object[count];
            for (int i = 0; i < count; i++) {
                list[i] = of.read(source);
            }
            return List.of(list);
        }
    }
}
