package vedette.edge.send;

import java.io.IOException;
import java.util.function.Consumer;

/// Brings parcels to the other side of one channel. It is called by one thread only, its channel's.
public interface Carrier extends AutoCloseable {
    /// Brings a parcel and returns when the other side said that it has it. The same one comes again after a fault.
    ///
    /// @param parcel what
    /// @param who told of each of several recipients that has it
    /// @throws Refusal when the other side does not take this parcel, but may take others
    /// @throws IOException when the other side cannot be reached
    /// @throws InterruptedException when the channel is closed meanwhile
    void carry(Parcel parcel, Consumer<String> who) throws IOException, InterruptedException;

    /// Called every few seconds while nothing is brought: to hold a line open, or to end what has lasted long enough.
    ///
    /// @throws IOException when the line is broken; it is made again for the next parcel
    default void rest() throws IOException {}

    /// Ends its lines.
    @Override
    default void close() {}
}
