package vedette.core.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import vedette.math.Exact;
import vedette.model.Measurement.Sweep;
import vedette.model.Moment;
import vedette.model.Provenance;
import vedette.model.SensorSite;

/// Where a turning beam has been: sectors as they are told, cut into pieces, or worked out from the plots.
final class Beam {
    /// Sectors are worked on in pieces of this width, or of what the beam passes in [#PIECE_S]: a piece of a busy
    /// radar's turn is about 2 ms of work.
    private static final double PIECE_RAD = Exact.TWO_PI / 32;

    /// Narrower sectors of quick radars wait for each other so long, seconds: nobody waits longer for a plot.
    private static final double PIECE_S = 0.2;

    /// Plots are taken to come at most this far out of the order of their azimuths.
    private static final double SLACK_RAD = Math.toRadians(2);

    /// A sensor that told sectors within so many turns tells them itself.
    private static final double TELLING_TURNS = 3;

    /// Beyond this a silent beam is not followed any more.
    private static final double FOLLOWED_TURNS = 2;

    /// Frames are cut at multiples of this.
    private static final int BINS = 1024;

    private static final double BIN_RAD = Exact.TWO_PI / BINS;

    /// A frame is cut into about so many pieces at most.
    private static final int MOST_PIECES = 200;

    private static final double S_TO_NS = 1e9;

    private Beam() {}

    /// The width of a sector that is worked on at once.
    static double pieceRad(SensorSite site) {
        return Math.min(Exact.TWO_PI / 4, Math.max(PIECE_RAD, PIECE_S / site.periodS() * Exact.TWO_PI));
    }

    /// Whether a sector is wide enough to be worked on, or has waited for long enough.
    static boolean ripe(SensorSite site, Sweep sector, long nowNs) {
        return site.kind() != SensorSite.Kind.ROTATING
                || sector.widthRad() + PIECE_RAD > 1.01 * pieceRad(site)
                || nowNs - sector.provenance().observedAt().taiNs() > PIECE_S * S_TO_NS;
    }

    /// Two sectors as one, when the second begins where the first ends and both are not too wide together.
    static Optional<Sweep> joined(SensorSite site, Sweep first, Sweep second) {
        double width = first.widthRad() + second.widthRad();
        double apart = Exact.halfTurn(first.fromRad() + first.widthRad() - second.fromRad());
        if (site.kind() != SensorSite.Kind.ROTATING || width > 1.01 * pieceRad(site) || Math.abs(apart) > 1e-6) {
            return Optional.empty();
        }
        return Optional.of(sector(site, second.provenance().observedAt(), first.fromRad(), width));
    }

    static double periodNs(SensorSite site) {
        return site.periodS() * S_TO_NS;
    }

    /// A sweep in pieces, in the order the beam went through them.
    ///
    /// @param least in at least so many
    static List<Sweep> pieces(SensorSite site, Sweep sweep, int least) {
        if (site.kind() != SensorSite.Kind.ROTATING) {
            return List.of(sweep);
        }
        int count = Math.max(least, (int) Math.ceil(sweep.widthRad() / pieceRad(site) - 1e-6));
        if (count == 1) {
            return List.of(sweep);
        }
        double width = sweep.widthRad() / count;
        List<Sweep> pieces = new ArrayList<>(count);
        for (int k = 1; k <= count; k++) {
            double left = (count - k) * width;
            long earlierNs = Math.round(left / Exact.TWO_PI * periodNs(site));
            Moment at = sweep.provenance().observedAt().plusNs(-earlierNs);
            pieces.add(sector(site, at, sweep.fromRad() + (k - 1) * width, width));
        }
        return pieces;
    }

    /// A frame that waits for work: from its seam on, all around.
    static Sweep frame(SensorSite site, Sweep sweep) {
        return bins(site, sweep, 0, BINS);
    }

    /// The first piece of a frame, or of what is left of one, with about as many plots and tracks as are worked on at
    /// once.
    ///
    /// Where it is cut follows from which plots and tracks there are, not from their order. It costs what is in the
    /// piece, however much waits behind it.
    ///
    /// @param left of the frame, as [#frame] or [#behind] gave it
    /// @param most plots and tracks in a piece, unless they stand at one azimuth or are too many altogether
    static Sweep piece(SensorSite site, SensorMemory memory, Sweep left, int most) {
        int all = memory.held().size();
        for (Agenda.Slice slice : memory.agenda().slices()) {
            all += slice.ids().length;
        }
        int from = firstBin(site, left);
        int enough = Math.max(most, all / MOST_PIECES);
        return all <= most ? left : bins(site, left, from, cut(site, memory, left, enough));
    }

    /// What is left of a frame behind a piece.
    static Optional<Sweep> behind(SensorSite site, Sweep left, Sweep piece) {
        int from = firstBin(site, left);
        int cut = from + binsIn(piece);
        int end = from + binsIn(left);
        return cut < end ? Optional.of(bins(site, left, cut, end)) : Optional.empty();
    }

    private static Sweep bins(SensorSite site, Sweep frame, int from, int end) {
        Moment at = frame.provenance().observedAt();
        return sector(site, at, Front.seamRad(site) + from * BIN_RAD, (end - from) * BIN_RAD);
    }

    private static int firstBin(SensorSite site, Sweep left) {
        return (int) Math.round(Exact.turn(left.fromRad() - Front.seamRad(site)) / BIN_RAD) % BINS;
    }

    private static int binsIn(Sweep sweep) {
        return (int) Math.round(sweep.widthRad() / BIN_RAD);
    }

    // The bin before which there is enough. Plots of the next frame may wait among those of this one.
    private static int cut(SensorSite site, SensorMemory memory, Sweep left, int enough) {
        int from = firstBin(site, left);
        int end = from + binsIn(left);
        long nextNs = left.provenance().observedAt().taiNs() + Math.round(periodNs(site) / 2);
        int[] crowd = tracks(memory.agenda(), Front.seamRad(site));
        int[] plots = {0};
        memory.held().walk(Front.firstAt(from / (double) BINS), (number, plot) -> {
            int bin = Math.min(BINS - 1, (int) (Front.share(number) * BINS));
            int one = plot.provenance().observedAt().taiNs() > nextNs ? 0 : 1;
            crowd[bin] += one;
            plots[0] += one;
            return bin < end && plots[0] <= enough;
        });
        int held = crowd[from];
        int cut = from + 1;
        while (cut < end && held + crowd[cut] <= enough) {
            held += crowd[cut++];
        }
        return cut;
    }

    // Tracks by azimuth from the seam on.
    private static int[] tracks(Agenda agenda, double seamRad) {
        int[] tracks = new int[BINS];
        for (int number = 0; number < agenda.count(); number++) {
            tracks[bin((number + 0.5) / agenda.count() * Exact.TWO_PI - seamRad)] +=
                    agenda.of(number).ids().length;
        }
        return tracks;
    }

    private static int bin(double fromSeamRad) {
        return Math.min(BINS - 1, (int) (Exact.turn(fromSeamRad) / BIN_RAD));
    }

    private static Sweep sector(SensorSite site, Moment at, double fromRad, double widthRad) {
        return new Sweep(
                Provenance.open(site.sensor(), at),
                Exact.turn(fromRad),
                Math.min(widthRad, Exact.TWO_PI),
                OptionalDouble.of(site.periodS()));
    }

    static boolean tells(SensorSite site, SensorMemory memory, long ns) {
        return memory.sweptNs() != Long.MIN_VALUE && ns - memory.sweptNs() < TELLING_TURNS * periodNs(site);
    }

    /// Whether a beam was lately enough somewhere for a plot to show what it has passed since.
    static boolean follows(SensorSite site, SensorMemory memory, long ns) {
        return memory.beamNs() != Long.MIN_VALUE && ns - memory.beamNs() <= FOLLOWED_TURNS * periodNs(site);
    }

    /// Where the beam is past, when all that is known of it is that it has just given a plot. That is no look: what is
    /// learnt of a sensor must not depend on which plot came first.
    static SensorMemory found(SensorMemory memory, long ns, double azimuthRad) {
        return memory.beamAt(ns, Exact.turn(azimuthRad - SLACK_RAD), false);
    }

    /// The sectors that a plot shows to be over, when the sensor does not tell them.
    ///
    /// @param ns the plot's time
    /// @param azimuthRad its azimuth
    static List<Sweep> shownByPlot(SensorSite site, SensorMemory memory, long ns, double azimuthRad) {
        return switch (site.kind()) {
            case ROTATING -> turned(site, memory, ns, azimuthRad);
            case FRAME -> framed(site, memory, ns);
            case REPORTS -> List.of();
        };
    }

    private static List<Sweep> turned(SensorSite site, SensorMemory memory, long ns, double azimuthRad) {
        double forward = Exact.turn(azimuthRad - SLACK_RAD - memory.beamRad());
        if (forward < pieceRad(site) || forward > Math.PI) {
            return List.of();
        }
        long behindNs = Math.round(SLACK_RAD / Exact.TWO_PI * periodNs(site));
        return List.of(sector(site, new Moment(ns - behindNs), memory.beamRad(), forward));
    }

    // A frame is over when a plot of the next one comes.
    private static List<Sweep> framed(SensorSite site, SensorMemory memory, long ns) {
        boolean next = memory.beamNs() != Long.MIN_VALUE && ns - memory.beamNs() > periodNs(site) / 2;
        return next ? List.of(sector(site, new Moment(memory.beamNs()), 0, Exact.TWO_PI)) : List.of();
    }

    /// The sectors that are over by now, when neither the sensor nor its plots have told.
    ///
    /// @param ns the engine's time
    static List<Sweep> shownByTime(SensorSite site, SensorMemory memory, long ns) {
        if (memory.beamNs() == Long.MIN_VALUE || site.kind() == SensorSite.Kind.REPORTS) {
            return List.of();
        }
        double waitedNs = ns - memory.delayNs() - memory.beamNs() - periodNs(site) / 8;
        if (waitedNs > FOLLOWED_TURNS * periodNs(site)) {
            return List.of();
        }
        if (site.kind() == SensorSite.Kind.FRAME) {
            return memory.held().isEmpty() || waitedNs < periodNs(site) / 2
                    ? List.of()
                    : List.of(sector(site, new Moment(memory.beamNs()), 0, Exact.TWO_PI));
        }
        double width = waitedNs / periodNs(site) * Exact.TWO_PI;
        return width < pieceRad(site)
                ? List.of()
                : List.of(sector(site, new Moment(memory.beamNs() + Math.round(waitedNs)), memory.beamRad(), width));
    }
}
