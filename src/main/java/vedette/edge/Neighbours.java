package vedette.edge;

import vedette.model.Shared;

/// Takes what peers share into the node's one order.
public interface Neighbours {
    /// The greatest number of a link that the engine has taken, and its record holds; 0 before the first.
    ///
    /// @param link the link
    long last(String link);

    /// Takes a stored item, waiting for room: warnings and notices. An item at or below [#last] is dropped by the
    /// engine.
    ///
    /// @param link the link
    /// @param linkSeq its number there, from 1
    /// @param shared what came
    /// @throws InterruptedException when the node closes while waiting
    void received(String link, long linkSeq, Shared shared) throws InterruptedException;

    /// Takes a passing item if there is room: a track. The next one is as good.
    ///
    /// @param link the link
    /// @param shared what came
    /// @return whether it was taken
    boolean passed(String link, Shared shared);
}
