package vedette.format.mqtt;

import static vedette.math.Require.require;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Any bytes as what a broker says: packets are followed to the end of the bytes or to the first that is none, and lie
/// within the bytes.
public final class MqttFuzz {
    private MqttFuzz() {}

    /// A packet of each kind.
    public static List<byte[]> seeds() {
        byte[] body = "{\"sensor\": \"a\"}".getBytes(StandardCharsets.UTF_8);
        return List.of(
                new byte[] {0x20, 2, 0, 0},
                new byte[] {(byte) 0x90, 3, 0, 1, 1},
                new byte[] {(byte) 0xD0, 0},
                ToBroker.acknowledge(7),
                ToBroker.publish("sensors/a", 9, body, true));
    }

    /// What the fuzzer calls.
    public static void fuzzerTestOneInput(byte[] bytes) {
        int at = 0;
        while (FromBroker.at(bytes, at, bytes.length) instanceof FromBroker.Whole(FromBroker said, int to)) {
            require(to > at && to <= bytes.length, "from %s to %s", at, to);
            if (said instanceof FromBroker.Message(String _, int packet, int from)) {
                require(from > at && from <= to && packet >= 0 && packet <= 0xFFFF, "body from %s", from);
            }
            at = to;
        }
    }
}
