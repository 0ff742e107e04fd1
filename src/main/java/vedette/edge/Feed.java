package vedette.edge;

import vedette.model.SensorId;

/// A source of measurements: a socket, a connection, a file. It starts its own threads and ends them on `close`.
public interface Feed extends AutoCloseable {
    /// Its name, under which its health is shown.
    SensorId id();

    /// Begins to read; returns at once.
    ///
    /// @param intake takes what is found
    void start(Intake intake);

    /// Ends reading and waits for its threads, at most two seconds.
    @Override
    void close();
}
