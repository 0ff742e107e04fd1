package vedette.core.track;

import java.util.Arrays;

/// All that is known of one track: its file.
///
/// @param id its number
/// @param realm what kind of object it is taken for
/// @param ns the time its estimate is for, TAI nanoseconds
/// @param blocks its estimate, a [vedette.core.estimate.Mixture]; never changed
/// @param merged the one Gaussian with the mixture's mean and covariance; never changed
/// @param existence probability that it is there, [0, 1]
/// @param agedNs the time its existence is for
/// @param confirmed whether it has been shown
/// @param startedNs time of its first measurement
/// @param lastPlotNs time of its latest measurement
/// @param plots how many measurements it has taken
/// @param looks pairs of a sensor's index and when that sensor last looked at it; the lowest bit of the time tells
/// whether it was seen
/// @param claims what is said of it
record TrackFile(
        long id,
        Realm realm,
        long ns,
        double[] blocks,
        double[] merged,
        double existence,
        long agedNs,
        boolean confirmed,
        long startedNs,
        long lastPlotNs,
        int plots,
        long[] looks,
        Claims claims) {
    /// Time of the last look of a sensor, or `Long.MIN_VALUE`.
    long lookedNs(int sensor) {
        for (int i = 0; i < looks.length; i += 2) {
            if (looks[i] == sensor) {
                return looks[i + 1];
            }
        }
        return Long.MIN_VALUE;
    }

    private long[] looksWith(int sensor, long atNs, boolean seen) {
        long stamped = (atNs & ~1L) | (seen ? 1 : 0);
        for (int i = 0; i < looks.length; i += 2) {
            if (looks[i] == sensor) {
                long[] changed = looks.clone();
                changed[i + 1] = stamped;
                return changed;
            }
        }
        long[] longer = Arrays.copyOf(looks, looks.length + 2);
        longer[looks.length] = sensor;
        longer[looks.length + 1] = stamped;
        return longer;
    }

    /// The file after a look that saw nothing.
    TrackFile missed(int sensor, long atNs, double newExistence) {
        return new TrackFile(
                id,
                realm,
                ns,
                blocks,
                merged,
                newExistence,
                Math.max(agedNs, atNs),
                confirmed,
                startedNs,
                lastPlotNs,
                plots,
                looksWith(sensor, atNs, false),
                claims);
    }

    /// The file after a measurement.
    ///
    /// @param estimate the new estimate
    /// @param sensor the index of the sensor whose look it was, or −1
    /// @param atNs the measurement's time
    /// @param newExistence after it
    /// @param newClaims after it
    TrackFile updated(Estimate estimate, int sensor, long atNs, double newExistence, Claims newClaims) {
        return new TrackFile(
                id,
                realm,
                estimate.ns(),
                estimate.blocks(),
                estimate.merged(),
                newExistence,
                Math.max(agedNs, atNs),
                confirmed,
                startedNs,
                Math.max(lastPlotNs, atNs),
                plots + 1,
                sensor < 0 ? looks : looksWith(sensor, atNs, true),
                newClaims);
    }

    TrackFile claiming(Claims newClaims) {
        return new TrackFile(
                id,
                realm,
                ns,
                blocks,
                merged,
                existence,
                agedNs,
                confirmed,
                startedNs,
                lastPlotNs,
                plots,
                looks,
                newClaims);
    }

    TrackFile shownFromNowOn() {
        return new TrackFile(
                id, realm, ns, blocks, merged, existence, agedNs, true, startedNs, lastPlotNs, plots, looks, claims);
    }

    TrackFile withoutLooks() {
        return new TrackFile(
                id,
                realm,
                ns,
                blocks,
                merged,
                existence,
                agedNs,
                confirmed,
                startedNs,
                lastPlotNs,
                plots,
                new long[0],
                claims);
    }

    /// An estimate at a time.
    ///
    /// @param ns the time
    /// @param blocks a mixture
    /// @param merged its one Gaussian
    record Estimate(long ns, double[] blocks, double[] merged) {}
}
