package vedette.model;

import static vedette.math.Require.require;

/// What a sensor takes an object for.
///
/// @param kind what
/// @param probability how sure it says it is, [0, 1]
public record KindClaim(ObjectKind kind, double probability) {
    /// Checks the probability.
    public KindClaim {
        require(probability >= 0 && probability <= 1, "probability %s", probability);
    }
}
