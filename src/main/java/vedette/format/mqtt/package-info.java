/// Packets of MQTT 3.1.1 (OASIS, 2014) as a client sends and receives them.
///
/// In: bytes of a broker's stream; what a client wants to say. Out: what the broker says; bytes for it.
/// It may use: model, math.
@NullMarked
package vedette.format.mqtt;

import org.jspecify.annotations.NullMarked;
