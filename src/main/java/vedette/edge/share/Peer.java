package vedette.edge.share;

import static vedette.math.Require.require;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import vedette.model.NodeId;
import vedette.model.Shared;
import vedette.model.SharedNotice;
import vedette.model.SharedTrack;
import vedette.model.SharedWarning;

/// A node we share with.
///
/// @param node its name; its certificate's common name (CN) must be the same
/// @param community what it may see: what is labelled for this community, and what is open
/// @param dial where it listens; without one it calls us
/// @param gets what it is told of
public record Peer(NodeId node, String community, Optional<InetSocketAddress> dial, Set<Topic> gets) {
    /// Checks the community.
    public Peer {
        require(!community.isEmpty(), "a peer without a community");
        gets = Set.copyOf(gets);
    }

    /// What a peer may be told of.
    public enum Topic {
        /// Warnings that were released.
        WARNINGS,
        /// Warnings that were not released yet: between early-warning nodes, marked as drafts.
        DRAFTS,
        /// Tracks.
        TRACKS,
        /// Launches told of beforehand.
        NOTICES,
        /// What we got from others.
        RELAYED
    }

    /// Whether it is told of an item that our engine made.
    boolean wants(Shared shared) {
        return switch (shared) {
            case SharedWarning warning -> gets.contains(warning.released() ? Topic.WARNINGS : Topic.DRAFTS);
            case SharedTrack _ -> gets.contains(Topic.TRACKS);
            case SharedNotice _ -> gets.contains(Topic.NOTICES);
        };
    }

    /// Whether it is told of an item of another node.
    boolean wantsRelayed(Shared shared) {
        return gets.contains(Topic.RELAYED) && wants(shared);
    }
}
