package vedette.core.warn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import vedette.core.warn.WarningWorld.Flown;
import vedette.math.Draws;
import vedette.model.Affiliation;
import vedette.model.Altitude;
import vedette.model.Domain;
import vedette.model.Emergency;
import vedette.model.Kinds;
import vedette.model.LocalFrame;
import vedette.model.Moment;
import vedette.model.ObjectKind;
import vedette.model.Order;
import vedette.model.Releasability;
import vedette.model.SensorId;
import vedette.model.Track;
import vedette.model.TrackId;
import vedette.model.Warning;
import vedette.model.WarningId;
import vedette.model.ZoneId;

/// Laws that hold whatever happens: a few objects that wander, change, vanish and come back.
class WarnLawsTest {
    private static final int SECONDS = 240;
    private static final LocalFrame FRAME = LocalFrame.at(WarningWorld.RIGA.at(0));

    private static WarningWorld wandering(long seed, Domain domain) {
        WarningWorld world = new WarningWorld(domain).protects(WarningWorld.circle(1000));
        Draws draws = Draws.of(seed, 0, "wandering");
        double[] x = new double[4];
        double[] v = new double[4];
        boolean[] there = new boolean[4];
        long[] number = new long[4];
        long numbers = 0;
        for (int second = 0; second < SECONDS; second++) {
            for (int i = 0; i < x.length; i++) {
                if (!there[i] && draws.uniform() < 0.1) {
                    there[i] = true;
                    number[i] = ++numbers;
                    x[i] = draws.uniform(-3000, 3000);
                    v[i] = draws.uniform(-40, 40);
                }
                v[i] += 3 * draws.gaussian();
                x[i] += v[i];
                if (there[i] && world.has(number[i]) && draws.uniform() < 0.01) {
                    world.loses(number[i], "gone");
                    there[i] = false;
                } else if (there[i]) {
                    world.sees(track(number[i], x[i], v[i], world.now(), draws));
                }
            }
            if (draws.uniform() < 0.02) {
                world.orders(new Order.Inhibit(
                        new TrackId(number[draws.below(4)]),
                        new ZoneId("PORT"),
                        world.now().plusS(20)));
            }
            if (draws.uniform() < 0.01) {
                world.protects().protects(WarningWorld.circle(draws.uniform(500, 1500)));
            }
            world.passes(1);
        }
        return world;
    }

    private static Track track(long number, double eastM, double eastMps, Moment now, Draws draws) {
        double t = now.secondsSince(WarningWorld.START);
        ObjectKind kind = draws.uniform() < 0.9 ? ObjectKind.DRONE : ObjectKind.BIRD;
        Track track = new Flown(
                        number,
                        eastM - eastMps * t,
                        0,
                        eastMps,
                        0,
                        Kinds.certain(kind),
                        Altitude.UNKNOWN,
                        List.of(new SensorId("radar")),
                        draws.uniform() < 0.05 ? Emergency.GENERAL : Emergency.NONE,
                        draws.uniform() < 0.05 ? Affiliation.FRIEND : Affiliation.UNKNOWN)
                .at(now, FRAME);
        Releasability to = draws.uniform() < 0.5 ? Releasability.OPEN : Releasability.only("police", "army");
        return new Track(
                track.id(),
                track.stage(),
                track.kinematics(),
                track.altitude(),
                track.identity(),
                track.kinds(),
                track.affiliation(),
                track.existence(),
                track.sources(),
                track.reportedNumber(),
                track.startedAt(),
                track.lastPlotAt(),
                to);
    }

    @Property(tries = 40)
    void everyWarningHasOneStoryThatEndsOnce(@ForAll long seed) {
        WarningWorld world = wandering(seed, Domain.EXERCISE);
        world.losesAll("the end");
        world.passes(5);

        Map<WarningId, Warning> latest = new HashMap<>();
        for (Warning warning : world.warnings()) {
            Warning before = latest.put(warning.id(), warning);
            assertEquals(before == null ? 1 : before.revision() + 1, warning.revision(), warning.toString());
            boolean first = before == null || before.stage() == Warning.Stage.PREALERT;
            boolean prealert = warning.stage() == Warning.Stage.PREALERT;
            assertTrue(first || !prealert, () -> "less than it was: " + warning);
            assertTrue(before != null || prealert || warning.stage() == Warning.Stage.ISSUED, warning.toString());
            assertTrue(first || warning.stage() != Warning.Stage.ISSUED, () -> "issued again: " + warning);
            assertFalse(before != null && before.stage().ended(), () -> "revised after its end: " + warning);
        }
        latest.values().forEach(last -> assertTrue(last.stage().ended(), () -> "never ended: " + last));
        assertEquals(0, world.warnState().open());
        assertTrue(world.warnState().tracks().isEmpty());
    }

    @Property(tries = 40)
    void oneObjectAndZoneHaveOneWarningAtATime(@ForAll long seed) {
        Set<String> open = new HashSet<>();
        for (Warning warning : wandering(seed, Domain.TEST).warnings()) {
            String about = warning.kind() + " " + warning.tracks() + " " + warning.zones();
            if (warning.revision() == 1) {
                assertTrue(open.add(about), about + " twice at a time");
            }
            if (warning.stage().ended()) {
                open.remove(about);
            }
        }
    }

    @Property(tries = 40)
    void whoMaySeeAWarningNeverWidens(@ForAll long seed) {
        Map<WarningId, Releasability> seen = new HashMap<>();
        for (Warning warning : wandering(seed, Domain.LIVE).warnings()) {
            Releasability before = seen.put(warning.id(), warning.releasability());
            assertTrue(
                    before == null || before.meet(warning.releasability()).equals(warning.releasability()),
                    () -> before + " became " + warning.releasability());
        }
    }

    @Property(tries = 10)
    void theSameEventsMakeTheSameWarnings(@ForAll long seed) {
        assertEquals(
                wandering(seed, Domain.EXERCISE).said(),
                wandering(seed, Domain.EXERCISE).said());
    }
}
