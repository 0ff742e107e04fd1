package vedette.edge.send;

/// What a sender does when its disk is slower than the engine and its queue is full.
public enum WhenFull {
    /// The newest is dropped, counted and told: a live node's writer never waits for a disk.
    DROP,
    /// The engine waits: for commands that run through a recording.
    WAIT
}
