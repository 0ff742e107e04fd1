package vedette.edge.send;

import static vedette.math.Require.require;

/// How long a channel goes on trying.
///
/// @param firstMs the pause after the first fault, milliseconds; each further one is twice as long
/// @param longestMs the longest pause, milliseconds
/// @param mostTries after so many a parcel is given up
/// @param longestS after so long a parcel is given up, seconds
/// @param probeS after so long a message that tries the channel is given up, seconds: a late one would mislead
/// @param restMs how long a carrier rests between two breaths, milliseconds
public record Pace(long firstMs, long longestMs, int mostTries, double longestS, double probeS, long restMs) {
    /// One to ten seconds between tries, so that a correction is with a channel that comes back within the minute after
    /// its decision for as long as there is hope; a day.
    public static final Pace USUAL = new Pace(1_000, 10_000, 10_000, 86_400, 60, 5_000);

    private static final int MOST_DOUBLINGS = 20;

    /// Who has refused a parcel is asked less often than who could not be reached.
    private static final int REFUSED = 6;

    /// Checks the ranges.
    public Pace {
        require(firstMs > 0 && longestMs >= firstMs, "pauses of %s to %s ms", firstMs, longestMs);
        require(mostTries > 0 && longestS > 0 && probeS > 0 && restMs > 0, "%s tries", mostTries);
    }

    /// The pause after so many faults in a row, milliseconds.
    long pauseMs(int faults) {
        return Math.min(longestMs, firstMs << Math.clamp(faults - 1L, 0, MOST_DOUBLINGS));
    }

    /// The pause after so many refusals of a parcel, milliseconds.
    long refusedMs(int refusals) {
        return Math.min(REFUSED * longestMs, firstMs << Math.clamp(refusals - 1L, 0, MOST_DOUBLINGS));
    }

    /// Whether a parcel is given up.
    boolean isOver(Parcel parcel, int tries, double ageS) {
        return switch (parcel) {
            case Parcel.News _ -> tries >= mostTries || ageS > longestS;
            case Parcel.Probe _ -> ageS > probeS;
        };
    }
}
