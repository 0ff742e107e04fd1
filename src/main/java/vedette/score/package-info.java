/// How good a picture was, measured against the truth: GOSPA, OSPA, SIAP, NEES, identity switches, initiation.
///
/// In: truth and tracks as rows. Out: sheets of figures. It may use model and math.
@NullMarked
package vedette.score;

import org.jspecify.annotations.NullMarked;
