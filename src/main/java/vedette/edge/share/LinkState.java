package vedette.edge.share;

import vedette.model.NodeId;

/// How a link stands.
///
/// @param peer the other node
/// @param up whether it is connected
/// @param sent the number of the newest item for it
/// @param acknowledged the greatest number it has written
/// @param received the greatest number of its items that we have written
/// @param newest the number of its newest item, as its heartbeat told
/// @param counts what happened since the start
/// @param trouble one sentence when something is wrong, else empty
public record LinkState(
        NodeId peer,
        boolean up,
        long sent,
        long acknowledged,
        long received,
        long newest,
        Counts counts,
        String trouble) {
    /// Items of the peer that exist and that we do not have.
    public long behind() {
        return Math.max(0, newest - received);
    }

    /// What happened since the start.
    ///
    /// @param frames whatever came, heartbeats among them
    /// @param items new items taken
    /// @param known items dropped because they had come before
    /// @param looped items dropped because they had been here
    /// @param refused items refused: a signature, a domain, a form
    /// @param gaps numbers that did not follow; the link began anew each time
    /// @param lost items that its store or ours had no room for
    /// @param links connections made
    public record Counts(
            long frames, long items, long known, long looped, long refused, long gaps, long lost, long links) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);
    }
}
