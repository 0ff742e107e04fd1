/// Assessments become warnings: opened, revised, ended, each exactly once.
///
/// In: events, what the tracker and assess said of them, the tracks. Out: a new [vedette.core.warn.WarnState]
/// and outputs (`Warning…`, `OrderTaken`, `Refused`). It may use model and math.
@NullMarked
package vedette.core.warn;

import org.jspecify.annotations.NullMarked;
