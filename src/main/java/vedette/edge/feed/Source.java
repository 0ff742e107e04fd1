package vedette.edge.feed;

import java.util.function.Supplier;
import vedette.model.Decoder;
import vedette.model.SensorId;

/// What every feed is made of, wherever its bytes come from.
///
/// @param feed its name, under which its health is shown
/// @param decoders gives a fresh decoder for each connection (one for a datagram or file feed)
/// @param timebase whose clock counts
public record Source(SensorId feed, Supplier<Decoder> decoders, Timebase timebase) {
    /// A feed that trusts the sensor's clock.
    public static Source of(String feed, Supplier<Decoder> decoders) {
        return new Source(new SensorId(feed), decoders, new Timebase.Sensor());
    }

    FeedFault.Where at(String key, Object value) {
        return new FeedFault.Where(feed.name(), key, value);
    }
}
