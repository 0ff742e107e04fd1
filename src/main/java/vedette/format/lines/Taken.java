package vedette.format.lines;

import java.util.List;

/// What was read from a file of strangers: all that could be taken, and a word for each thing that could not.
///
/// @param items what was taken, in the file's order
/// @param refusals the first of what was not, at most [#MOST_TOLD]
/// @param refused how many were not taken, told or not
public record Taken<T>(List<T> items, List<Refusal> refusals, long refused) {
    /// More refusals than these are counted, not told one by one.
    public static final int MOST_TOLD = 100;

    /// Copies the lists.
    public Taken {
        items = List.copyOf(items);
        refusals = List.copyOf(refusals);
    }

    /// Something that was not taken.
    ///
    /// @param place where in the file it stands: `line 7`, or `radars, item 2`
    /// @param reason what is wrong with it, short
    public record Refusal(String place, String reason) {}
}
