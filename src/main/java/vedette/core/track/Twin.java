package vedette.core.track;

import java.util.Arrays;
import vedette.math.Exact;
import vedette.model.Measurement.RadarPlot;
import vedette.model.SensorSite;

/// Whether a sensor is another one under a second name: what it sends was sent, or is, under the other's.
///
/// Two radars never measure the same range and azimuth to the bit, but by chance one plot in a thousand where both are
/// coarse. Only sensors that stand at the same place and turn alike are held against each other; the first of them in
/// the list of sites is the one that is used. When it falls silent the other one is believed again within some fifty
/// plots.
///
/// @param ring the latest plots, as numbers; never changed
/// @param at how many there were
/// @param seen plots, fading
/// @param matched those that the first one sent as well, fading
record Twin(long[] ring, long at, double seen, double matched) {
    static final Twin NONE = new Twin(new long[0], 0, 0, 0);

    private static final int KEPT = 256;

    /// Fades to 1/e over so many plots.
    private static final double MEMORY = 64;

    private static final double FEWEST = 10;
    private static final double SHARE = 0.5;

    /// Sensors nearer than this stand at the same place, metres.
    private static final double SAME_M = 500;

    /// And the difference of their latitudes is below this; many sites are held against each other.
    private static final double SAME_RAD = 1e-4;

    private static final double SAME_PERIOD = 0.01;

    /// Whether two sensors may be one.
    static boolean mayBe(SensorSite a, SensorSite b) {
        return a.kind() == b.kind()
                && Math.abs(a.periodS() - b.periodS()) < SAME_PERIOD * a.periodS()
                && Math.abs(a.place().latRad() - b.place().latRad()) < SAME_RAD
                && a.place().ecef().distanceM(b.place().ecef()) < SAME_M;
    }

    /// A plot as a number: where, not when, since a second way may stamp it anew.
    static long number(RadarPlot plot) {
        long number = Double.doubleToLongBits(plot.polar().rangeM()) * 0x9E3779B97F4A7C15L;
        number = (number ^ number >>> 29) * 0xBF58476D1CE4E5B9L;
        number ^= Double.doubleToLongBits(Exact.turn(plot.polar().azimuthRad())) * 0x94D049BB133111EBL;
        return number ^ number >>> 31;
    }

    boolean sent(long number) {
        for (long other : ring) {
            if (other == number) {
                return true;
            }
        }
        return false;
    }

    /// With one more plot.
    Twin with(long number, boolean same) {
        long[] next = ring.length < KEPT ? Arrays.copyOf(ring, ring.length + 1) : ring.clone();
        next[(int) (at % KEPT)] = number;
        double kept = 1 - 1 / MEMORY;
        return new Twin(next, at + 1, seen * kept + 1, matched * kept + (same ? 1 : 0));
    }

    /// The first one sends now what it sent before.
    Twin followed() {
        return new Twin(ring, at, seen, Math.min(seen, matched + 1));
    }

    boolean isCopy() {
        return seen >= FEWEST && matched > SHARE * seen;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Twin that
                && at == that.at
                && seen == that.seen
                && matched == that.matched
                && Arrays.equals(ring, that.ring);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(ring) + Long.hashCode(at);
    }
}
