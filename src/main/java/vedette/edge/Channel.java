package vedette.edge;

import vedette.model.Cleared;
import vedette.model.TestMessage;

/// A way to people outside: to authorities, aggregators, sirens, screens.
///
/// It is called on the writer's thread and must return at once: what is slow is queued, within a bound. The engine
/// repeats a bulletin every few seconds until it has the channel's receipt, also after a restart; a channel leaves out
/// what it has queued or delivered, and lets a newer issue of a warning overtake an older one.
///
/// @param <C> the domain whose bulletins it takes: one for another domain cannot be handed to it
public interface Channel<C extends Cleared> extends AutoCloseable {
    /// Its name, as the settings give it; receipts carry it.
    String name();

    /// Takes a bulletin.
    void publish(C cleared);

    /// Takes a message that tries the channel, and marks it as one.
    void attempt(TestMessage message);

    /// How it is now.
    default DeliveryState state() {
        return DeliveryState.open(name());
    }

    /// Sends what is queued, for at most two seconds, and ends.
    @Override
    void close();
}
