/// Estimation of a few numbers under curved motion and curved sights: sigma points, and hindsight over many
/// looks.
///
/// In: beliefs (mean and covariance), curves as functions, looks. Out: beliefs. It may use math.
@NullMarked
package vedette.core.estimate.sigma;

import org.jspecify.annotations.NullMarked;
