package vedette.core.estimate;

/// Decides which plot belongs to which track.
@FunctionalInterface
public interface Associator {
    /// What the tracks and plots of one look would gain from each other.
    ///
    /// @param tracks how many tracks
    /// @param plots how many plots
    /// @param pairs how many gated pairs
    /// @param trackOf the track of each pair
    /// @param plotOf the plot of each pair
    /// @param gain logarithm of how much likelier the pair is than that the track was missed and the plot is not
    /// its own
    record Gains(int tracks, int plots, int pairs, int[] trackOf, int[] plotOf, double[] gain) {}

    /// Assigns at most one plot to a track and one track to a plot.
    ///
    /// @param gains the gated pairs
    /// @return for each track its plot, or −1
    int[] associate(Gains gains);
}
