package vedette.core.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vedette.math.Draws;
import vedette.math.Exact;
import vedette.math.LongMap;
import vedette.math.SymMatrix;
import vedette.model.Affiliation;
import vedette.model.Altitude;
import vedette.model.Area;
import vedette.model.Assessment;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.Enu;
import vedette.model.Event;
import vedette.model.HeightLimit;
import vedette.model.Identity;
import vedette.model.Kinds;
import vedette.model.Kinematics;
import vedette.model.LatLon;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.Releasability;
import vedette.model.SensorId;
import vedette.model.Track;
import vedette.model.TrackId;
import vedette.model.WarningId;
import vedette.model.Zone;
import vedette.model.ZoneId;

/// The search for zones against asking every one of them.
class ZoneTreeTest {
    private static final Moment START = new Moment(1_800_000_000_000_000_000L);

    /// Where worlds are made: ordinary land, both sides of the antimeridian, both poles, the equator.
    private static final List<LatLon> PLACES = List.of(
            LatLon.ofDegrees(53, 15),
            LatLon.ofDegrees(-17, 179.99),
            LatLon.ofDegrees(66, -179.98),
            LatLon.ofDegrees(89.97, 40),
            LatLon.ofDegrees(-89.99, -100),
            LatLon.ofDegrees(0, 0));

    private record World(LatLon middle, double spreadM, Draws draws) {
        static World of(int seed) {
            Draws draws = Draws.of(seed, 0, "zone worlds");
            double spreadM = Exact.pow(10, draws.uniform(3.5, 6));
            return new World(PLACES.get(seed % PLACES.size()), spreadM, draws);
        }

        LatLon somewhere() {
            double bearing = draws.uniform(0, 2 * Math.PI);
            return there(middle, bearing, spreadM * Math.sqrt(draws.uniform(0, 1)));
        }

        static LatLon there(LatLon from, double bearing, double distanceM) {
            double angle = distanceM / 6_371_000;
            double lat = Exact.asin(Exact.sin(from.latRad()) * Exact.cos(angle)
                    + Exact.cos(from.latRad()) * Exact.sin(angle) * Exact.cos(bearing));
            double lon = from.lonRad()
                    + Exact.atan2(
                            Exact.sin(bearing) * Exact.sin(angle) * Exact.cos(from.latRad()),
                            Exact.cos(angle) - Exact.sin(from.latRad()) * Exact.sin(lat));
            return new LatLon(lat, Exact.halfTurn(lon));
        }

        Area piece() {
            LatLon centre = somewhere();
            // A few are as wide as the world.
            double radiusM = draws.uniform(0, 1) < 0.05 ? spreadM : Exact.pow(10, draws.uniform(1, 4));
            if (draws.uniform(0, 1) < 0.3) {
                return new Area.Circle(centre, radiusM);
            }
            List<LatLon> ring = new ArrayList<>();
            int corners = 3 + (int) draws.uniform(0, 12);
            for (int i = 0; i < corners; i++) {
                ring.add(there(centre, 2 * Math.PI * i / corners, radiusM * draws.uniform(0.3, 1)));
            }
            return new Area.Polygon(ring, List.of());
        }

        Area area() {
            return draws.uniform(0, 1) < 0.1 ? new Area.Union(List.of(piece(), piece())) : piece();
        }

        Zone zone(int number) {
            List<Zone.Interval> active = new ArrayList<>();
            if (draws.uniform(0, 1) < 0.4) {
                double fromS = draws.uniform(-5, 8);
                active.add(new Zone.Interval(START.plusS(fromS), START.plusS(fromS + draws.uniform(0.5, 6))));
            }
            Optional<HeightLimit> ceiling = draws.uniform(0, 1) < 0.5
                    ? Optional.of(new HeightLimit(draws.uniform(20, 300), HeightLimit.Datum.WGS84))
                    : Optional.empty();
            double aheadS = draws.uniform(0, 1) < 0.2 ? 0 : draws.uniform(1, 300);
            ZoneId id = new ZoneId("Z" + number);
            return new Zone(id, "", area(), Optional.empty(), ceiling, active, List.of(), List.of(), aheadS);
        }

        List<Zone> zones(int count) {
            List<Zone> zones = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                zones.add(zone(i));
            }
            return zones;
        }

        Track track(int number) {
            double speedMps = Exact.pow(10, draws.uniform(-1, 2.7));
            double course = draws.uniform(0, 2 * Math.PI);
            double p = Exact.pow(10, draws.uniform(0, 5));
            double v = Exact.pow(10, draws.uniform(-1, 3));
            Enu velocity = new Enu(speedMps * Exact.sin(course), speedMps * Exact.cos(course), draws.uniform(-5, 5));
            return ZoneTreeTest.track(
                    number,
                    new Kinematics(
                            START,
                            somewhere().at(draws.uniform(0, 400)),
                            velocity,
                            SymMatrix.diagonal(p, p, 25, v, v, 1)));
        }
    }

    private static Track track(int number, Kinematics kinematics) {
        return new Track(
                new TrackId(number),
                Track.Stage.CONFIRMED,
                kinematics,
                Altitude.UNKNOWN,
                Identity.NONE,
                Kinds.UNKNOWN,
                Affiliation.UNKNOWN,
                1,
                List.of(new SensorId("radar")),
                OptionalInt.empty(),
                START,
                kinematics.at(),
                Releasability.OPEN);
    }

    private static List<ZoneShape> shapes(List<Zone> zones) {
        return zones.stream().map(zone -> ZoneShape.of(zone, START)).toList();
    }

    @Property(tries = 200)
    void theTreeFindsExactlyTheZonesThatAskingEachOneFinds(@ForAll @IntRange(max = 1_000_000) int seed) {
        World world = World.of(seed);
        List<ZoneShape> shapes = shapes(world.zones(1 + seed % 300));
        ZoneTree tree = ZoneTree.of(shapes);

        for (int i = 1; i <= 20; i++) {
            Encounter encounter =
                    new Encounter(world.track(i), START, world.draws.uniform(0, 60), OptionalDouble.empty());
            List<Integer> found = new ArrayList<>();
            tree.search(encounter::reaches, found);
            List<Integer> near = found.stream()
                    .filter(place -> encounter.isNear(shapes.get(place)))
                    .sorted()
                    .toList();
            List<Integer> all = new ArrayList<>();
            for (int place = 0; place < shapes.size(); place++) {
                if (encounter.isNear(shapes.get(place))) {
                    all.add(place);
                }
            }
            assertEquals(all, near);
        }
    }

    /// An engine of the zones, by steps.
    private static final class Watch {
        private AssessState state = AssessState.empty();
        private LongMap<Track> tracks = LongMap.empty();
        private long seq;

        Watch(List<Zone> zones) {
            configure(zones, START);
        }

        List<Output> configure(List<Zone> zones, Moment at) {
            return step(new Event.Configured(stamp(at), new Configuration.Zones(zones)), List.of());
        }

        private Event.Stamp stamp(Moment at) {
            return new Event.Stamp(++seq, at, Domain.TEST);
        }

        private List<Output> step(Event event, List<Output> changes) {
            AssessStep step = Assess.step(state, event, changes, tracks);
            state = step.state();
            return step.outputs();
        }

        List<Output> updated(Track track, Moment at) {
            tracks = tracks.with(track.id().number(), track);
            return step(
                    new Event.Delivered(stamp(at), new WarningId("w"), 1, "r"),
                    List.of(new Output.TrackChanged(track)));
        }

        List<Output> tick(Moment at) {
            return step(new Event.Tick(stamp(at)), List.of());
        }
    }

    private static List<Assessment> intrusions(List<Output> outputs) {
        List<Assessment> said = new ArrayList<>();
        for (Output output : outputs) {
            if (output instanceof Output.Assessed(Moment _, Assessment.Intrusion intrusion)) {
                said.add(intrusion);
            }
        }
        said.sort(Comparator.comparing(Assessment::toString));
        return said;
    }

    private static Track later(Track track, Moment at) {
        Kinematics k = track.kinematics();
        double distanceM = k.velocityMps().horizontal() * at.secondsSince(k.at());
        double course = Exact.atan2(k.velocityMps().east(), k.velocityMps().north());
        LatLon there = World.there(k.position().latLon(), course, distanceM);
        return track(
                (int) track.id().number(),
                new Kinematics(at, there.at(k.position().heightM()), k.velocityMps(), k.covariance()));
    }

    /// Flights, schedules that begin and end, and zones that change on the way: a watch over all zones says what
    /// watches over one zone each say together.
    @Property(tries = 30)
    void aWatchOverManyZonesSaysWhatWatchesOverEachAloneSay(@ForAll @IntRange(max = 1_000_000) int seed) {
        World world = World.of(seed);
        List<Zone> zones = world.zones(40);
        Watch all = new Watch(zones);
        List<Watch> alone = zones.stream().map(zone -> new Watch(List.of(zone))).toList();
        List<Track> tracks = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            tracks.add(world.track(i));
        }
        for (int second = 1; second <= 8; second++) {
            Moment at = START.plusS(second);
            for (Track track : tracks) {
                Track now = later(track, at);
                List<Output> together = new ArrayList<>();
                alone.forEach(watch -> together.addAll(watch.updated(now, at)));
                assertEquals(intrusions(together), intrusions(all.updated(now, at)));
            }
            List<Output> together = new ArrayList<>();
            alone.forEach(watch -> together.addAll(watch.tick(at)));
            assertEquals(intrusions(together), intrusions(all.tick(at)));
        }
    }

    @Test
    void aZoneThatBeginsWhileNothingIsHeardWarnsOfWhoIsInside() {
        Area area = new Area.Circle(LatLon.ofDegrees(53, 15), 5000);
        Zone night = new Zone(
                new ZoneId("night"),
                "",
                area,
                Optional.empty(),
                Optional.empty(),
                List.of(new Zone.Interval(START.plusS(2.5), START.plusS(4.5))),
                List.of(),
                List.of(),
                0);
        Watch watch = new Watch(List.of(night));
        Kinematics standing = new Kinematics(
                START, LatLon.ofDegrees(53, 15).at(50), new Enu(0, 0, 0), SymMatrix.diagonal(9, 9, 9, 1, 1, 1));

        assertEquals(0, intrusions(watch.updated(track(1, standing), START)).size());
        assertEquals(0, intrusions(watch.tick(START.plusS(2))).size());
        assertTrue(
                intrusions(watch.tick(START.plusS(2.5))).getFirst().toString().contains("INSIDE"));
        assertTrue(
                intrusions(watch.tick(START.plusS(4.5))).getFirst().toString().contains("CLEAR"));
    }

    @Test
    void whereNoTerrainIsKnownTheWarningSaysThatHeightsAboveGroundWereNotTested() {
        Zone low = new Zone(
                new ZoneId("low"),
                "",
                new Area.Circle(LatLon.ofDegrees(53, 15), 5000),
                Optional.empty(),
                Optional.of(new HeightLimit(120, HeightLimit.Datum.AGL)),
                List.of(),
                List.of(),
                List.of(),
                0);
        Kinematics standing = new Kinematics(
                START, LatLon.ofDegrees(53, 15).at(400), new Enu(0, 0, 0), SymMatrix.diagonal(9, 9, 9, 1, 1, 1));

        String said = intrusions(new Watch(List.of(low)).updated(track(1, standing), START))
                .toString();

        assertTrue(said.contains("heightTested=false") && said.contains("no terrain is known here"), said);
    }

    @Test
    void zonesThatChangeAreSearchedAnew() {
        World world = World.of(6);
        Zone here = new Zone(
                new ZoneId("here"),
                "",
                new Area.Circle(LatLon.ofDegrees(53, 15), 5000),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                0);
        Watch watch = new Watch(world.zones(50));
        Kinematics standing = new Kinematics(
                START, LatLon.ofDegrees(53, 15).at(50), new Enu(0, 0, 0), SymMatrix.diagonal(9, 9, 9, 1, 1, 1));
        watch.updated(track(1, standing), START);

        List<Zone> more = new ArrayList<>(world.zones(50));
        more.add(here);
        assertTrue(intrusions(watch.configure(more, START.plusS(1))).toString().contains("zone=here"));
        assertTrue(intrusions(watch.configure(List.of(), START.plusS(2)))
                .toString()
                .contains("no longer protected"));
    }
}
