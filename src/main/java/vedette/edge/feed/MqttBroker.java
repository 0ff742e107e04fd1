package vedette.edge.feed;

import static vedette.math.Require.require;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// A broker of MQTT and what is heard there.
///
/// @param host where it runs
/// @param port of it: 1883 by custom, 8883 under TLS
/// @param client our name there, one of its own: the broker keeps what comes for it while we are away
/// @param topics what is heard: `+` stands for any one part of a name, `#` at its end for all that follows
/// @param login who we are to it, where it asks
/// @param secure our key and whom we trust, where the line is under TLS
public record MqttBroker(
        String host, int port, String client, List<String> topics, Optional<Login> login, Optional<SSLContext> secure) {
    /// More topics than these are refused.
    public static final int MOST_TOPICS = 64;

    /// Checks the topics.
    public MqttBroker {
        topics = List.copyOf(topics);
        require(!topics.isEmpty() && topics.size() <= MOST_TOPICS, "%s topics", topics.size());
    }

    /// A user of a broker.
    ///
    /// @param user the name
    /// @param passwordFile whose first line is the password
    public record Login(String user, Path passwordFile) {}

    @Override
    public String toString() {
        return "broker " + host + ":" + port;
    }
}
