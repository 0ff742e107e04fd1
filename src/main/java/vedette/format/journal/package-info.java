/// The journal's and the snapshots' bytes ↔ their headers, events and notes.
///
/// In: bytes of segment and snapshot files, which nobody has to trust. Out: frames with their numbers, notes, headers,
/// and
/// for each byte that makes no sense its offset and why; events as JSON. It may use canon, format.text, model and math.
@NullMarked
package vedette.format.journal;

import org.jspecify.annotations.NullMarked;
