package vedette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vedette.canon.Canon;
import vedette.canon.Read;
import vedette.core.engine.Engine;
import vedette.edge.Channel;
import vedette.edge.Emission;
import vedette.edge.send.Doors;
import vedette.format.cap.CapIssue;
import vedette.format.cap.CapProfile;
import vedette.format.cap.CapWriter;
import vedette.format.lines.TimeForm;
import vedette.format.lines.WarningLines;
import vedette.model.Bulletin;
import vedette.model.Cleared;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.NodeId;
import vedette.model.Origin;
import vedette.model.Output;
import vedette.model.Releasability;
import vedette.model.SharedNotice;
import vedette.model.TestMessage;
import vedette.model.Warning;

/// The exercise wall: random warnings of all domains against every door. None crosses, none goes unmarked, also where a
/// header is lost on the way.
class WallTest {
    private static final Moment START = new Moment(2_000_000_000_000_000_000L);
    private static final TimeForm TIMES = new TimeForm.Calendar(LeapSeconds.standard());
    private static final CapWriter CAP =
            new CapWriter(new CapProfile("vedette.invalid", "Vedette", LeapSeconds.standard()));
    private static final Canon<Output> OUTPUTS = Canon.of(Output.class);
    private static final List<Domain> OUTSIDE = List.of(Domain.LIVE, Domain.EXERCISE, Domain.TEST);

    @Test
    void aThousandOfEachMeetEveryDoor() {
        runs(4_000);
    }

    @Test
    @Tag("long")
    void aHundredThousandMeetEveryDoor() {
        runs(100_000);
    }

    private static void runs(int count) {
        Recorder<Cleared.Live> live = new Recorder<>();
        Recorder<Cleared.Exercise> exercise = new Recorder<>();
        Recorder<Cleared.Trial> trial = new Recorder<>();
        Doors<Cleared.Live> liveDoors = new Doors<>(Cleared.Live.class, List.of(live), _ -> {});
        Doors<Cleared.Exercise> exerciseDoors = new Doors<>(Cleared.Exercise.class, List.of(exercise), _ -> {});
        Doors<Cleared.Trial> trialDoors = new Doors<>(Cleared.Trial.class, List.of(trial), _ -> {});
        int simulated = 0;
        for (int i = 0; i < count; i++) {
            Warning warning = RandomWarnings.warning(7, i);
            if (warning.domain() == Domain.SIMULATION) {
                simulated++;
                hasNoPublicForm(warning);
                continue;
            }
            Cleared cleared = recordedAndReplayed(Cleared.of(RandomWarnings.bulletin(warning)));
            hasOneType(cleared);
            Emission emission = new Emission(warning.at(), i, 0, new Output.Published(cleared, List.of("somebody")));
            liveDoors.send(emission);
            exerciseDoors.send(emission);
            trialDoors.send(emission);
            isMarked(cleared.bulletin());
        }
        int outside = count - simulated;
        assertEquals(outside, live.taken.size() + exercise.taken.size() + trial.taken.size());
        isAll(live.taken, Domain.LIVE);
        isAll(exercise.taken, Domain.EXERCISE);
        isAll(trial.taken, Domain.TEST);
        assertEquals(2L * outside, liveDoors.heldBack() + exerciseDoors.heldBack() + trialDoors.heldBack());
        assertTrue(simulated > count / 10, simulated + " simulated");
    }

    private static void isAll(List<? extends Cleared> taken, Domain domain) {
        assertTrue(taken.size() > 100, taken.size() + " of " + domain);
        assertTrue(taken.stream().allMatch(each -> each.bulletin().warning().domain() == domain));
    }

    private static void hasNoPublicForm(Warning warning) {
        assertThrows(IllegalArgumentException.class, () -> RandomWarnings.bulletin(warning));
        assertTrue(CAP.write(warning, List.of()) instanceof CapWriter.NoForm);
    }

    private static Cleared recordedAndReplayed(Cleared cleared) {
        byte[] bytes = OUTPUTS.bytes(new Output.Published(cleared, List.of("somebody")));
        return switch (OUTPUTS.read(bytes, 0, bytes.length)) {
            case Read.Value<Output>(Output.Published(Cleared back, var _)) -> {
                assertEquals(cleared, back);
                yield back;
            }
            case Read.Value<Output> other -> throw new AssertionError(other);
            case Read.Damaged<Output> damaged -> throw new AssertionError(damaged);
        };
    }

    private static void hasOneType(Cleared cleared) {
        Bulletin bulletin = cleared.bulletin();
        int types = 0;
        for (Domain domain : OUTSIDE) {
            try {
                types += of(domain, bulletin).getClass() == cleared.getClass() ? 1 : 0;
            } catch (IllegalArgumentException otherDomain) {
                assertTrue(bulletin.warning().domain() != domain);
            }
        }
        assertEquals(1, types);
    }

    private static Cleared of(Domain domain, Bulletin bulletin) {
        return switch (domain) {
            case LIVE -> new Cleared.Live(bulletin);
            case EXERCISE -> new Cleared.Exercise(bulletin);
            case TEST -> new Cleared.Trial(bulletin);
            case SIMULATION -> throw new IllegalArgumentException("none");
        };
    }

    // Each mark is taken away in turn, as a bad gateway would: another one is left.
    private static void isMarked(Bulletin bulletin) {
        Warning warning = bulletin.warning();
        String line = WarningLines.write(warning, TIMES);
        assertTrue(line.contains("\"domain\": \"" + warning.domain() + "\""), line);
        Optional<String> authority = Optional.of("two persons");
        CapIssue issue = new CapIssue(warning, 1, warning.at(), authority);
        if (!(CAP.write(issue, List.of()) instanceof CapWriter.Message(String xml, var _))) {
            assertTrue(warning.stage().ended());
            return;
        }
        boolean live = warning.domain() == Domain.LIVE;
        String status = live ? "Actual" : warning.domain() == Domain.EXERCISE ? "Exercise" : "Test";
        assertTrue(xml.contains("<status>" + status + "</status>"), xml);
        String lost = xml.replaceAll("<status>[A-Za-z]*</status>", "").replaceAll("<note>.*?</note>", "");
        assertEquals(warning.domain() == Domain.EXERCISE, lost.contains("<headline>EXERCISE EXERCISE"), lost);
        assertEquals(warning.domain() == Domain.TEST, lost.contains("<headline>TEST TEST"), lost);
    }

    @Test
    void anEngineRefusesEventsOfAnotherDomain() {
        for (Domain own : Domain.values()) {
            for (Domain other : Domain.values()) {
                Engine engine = Engine.starting(own);
                List<Output> said = engine.step(new Event.Tick(new Event.Stamp(1, START, other)));

                boolean refused = said.stream().anyMatch(o -> o instanceof Output.Refused);
                assertEquals(own != other, refused, own + " and " + other);
            }
        }
    }

    @Test
    void anEngineTakesNoItemOfAnotherDomainWhateverTheLinkSaysOfItself() {
        for (Domain own : Domain.values()) {
            for (Domain other : Domain.values()) {
                Engine engine = Engine.starting(own);
                SharedNotice item = new SharedNotice(
                        new Origin(
                                new NodeId("B"),
                                "N-1",
                                1,
                                other,
                                START,
                                START.plusS(60),
                                Releasability.OPEN,
                                List.of()),
                        false,
                        "a launch",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
                List<Output> said = engine.step(new Event.Received(new Event.Stamp(1, START, own), "B", 1, item));

                boolean shown = said.stream().anyMatch(o -> o instanceof Output.NeighbourChanged);
                assertEquals(own == other, shown, own + " and " + other);
            }
        }
    }

    private static final class Recorder<C extends Cleared> implements Channel<C> {
        private final List<C> taken = new ArrayList<>();

        @Override
        public String name() {
            return "somebody";
        }

        @Override
        public void publish(C cleared) {
            taken.add(cleared);
        }

        @Override
        public void attempt(TestMessage message) {}

        @Override
        public void close() {}
    }
}
