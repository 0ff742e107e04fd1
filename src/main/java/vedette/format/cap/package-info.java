/// The Common Alerting Protocol 1.2 (OASIS, 2010; ITU-T X.1303 bis): warnings written, messages read and checked.
///
/// In: warnings, or bytes. Out: XML, or a message with remarks, or where and why it is refused. It may use
/// format.text, model and math.
@NullMarked
package vedette.format.cap;

import org.jspecify.annotations.NullMarked;
