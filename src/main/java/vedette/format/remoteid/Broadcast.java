package vedette.format.remoteid;

import static vedette.math.Require.require;

import java.util.List;
import java.util.Optional;

/// What one transmission said: a single message, or a message pack (type 15).
///
/// @param protocolVersion of the outermost head: 0 F3411-19, 1 the draft after it, 2 F3411-22a; 15 private
/// @param messages in the order of the octets; at most nine, of each kind at most one, but two Basic IDs of
/// different types and all pages of an authentication
public record Broadcast(int protocolVersion, List<DroneMessage> messages) {
    /// What a pack may hold.
    public static final int MOST_MESSAGES = 9;

    /// Copies the list and checks its size.
    public Broadcast {
        require(protocolVersion >= 0 && protocolVersion <= 15, "protocolVersion %s", protocolVersion);
        require(messages.size() <= MOST_MESSAGES, "%s messages", messages.size());
        messages = List.copyOf(messages);
    }

    /// The first message of a kind.
    <M extends DroneMessage> Optional<M> first(Class<M> kind) {
        for (DroneMessage message : messages) {
            if (kind.isInstance(message)) {
                return Optional.of(kind.cast(message));
            }
        }
        return Optional.empty();
    }

    /// All messages of a kind.
    <M extends DroneMessage> List<M> all(Class<M> kind) {
        return messages.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
