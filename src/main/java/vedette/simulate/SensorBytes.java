package vedette.simulate;

import vedette.model.Moment;
import vedette.model.SensorId;

/// What a simulated sensor says at one moment.
///
/// @param sensor who
/// @param wire in which form
/// @param at when the bytes leave the sensor
/// @param bytes a whole datagram, or a piece of the sensor's stream; not changed by anyone
@SuppressWarnings("ArrayRecordComponent") // Handed once from the world to a socket; copying would only cost.
public record SensorBytes(SensorId sensor, Wire wire, Moment at, byte[] bytes) {
    /// Forms of a sensor's bytes.
    public enum Wire {
        /// A datagram of ASTERIX data blocks.
        ASTERIX,
        /// Beast frames.
        BEAST
    }
}
