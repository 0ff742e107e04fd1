package vedette.format.sapient;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// UUIDs of nodes that follow from their names, so that others meet the same node after a restart.
///
/// They have the form of version 4 (RFC 9562, 5.4), the only one that dstl's Apex middleware takes, though their bits
/// come from the name and not from chance.
public final class NodeIds {
    private static final long VERSION = 0xF000L;
    private static final long VERSION_4 = 0x4000L;

    private NodeIds() {}

    /// The UUID of a name.
    public static UUID of(String name) {
        UUID hashed = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new UUID((hashed.getMostSignificantBits() & ~VERSION) | VERSION_4, hashed.getLeastSignificantBits());
    }
}
