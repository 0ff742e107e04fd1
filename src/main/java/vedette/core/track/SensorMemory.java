package vedette.core.track;

import java.util.List;
import vedette.math.LongMap;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.Sweep;
import vedette.model.SensorSite;

/// What is remembered of one sensor between two steps: plots that wait for the beam, and where the beam is.
///
/// @param held plots not yet worked on, in the order they came; of frames in the order of their azimuths
/// @param nextHeld the number of the next one
/// @param pending sectors that the beam has left and that are not yet worked on
/// @param past the sectors worked on in the last turns
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
        Past past,
        long beamNs,
        double beamRad,
        long sweptNs,
        long delayNs,
        Agenda agenda,
        long knownBelow,
        long sinceNs) {
    /// No sector waits longer than this for late plots, nanoseconds.
    private static final long MOST_DELAY_NS = 5_000_000_000L;

    /// A plot that comes twice comes within so many others; one that comes later is known when its sector is worked on.
    private static final long LATEST = 2000;

    static final SensorMemory EMPTY = new SensorMemory(
            LongMap.empty(),
            0,
            List.of(),
            Past.NONE,
            Long.MIN_VALUE,
            0,
            Long.MIN_VALUE,
            0,
            Agenda.EMPTY,
            0,
            Long.MIN_VALUE);

    SensorMemory {
        pending = List.copyOf(pending);
    }

    /// The end of the last sector that was worked on, `Long.MIN_VALUE` when none.
    long workedNs() {
        return past.workedNs();
    }

    /// Whether the same plot waits already: of a frame's plots all at its azimuth are looked at, of others the latest.
    boolean holds(SensorSite site, RadarPlot plot) {
        long key = Radars.key(plot);
        boolean frame = site.kind() == SensorSite.Kind.FRAME;
        long from = Front.rank(site, plot, frame ? 0 : Math.max(0, nextHeld - LATEST));
        long until = frame ? from + Front.RANK : Long.MAX_VALUE;
        boolean[] same = {false};
        held.walk(from, (number, other) -> {
            same[0] |= number < until && Radars.key(other) == key;
            return number < until && !same[0];
        });
        return same[0];
    }

    SensorMemory holding(SensorSite site, RadarPlot plot) {
        return new SensorMemory(
                held.with(Front.rank(site, plot, nextHeld), plot),
                nextHeld + 1,
                pending,
                past,
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
                        held, nextHeld, pending, past, beamNs, beamRad, sweptNs, kept, agenda, knownBelow, sinceNs);
    }

    /// After work on a sector.
    ///
    /// @param left the plots that still wait
    /// @param sector what was worked on
    /// @param spanNs sectors that ended longer ago are forgotten
    /// @param planned the agenda after it
    /// @param below tracks below this number stand in it
    SensorMemory after(LongMap<RadarPlot> left, Worked sector, long spanNs, Agenda planned, long below) {
        return new SensorMemory(
                left,
                nextHeld,
                pending,
                past.with(sector, spanNs),
                beamNs,
                beamRad,
                sweptNs,
                delayNs,
                planned,
                below,
                sinceNs == Long.MIN_VALUE ? sector.ns() : sinceNs);
    }

    /// With one more thing that was worked on.
    SensorMemory remembering(Worked worked, long spanNs) {
        return new SensorMemory(
                held,
                nextHeld,
                pending,
                past.with(worked, spanNs),
                beamNs,
                beamRad,
                sweptNs,
                delayNs,
                agenda,
                knownBelow,
                sinceNs);
    }

    SensorMemory waiting(List<Sweep> sectors) {
        return new SensorMemory(
                held, nextHeld, sectors, past, beamNs, beamRad, sweptNs, delayNs, agenda, knownBelow, sinceNs);
    }

    SensorMemory beamAt(long ns, double azimuthRad, boolean told) {
        return new SensorMemory(
                held,
                nextHeld,
                pending,
                past,
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
                held, nextHeld, pending, past, beamNs, beamRad, ns, delayNs, agenda, knownBelow, sinceNs);
    }
}
