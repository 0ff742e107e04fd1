package vedette.canon;

/// Sees the parts of a value in the order of its bytes, without the value itself. Every method may be left out.
public interface CanonVisitor {
    /// A record opens.
    ///
    /// @param name its name
    /// @param kind whether it is one of several kinds that could stand here
    default void record(String name, boolean kind) {}

    /// A component of the innermost record comes next.
    default void component(String name) {}

    /// The innermost record closes.
    default void endRecord() {}

    /// A list opens.
    default void many(int count) {}

    /// An element of a list, the key of a map or its value comes next.
    default void element(int index) {}

    /// The innermost list closes.
    default void endMany() {}

    /// A map opens; key and value come in turns.
    default void keyed(int count) {}

    /// The value of the key just seen comes next.
    default void keyedValue() {}

    /// The innermost map closes.
    default void endKeyed() {}

    /// Nothing, where something could have been.
    default void absent() {}

    /// Yes or no.
    default void flag(boolean value) {}

    /// A whole number.
    default void whole(long value) {}

    /// A number.
    default void number(double value) {}

    /// A text.
    default void text(String value) {}

    /// A value of an enumeration.
    ///
    /// @param name of the enumeration
    /// @param value its name
    default void choice(String name, String value) {}
}
