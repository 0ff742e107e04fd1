package vedette.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vedette.model.Ecef;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.Kinematics;
import vedette.model.LocalFrame;
import vedette.model.Moment;
import vedette.model.Track;

/// The picture against one flight, looked at once a second.
///
/// The aircraft is tracked when a confirmed or coasted track, carried on to the second, lies within 3 sigma of where it
/// was, and at least 100 m; the one that held it before keeps it as long as it does.
public final class PictureTrial {
    private static final double SIGMAS = 3;
    private static final double NEAR_M = 100;
    private static final double LONGEST_COAST_S = 30;

    private final FlownPath path;
    private final Map<Long, Track> tracks = new TreeMap<>();
    private final Errors ground = new Errors();
    private final Errors height = new Errors();
    private final Errors nees = new Errors();
    private final Map<String, Integer> kinds = new TreeMap<>();
    private final Map<String, Integer> names = new TreeMap<>();
    private final List<Long> numbers = new ArrayList<>();
    private final List<Second> course = new ArrayList<>();
    private int seconds;
    private int tracked;
    private int breaks;
    private double firstS = Double.NaN;
    private long holder = -1;

    /// Nothing seen yet.
    public PictureTrial(FlownPath path) {
        this.path = path;
    }

    /// One second.
    ///
    /// @param atS since the flight began
    /// @param errorM of the track along the ground, metres; NaN without one
    public record Second(double atS, double errorM) {}

    /// A track has news.
    public void changed(Track track) {
        if (track.shown()) {
            tracks.put(track.id().number(), track);
        } else {
            tracks.remove(track.id().number());
        }
    }

    /// A track has ended.
    public void ended(Track track) {
        tracks.remove(track.id().number());
    }

    /// A whole second has passed.
    public void second(Moment at) {
        Optional<Geodetic> truth = path.at(at);
        if (truth.isEmpty()) {
            return;
        }
        seconds++;
        double atS = at.secondsSince(path.from());
        Optional<Held> held = held(truth.get(), at);
        course.add(new Second(atS, held.map(Held::groundM).orElse(Double.NaN)));
        if (held.isEmpty()) {
            breaks += holder >= 0 ? 1 : 0;
            holder = -1;
            return;
        }
        count(held.get(), atS);
    }

    private void count(Held now, double atS) {
        tracked++;
        firstS = Double.isNaN(firstS) ? atS : firstS;
        holder = now.track.id().number();
        if (!numbers.contains(holder)) {
            numbers.add(holder);
        }
        ground.add(now.groundM);
        nees.add(now.nees);
        if (path.heightKnown()) {
            height.add(now.upM);
        }
        kinds.merge(now.track.kinds().most().name(), 1, Integer::sum);
        now.track
                .identity()
                .serial()
                .or(() -> now.track.identity().callsign())
                .ifPresent(name -> names.merge(name, 1, Integer::sum));
    }

    /// A track that is where the aircraft is.
    private record Held(Track track, double groundM, double upM, double nees) {}

    private Optional<Held> held(Geodetic truth, Moment at) {
        LocalFrame frame = LocalFrame.at(truth);
        Optional<Held> best = Optional.empty();
        for (Track track : tracks.values()) {
            Optional<Held> each = against(track, frame, at);
            boolean better = each.isPresent()
                    && (best.isEmpty()
                            || track.id().number() == holder
                            || (best.get().track.id().number() != holder && each.get().groundM < best.get().groundM));
            best = better ? each : best;
        }
        return best;
    }

    private static Optional<Held> against(Track track, LocalFrame frame, Moment at) {
        Kinematics k = track.kinematics();
        double sinceS = at.secondsSince(k.at());
        if (sinceS > LONGEST_COAST_S || sinceS < -LONGEST_COAST_S) {
            return Optional.empty();
        }
        Enu v = k.velocityMps();
        Ecef moved = LocalFrame.at(k.position()).ecef(new Enu(v.east() * sinceS, v.north() * sinceS, v.up() * sinceS));
        Enu apart = frame.enu(moved);
        double ee = k.covariance().get(0, 0) + sinceS * sinceS * k.covariance().get(3, 3);
        double nn = k.covariance().get(1, 1) + sinceS * sinceS * k.covariance().get(4, 4);
        double en = k.covariance().get(0, 1);
        double groundM = Math.sqrt(apart.east() * apart.east() + apart.north() * apart.north());
        if (groundM > Math.max(NEAR_M, SIGMAS * Math.sqrt(Math.max(ee, nn)))) {
            return Optional.empty();
        }
        double determinant = ee * nn - en * en;
        double nees = determinant > 0
                ? (nn * apart.east() * apart.east()
                                - 2 * en * apart.east() * apart.north()
                                + ee * apart.north() * apart.north())
                        / determinant
                : Double.NaN;
        return Optional.of(new Held(track, groundM, apart.up(), nees));
    }

    /// What was found.
    public Result result() {
        return new Result(seconds, tracked, breaks, firstS, numbers, ground, height, nees, kinds, names, course);
    }

    /// What the picture showed of a flight.
    ///
    /// @param seconds of the flight
    /// @param tracked seconds in which a track held it
    /// @param breaks how often a track that held it was lost
    /// @param firstS when it was first tracked, seconds after its first fix; NaN if never
    /// @param numbers of the tracks that held it, in order
    /// @param groundM errors along the ground, metres
    /// @param heightM errors of height, metres
    /// @param nees squared errors along the ground in sigmas; 2 on average when the covariance is honest
    /// @param kinds seconds for each kind it was held to be
    /// @param names seconds for each name it bore
    /// @param course second by second
    public record Result(
            int seconds,
            int tracked,
            int breaks,
            double firstS,
            List<Long> numbers,
            Errors groundM,
            Errors heightM,
            Errors nees,
            Map<String, Integer> kinds,
            Map<String, Integer> names,
            List<Second> course) {}
}
