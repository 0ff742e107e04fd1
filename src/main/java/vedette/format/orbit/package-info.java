/// Mean elements of objects in space: two-line element sets (TLE) and CCSDS Orbit Mean-elements Messages (OMM).
///
/// In: a file's bytes. Out: element sets, and what was refused with line and reason. It may use format.text, model
/// and math.
@NullMarked
package vedette.format.orbit;

import org.jspecify.annotations.NullMarked;
