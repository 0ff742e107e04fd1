package vedette.edge.feed;

import static vedette.math.Require.require;

import java.util.Optional;
import java.util.OptionalDouble;
import vedette.model.LeapSeconds;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.TimeOfDay;

/// Whose clock says when something was observed.
public sealed interface Timebase {
    /// The sensor's own time, its day found from the arrival.
    record Sensor() implements Timebase {}

    /// The arrival: for sensors without a clock, or with a wrong one.
    record Arrival() implements Timebase {}

    /// The sensor's time t as a + (t − t₀) / rate, with a the arrival of the first message: a recording sent again,
    /// possibly faster, is drawn as live.
    ///
    /// @param anchorS t₀ as a time of day, seconds since UTC midnight; empty: the time of the first message
    /// @param rate how much faster than it was recorded it is sent, above 0
    record Anchored(OptionalDouble anchorS, double rate) implements Timebase {
        /// Checks both.
        public Anchored {
            require(rate > 0 && rate < Double.POSITIVE_INFINITY, "rate %s", rate);
            require(anchorS.orElse(0) >= 0 && anchorS.orElse(0) <= 86_401, "anchorS %s", anchorS);
        }
    }

    /// A reading of times from the first message on; it may remember, so each feed has its own.
    default Retiming begin() {
        return switch (this) {
            case Sensor _ -> (measurement, _) -> measurement;
            case Arrival _ -> Retimed::observedAt;
            case Anchored(OptionalDouble anchorS, double rate) -> new Anchoring(anchorS, rate);
        };
    }

    /// Sets when a measurement was observed.
    @FunctionalInterface
    interface Retiming {
        /// The measurement with the time this base gives it.
        Measurement retimed(Measurement measurement, Moment arrivedAt);
    }

    /// Remembers the anchor and unrolls midnights: a recording played fast runs away from the arrival, and the day that
    /// was found for it would jump back by one.
    final class Anchoring implements Retiming {
        private static final double NS_PER_S = 1e9;

        private final OptionalDouble anchorS;
        private final double rate;
        private Optional<Moment> firstArrival = Optional.empty();
        private long latestNs;
        private long sinceAnchorNs;

        private Anchoring(OptionalDouble anchorS, double rate) {
            this.anchorS = anchorS;
            this.rate = rate;
        }

        @Override
        public Measurement retimed(Measurement measurement, Moment arrivedAt) {
            Moment told = measurement.provenance().observedAt();
            Moment anchor = firstArrival.orElse(arrivedAt);
            if (firstArrival.isEmpty()) {
                firstArrival = Optional.of(arrivedAt);
                latestNs = told.taiNs();
                sinceAnchorNs = behindAnchorNs(told);
            }
            sinceAnchorNs += withinHalfADay(told.taiNs() - latestNs);
            latestNs = told.taiNs();
            return Retimed.observedAt(measurement, anchor.plusNs(Math.round(sinceAnchorNs / rate)));
        }

        private long behindAnchorNs(Moment told) {
            return anchorS.isEmpty()
                    ? 0
                    : withinHalfADay(
                            LeapSeconds.standard().unixNs(told) - Math.round(anchorS.getAsDouble() * NS_PER_S));
        }

        private static long withinHalfADay(long ns) {
            return Math.floorMod(ns + TimeOfDay.DAY_NS / 2, TimeOfDay.DAY_NS) - TimeOfDay.DAY_NS / 2;
        }
    }
}
