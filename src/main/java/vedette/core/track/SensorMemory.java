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
/// @param worked the sectors worked on in the last turns, in their order, to know repeated plots
/// @param nextWorked the number of the next one
/// @param workedNs the end of the last one, `Long.MIN_VALUE` when none
/// @param beamNs when the beam was where it is known to have been last; `Long.MIN_VALUE` when not known
/// @param beamRad where, radians clockwise from north
/// @param sweptNs the last sweep that the sensor itself told, by its own stamp, `Long.MIN_VALUE` when none
/// @param delayNs how long plots lately took at most from being observed to arriving
/// @param agenda which tracks the beam will meet where
/// @param knownBelow tracks below this number stand in the agenda if they are in reach
/// @param sinceNs the end of its first sector, `Long.MIN_VALUE` before
record SensorMemory(
        LongMap<RadarPlot> held,
        long nextHeld,
        List<Sweep> pending,
        LongMap<Worked> worked,
        long nextWorked,
        long workedNs,
        long beamNs,
        double beamRad,
        long sweptNs,
        long delayNs,
        Agenda agenda,
        long knownBelow,
        long sinceNs) {
    /// No sector waits longer than this for late plots, nanoseconds.
    private static final long MOST_DELAY_NS = 5_000_000_000L;

    /// Old keys are forgotten every so many sectors.
    private static final int FORGETTING = 32;

    static final SensorMemory EMPTY = new SensorMemory(
            LongMap.empty(),
            0,
            List.of(),
            LongMap.empty(),
            0,
            Long.MIN_VALUE,
            Long.MIN_VALUE,
            0,
            Long.MIN_VALUE,
            0,
            Agenda.EMPTY,
            0,
            Long.MIN_VALUE);

    /// The plots of a sector that was worked on.
    ///
    /// @param ns its end
    /// @param keys the plots' keys
    record Worked(long ns, long[] keys) {}

    SensorMemory {
        pending = List.copyOf(pending);
    }

    /// Whether a plot was worked on before.
    ///
    /// @param spanNs how long after its time its sector ended at most
    boolean knows(long key, long ns, long spanNs) {
        if (ns > workedNs) {
            return false;
        }
        boolean[] known = {false};
        worked.forEachValue(sector -> {
            if (!known[0] && sector.ns >= ns && sector.ns - ns <= spanNs) {
                for (long other : sector.keys) {
                    known[0] |= other == key;
                }
            }
        });
        return known[0];
    }

    SensorMemory holding(RadarPlot plot) {
        return new SensorMemory(
                held.with(nextHeld, plot),
                nextHeld + 1,
                pending,
                worked,
                nextWorked,
                workedNs,
                beamNs,
                beamRad,
                sweptNs,
                delayNs,
                agenda,
                knownBelow,
                sinceNs);
    }

    /// With a plot's delay: the longest of late, forgotten slowly.
    SensorMemory delayedBy(long delay) {
        long kept = Math.max(0, Math.max(Math.min(delay, MOST_DELAY_NS), delayNs - delayNs / 64));
        return kept == delayNs
                ? this
                : new SensorMemory(
                        held,
                        nextHeld,
                        pending,
                        worked,
                        nextWorked,
                        workedNs,
                        beamNs,
                        beamRad,
                        sweptNs,
                        kept,
                        agenda,
                        knownBelow,
                        sinceNs);
    }

    /// After work on a sector.
    ///
    /// @param left the plots that still wait
    /// @param keys of those that do not any more
    /// @param endNs the sector's end
    /// @param spanNs keys of sectors that ended longer ago are forgotten
    SensorMemory after(LongMap<RadarPlot> left, long[] keys, long endNs, long spanNs) {
        LongMap.Draft<Worked> kept = worked.draft();
        if (nextWorked % FORGETTING == 0) {
            worked.forEach((number, sector) -> {
                if (endNs - sector.ns > spanNs) {
                    kept.remove(number);
                }
            });
        }
        if (keys.length > 0) {
            kept.put(nextWorked, new Worked(endNs, keys));
        }
        return new SensorMemory(
                left,
                nextHeld,
                pending,
                kept.map(),
                nextWorked + 1,
                Math.max(workedNs, endNs),
                beamNs,
                beamRad,
                sweptNs,
                delayNs,
                agenda,
                knownBelow,
                sinceNs == Long.MIN_VALUE ? endNs : sinceNs);
    }

    /// With another agenda.
    ///
    /// @param below tracks below this number stand in it
    SensorMemory planning(Agenda planned, long below) {
        return new SensorMemory(
                held,
                nextHeld,
                pending,
                worked,
                nextWorked,
                workedNs,
                beamNs,
                beamRad,
                sweptNs,
                delayNs,
                planned,
                below,
                sinceNs);
    }

    SensorMemory waiting(List<Sweep> sectors) {
        return new SensorMemory(
                held,
                nextHeld,
                sectors,
                worked,
                nextWorked,
                workedNs,
                beamNs,
                beamRad,
                sweptNs,
                delayNs,
                agenda,
                knownBelow,
                sinceNs);
    }

    SensorMemory beamAt(long ns, double azimuthRad, boolean told) {
        return new SensorMemory(
                held,
                nextHeld,
                pending,
                worked,
                nextWorked,
                workedNs,
                ns,
                azimuthRad,
                told ? ns : sweptNs,
                delayNs,
                agenda,
                knownBelow,
                sinceNs);
    }

    /// With the stamp of the last sweep as the sensor told it.
    SensorMemory sweptAt(long ns) {
        return new SensorMemory(
                held,
                nextHeld,
                pending,
                worked,
                nextWorked,
                workedNs,
                beamNs,
                beamRad,
                ns,
                delayNs,
                agenda,
                knownBelow,
                sinceNs);
    }
}
