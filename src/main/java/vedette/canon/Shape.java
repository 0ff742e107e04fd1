package vedette.canon;

/// What a component looks like in bytes, whatever Java type holds it: a `double[]` and a `List<Double>` are one shape.
public sealed interface Shape {
    /// Its spelling in a schema text.
    String text();

    /// The fewest bytes a value of it takes; at least 1, so that a count can be held against the bytes left.
    default int leastBytes() {
        return 1;
    }

    /// A single value.
    enum Atom implements Shape {
        /// yes or no, one byte
        BOOL("bool", 1),
        /// one byte, -128 to 127
        I8("i8", 1),
        /// 16 bits, zig-zag variable length
        I16("i16", 1),
        /// a UTF-16 unit, variable length
        U16("u16", 1),
        /// 32 bits, zig-zag variable length
        I32("i32", 1),
        /// 64 bits, zig-zag variable length
        I64("i64", 1),
        /// four raw bytes
        F32("f32", 4),
        /// eight raw bytes
        F64("f64", 8),
        /// length and UTF-8
        TEXT("text", 1);

        private final String text;
        private final int leastBytes;

        Atom(String text, int leastBytes) {
            this.text = text;
            this.leastBytes = leastBytes;
        }

        @Override
        public String text() {
            return text;
        }

        @Override
        public int leastBytes() {
            return leastBytes;
        }
    }

    /// Perhaps a value: one byte 0, or 1 and the value.
    ///
    /// @param of what is there, if anything is
    record Maybe(Shape of) implements Shape {
        @Override
        public String text() {
            return of.text() + "?";
        }
    }

    /// Values in an order: their count, then each.
    ///
    /// @param of each of them
    record Many(Shape of) implements Shape {
        @Override
        public String text() {
            return of.text() + "[]";
        }
    }

    /// Values by ascending key: their count, then key and value, no key twice.
    ///
    /// @param key the keys
    /// @param value the values
    record Keyed(Shape key, Shape value) implements Shape {
        @Override
        public String text() {
            return "{" + key.text() + ":" + value.text() + "}";
        }
    }

    /// A record, a choice of kinds or an enumeration, defined elsewhere in the schema.
    ///
    /// @param name its name there
    record Named(String name) implements Shape {
        @Override
        public String text() {
            return name;
        }
    }
}
