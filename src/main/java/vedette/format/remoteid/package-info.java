/// What unmanned aircraft broadcast of themselves: Remote ID (ASTM F3411-19 and -22a, EN 4709-002), the
/// French electronic beacon (arrêté of 27 December 2019) and DJI's own beacon, both ways where they are also
/// written.
///
/// In: broadcasts as `carrier` unwraps them, receivers' JSON, hexadecimal digits. Out: messages with the
/// field's terms, measurements, JSON lines, and what was refused, with offset, item and reason. It may use
/// format.carrier, format.text, model and math.
@NullMarked
package vedette.format.remoteid;

import org.jspecify.annotations.NullMarked;
