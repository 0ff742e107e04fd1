package vedette.edge.send;

/// What carries the words of a [TakLink]: threads of its own, or a seat in a loop that serves many.
interface TakLine {
    /// Begins to read, and to write what [TakLink#next] gives.
    void begin(TakLink link);

    /// There may be something to write.
    void wake();

    /// Since when a write has made no progress.
    ///
    /// @return of [System#nanoTime]; 0 when none is under way
    long stuckSinceNs();

    /// Closes the connection, also while somebody writes.
    void end();
}
