package vedette.format.sapient;

import java.util.Arrays;
import java.util.List;

/// What a field of a message says.
public sealed interface Value
        permits Value.Text,
                Value.Real,
                Value.Whole,
                Value.Truth,
                Value.Choice,
                Value.Time,
                Value.Bytes,
                Value.Listed,
                Part {
    /// Characters.
    ///
    /// @param text which
    record Text(String text) implements Value {}

    /// A number; one of 32 bits is kept at its exact value.
    ///
    /// @param number which
    record Real(double number) implements Value {}

    /// A whole number.
    ///
    /// @param number which
    record Whole(int number) implements Value {}

    /// True or false.
    ///
    /// @param truth which
    record Truth(boolean truth) implements Value {}

    /// One value of an enum.
    ///
    /// @param number its number on the wire
    record Choice(int number) implements Value {}

    /// A time, UTC, as protocol buffers keep it.
    ///
    /// @param unixS seconds since 1970, leap seconds not counted
    /// @param nanos nanoseconds after it, 0 to 999,999,999
    record Time(long unixS, int nanos) implements Value {}

    /// Bytes.
    ///
    /// @param bytes never changed
    @SuppressWarnings("ArrayRecordComponent") // Compared by content below, copied in and out.
    record Bytes(byte[] bytes) implements Value {
        /// Copies.
        public Bytes {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        int length() {
            return bytes.length;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes(byte[] theirs) && Arrays.equals(bytes, theirs);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return bytes.length + " bytes";
        }
    }

    /// The values of a repeated field.
    ///
    /// @param values in the order of the wire
    record Listed(List<Value> values) implements Value {
        /// Copies the list.
        public Listed {
            values = List.copyOf(values);
        }
    }
}
