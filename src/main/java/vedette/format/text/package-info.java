/// Structured text: JSON, YAML and XML in and out, times of day; the only room that knows the libraries for
/// them.
///
/// In: text. Out: [vedette.format.text.Json] and [vedette.format.text.Xml] values, and text again. It may use
/// model and math.
@NullMarked
package vedette.format.text;

import org.jspecify.annotations.NullMarked;
