/// What goes to peers, and what came from them beside our own picture.
///
/// In: received items, orders on them, and what the other rooms said of an event. Out: shareable items, and what is
/// known of each neighbour's item: with its origin, once, fused with our own track where we have one. Nothing that came
/// from a peer enters our tracks, assessments or warnings. It may use math and model. The choices:
/// `docs/decisions/0017-sharing.md`.
@NullMarked
package vedette.core.share;

import org.jspecify.annotations.NullMarked;
