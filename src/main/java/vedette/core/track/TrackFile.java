package vedette.core.track;

import java.util.Arrays;
import java.util.Optional;
import vedette.model.Measurement.RadarPlot;

/// All that is known of one track: its file.
///
/// @param id its number
/// @param realm what kind of object it is taken for
/// @param estimate where it is and how it moves
/// @param seed the one plot it stands on so far, whose filters are not begun yet; none once they are
/// @param existence probability that it is there, [0, 1]
/// @param agedNs the time its existence is for
/// @param confirmed whether it has been shown
/// @param startedNs time of its first measurement
/// @param lastPlotNs time of its latest measurement
/// @param plots how many measurements it has taken
/// @param looks pairs of a sensor's index and when that sensor last looked at it; the lowest bit of the time tells
/// whether it was seen
/// @param claims what is said of it
/// @param liveliness how lively it flies compared with its kind ([Liveliness])
/// @param sharedNs when it last could not be told whose a plot was, its own or another track's; 0 for never
record TrackFile(
        long id,
        Realm realm,
        Estimate estimate,
        Optional<RadarPlot> seed,
        double existence,
        long agedNs,
        boolean confirmed,
        long startedNs,
        long lastPlotNs,
        int plots,
        long[] looks,
        Claims claims,
        double liveliness,
        long sharedNs) {
    private static final long[] NO_LOOKS = {};

    /// An estimate at a time.
    ///
    /// @param ns the time it is for, TAI nanoseconds
    /// @param frame the [vedette.model.Tangent] frame it is in; never changed
    /// @param blocks a [vedette.core.estimate.Mixture], empty for a seed; never changed
    /// @param merged the one Gaussian with the mixture's mean and covariance; never changed
    record Estimate(long ns, double[] frame, double[] blocks, double[] merged) {}

    /// A track after its first measurement.
    static TrackFile begun(long id, Realm realm, Estimate estimate, Optional<RadarPlot> seed, Begin begin) {
        long ns = estimate.ns;
        long[] looks = begin.sensor < 0 ? NO_LOOKS : new long[] {begin.sensor, ns | 1};
        return new TrackFile(
                id, realm, estimate, seed, begin.existence, ns, false, ns, ns, 1, looks, begin.claims, 0, 0);
    }

    /// How a track begins.
    ///
    /// @param sensor the index of the sensor whose look it was, or −1
    /// @param existence after it
    /// @param claims what was said
    record Begin(int sensor, double existence, Claims claims) {}

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
                estimate,
                seed,
                newExistence,
                Math.max(agedNs, atNs),
                confirmed,
                startedNs,
                lastPlotNs,
                plots,
                looksWith(sensor, atNs, false),
                claims,
                liveliness,
                sharedNs);
    }

    /// The file after a measurement.
    ///
    /// @param newEstimate with the measurement
    /// @param sensor the index of the sensor whose look it was, or −1
    /// @param atNs the measurement's time
    /// @param news what the measurement made of its existence and claims
    /// @param shown whether it is shown from now on
    TrackFile updated(Estimate newEstimate, int sensor, long atNs, News news, boolean shown) {
        return new TrackFile(
                id,
                realm,
                newEstimate,
                Optional.empty(),
                news.existence,
                Math.max(agedNs, atNs),
                confirmed || shown,
                startedNs,
                Math.max(lastPlotNs, atNs),
                plots + 1,
                sensor < 0 ? looks : looksWith(sensor, atNs, true),
                news.claims,
                news.liveliness,
                news.shared ? atNs : sharedNs);
    }

    /// What a measurement made of a track apart from its estimate.
    ///
    /// @param existence after it
    /// @param claims after it
    /// @param liveliness after it
    /// @param shared whether it may as well be another track's
    record News(double existence, Claims claims, double liveliness, boolean shared) {}

    TrackFile claiming(Claims newClaims) {
        return new TrackFile(
                id,
                realm,
                estimate,
                seed,
                existence,
                agedNs,
                confirmed,
                startedNs,
                lastPlotNs,
                plots,
                looks,
                newClaims,
                liveliness,
                sharedNs);
    }

    /// The same track, less sure of where it is.
    TrackFile doubted(Estimate wider) {
        return new TrackFile(
                id,
                realm,
                wider,
                seed,
                existence,
                agedNs,
                confirmed,
                startedNs,
                lastPlotNs,
                plots,
                looks,
                claims,
                liveliness,
                sharedNs);
    }

    TrackFile withoutLooks() {
        return new TrackFile(
                id,
                realm,
                estimate,
                seed,
                existence,
                agedNs,
                confirmed,
                startedNs,
                lastPlotNs,
                plots,
                NO_LOOKS,
                claims,
                liveliness,
                sharedNs);
    }
}
