/// Line-wise text: comma-separated values, and JSON lines.
///
/// In: text. Out: tables of fields. It may use format.text, model and math.
@NullMarked
package vedette.format.lines;

import org.jspecify.annotations.NullMarked;
