package vedette.core.track;

import vedette.math.Exact;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.Sweep;
import vedette.model.SensorSite;

/// How far a look has come around the sensor: to where the beam is, or to the end of the piece of a frame that is
/// worked on.
///
/// A frame is taken all at once, but worked on in pieces like a turn: what a gate that reaches beyond the piece
/// may want waits, and the last piece leaves nothing. A frame has a seam where its first piece begins, amid what
/// the sensor does not see, if there is such a side. Gates across the seam are due with the last piece.
final class Front {
    /// Tracks so far ahead of the beam at most are looked up again: they may have drifted back since they were planned.
    private static final double AHEAD_RAD = Math.toRadians(3);

    private static final double LEAST_AHEAD_RAD = Math.toRadians(0.3);

    /// A plot begins a track when the beam is so far past it.
    static final double PAST_RAD = Math.toRadians(3);

    /// A plot so far ahead of the beam lies in no gate that the beam has passed, nor in one that shares its plots,
    /// but for the widest.
    private static final double WELL_AHEAD_RAD = Math.toRadians(2);

    /// Gates that begin so far before a frame's seam at most may reach across it.
    private static final double SEAM_RAD = Math.toRadians(12);

    private static final double SMALL_RAD = 1e-6;

    /// A frame's plots are numbered by their azimuth above these bits.
    private static final int RANK_BITS = 40;

    /// Numbers of plots at the same azimuth, to a millionth of a turn, are less than this apart.
    static final long RANK = 1L << RANK_BITS;

    private static final double RANKS = 1 << 20;

    final double endRad;
    final double widthRad;
    final double aheadRad;
    final long endNs;
    private final double periodNs;
    private final boolean frame;
    private final boolean first;
    private final boolean last;
    private final double toldSeamRad;
    private final double toldPassedRad;
    private final double seamRad;
    private final double passedRad;

    /// The front at a sector's end.
    ///
    /// @param told the sector as it was told
    /// @param sweep the same in the axes of corrected plots
    Front(SensorSite site, Sweep told, Sweep sweep) {
        frame = site.kind() == SensorSite.Kind.FRAME;
        endRad = Exact.turn(sweep.fromRad() + sweep.widthRad());
        widthRad = sweep.widthRad();
        aheadRad = Math.clamp(widthRad, LEAST_AHEAD_RAD, AHEAD_RAD);
        endNs = sweep.provenance().observedAt().taiNs();
        periodNs = Beam.periodNs(site);
        toldSeamRad = seamRad(site);
        double from = Exact.turn(told.fromRad() - toldSeamRad + SMALL_RAD) - SMALL_RAD;
        first = frame ? from < SMALL_RAD : Exact.turn(endRad) < widthRad;
        last = frame && from + widthRad > Exact.TWO_PI - SMALL_RAD;
        toldPassedRad = from + widthRad;
        seamRad = toldSeamRad + Exact.halfTurn(sweep.fromRad() - told.fromRad());
        passedRad = from + widthRad;
    }

    /// Where a frame begins and ends: the middle of what the sensor does not see.
    static double seamRad(SensorSite site) {
        SensorSite.Volume volume = site.volume();
        double blind = Exact.TWO_PI - volume.azimuthWidthRad();
        return Exact.turn(volume.fromAzimuthRad() - blind / 2);
    }

    /// A number under which a plot waits: plots of frames stand in the order of their azimuths.
    static long rank(SensorSite site, RadarPlot plot, long number) {
        return site.kind() == SensorSite.Kind.FRAME
                ? rank(Exact.turn(plot.polar().azimuthRad() - seamRad(site))) | number
                : number;
    }

    private static long rank(double fromSeamRad) {
        return (long) (fromSeamRad / Exact.TWO_PI * RANKS) << RANK_BITS;
    }

    /// How far around from the seam a frame's plot lies, by its number alone, in turns.
    static double share(long number) {
        return (number >>> RANK_BITS) / RANKS;
    }

    /// The least number of a frame's plot that lies so far around from the seam.
    static long firstAt(double turns) {
        return rank(turns * Exact.TWO_PI);
    }

    /// Plots that wait under this number or a greater one are too far ahead to matter.
    long beyond() {
        return frame && !last ? rank(toldPassedRad + WELL_AHEAD_RAD) : Long.MAX_VALUE;
    }

    /// Whether a plot is well ahead, or of a later frame.
    boolean comesLater(RadarPlot plot) {
        if (!frame) {
            return Exact.halfTurn(plot.polar().azimuthRad() - endRad) > WELL_AHEAD_RAD;
        }
        return plot.provenance().observedAt().taiNs() - endNs > periodNs / 2;
    }

    boolean isFrame() {
        return frame;
    }

    /// Whether a turn or a frame begins with this look.
    boolean isFirst() {
        return first;
    }

    /// How far back from its end it looks for gates: a frame's first piece also asks for those across the seam.
    double backRad() {
        return frame && first ? widthRad + SEAM_RAD : widthRad;
    }

    /// Whether a gate that begins at an azimuth is left for later.
    boolean isBefore(double fromRad) {
        if (!frame) {
            return Exact.halfTurn(fromRad - endRad) > aheadRad;
        }
        double from = Exact.turn(fromRad - seamRad);
        return from > passedRad + aheadRad && !(first && from > Exact.TWO_PI - SEAM_RAD);
    }

    /// How far it is past an azimuth.
    double behindRad(double azimuthRad) {
        return frame ? passedRad - Exact.turn(azimuthRad - seamRad) : Exact.halfTurn(endRad - azimuthRad);
    }

    /// When it passed an azimuth.
    long passedNs(double azimuthRad) {
        return frame ? endNs : endNs - Math.round(behindRad(azimuthRad) / Exact.TWO_PI * periodNs);
    }

    /// Whether it has come to a gate, and not left it half a turn ago.
    boolean met(Gate gate) {
        double behind = behindRad(gate.azimuthRad());
        return frame
                ? last || behind >= -gate.azimuthGateRad() || isAcrossSeam(gate)
                : behind >= -gate.azimuthGateRad() && Math.abs(behind) <= Math.PI - aheadRad;
    }

    /// Whether it has left a whole gate.
    boolean left(Gate gate) {
        boolean passed = behindRad(gate.azimuthRad()) >= gate.azimuthGateRad();
        return frame ? last || (passed && !isAcrossSeam(gate)) : passed;
    }

    /// Whether it is not in a gate any more that it had come to.
    boolean gone(Gate gate) {
        return frame ? left(gate) : Math.abs(behindRad(gate.azimuthRad())) >= gate.azimuthGateRad();
    }

    private boolean isAcrossSeam(Gate gate) {
        double from = Exact.turn(gate.azimuthRad() - seamRad);
        return from < gate.azimuthGateRad() || from + gate.azimuthGateRad() > Exact.TWO_PI;
    }

    /// Whether it is well past an azimuth.
    boolean isPast(double azimuthRad) {
        return last || behindRad(azimuthRad) >= PAST_RAD;
    }
}
