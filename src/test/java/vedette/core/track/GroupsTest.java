package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vedette.canon.Canon;
import vedette.core.estimate.Mixture;
import vedette.model.Altitude;
import vedette.model.Enu;
import vedette.model.Identity;
import vedette.model.Output;
import vedette.model.Provenance;
import vedette.model.SensorId;
import vedette.model.Tangent;
import vedette.model.TrackGroup;

/// Who cannot be told apart is offered as a group, and keeps its number.
class GroupsTest {
    private static final Enu EAST = new Enu(14, 0, 0);

    private static Sky radar() {
        return new Sky().staring("A", 0, 1).staring("B", 400, 1.5);
    }

    // Rows of five, 12 m apart.
    private static Sky formation(Sky sky, int drones, Enu corner, Enu velocity) {
        for (int i = 0; i < drones; i++) {
            sky.flyer(new Enu(corner.east() + i / 5 * 12, corner.north() + i % 5 * 12, corner.up()), velocity);
        }
        return sky;
    }

    private static List<Output> said(List<Sky.Arrival> arrivals, Sky sky, double endS) {
        return run(TrackState.EMPTY, arrivals, sky, endS);
    }

    private static List<Output> run(TrackState from, List<Sky.Arrival> arrivals, Sky sky, double endS) {
        Tracker tracker = new Tracker();
        TrackState state = tracker.step(from, new TrackInput.Known(sky.sites())).next();
        List<Output> outputs = new ArrayList<>();
        int next = 0;
        for (double timeS = 0; timeS < endS; timeS += 0.5) {
            while (next < arrivals.size() && arrivals.get(next).timeS() <= timeS) {
                Sky.Arrival arrival = arrivals.get(next++);
                TrackStep step =
                        tracker.step(state, new TrackInput.Seen(next, Sky.at(arrival.timeS()), arrival.measurement()));
                state = step.next();
                outputs.addAll(step.outputs());
            }
            TrackStep step = tracker.step(state, new TrackInput.Passed(1_000_000, Sky.at(timeS)));
            state = step.next();
            outputs.addAll(step.outputs());
            Canon<TrackState> canon = Canon.of(TrackState.class);
            state = timeS % 20 == 0 ? canon.read(canon.bytes(state)).orThrow() : state;
        }
        return outputs;
    }

    private static List<TrackGroup> groups(List<Output> outputs) {
        return outputs.stream()
                .filter(o -> o instanceof Output.GroupChanged)
                .map(o -> ((Output.GroupChanged) o).group())
                .toList();
    }

    // The groups of the last second.
    private static List<TrackGroup> last(List<Output> outputs) {
        List<TrackGroup> all = groups(outputs);
        return all.stream().filter(g -> g.at().equals(all.getLast().at())).toList();
    }

    private static TreeSet<Long> ids(List<TrackGroup> groups) {
        TreeSet<Long> ids = new TreeSet<>();
        groups.forEach(group -> ids.add(group.id()));
        return ids;
    }

    @Test
    void tenDronesInFormationAreOneGroup() {
        Sky sky = formation(radar(), 10, new Enu(-700, 500, 120), EAST);

        List<Output> said = said(sky.fly(0, 80, 0.9), sky, 80);

        assertEquals(1, last(said).size());
        TrackGroup group = last(said).getFirst();
        assertTrue(group.members().size() >= 8 && group.members().size() <= 12, "members " + group.members());
        assertTrue(
                group.count().least() >= 6
                        && group.count().most() >= group.members().size(),
                "" + group.count());
        assertEquals(14, group.velocityMps().east(), 2);
        assertTrue(group.spreadM() > 8 && group.spreadM() < 50, "spread " + group.spreadM());
        assertTrue(ids(groups(said)).size() <= 2, "numbers " + ids(groups(said)));
    }

    // Three tracks abreast to the east, so many metres apart, each known to 10 m; whether their plots were shared.
    private static List<List<Integer>> together(double apartM, boolean shared, double agoS) {
        long ns = Sky.at(100).taiNs();
        List<TrackFile> files = new ArrayList<>();
        Claims claims = Claims.first(Provenance.open(new SensorId("A"), Sky.at(0)), Identity.NONE, Altitude.UNKNOWN);
        double[] frame = Tangent.at(new double[] {4_000_000, 700_000, 4_900_000});
        for (int i = 0; i < 3; i++) {
            double[] block = new double[Mixture.BLOCK];
            block[0] = 1;
            block[Mixture.MEAN] = i * apartM;
            block[Mixture.MEAN + 3] = 15;
            for (int k = 0; k < Mixture.N; k++) {
                block[Mixture.COVARIANCE + Mixture.at(k, k)] = k < 3 ? 100 : 1;
            }
            TrackFile.Estimate estimate = new TrackFile.Estimate(ns, frame, block, block);
            TrackFile.Begin begin = new TrackFile.Begin(-1, 0.9, claims);
            TrackFile.News news = new TrackFile.News(0.99, claims, 0, shared);
            files.add(TrackFile.begun(i + 1, Realm.LOW, estimate, Optional.empty(), begin)
                    .updated(estimate, -1, ns - Math.round(agoS * 1e9), news, true));
        }
        return new Company(files, ns).sets(new int[3], 3);
    }

    @Test
    void neighboursWhosePlotsAreTheirOwnAreNoGroup() {
        assertEquals(0, together(80, false, 0).size());
        assertEquals(0, together(300, false, 0).size());
    }

    @Test
    void neighboursThatSharedPlotsLatelyAreAGroup() {
        assertEquals(List.of(List.of(0, 1, 2)), together(80, true, 0));
        assertEquals(List.of(List.of(0, 1, 2)), together(80, true, 12));
        assertEquals(0, together(80, true, 20).size());
        assertEquals(0, together(300, true, 0).size());
    }

    @Test
    void tracksInOnePlaceAreAGroupWhosesoeverThePlots() {
        assertEquals(1, together(20, false, 0).size());
    }

    @Test
    void dronesThatARadarTellsApartAreNotOffered() {
        Sky sky = radar();
        for (int i = 0; i < 4; i++) {
            sky.flyer(new Enu(-400, 300 + 100 * i, 120), EAST);
        }

        assertEquals(List.of(), groups(said(sky.fly(0, 50, 0.9), sky, 50)));
    }

    @Test
    void twoGroupsThatCrossStayTwo() {
        Sky sky = formation(radar(), 6, new Enu(-600, 500, 120), EAST);
        formation(sky, 6, new Enu(-40, 1060, 150), new Enu(0, -14, 0));

        List<Output> said = said(sky.fly(0, 60, 0.9), sky, 60);

        assertEquals(2, last(said).size(), "" + last(said));
        for (TrackGroup group : last(said)) {
            boolean east = group.velocityMps().east() > 7;
            assertEquals(east ? 14 : 0, group.velocityMps().east(), 3);
            assertEquals(east ? 0 : -14, group.velocityMps().north(), 3);
        }
    }

    @Test
    void aGroupThatSplitsIsTwoAndTheLargerKeepsTheNumber() {
        Sky together = formation(radar(), 10, new Enu(-600, 500, 120), EAST);
        List<Sky.Arrival> arrivals = new ArrayList<>(together.fly(0, 40, 0.9));
        // At 40 s six go on and four turn away, 14 m/s apart.
        Sky apart = radar();
        for (int i = 0; i < 10; i++) {
            Enu velocity = i < 6 ? EAST : new Enu(14, -12, 0);
            double north = 500 + i % 5 * 12 - 40 * velocity.north();
            apart.flyer(new Enu(-600 + i / 5 * 12, north, 120), velocity);
        }
        arrivals.addAll(apart.fly(40, 90, 0.9));

        List<Output> said = said(arrivals, together, 90);

        List<TrackGroup> before =
                groups(said).stream().filter(g -> g.at().isBefore(Sky.at(39))).toList();
        List<TrackGroup> after = last(said);
        assertEquals(2, after.size(), "" + after);
        TrackGroup larger =
                after.get(0).members().size() >= after.get(1).members().size() ? after.get(0) : after.get(1);
        assertEquals(before.getLast().id(), larger.id());
    }

    @Test
    void singleObjectsAreNoGroup() {
        Sky sky = radar();
        for (int i = 0; i < 8; i++) {
            sky.flyer(new Enu(-900 + 220 * i, 500 + 150 * (i % 3), 100), new Enu(i % 2 == 0 ? 14 : -12, 3 * i, 0));
        }
        // Two that fly together are a pair, not a group.
        sky.flyer(new Enu(-900, -600, 100), EAST).flyer(new Enu(-900, -615, 100), EAST);

        assertEquals(List.of(), groups(said(sky.fly(0, 60, 0.9), sky, 60)));
    }

    @Test
    void aGroupThatIsNotSeenAnyMoreEnds() {
        Sky sky = formation(radar(), 6, new Enu(-600, 500, 120), EAST);
        List<Sky.Arrival> arrivals = new ArrayList<>(sky.fly(0, 40, 0.9));
        arrivals.addAll(sky.fly(40, 80, 0));

        List<Output> said = said(arrivals, sky, 80);

        long ended = said.stream().filter(o -> o instanceof Output.GroupEnded).count();
        assertEquals(ids(groups(said)).size(), ended);
    }
}
