package vedette.edge.feed;

import static vedette.math.Require.require;

import java.util.Optional;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.TimeOfDay;

/// Whose clock says when something was observed.
public sealed interface Timebase {
    /// The sensor's own time, its day found from the arrival.
    record Sensor() implements Timebase {}

    /// The arrival: for sensors without a clock, or with a wrong one.
    record Arrival() implements Timebase {}

    /// The sensor's time t as anchor + (t − t₀) / rate, with t₀ the first time that is told: a recording sent again,
    /// possibly faster, is drawn as live.
    ///
    /// @param anchor what t₀ becomes; empty: the arrival of the first message
    /// @param rate how much faster than it was recorded it is sent, above 0
    record Anchored(Optional<Moment> anchor, double rate) implements Timebase {
        /// Checks the rate.
        public Anchored {
            require(rate > 0 && rate < Double.POSITIVE_INFINITY, "rate %s", rate);
        }
    }

    /// A reading of times from the first message on; it may remember, so each feed has its own.
    default Retiming begin() {
        return switch (this) {
            case Sensor _ -> (measurement, _) -> measurement;
            case Arrival _ -> Retimed::observedAt;
            case Anchored(Optional<Moment> anchor, double rate) -> new Anchoring(anchor, rate);
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
        private final Optional<Moment> anchor;
        private final double rate;
        private Optional<Moment> anchored = Optional.empty();
        private long latestNs;
        private long sinceFirstNs;

        private Anchoring(Optional<Moment> anchor, double rate) {
            this.anchor = anchor;
            this.rate = rate;
        }

        @Override
        public Measurement retimed(Measurement measurement, Moment arrivedAt) {
            long toldNs = measurement.provenance().observedAt().taiNs();
            if (anchored.isEmpty()) {
                anchored = Optional.of(anchor.orElse(arrivedAt));
                latestNs = toldNs;
            }
            sinceFirstNs += withinHalfADay(toldNs - latestNs);
            latestNs = toldNs;
            return Retimed.observedAt(measurement, anchored.orElse(arrivedAt).plusNs(Math.round(sinceFirstNs / rate)));
        }

        private static long withinHalfADay(long ns) {
            return Math.floorMod(ns + TimeOfDay.DAY_NS / 2, TimeOfDay.DAY_NS) - TimeOfDay.DAY_NS / 2;
        }
    }
}
