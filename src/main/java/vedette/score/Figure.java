package vedette.score;

/// One result of scoring.
public sealed interface Figure permits Sheet, Figure.Real, Figure.Count, Figure.Words, Figure.Absent {
    /// A measured number.
    ///
    /// @param value in the unit that its name ends in
    record Real(double value) implements Figure {}

    /// A number of things.
    ///
    /// @param value how many
    record Count(long value) implements Figure {}

    /// A name.
    ///
    /// @param text its characters
    record Words(String text) implements Figure {}

    /// Nothing could be measured.
    record Absent() implements Figure {}
}
