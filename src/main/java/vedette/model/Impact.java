package vedette.model;

import static vedette.math.Require.require;

import java.util.List;

/// Where and when something will come down, as a sum of normal distributions: a crooked area has several.
///
/// @param parts at least one; their weights sum to 1
/// @param whole mean and covariance of them together
/// @param areas the smallest areas that hold 50, 90, 95 and 99 % of the probability, in that order
/// @param earliest it comes down before with 2.5 % probability
/// @param latest it comes down before with 97.5 % probability
public record Impact(List<Part> parts, Spot whole, List<Contour> areas, Moment earliest, Moment latest) {
    /// Copies the lists.
    public Impact {
        parts = List.copyOf(parts);
        areas = List.copyOf(areas);
        require(!parts.isEmpty(), "an impact without parts");
        require(!latest.isBefore(earliest), "earliest %s, latest %s", earliest, latest);
    }

    /// A normal distribution over the ground and time.
    ///
    /// @param centre its mean
    /// @param eastM2 variance towards the east, m²
    /// @param northM2 variance towards the north, m²
    /// @param eastNorthM2 covariance of the two, m²
    /// @param at the mean moment
    /// @param sigmaS standard deviation of the moment, seconds
    public record Spot(LatLon centre, double eastM2, double northM2, double eastNorthM2, Moment at, double sigmaS) {}

    /// One of the distributions.
    ///
    /// @param weight its share, [0, 1]
    /// @param spot where and when
    public record Part(double weight, Spot spot) {}

    /// An area with its probability.
    ///
    /// @param share of all probability that lies inside, (0, 1)
    /// @param area the ground
    public record Contour(double share, Area area) {}
}
