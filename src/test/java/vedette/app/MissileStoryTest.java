package vedette.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vedette.canon.Read;
import vedette.core.engine.Engine;
import vedette.core.engine.Picture;
import vedette.edge.Emission;
import vedette.edge.Sender;
import vedette.model.Assessment;
import vedette.model.Bulletin;
import vedette.model.Cleared;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.LeapSeconds;
import vedette.model.Measurement;
import vedette.model.Missile;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.PlaceAlert;
import vedette.model.ReleaseRule;
import vedette.model.Warning;
import vedette.node.Replay;

/// The demonstration's second story as the engine tells it: from looks to the all-clear.
class MissileStoryTest {
    /// 2026-11-22 23:58:30 UTC.
    private static final Moment START = LeapSeconds.standard().moment(1_795_391_910L * 1_000_000_000L);

    /// Nothing flies against the coast before, seconds of the story.
    private static final double ATTACK_S = 80;

    private static final List<Emission> SAID = new ArrayList<>();

    @BeforeAll
    static void tellIt() {
        MissileStory story = new MissileStory();
        Replay replay = new Replay(Engine.starting(Domain.EXERCISE), List.of(listener()), 0);
        story.told(START).forEach(each -> replay.configure(each, START));
        replay.configure(released(), START);
        for (Measurement look : story.looks(START)) {
            replay.take(look, look.provenance().observedAt());
        }
        replay.pass(60);
    }

    private static Configuration released() {
        ReleaseRule rule = new ReleaseRule(
                "at once", List.of(Warning.Kind.IMPACT), Warning.Confidence.UNCONFIRMED, ReleaseRule.Way.AUTOMATIC, 0);
        return new Configuration.Releasing(List.of(rule), List.of("feed"));
    }

    private static Sender listener() {
        return new Sender() {
            @Override
            public void send(Emission emission) {
                SAID.add(emission);
            }

            @Override
            public void close() {}
        };
    }

    private static List<Warning> warnings() {
        List<Warning> all = new ArrayList<>();
        for (Emission emission : SAID) {
            switch (emission.output()) {
                case Output.WarningReleased(Warning warning) -> all.add(warning);
                case Output.WarningRevised(Warning warning) -> all.add(warning);
                case Output.WarningEnded(Warning warning) -> all.add(warning);
                default -> {}
            }
        }
        return all;
    }

    private static Map<String, List<PlaceAlert>> told() {
        Map<String, List<PlaceAlert>> told = new TreeMap<>();
        for (Emission emission : SAID) {
            if (emission.output() instanceof Output.PlacesChanged(var _, List<PlaceAlert> places)) {
                places.forEach(each -> told.computeIfAbsent(each.place(), _ -> new ArrayList<>())
                        .add(each));
            }
        }
        return told;
    }

    private static List<Missile> attackers() {
        List<Missile> all = new ArrayList<>();
        for (Emission emission : SAID) {
            if (emission.output() instanceof Output.Assessed(var _, Assessment.Flying(Missile missile))
                    && missile.verdict() == Missile.Verdict.ATTACK) {
                all.add(missile);
            }
        }
        return all;
    }

    @Test
    void theSpaceLaunchAlarmsNobody() {
        assertTrue(warnings().stream()
                .filter(warning -> warning.kind() == Warning.Kind.IMPACT)
                .allMatch(warning -> warning.at().secondsSince(START) > ATTACK_S));
        assertEquals(1, attackers().stream().map(Missile::number).distinct().count());
        assertTrue(warnings().stream()
                .anyMatch(warning -> warning.stage() == Warning.Stage.CANCELLED
                        && warning.words().why().contains("a space launch")));
    }

    @Test
    void theLaunchAgainstTheCoastGrowsSurerUnderOneName() {
        var id = warnings().stream()
                .filter(warning -> warning.kind() == Warning.Kind.IMPACT)
                .findFirst()
                .orElseThrow()
                .id();
        List<Warning> its =
                warnings().stream().filter(warning -> warning.id().equals(id)).toList();

        assertEquals(Warning.Kind.LAUNCH, its.getFirst().kind());
        assertEquals(Warning.Stage.PREALERT, its.getFirst().stage());
        assertEquals(
                List.of(Warning.Confidence.values()),
                its.stream().map(each -> each.gravity().confidence()).distinct().toList());
        assertEquals(Warning.Stage.ALL_CLEAR, its.getLast().stage());
    }

    @Test
    void itsAreaShrinks() {
        List<Missile> revisions =
                attackers().stream().filter(each -> each.impact().isPresent()).toList();
        double first = revisions.getFirst().impact().orElseThrow().whole().eastM2();
        double last = revisions.getLast().impact().orElseThrow().whole().eastM2();
        assertTrue(last < first / 100, first + " m² to " + last + " m²");
    }

    @Test
    void theTownIsWarnedTakesCoverAndGetsTheAllClearAsDoAllThatWereTold() {
        List<PlaceAlert> town = told().get("alderhaven");

        assertTrue(town.stream().anyMatch(alert -> alert.stage() == Warning.Stage.ISSUED));
        assertTrue(town.stream().anyMatch(PlaceAlert::takeCover));
        told().values()
                .forEach(alerts ->
                        assertEquals(Warning.Stage.ALL_CLEAR, alerts.getLast().stage()));
        assertFalse(told().containsKey("lantern-isle"), "150 km away");
    }

    @Test
    void everyWordOfItIsMarkedAsExercise() {
        assertTrue(warnings().stream().allMatch(warning -> warning.domain() == Domain.EXERCISE));
    }

    @Test
    void thePublicHearsWhatIsWorseAtOnceAndTheRestOnceAMinute() {
        List<Bulletin> out = new ArrayList<>();
        List<Warning> revisions = new ArrayList<>();
        for (int i = 0; i < SAID.size(); i++) {
            Emission emission = SAID.get(i);
            if (emission.output() instanceof Output.Published(Cleared cleared, var _)
                    && !out.contains(cleared.bulletin())) {
                out.add(cleared.bulletin());
            }
            if (emission.output() instanceof Output.WarningRevised(Warning known)
                    && !out.isEmpty()
                    && known.id().equals(out.getFirst().warning().id())) {
                revisions.add(known);
            }
            boolean stepEnds = i + 1 == SAID.size() || SAID.get(i + 1).seq() != emission.seq();
            if (stepEnds && !revisions.isEmpty()) {
                assertNothingWorseIsHeldBack(out.getLast().warning(), revisions.getLast());
            }
        }
        // The engine said 31 things of it in 332 s.
        assertEquals(31, revisions.size());
        assertTrue(out.size() <= 10, out.size() + " bulletins");
        assertEquals(Warning.Stage.ALL_CLEAR, out.getLast().warning().stage());
    }

    private static void assertNothingWorseIsHeldBack(Warning told, Warning known) {
        assertTrue(told.zones().containsAll(known.zones()), () -> known.zones() + " beyond " + told.zones());
        if (!told.stage().ended()) {
            assertEquals(told.words().advice(), known.words().advice());
            double earlierS =
                    told.validity().onset().secondsSince(known.validity().onset());
            double leftS = Math.max(0, known.validity().onset().secondsSince(known.at()));
            assertTrue(earlierS <= Math.max(5, 0.1 * leftS), earlierS + " s earlier, " + leftS + " s left");
            assertTrue(told.validity().expires().isAfter(known.at()));
        }
    }

    @Test
    void anEngineFromASnapshotInTheMiddleOfItSaysTheSame() {
        MissileStory story = new MissileStory();
        List<Event> events = events(story);
        Engine straight = Engine.starting(Domain.EXERCISE);
        int middle = events.size() - 500;
        events.subList(0, middle).forEach(straight::step);
        Engine resumed = Engine.from(
                switch (Engine.pictures().read(Engine.pictures().bytes(straight.picture()))) {
                    case Read.Value<Picture>(Picture picture) -> picture;
                    case Read.Damaged<Picture> damaged -> throw new AssertionError(damaged);
                });
        for (Event event : events.subList(middle, events.size())) {
            straight.step(event);
            resumed.step(event);
        }

        assertTrue(straight.picture().openWarnings() > 0);
        assertEquals(straight.picture().digest(), resumed.picture().digest());
        assertArrayEquals(
                Engine.pictures().bytes(straight.picture()), Engine.pictures().bytes(resumed.picture()));
    }

    // Up to the warning of the town and a little further: looks and ticks, by time.
    private static List<Event> events(MissileStory story) {
        List<Event> events = new ArrayList<>();
        story.told(START).forEach(each -> events.add(new Event.Configured(stamp(events, START), each)));
        Moment tick = START;
        for (Measurement look : story.looks(START)) {
            Moment at = look.provenance().observedAt();
            if (at.secondsSince(START) > UNTIL_S) {
                break;
            }
            for (; tick.isBefore(at); tick = tick.plusS(0.1)) {
                events.add(new Event.Tick(stamp(events, tick)));
            }
            events.add(new Event.Observed(stamp(events, Moment.later(at, tick.plusS(-0.1))), look));
        }
        return events;
    }

    private static final double UNTIL_S = 225;

    private static Event.Stamp stamp(List<Event> before, Moment at) {
        return new Event.Stamp(before.size() + 1L, at, Domain.EXERCISE);
    }
}
