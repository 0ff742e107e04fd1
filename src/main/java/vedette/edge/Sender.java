package vedette.edge;

/// Takes what the engine says to somebody outside: a display, a file, a peer.
///
/// It is called on the writer's thread and must return at once: what is slow is queued, within a bound, by the sender.
public interface Sender extends AutoCloseable {
    /// Takes one output.
    ///
    /// @param emission the output and its place; a sender that meets a place twice sends once
    void send(Emission emission);

    /// Sends what is queued, for at most two seconds, and ends.
    @Override
    void close();
}
