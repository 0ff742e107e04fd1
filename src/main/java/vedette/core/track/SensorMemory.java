package vedette.core.track;

import java.util.List;
import vedette.math.LongMap;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.Sweep;

/// What is remembered of one sensor between two steps: plots that wait for the beam, and where the beam is.
///
/// @param held plots not yet worked on, in the order they came
/// @param nextHeld the number of the next one
/// @param pending sectors that the beam has left and that are not yet worked on
/// @param recent keys of the plots that came lately, to know repeated ones
/// @param older the keys before those
/// @param turnedNs when `recent` became `older` last
/// @param beamNs when the beam was where it is known to have been last; `Long.MIN_VALUE` when not known
/// @param beamRad where, radians clockwise from north
/// @param sweptNs the last sweep that the sensor itself told, `Long.MIN_VALUE` when none
/// @param delayNs how long plots lately took at most from being observed to arriving
record SensorMemory(
        LongMap<RadarPlot> held,
        long nextHeld,
        List<Sweep> pending,
        LongMap<Key> recent,
        LongMap<Key> older,
        long turnedNs,
        long beamNs,
        double beamRad,
        long sweptNs,
        long delayNs) {
    /// No sector waits longer than this for late plots, nanoseconds.
    private static final long MOST_DELAY_NS = 5_000_000_000L;

    static final SensorMemory EMPTY = new SensorMemory(
            LongMap.empty(),
            0,
            List.of(),
            LongMap.empty(),
            LongMap.empty(),
            Long.MIN_VALUE,
            Long.MIN_VALUE,
            0,
            Long.MIN_VALUE,
            0);

    /// That a plot of this key came.
    ///
    /// @param ns when it was observed
    record Key(long ns) {}

    SensorMemory {
        pending = List.copyOf(pending);
    }

    boolean knows(long key) {
        return recent.contains(key) || older.contains(key);
    }

    /// With a plot's key; the keys before the last `spanNs` are forgotten in two generations.
    SensorMemory remembering(long key, long ns, long spanNs) {
        boolean turn = turnedNs == Long.MIN_VALUE || ns - turnedNs > spanNs;
        LongMap<Key> young = turn ? LongMap.empty() : recent;
        return new SensorMemory(
                held,
                nextHeld,
                pending,
                young.with(key, new Key(ns)),
                turn ? recent : older,
                turn ? ns : turnedNs,
                beamNs,
                beamRad,
                sweptNs,
                delayNs);
    }

    SensorMemory holding(RadarPlot plot) {
        return new SensorMemory(
                held.with(nextHeld, plot),
                nextHeld + 1,
                pending,
                recent,
                older,
                turnedNs,
                beamNs,
                beamRad,
                sweptNs,
                delayNs);
    }

    /// With a plot's delay: the longest of late, forgotten slowly.
    SensorMemory delayedBy(long delay) {
        long kept = Math.max(Math.min(delay, MOST_DELAY_NS), delayNs - delayNs / 64);
        return new SensorMemory(
                held, nextHeld, pending, recent, older, turnedNs, beamNs, beamRad, sweptNs, Math.max(0, kept));
    }

    SensorMemory holdingOnly(LongMap<RadarPlot> left) {
        return new SensorMemory(left, nextHeld, pending, recent, older, turnedNs, beamNs, beamRad, sweptNs, delayNs);
    }

    SensorMemory waiting(List<Sweep> sectors) {
        return new SensorMemory(held, nextHeld, sectors, recent, older, turnedNs, beamNs, beamRad, sweptNs, delayNs);
    }

    SensorMemory beamAt(long ns, double azimuthRad, boolean told) {
        return new SensorMemory(
                held, nextHeld, pending, recent, older, turnedNs, ns, azimuthRad, told ? ns : sweptNs, delayNs);
    }
}
