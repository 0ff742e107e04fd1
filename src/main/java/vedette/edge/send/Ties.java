package vedette.edge.send;

import java.nio.file.Path;
import java.util.function.Consumer;
import vedette.edge.Clock;
import vedette.edge.Receipts;

/// What a channel needs of its node.
///
/// @param clock the node's
/// @param receipts told of each bulletin that the other side has
/// @param folder where what could not be brought is listed, and where a relay keeps what it sounds for
/// @param troubles told in one line when something goes wrong, and when it is well again
public record Ties(Clock clock, Receipts receipts, Path folder, Consumer<String> troubles) {}
