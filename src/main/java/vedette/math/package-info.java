/// Numbers without meaning: vectors, matrices, persistent maps, fixed arithmetic, counter-based chance.
///
/// In: numbers. Out: numbers. It uses no other room; every room may use it.
@NullMarked
package vedette.math;

import org.jspecify.annotations.NullMarked;
