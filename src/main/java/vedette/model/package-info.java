/// The nouns of the field: moments and places, measurements, tracks, zones, warnings, events and outputs.
///
/// In: nothing; other rooms make these values. Out: immutable values that cannot be wrong. It may use math.
@NullMarked
package vedette.model;

import org.jspecify.annotations.NullMarked;
