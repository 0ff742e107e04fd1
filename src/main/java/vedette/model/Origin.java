package vedette.model;

import static vedette.math.Require.require;

import java.util.List;

/// Where a shared item comes from. Node, id and issue name it: the same three are the same item, by whatever way it
/// came.
///
/// @param node who made it, and signed it
/// @param id its name within that node: a [WarningId]'s, a track's number, a notice's; 1 to 80 characters
/// @param issue counted up from 1; a greater one replaces the smaller ones
/// @param domain whether it is the real thing; an engine refuses items of another domain
/// @param at when this issue was made, by its maker's clock
/// @param expires from then on it is history
/// @param releasability who may see it; it never widens from node to node
/// @param path the nodes it went through, its maker first and who handed it to us last
public record Origin(
        NodeId node,
        String id,
        int issue,
        Domain domain,
        Moment at,
        Moment expires,
        Releasability releasability,
        List<NodeId> path) {
    /// The longest id, characters.
    public static final int LONGEST_ID = 80;

    /// An item goes through so many nodes at most, its maker among them.
    public static final int MOST_NODES = 8;

    /// Checks the ranges.
    public Origin {
        require(isLegal(id), "shared id '%s'", id);
        require(issue >= 1, "issue %s", issue);
        path = List.copyOf(path);
        require(path.size() <= MOST_NODES, "a path of %s nodes", path.size());
    }

    /// Whether a text may be an item's name.
    public static boolean isLegal(String id) {
        return !id.isEmpty()
                && id.length() <= LONGEST_ID
                && id.chars().allMatch(c -> c == '-' || c == '.' || (Character.isLetterOrDigit(c) && c < 128));
    }

    /// The same item, with another path and who may see it by that way.
    public Origin by(List<NodeId> way, Releasability seen) {
        return new Origin(node, id, issue, domain, at, expires, seen, way);
    }

    /// Whether it is history at a time.
    public boolean isPast(Moment now) {
        return !now.isBefore(expires);
    }
}
