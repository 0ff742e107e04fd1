package vedette.model;

/// An instant, free of leap seconds.
///
/// @param taiNs nanoseconds of International Atomic Time since 1970-01-01T00:00:00 TAI; reaches from 1677 to 2262
public record Moment(long taiNs) implements Comparable<Moment> {
    private static final double NS_PER_S = 1e9;

    /// The moment this many nanoseconds later (earlier when negative).
    ///
    /// @throws ArithmeticException beyond the years 1677 and 2262
    public Moment plusNs(long ns) {
        return new Moment(Math.addExact(taiNs, ns));
    }

    /// The moment this many seconds later (earlier when negative), rounded to the nanosecond.
    public Moment plusS(double seconds) {
        return plusNs(Math.round(seconds * NS_PER_S));
    }

    /// Nanoseconds from `earlier` to this.
    public long nsSince(Moment earlier) {
        return Math.subtractExact(taiNs, earlier.taiNs);
    }

    /// Seconds from `earlier` to this, negative when it comes later.
    public double secondsSince(Moment earlier) {
        return nsSince(earlier) / NS_PER_S;
    }

    /// Whether this comes before `other`.
    public boolean isBefore(Moment other) {
        return taiNs < other.taiNs;
    }

    /// Whether this comes after `other`.
    public boolean isAfter(Moment other) {
        return taiNs > other.taiNs;
    }

    /// The later of two.
    public static Moment later(Moment a, Moment b) {
        return a.taiNs >= b.taiNs ? a : b;
    }

    @Override
    public int compareTo(Moment other) {
        return Long.compare(taiNs, other.taiNs);
    }
}
