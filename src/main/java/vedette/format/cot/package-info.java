/// Cursor-on-Target: events as XML (MITRE, CoT Base-Event 2.0) and as TAK protocol version 1, read and written; our
/// objects as events.
///
/// In: bytes; tracks, warnings, zones. Out: events or where and why they are refused; bytes. It may use format.text,
/// model and math. What it writes never orders an action: see [vedette.format.cot.CotType].
@NullMarked
package vedette.format.cot;

import org.jspecify.annotations.NullMarked;
