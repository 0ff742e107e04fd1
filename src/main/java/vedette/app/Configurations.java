package vedette.app;

import java.util.ArrayList;
import java.util.List;
import vedette.edge.share.Sharing;
import vedette.model.Configuration;
import vedette.model.LeapSeconds;
import vedette.model.Place;
import vedette.model.SensorId;
import vedette.model.Zone;

/// What an engine is told beforehand, from the settings.
final class Configurations {
    /// How old a feed's word on itself may be: it comes once a second.
    private static final double LATE_S = 5;

    private Configurations() {}

    /// All of it, in the order it is taken.
    static List<Configuration> of(Settings settings, List<Zone> zones, List<Place> places) {
        List<Configuration> all = new ArrayList<>();
        all.add(new Configuration.Leaps(LeapSeconds.standard()));
        all.add(new Configuration.Sensors(settings.sensors()));
        all.add(new Configuration.Feeds(expected(settings)));
        all.addAll(settings.sensing().roster().told());
        settings.qnhHpa().ifPresent(qnh -> all.add(new Configuration.Pressure(qnh)));
        all.add(new Configuration.Zones(zones));
        if (!settings.authorised().isEmpty()) {
            all.add(new Configuration.Flights(ZoneFiles.authorised(settings)));
        }
        all.add(ReleaseSetting.told(settings));
        settings.sharing().ifPresent(sharing -> all.add(sharing.told()));
        all.addAll(MissileFiles.of(settings.missile(), toWarn(settings, zones, places)));
        return all;
    }

    // Raids are told by places: where nobody names any, who lives in a protected zone is warned.
    private static List<Place> toWarn(Settings settings, List<Zone> zones, List<Place> places) {
        boolean listens = !settings.sensing().roster().nodes().isEmpty();
        return listens && places.isEmpty() ? RaidNet.places(zones) : places;
    }

    // A link to a peer speaks each second, as its heartbeats do.
    private static List<Configuration.Expectation> expected(Settings settings) {
        List<Configuration.Expectation> all = new ArrayList<>();
        settings.feeds()
                .forEach(feed -> all.add(new Configuration.Expectation(
                        new SensorId(feed.name()), feed.periodS(), Math.max(LATE_S, feed.periodS()))));
        settings.sharing()
                .ifPresent(sharing -> sharing.peers()
                        .forEach(peer -> all.add(new Configuration.Expectation(Sharing.feed(peer.node()), 1, LATE_S))));
        return all;
    }
}
