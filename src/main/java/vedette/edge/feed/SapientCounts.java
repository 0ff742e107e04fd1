package vedette.edge.feed;

/// What a fusion node has taken, answered and refused since its start.
///
/// @param messages messages that kept the rules
/// @param refused messages that did not, or came from nodes that have not registered
/// @param errors refusals that were answered; the others came faster than answers are given
/// @param detections detection reports that became measurements
/// @param unplaced detection reports that told no place we can use
/// @param sessions nodes that are registered
/// @param links connections that stand
/// @param turnedAway connections, and registrations of nodes, beyond the limits
/// @param silenced links closed because three status reports were missed
/// @param held times that a node was made to wait because it sent too fast
public record SapientCounts(
        long messages,
        long refused,
        long errors,
        long detections,
        long unplaced,
        int sessions,
        int links,
        long turnedAway,
        long silenced,
        long held) {}
