package vedette.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import vedette.math.Exact;
import vedette.math.SymMatrix;
import vedette.model.Area;
import vedette.model.Configuration;
import vedette.model.LatLon;
import vedette.model.LaunchNotice;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Place;
import vedette.model.PlotSigma;
import vedette.model.SensorId;
import vedette.model.SensorSite;
import vedette.model.WarningRadar;
import vedette.model.Wgs84;
import vedette.simulate.launches.LaunchWorld;
import vedette.simulate.launches.Looks;

/// The demonstration's second story: a space launch that was told of, and nobody is alarmed; then a launch
/// against a coast of invented towns in the open ocean: it is seen, becomes surer, its area shrinks, towns
/// are warned, take cover, and get the all-clear. Nothing in it is real; all of it is an EXERCISE.
final class MissileStory {
    /// Worlds with a notice have even seeds; both lie in the emptiest part of the South Pacific.
    private static final long SPACE_SEED = 10;

    private static final long ATTACK_SEED = 20;

    /// The space launch has left the ground so long before the story begins: clouds hid it, seconds.
    private static final double SPACE_BEFORE_S = 110;

    /// The second launch comes so long after the story's beginning, seconds.
    private static final double ATTACK_AFTER_S = 60;

    /// After the impact the picture is left so long, for the all-clear, seconds.
    private static final double AFTERWARDS_S = 110;

    /// A notice holds for all tellings of a day, seconds.
    private static final double DAY_S = 86_400;

    private static final double SHELTER_S = 90;
    private static final double DELIVERY_S = 5;
    private static final double THRESHOLD = 0.02;
    private static final double RADIUS_M = 4_000;
    private static final double KM_M = 1_000;

    /// A town of the coast.
    ///
    /// @param name what people call it
    /// @param eastKm from where the object truly comes down
    /// @param northKm the same
    /// @param people who live there
    private record Town(String name, double eastKm, double northKm, long people) {}

    private static final List<Town> TOWNS = List.of(
            new Town("Alderhaven", 2.5, -2, 41_000),
            new Town("Bramble Point", -9, 6, 3_200),
            new Town("Cormorant Bay", 14, 11, 12_500),
            new Town("Dunmere", -21, -17, 8_100),
            new Town("Eastlight", 34, 5, 5_400),
            new Town("Far Quay", 8, -38, 2_700),
            new Town("Gullhaven", -48, 26, 19_300),
            new Town("Harrow Sound", 62, 51, 6_600),
            new Town("Inner Skerry", -75, -58, 900),
            new Town("Juniper Head", 21, 92, 1_500),
            new Town("Kestrel Landing", -120, 10, 4_800),
            new Town("Lantern Isle", 140, -60, 2_100));

    private final LaunchWorld space;
    private final LaunchWorld attack;

    /// The story as it is always told: both launches lie under the same satellites and radars.
    MissileStory() {
        LaunchWorld first = LaunchWorld.of(LaunchWorld.Story.SPACE, SPACE_SEED);
        LaunchWorld second = LaunchWorld.of(LaunchWorld.Story.MEDIUM, ATTACK_SEED);
        List<WarningRadar> radars = new ArrayList<>(second.radars());
        for (WarningRadar radar : first.radars()) {
            radars.add(named("RADAR" + (radars.size() + 1), radar));
        }
        space = new LaunchWorld(first.flown(), second.satellites(), radars, first.cloudsM(), SPACE_SEED);
        attack = new LaunchWorld(second.flown(), second.satellites(), radars, second.cloudsM(), SPACE_SEED);
    }

    private static WarningRadar named(String name, WarningRadar radar) {
        return new WarningRadar(
                new SensorId(name),
                radar.place(),
                radar.periodS(),
                radar.noise(),
                radar.bias(),
                radar.minElevationRad(),
                radar.maxRangeM(),
                radar.detection());
    }

    /// What the engine is told beforehand.
    ///
    /// @param start the moment of the first telling
    List<Configuration> told(Moment start) {
        List<LaunchNotice> notices = space.notices(start).stream()
                .map(n -> new LaunchNotice(
                        n.kind(), n.place(), n.from(), n.from().plusS(DAY_S), n.azimuthRad(), n.hazardRadiusM()))
                .toList();
        return List.of(attack.told(), new Configuration.Notices(notices), new Configuration.Places(places()));
    }

    /// The towns of the coast.
    List<Place> places() {
        LatLon middle = attack.flown().getFirst().impact().orElseThrow();
        List<Place> places = new ArrayList<>();
        for (Town town : TOWNS) {
            places.add(new Place(
                    town.name.toLowerCase(Locale.ROOT).replace(' ', '-'),
                    town.name,
                    new Area.Circle(beside(middle, town.eastKm, town.northKm), RADIUS_M),
                    town.people,
                    SHELTER_S,
                    THRESHOLD,
                    DELIVERY_S));
        }
        return places;
    }

    private static LatLon beside(LatLon middle, double eastKm, double northKm) {
        double lat = middle.latRad() + northKm * KM_M / Wgs84.MEAN_RADIUS_M;
        double lon = middle.lonRad() + eastKm * KM_M / Wgs84.MEAN_RADIUS_M / Exact.cos(middle.latRad());
        return new LatLon(lat, lon);
    }

    /// The radars, for the display.
    List<SensorSite> sites() {
        return attack.radars().stream().map(MissileStory::site).toList();
    }

    private static SensorSite site(WarningRadar radar) {
        return new SensorSite(
                radar.sensor(),
                SensorSite.Kind.FRAME,
                radar.place(),
                SymMatrix.diagonal(1, 1, 1),
                new SensorSite.Volume(0, radar.maxRangeM(), 0, Exact.TWO_PI, radar.minElevationRad(), Math.PI / 2),
                new PlotSigma(
                        radar.noise().rangeM(),
                        radar.noise().angleRad(),
                        radar.noise().angleRad(),
                        0),
                new SensorSite.Performance(radar.detection(), 1, 0),
                radar.periodS());
    }

    /// All that the sensors see in one telling, by time.
    ///
    /// @param start when it begins
    List<Measurement> looks(Moment start) {
        Moment end = start.plusS(lengthS());
        List<Measurement> all = new ArrayList<>(Looks.of(space, start.plusS(-SPACE_BEFORE_S)));
        all.addAll(Looks.of(attack, start.plusS(ATTACK_AFTER_S)));
        all.sort(Comparator.comparing(each -> each.provenance().observedAt()));
        return all.stream()
                .filter(each -> each.provenance().observedAt().isBefore(end))
                .filter(each -> each.provenance().observedAt().isAfter(start))
                .toList();
    }

    /// How long a telling takes, seconds.
    double lengthS() {
        return ATTACK_AFTER_S + attack.flown().getFirst().path().toS() + AFTERWARDS_S;
    }
}
