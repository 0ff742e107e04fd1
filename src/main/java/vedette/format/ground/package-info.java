/// What is known of the ground: where mean sea level lies.
///
/// In: a table of the program's own. Out: the geoid over the ellipsoid. It may use model and math.
@NullMarked
package vedette.format.ground;

import org.jspecify.annotations.NullMarked;
