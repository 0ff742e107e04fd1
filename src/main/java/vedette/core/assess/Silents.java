package vedette.core.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vedette.math.LongMap;
import vedette.model.Assessment;
import vedette.model.Kinds;
import vedette.model.LatLon;
import vedette.model.Moment;
import vedette.model.ObjectKind;
import vedette.model.Output;
import vedette.model.SensorId;
import vedette.model.SensorSite;
import vedette.model.Track;
import vedette.model.Wgs84;

/// Drones that own sensors see and that tell nothing of themselves, where others around them are heard.
///
/// Who must broadcast does so once a second (ASTM F3411-22a, table 8). While at least two others within two kilometres
/// are heard, a second without a word makes it half as likely that a drone broadcasts: half of what is broadcast may
/// be lost. Not all drones must broadcast, and not everything held for a drone is one: the probability is that of the
/// kind, four fifths at most, so that nobody is warned for silence alone.
final class Silents {
    /// Objects weighed at a time.
    static final int MOST = 2_000;

    /// Others so near are heard by the same receiver, metres …
    private static final double NEAR_M = 2_000;

    /// … who were heard so lately, seconds.
    private static final double HEARD_S = 10;

    private static final int OTHERS = 2;

    /// An object is seen while its latest plot is no older, seconds.
    private static final double SEEN_S = 3;

    private static final double SURELY_DRONE = 0.9;
    private static final double PRIOR = 0.01;
    private static final double PER_SECOND = 2;
    private static final int MOST_SECONDS = 20;
    private static final double MOST_P = 0.8;
    private static final double SAID = 0.75;

    /// One that was silent for a while.
    ///
    /// @param seconds how many it should have been heard in and was not
    /// @param said whether that was said
    public record Silent(int seconds, boolean said) {}

    private final LongMap<Track> tracks;
    private final List<SensorSite> sites;
    private final Moment now;
    private final List<Output> outputs;

    Silents(LongMap<Track> tracks, List<SensorSite> sites, Moment now, List<Output> outputs) {
        this.tracks = tracks;
        this.sites = sites;
        this.now = now;
        this.outputs = outputs;
    }

    /// A second has passed.
    LongMap<Silent> second(LongMap<Silent> before, LongMap<ClaimFile> files) {
        List<LatLon> heard = heard(files);
        LongMap<Silent> after = before;
        for (long id : before.keys()) {
            @Nullable Track track = tracks.get(id);
            if (track == null || track.identity().serial().isPresent()) {
                over(before.get(id), track);
                after = after.without(id);
            }
        }
        if (heard.size() < OTHERS) {
            return after;
        }
        LongMap.Draft<Silent> draft = after.draft();
        tracks.forEachValue(track -> {
            if (isWanting(track, heard)) {
                weigh(track, draft, before.get(track.id().number()), before.size());
            }
        });
        return draft.map();
    }

    private List<LatLon> heard(LongMap<ClaimFile> files) {
        List<LatLon> places = new ArrayList<>();
        files.forEachValue(file -> file.path()
                .filter(path -> now.secondsSince(path.at()) < HEARD_S)
                .ifPresent(path -> places.add(path.latest().position())));
        return places;
    }

    // A drone that is seen, tells nothing, and flies among others that do.
    private boolean isWanting(Track track, List<LatLon> heard) {
        return track.shown()
                && track.identity().serial().isEmpty()
                && now.secondsSince(track.lastPlotAt()) < SEEN_S
                && drone(track.kinds()) >= SURELY_DRONE
                && !seers(track).isEmpty()
                && around(track.kinematics().position().latLon(), heard) >= OTHERS;
    }

    private static int around(LatLon place, List<LatLon> heard) {
        int count = 0;
        for (LatLon other : heard) {
            count += Wgs84.sphereDistanceM(place, other) < NEAR_M ? 1 : 0;
        }
        return count;
    }

    private List<SensorId> seers(Track track) {
        return track.sources().stream()
                .filter(source -> sites.stream()
                        .anyMatch(site -> site.sensor().equals(source) && site.kind() != SensorSite.Kind.REPORTS))
                .toList();
    }

    private static double drone(Kinds kinds) {
        double sum = 0;
        for (Kinds.Chance each : kinds.chances()) {
            boolean drone = each.kind() == ObjectKind.DRONE
                    || each.kind() == ObjectKind.MULTIROTOR
                    || each.kind() == ObjectKind.FIXED_WING_DRONE;
            sum += drone ? each.probability() : 0;
        }
        return sum;
    }

    private void weigh(Track track, LongMap.Draft<Silent> draft, @Nullable Silent known, int count) {
        if (known == null && count >= MOST) {
            return;
        }
        int seconds = Math.min(MOST_SECONDS, (known == null ? 0 : known.seconds) + 1);
        boolean said = known != null && known.said;
        double odds = PRIOR;
        for (int i = 0; i < seconds; i++) {
            odds *= PER_SECOND;
        }
        double probability = Math.min(MOST_P, drone(track.kinds()) * odds / (1 + odds));
        if (!said && probability >= SAID) {
            said = true;
            say(
                    track,
                    Assessment.Suspicion.SILENT,
                    probability,
                    "It is seen for " + seconds + " s and tells nothing of itself, while others around it are heard");
        }
        draft.put(track.id().number(), new Silent(seconds, said));
    }

    private void over(@Nullable Silent silent, @Nullable Track track) {
        if (silent != null && silent.said && track != null) {
            say(track, Assessment.Suspicion.NONE, 0, "It tells of itself now");
        }
    }

    private void say(Track track, Assessment.Suspicion suspicion, double probability, String why) {
        outputs.add(new Output.Assessed(
                now,
                new Assessment.Doubted(
                        Optional.of(track.id()), "track " + track.id(), suspicion, probability, seers(track), why)));
    }
}
