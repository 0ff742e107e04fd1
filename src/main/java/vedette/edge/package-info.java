/// The ports of a node: how bytes come in, how outputs go out, how a person's order reaches the engine.
///
/// In: nouns of the field. Out: interfaces that the rooms below edge implement and node calls. It may use model and
/// math.
@NullMarked
package vedette.edge;

import org.jspecify.annotations.NullMarked;
