package vedette.canon;

/// What came of reading bytes: a value, or where and why they make none.
///
/// @param <T> the root type
public sealed interface Read<T> {
    /// The bytes are exactly one value.
    ///
    /// @param value the value
    record Value<T>(T value) implements Read<T> {}

    /// The bytes are no value.
    ///
    /// @param offset index of the byte at which reading stopped, counted from the first byte of the value
    /// @param path the components that lead there, e.g. `Event/Observed.measurement/RadarPlot.rangeM`
    /// @param reason what was wrong, in words
    record Damaged<T>(int offset, String path, String reason) implements Read<T> {}

    /// The value.
    ///
    /// @throws IllegalArgumentException with offset, path and reason when there is none
    default T orThrow() {
        return switch (this) {
            case Value<T>(T value) -> value;
            case Damaged<T>(int offset, String path, String reason) ->
                throw new IllegalArgumentException("byte " + offset + ", " + path + ": " + reason);
        };
    }
}
