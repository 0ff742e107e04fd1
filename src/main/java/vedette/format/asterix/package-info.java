/// ASTERIX, the wire format of surveillance: bytes to records, JSON lines and measurements, and back.
///
/// In: data blocks in memory, definition tables (one text resource a category). Out: a reused cursor over the records,
/// rejections with offset, item and reason, JSON lines, immutable measurements, and bytes again. It may use
/// format.carrier, format.text, model and math.
@NullMarked
package vedette.format.asterix;

import org.jspecify.annotations.NullMarked;
