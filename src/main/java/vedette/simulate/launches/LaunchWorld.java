package vedette.simulate.launches;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import vedette.math.Draws;
import vedette.math.Exact;
import vedette.model.Configuration;
import vedette.model.Geodetic;
import vedette.model.InfraredSatellite;
import vedette.model.LatLon;
import vedette.model.LaunchNotice;
import vedette.model.Moment;
import vedette.model.SensorId;
import vedette.model.WarningRadar;
import vedette.model.Wgs84;

/// A world: what truly flies in it, and who looks.
///
/// @param flown what there is
/// @param satellites infrared satellites
/// @param radars warning radars
/// @param cloudsM height of the cloud deck, metres
/// @param seed what the sensors' errors are drawn from
public record LaunchWorld(
        List<Flown> flown, List<Satellite> satellites, List<WarningRadar> radars, double cloudsM, long seed) {
    private static final double MICRO = 1e-6;
    private static final double ASCENT_S = 150;
    private static final double USUAL_REVISIT_S = 10;
    private static final double METEOR_REVISIT_S = 2;

    private static final RadarType FAR = new RadarType(
            2,
            new WarningRadar.Noise(30, Math.toRadians(0.06), 5),
            new WarningRadar.Bias(10, Math.toRadians(0.02)),
            4e6,
            0.95);
    private static final RadarType NEAR = new RadarType(
            1,
            new WarningRadar.Noise(20, Math.toRadians(0.12), 0),
            new WarningRadar.Bias(10, Math.toRadians(0.03)),
            0.9e6,
            0.93);

    /// Copies the lists.
    public LaunchWorld {
        flown = List.copyOf(flown);
        satellites = List.copyOf(satellites);
        radars = List.copyOf(radars);
    }

    /// A satellite and its way.
    ///
    /// @param known what the watch is told of it
    /// @param vantage where it is
    public record Satellite(InfraredSatellite known, Vantage vantage) {}

    /// What a world is about.
    public enum Story {
        /// One stage, some hundred kilometres.
        SHORT,
        /// One long stage.
        MEDIUM,
        /// Two stages.
        LONG,
        /// Three stages.
        LONGEST,
        /// Two stages that lift off as slowly and burn as long as those of a space launcher.
        SLOW,
        /// Eight missiles of one long stage within a minute from three sites.
        SALVO,
        /// Two stages, then a glide.
        GLIDE,
        /// One long stage, and a pull upwards in the air.
        PULL_UP,
        /// One long stage, and it breaks in the air.
        BREAK_UP,
        /// A space launch.
        SPACE,
        /// A sounding rocket.
        SOUNDING,
        /// A satellite passes.
        SATELLITE,
        /// A meteor.
        METEOR,
        /// A satellite comes down.
        DECAY,
        /// Fires and glints.
        CLUTTER
    }

    /// A world of a kind.
    ///
    /// @param story what it is about
    /// @param seed the same seed gives the same world, to the bit
    public static LaunchWorld of(Story story, long seed) {
        Draws draws = Draws.of(seed, 0, "launches " + story.name());
        List<Flown> flown = switch (story) {
            case SHORT -> missile(0, Missiles.Manner.BALLISTIC, draws);
            case MEDIUM -> missile(1, Missiles.Manner.BALLISTIC, draws);
            case LONG -> missile(2, Missiles.Manner.BALLISTIC, draws);
            case LONGEST -> missile(3, Missiles.Manner.BALLISTIC, draws);
            case SLOW -> missile(4, Missiles.Manner.BALLISTIC, draws);
            case SALVO -> salvo(1, 8, draws);
            case GLIDE -> missile(2, Missiles.Manner.GLIDE, draws);
            case PULL_UP -> missile(1, Missiles.Manner.PULL_UP, draws);
            case BREAK_UP -> missile(1, Missiles.Manner.BREAK_UP, draws);
            case SPACE -> Launchers.space(draws);
            case SOUNDING -> List.of(Launchers.sounding(draws));
            case SATELLITE -> List.of(Visitors.satellite(draws));
            case METEOR -> List.of(Visitors.meteor(draws));
            case DECAY -> List.of(Visitors.decay(draws));
            case CLUTTER -> Visitors.clutter(draws);
        };
        double revisitS = story == Story.METEOR ? METEOR_REVISIT_S : USUAL_REVISIT_S;
        LatLon under = under(story, flown.getFirst());
        return new LaunchWorld(
                flown,
                satellites(under, revisitS, draws),
                radars(story, flown.getFirst(), draws),
                draws.uniform(6e3, 12e3),
                seed);
    }

    /// A raid of the size's missiles within a minute, from three sites.
    ///
    /// @param size 0 the shortest to 3 the longest
    /// @param count how many
    /// @param seed the same seed gives the same world
    public static LaunchWorld raid(int size, int count, long seed) {
        Draws draws = Draws.of(seed, 100 + size, "raid");
        List<Flown> flown = salvo(size, count, draws);
        LatLon under = under(Story.SALVO, flown.getFirst());
        List<Satellite> satellites = satellites(under, USUAL_REVISIT_S, draws);
        return new LaunchWorld(
                flown, satellites, radars(Story.SALVO, flown.getFirst(), draws), draws.uniform(6e3, 12e3), seed);
    }

    /// What the watch is told of the sensors.
    public Configuration.WatchSensors told() {
        return new Configuration.WatchSensors(
                satellites.stream().map(Satellite::known).toList(), radars);
    }

    /// What was told beforehand: of sounding rockets always, of every other space launch.
    ///
    /// @param start the moment of the world's second 0
    public List<LaunchNotice> notices(Moment start) {
        List<LaunchNotice> notices = new ArrayList<>();
        for (Flown each : flown) {
            LatLon from = each.launch().orElse(new LatLon(0, 0));
            switch (each.nature()) {
                case SOUNDING_ROCKET ->
                    notices.add(notice("sounding rocket", from, start, OptionalDouble.empty(), OptionalDouble.of(3e5)));
                case SPACE_LAUNCHER -> {
                    LatLon ahead = place(each, each.path().fromS() + ASCENT_S);
                    OptionalDouble azimuth = OptionalDouble.of(Wgs84.bearingRad(from, ahead));
                    if (seed % 2 == 0) {
                        notices.add(notice("space launch", from, start, azimuth, OptionalDouble.empty()));
                    }
                }
                case MISSILE, STAGE, SATELLITE, METEOR, DECAY, HOT_SPOT, GLINT -> {
                    // Nobody tells of them.
                }
            }
        }
        return notices;
    }

    private static LaunchNotice notice(
            String kind, LatLon place, Moment start, OptionalDouble azimuthRad, OptionalDouble hazardM) {
        return new LaunchNotice(kind, place, start.plusS(-1800), start.plusS(7200), azimuthRad, hazardM);
    }

    private static List<Flown> missile(int size, Missiles.Manner manner, Draws draws) {
        return Missiles.flown("missile", Missiles.plan(size, draws), manner, draws);
    }

    private static List<Flown> salvo(int size, int count, Draws draws) {
        Missiles.Plan plan = Missiles.plan(size, draws);
        List<Flown> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Missiles.Plan own = Missiles.beside(plan, i % 3, draws);
            all.addAll(Missiles.flown("missile" + (i + 1), own, Missiles.Manner.BALLISTIC, draws));
        }
        return all;
    }

    private static LatLon place(Flown flown, double timeS) {
        return Path.place(flown.path().at(timeS)).geodetic().latLon();
    }

    // What comes down is watched where it does, all else where it begins.
    private static LatLon under(Story story, Flown first) {
        return place(
                first, story == Story.DECAY ? first.path().toS() : first.path().fromS());
    }

    private static List<Satellite> satellites(LatLon under, double revisitS, Draws draws) {
        double west = under.lonRad() - Math.toRadians(draws.uniform(15, 45));
        double east = under.lonRad() + Math.toRadians(draws.uniform(15, 45));
        double since = draws.uniform(-3000, 3000);
        Vantage second = under.latDeg() > 25 ? new Vantage.High(east, since) : new Vantage.Still(east);
        return List.of(
                new Satellite(satellite("IR1", revisitS), new Vantage.Still(west)),
                new Satellite(satellite("IR2", Math.min(revisitS, USUAL_REVISIT_S / 2)), second));
    }

    private static InfraredSatellite satellite(String name, double revisitS) {
        return new InfraredSatellite(new SensorId(name), revisitS, 30 * MICRO, 10 * MICRO, 0.97);
    }

    private static List<WarningRadar> radars(Story story, Flown first, Draws draws) {
        LatLon begin = place(first, first.path().fromS());
        LatLon end = place(first, first.path().toS());
        double side = draws.uniform(-1, 1);
        return switch (story) {
            case SHORT, MEDIUM, LONG, LONGEST, SLOW, SALVO, GLIDE, PULL_UP, BREAK_UP -> threatened(begin, end, draws);
            case SPACE -> alongLaunch(first, begin);
            case SOUNDING -> List.of(FAR.at("RADAR1", Ground.from(begin, draws.uniform(0, Exact.TWO_PI), 600e3)));
            case SATELLITE -> {
                LatLon under = place(first, first.path().toS() / 2);
                yield List.of(FAR.at("RADAR1", Ground.from(under, Exact.TWO_PI * side, 500e3)));
            }
            case METEOR, DECAY, CLUTTER -> List.of(FAR.at("RADAR1", Ground.from(end, Exact.TWO_PI * side, 500e3)));
        };
    }

    // A far radar before the end of the way, a near one nearer to it.
    private static List<WarningRadar> threatened(LatLon begin, LatLon end, Draws draws) {
        double rangeM = Wgs84.sphereDistanceM(begin, end);
        double back = Wgs84.bearingRad(end, begin);
        LatLon first = Ground.from(end, back, Math.min(0.35 * rangeM, 900e3));
        LatLon second = Ground.from(end, back, Math.min(0.12 * rangeM, 120e3));
        double aside = draws.uniform(-0.25, 0.25) * Math.min(rangeM, 1200e3);
        double asideNear = draws.uniform(-1, 1) * Math.min(0.15 * rangeM, 120e3);
        return List.of(
                FAR.at("RADAR1", Ground.from(first, back + Math.PI / 2, aside)),
                NEAR.at("RADAR2", Ground.from(second, back - Math.PI / 2, asideNear)));
    }

    private static List<WarningRadar> alongLaunch(Flown first, LatLon begin) {
        double burnoutS = first.path().fromS() + ASCENT_S;
        double azimuth = Wgs84.bearingRad(begin, place(first, burnoutS));
        LatLon one = Ground.from(begin, azimuth, 1100e3);
        LatLon two = Ground.from(begin, azimuth, 3500e3);
        return List.of(
                FAR.at("RADAR1", Ground.from(one, azimuth + Math.PI / 2, 250e3)),
                FAR.at("RADAR3", Ground.from(two, azimuth - Math.PI / 2, 400e3)));
    }

    private record RadarType(
            double periodS, WarningRadar.Noise noise, WarningRadar.Bias bias, double maxRangeM, double detection) {
        WarningRadar at(String name, LatLon place) {
            Geodetic site = new Geodetic(place.latRad(), place.lonRad(), 100);
            double lowest = Math.toRadians(3);
            return new WarningRadar(new SensorId(name), site, periodS, noise, bias, lowest, maxRangeM, detection);
        }
    }
}
