/// SAPIENT (BSI Flex 335, editions 2.0 and 1.0): what sensors, fusion nodes and operators' systems say to each other.
///
/// In: frames (length and protocol buffers) or JSON messages. Out: checked messages with their fields by name, why one
/// was refused, measurements, and messages back in both forms. It may use format.text, model and math.
@NullMarked
package vedette.format.sapient;

import org.jspecify.annotations.NullMarked;
