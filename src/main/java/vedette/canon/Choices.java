package vedette.canon;

/// The codecs of what is one of a few: the number of the choice first.
final class Choices {
    private Choices() {}

    /// A value of an enumeration.
    ///
    /// @param values by their number in the bytes
    /// @param numbers by ordinal, the number in the bytes, -1 where the schema has none
    record Enumerated(Object[] values, int[] numbers) implements Codec {
        @Override
        @SuppressWarnings("EnumOrdinal") // an index into this program's own table; the bytes hold the schema's number
        public void write(Object value, ByteSink sink) {
            sink.count(numbers[((Enum<?>) value).ordinal()]);
        }

        @Override
        public Object read(ByteSource source) {
            Object value = values[source.index(values.length)];
            if (value instanceof Gone(String name)) {
                throw new Damage("the value " + name + ", which this release does not have");
            }
            return value;
        }
    }

    /// A value or kind of an older schema that this program has no more.
    record Gone(String name) implements Codec {
        @Override
        public void write(Object value, ByteSink sink) {
            throw new IllegalStateException(name + " is only read");
        }

        @Override
        public Object read(ByteSource source) {
            throw new Damage("a " + name + ", which this release does not have");
        }
    }

    /// A kind of a sealed interface. The few classes are compared one by one: quicker than a hash up to some twenty.
    ///
    /// @param classes by their number in the bytes
    /// @param codecs by their number in the bytes
    record Kinds(Class<?>[] classes, Codec[] codecs) implements Codec {
        @Override
        public void write(Object value, ByteSink sink) {
            Class<?> type = value instanceof Enum<?> e ? e.getDeclaringClass() : value.getClass();
            for (int i = 0; i < classes.length; i++) {
                if (classes[i] == type) {
                    sink.count(i);
                    codecs[i].write(value, sink);
                    return;
                }
            }
            throw new IllegalArgumentException(type.getName() + " is no kind known to the schema");
        }

        @Override
        public Object read(ByteSource source) {
            return codecs[source.index(codecs.length)].read(source);
        }
    }
}
