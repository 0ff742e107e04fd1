/// The record: every event in the journal before it is stepped, snapshots beside it, and the way back after a fall.
///
/// In: events, digests and snapshots from the writer. Out: segment and snapshot files in one folder, their health, and
/// the
/// events read back. It may use edge, canon, format.journal, model and math.
@NullMarked
package vedette.edge.record;

import org.jspecify.annotations.NullMarked;
