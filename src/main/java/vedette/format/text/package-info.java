/// Structured text: JSON in and out, the only room that knows the JSON library.
///
/// In: text. Out: [vedette.format.text.Json] values, and text again. It may use model and math.
@NullMarked
package vedette.format.text;

import org.jspecify.annotations.NullMarked;
