package vedette.core.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vedette.core.estimate.associate.Associator;
import vedette.core.estimate.associate.Marginal;
import vedette.math.Lanes;
import vedette.math.LongMap;
import vedette.model.Measurement;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Moment;
import vedette.model.SensorFinding;
import vedette.model.SensorId;
import vedette.model.SensorSite;
import vedette.model.Track;
import vedette.model.TrackId;

/// Keeps one picture of what flies from what sensors claim.
///
/// A function from a state and an input to the next state and what changed: same inputs, same bits. Radar plots
/// wait until the beam has passed their sector, then each sector is one round of association; reports of
/// position are taken one by one; tracks that other systems keep are shown as theirs. How it works stands
/// above the package.
///
/// One object serves one thread. It holds tools only; all that is known stands in the [TrackState].
public final class Tracker {
    private final Workshop shop;

    /// A tracker with marginal association.
    public Tracker() {
        this(new Marginal());
    }

    /// A tracker with marginal association that works on crowded looks in lanes.
    ///
    /// @param lanes where the work is done; the results do not depend on it
    public Tracker(Lanes lanes) {
        this(new Marginal(), Motions::usual, lanes);
    }

    /// A tracker with a way to associate.
    ///
    /// @param associator decides which plot belongs to which track
    public Tracker(Associator associator) {
        this(associator, Motions::usual, Lanes.ONE);
    }

    /// A tracker with a way to associate and ways to move.
    ///
    /// @param associator decides which plot belongs to which track
    /// @param motions how things move; for this tracker only
    public Tracker(Associator associator, Motions motions) {
        this(associator, () -> motions, Lanes.ONE);
    }

    /// A tracker that works on crowded looks in lanes.
    ///
    /// @param associator decides which plot belongs to which track
    /// @param motions makes the ways to move, for each lane its own
    /// @param lanes where the work is done; the results do not depend on it
    public Tracker(Associator associator, Supplier<Motions> motions, Lanes lanes) {
        shop = new Workshop(associator, motions, lanes);
    }

    /// Takes one input.
    ///
    /// @param state what is known; it stays as it is
    /// @param input what is told
    public TrackStep step(TrackState state, TrackInput input) {
        return switch (input) {
            case TrackInput.Known(List<SensorSite> sites) -> known(state, sites);
            case TrackInput.Seen(long seq, Moment arrivedAt, Measurement measurement) -> {
                Working working = new Working(state, seq);
                Radars radars = new Radars(shop, working);
                seen(working, radars, measurement, arrivedAt);
                radars.work(arrivedAt.taiNs());
                yield working.done();
            }
            case TrackInput.Passed(long seq, Moment at) -> passed(new Working(state, seq), at.taiNs());
            case TrackInput.Judged judged -> judged(state, judged);
        };
    }

    /// The shown tracks, each extrapolated to a moment (a track measured later than that stands where it was
    /// measured), by number. Reported tracks stand where they were reported.
    ///
    /// @param state what is known
    /// @param at the moment
    public List<Track> picture(TrackState state, Moment at) {
        List<Track> tracks = new ArrayList<>();
        state.files().forEachValue(file -> {
            if (file.confirmed()) {
                tracks.add(shop.nouns.track(file, Lives.stage(file, at.taiNs()), shop.moved(state, file, at.taiNs())));
            }
        });
        state.reported().forEachValue(reported -> tracks.add(Nouns.track(reported)));
        tracks.sort((a, b) -> a.id().compareTo(b.id()));
        return tracks;
    }

    /// What the measurements tell of the sensors themselves, one finding a sensor, in the order of the sites.
    ///
    /// @param state what is known
    public static List<SensorFinding> findings(TrackState state) {
        return state.knowledge().findings(state.sites());
    }

    /// A sensor's latest look at a track.
    ///
    /// @param sensor whose
    /// @param at when
    /// @param seen whether it saw something where the track is
    public record Looked(SensorId sensor, Moment at, boolean seen) {}

    /// The latest look at a track of each sensor that looks by itself; none of a track that is not known.
    public static List<Looked> looks(TrackState state, TrackId track) {
        @Nullable TrackFile file = state.files().get(track.number());
        if (file == null) {
            return List.of();
        }
        List<Looked> looks = new ArrayList<>();
        for (int i = 0; i < file.looks().length; i += 2) {
            int sensor = (int) file.looks()[i];
            long stamped = file.looks()[i + 1];
            if (sensor < state.sites().size()) {
                looks.add(
                        new Looked(state.sites().get(sensor).sensor(), new Moment(stamped & ~1L), (stamped & 1) == 1));
            }
        }
        return looks;
    }

    /// A plot as the tracker takes it, and how far all of its sensor's plots may be off together.
    ///
    /// @param plot without what is known of the sensor's biases
    /// @param rangeM one sigma of the bias that is left, metres
    /// @param azimuthRad the same of azimuth, radians
    /// @param timeS the same of its clock, seconds
    public record Straight(RadarPlot plot, double rangeM, double azimuthRad, double timeS) {}

    /// A plot without its sensor's biases; nothing of a sensor that moves, is not where it is said to be, or is not
    /// registered.
    public static Optional<Straight> straight(TrackState state, RadarPlot plot) {
        for (int i = 0; i < state.sites().size(); i++) {
            if (state.sites().get(i).sensor().equals(plot.provenance().sensor())) {
                return state.knowledge().straight(i, plot);
            }
        }
        return Optional.empty();
    }

    private void seen(Working working, Radars radars, Measurement measurement, Moment arrivedAt) {
        switch (measurement) {
            case Measurement.RadarPlot plot -> radars.plot(plot, arrivedAt.taiNs());
            case Measurement.Sweep sweep -> radars.sweep(sweep, arrivedAt.taiNs());
            case Measurement.PositionReport report -> new Reports(shop, working).position(report, arrivedAt.taiNs());
            case Measurement.TransponderReport report -> new Reports(shop, working).transponder(report);
            case Measurement.SystemTrack track -> new Systems(working).report(track);
            case Measurement.SensorPose pose -> radars.pose(pose, arrivedAt.taiNs());
            case Measurement.Bearing bearing -> new Bearings(shop, working).take(bearing, arrivedAt.taiNs());
            case Measurement.Sight _, Measurement.Presence _, Measurement.UasReport _ -> {}
            case Measurement.StatusReport _, Measurement.FeedStatus _ -> {}
        }
    }

    private TrackStep passed(Working working, long ns) {
        Radars radars = new Radars(shop, working);
        radars.pass(ns);
        radars.work(ns);
        Reports.grow(working);
        new Ageing(shop, working, ns).work();
        return working.done();
    }

    // Looks are by a sensor's index, which may have changed; what stands on one plot is dropped with the other
    // plots.
    private static TrackStep known(TrackState state, List<SensorSite> sites) {
        LongMap.Draft<TrackFile> files = state.files().draft();
        state.files().forEachValue(file -> {
            if (file.seed().isPresent()) {
                files.remove(file.id());
            } else {
                files.put(file.id(), file.withoutLooks());
            }
        });
        return new TrackStep(state.withSites(sites, files.map()), List.of());
    }

    private static TrackStep judged(TrackState state, TrackInput.Judged judged) {
        long id = judged.track().number();
        TrackFile file = state.files().get(id);
        if (file != null) {
            TrackFile changed = file.claiming(file.claims().judged(judged.kinds(), judged.affiliation()));
            return new TrackStep(
                    state.withFiles(state.files().with(id, changed), state.index(), state.nextId()), List.of());
        }
        return new TrackStep(Systems.judged(state, new TrackId(id), judged), List.of());
    }
}
