package vedette.model;

import static vedette.math.Require.require;

import java.util.List;

/// What an object may be, each with its probability.
///
/// @param chances at least one; probabilities in (0, 1] that sum to 1 (to 1e-6); likeliest first
public record Kinds(List<Chance> chances) {
    /// Nothing known.
    public static final Kinds UNKNOWN = certain(ObjectKind.UNKNOWN);

    private static final double TOLERANCE = 1e-6;

    /// One possibility.
    ///
    /// @param kind what
    /// @param probability how likely, (0, 1]
    public record Chance(ObjectKind kind, double probability) {}

    /// Sorts, likeliest first, and checks the sum.
    public Kinds {
        chances = chances.stream()
                .sorted((a, b) -> Double.compare(b.probability, a.probability))
                .toList();
        double sum = 0;
        for (Chance chance : chances) {
            sum += chance.probability;
        }
        require(Math.abs(sum - 1) < TOLERANCE, "probabilities sum to %s", sum);
    }

    /// Surely this kind.
    public static Kinds certain(ObjectKind kind) {
        return new Kinds(List.of(new Chance(kind, 1)));
    }

    /// The likeliest kind.
    public ObjectKind most() {
        return chances.getFirst().kind;
    }

    /// How likely a kind is.
    public double probability(ObjectKind kind) {
        for (Chance chance : chances) {
            if (chance.kind == kind) {
                return chance.probability;
            }
        }
        return 0;
    }
}
