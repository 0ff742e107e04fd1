package vedette.edge.feed;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vedette.format.sapient.NodeClaims;
import vedette.format.sapient.NodeFacts;

/// A registered node. It outlives its connection by two minutes, so that a node whose network hiccups need not begin
/// anew. All of it is guarded by itself.
final class SapientSession {
    /// A node is silent when so many of its status intervals pass without a status report (BSI Flex 335 v2.0, 6.3.2).
    static final int SILENT_INTERVALS = 3;

    /// So long a session waits for its node to come back.
    static final long KEPT_NS = 120_000_000_000L;

    private final NodeClaims claims;
    private volatile NodeFacts facts;
    private @Nullable SapientLink link;
    private long statusNs;
    private long leftNs;
    private boolean goodbye;

    SapientSession(NodeFacts facts, SapientLink link, long nowNs) {
        claims = new NodeClaims(facts);
        this.facts = facts;
        this.link = link;
        statusNs = nowNs;
    }

    /// Lets a message be turned into claims. It may wait for room, so it holds a lock of its own.
    boolean claim(Predicate<NodeClaims> message) {
        synchronized (claims) {
            boolean placed = message.test(claims);
            facts = claims.facts();
            return placed;
        }
    }

    /// What is known of the node.
    NodeFacts facts() {
        return facts;
    }

    /// The node speaks on a connection: it is there again, if it was gone.
    ///
    /// @return the connection that it left behind, if another one
    synchronized Optional<SapientLink> on(SapientLink now, long nowNs) {
        SapientLink before = link;
        if (before == now) {
            return Optional.empty();
        }
        link = now;
        statusNs = nowNs;
        return Optional.ofNullable(before);
    }

    /// The node registered anew.
    synchronized void registered(long nowNs) {
        statusNs = nowNs;
        goodbye = false;
    }

    /// The node told its state.
    synchronized void status(boolean saysGoodbye, long nowNs) {
        statusNs = nowNs;
        goodbye = saysGoodbye;
    }

    /// A connection has ended.
    ///
    /// @return whether the node was on it
    synchronized boolean left(SapientLink ended, long nowNs) {
        if (link != ended) {
            return false;
        }
        link = null;
        leftNs = nowNs;
        return true;
    }

    /// The connection of a node that has missed its status reports.
    synchronized Optional<SapientLink> silent(long nowNs) {
        double silentS = (nowNs - statusNs) * 1e-9;
        boolean silent = !goodbye && silentS > SILENT_INTERVALS * facts.statusS();
        return silent ? Optional.ofNullable(link).filter(here -> !here.taking()) : Optional.empty();
    }

    /// Whether the node has been away too long.
    synchronized boolean over(long nowNs) {
        return link == null && nowNs - leftNs > KEPT_NS;
    }

    synchronized boolean saidGoodbye() {
        return goodbye;
    }

    synchronized Optional<SapientLink> link() {
        return Optional.ofNullable(link);
    }
}
