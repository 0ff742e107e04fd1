package vedette.edge.send;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import vedette.edge.Clock;
import vedette.edge.Receipts;
import vedette.model.Zone;

/// What a channel needs of its node.
///
/// @param clock the node's
/// @param receipts told of each bulletin that the other side has
/// @param folder where what could not be brought is listed, and where a relay keeps what it sounds for
/// @param troubles told in one line when something goes wrong, and when it is well again
/// @param zones what maps are told of
public record Ties(Clock clock, Receipts receipts, Path folder, Consumer<String> troubles, List<Zone> zones) {
    /// Copies the list.
    public Ties {
        zones = List.copyOf(zones);
    }

    /// The same with another folder.
    public Ties in(Path other) {
        return new Ties(clock, receipts, other, troubles, zones);
    }

    /// Without zones.
    public Ties(Clock clock, Receipts receipts, Path folder, Consumer<String> troubles) {
        this(clock, receipts, folder, troubles, List.of());
    }
}
