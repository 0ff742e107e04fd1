package vedette.model;

import static vedette.math.Require.require;

import java.util.List;

/// A message that tries the channels. It is no warning: it has no kind, no object and no time of impact, so that nobody
/// can take one for the other.
///
/// @param id letters, digits, '-', '.' only, as a warning's
/// @param at when it was sent
/// @param domain of the engine that sends it; never a simulation's
/// @param operator who asked for it
/// @param text what is to be read, 1 to 300 characters
/// @param area where it is meant for; empty when everywhere
public record TestMessage(WarningId id, Moment at, Domain domain, Operator operator, String text, List<LatLon> area) {
    /// Characters of the text.
    public static final int LONGEST = 300;

    /// Checks the text.
    public TestMessage {
        require(domain != Domain.SIMULATION, "a test message of a simulation%s", "");
        require(!text.isBlank() && text.length() <= LONGEST, "text of %s characters", text.length());
        area = List.copyOf(area);
    }
}
