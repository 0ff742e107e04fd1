package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vedette.canon.ByteSink;
import vedette.canon.Canon;
import vedette.canon.Read;
import vedette.core.engine.Engine;
import vedette.core.engine.Picture;
import vedette.core.motion.EarthPull;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.MeanElements;
import vedette.model.Missile;
import vedette.model.Moment;
import vedette.simulate.launches.LaunchWorld;
import vedette.simulate.launches.LaunchWorld.Story;
import vedette.simulate.launches.Path;

/// The catalogue as element sets: a satellite is told by its set, and no set makes an attack quiet.
class CatalogueSetsTest {
    private static final long NINE_DIGITS = 799_500_123;
    private static final double DAY_S = 86_400;

    private static Chain knowing(LaunchWorld world, List<MeanElements> sets) {
        return Chain.knowing(world, new Configuration.Catalogue(List.of(), sets));
    }

    private static List<String> whys(Chain chain) {
        return chain.told().stream().map(each -> each.missile().why()).toList();
    }

    private static double firstSatelliteS(Chain chain) {
        return chain.told().stream()
                .filter(each -> each.missile().verdict() == Missile.Verdict.SATELLITE)
                .mapToDouble(Chain.Told::timeS)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /// A satellite that radars see, and when it is amid their sight.
    private record Passing(LaunchWorld world, double[] state, Moment at) {
        static Passing of(long seed) {
            LaunchWorld world = LaunchWorld.of(Story.SATELLITE, seed);
            Path path = world.flown().getFirst().path();
            double midS = (path.fromS() + path.toS()) / 2;
            return new Passing(world, path.at(midS), Chain.START.plusS(midS));
        }

        /// Its set, so old, which has it so far along its path.
        MeanElements set(long number, double ageS, double alongM) {
            double speed = Math.sqrt(state[3] * state[3] + state[4] * state[4] + state[5] * state[5]);
            return SetsFitted.of(number, state, at.plusS(-alongM / speed), ageS);
        }
    }

    // Errors along the path as they are on an average at these ages (docs/benchmarks.md).
    @ParameterizedTest
    @CsvSource({"0, 0", "0.5, 1000", "2, 3000", "8, -15000", "13.5, 30000"})
    void aSatelliteIsToldByItsElementSetHoweverItHasDrifted(double ageDays, double alongM) {
        Passing passing = Passing.of(3);
        List<MeanElements> sets =
                List.of(passing.set(NINE_DIGITS, ageDays * DAY_S, alongM), passing.set(5, ageDays * DAY_S, 400_000));

        Chain plain = Chain.watching(passing.world());
        Chain chain = knowing(passing.world(), sets);

        assertTrue(whys(chain).stream().anyMatch(why -> why.contains("number " + NINE_DIGITS)), () -> "" + whys(chain));
        assertTrue(whys(chain).stream().noneMatch(why -> why.contains("number 5 ")));
        assertTrue(firstSatelliteS(chain) <= firstSatelliteS(plain));
        assertEquals(List.of(), chain.attacks());
    }

    @ParameterizedTest
    @CsvSource({"0, 30000", "0.5, -30000", "2, 60000"})
    void aSatelliteThatIsNotWhereItsSetHasItIsNotNamed(double ageDays, double alongM) {
        Passing passing = Passing.of(3);

        Chain chain = knowing(passing.world(), List.of(passing.set(77, ageDays * DAY_S, alongM)));

        assertTrue(whys(chain).stream().noneMatch(why -> why.contains("number 77")));
        assertTrue(firstSatelliteS(chain) < Double.POSITIVE_INFINITY);
    }

    @Test
    void aSetOfMoreThanTwoWeeksIsCountedAndToldAndNotUsed() {
        Passing passing = Passing.of(3);

        Chain chain = knowing(passing.world(), List.of(passing.set(77, 15 * DAY_S, 0), passing.set(78, DAY_S, 4e5)));

        assertTrue(whys(chain).stream().noneMatch(why -> why.contains("number 7")));
        assertTrue(
                chain.refused().stream()
                        .anyMatch(each -> each.contains("1 element sets are more than 14 days off")
                                && each.contains("objects of the catalogue")),
                () -> "" + chain.refused());
    }

    @Test
    void objectsThatFlyTogetherAreToldAsOneOfThem() {
        Passing passing = Passing.of(3);
        List<MeanElements> sets =
                List.of(passing.set(31, DAY_S, 0), passing.set(32, DAY_S, 300), passing.set(33, DAY_S, -300));

        Chain chain = knowing(passing.world(), sets);

        assertTrue(
                whys(chain).stream().anyMatch(why -> why.contains("(TEST), or one of 2 more, should be")),
                () -> "" + whys(chain));
    }

    // The worst that element sets can say: that this very flight circles. Sets of fewer than 20 turns a day go through
    // the states of the longest flights only, and the index finds them; satellites that cross are there for all.
    @ParameterizedTest
    @CsvSource({"SHORT, 11, false", "LONGEST, 16, true", "LONGEST, 41, true"})
    void noElementSetSilencesAnAttack(Story story, long seed, boolean canCircle) {
        LaunchWorld world = LaunchWorld.of(story, seed);
        Path path = world.flown().getFirst().path();
        List<MeanElements> sets = new ArrayList<>();
        for (int i = 1; i < 40; i++) {
            double atS = path.fromS() + i * (path.toS() - path.fromS()) / 40;
            Moment at = Chain.START.plusS(atS);
            double[] s = path.at(atS);
            SetsFitted.through(2 * i, s, at, 0).ifPresent(sets::add);
            SetsFitted.through(2 * i + 1, circling(s), at, 0).ifPresent(sets::add);
        }

        assertTrue(sets.stream().anyMatch(each -> each.number() % 2 == 1));
        assertEquals(canCircle, sets.stream().anyMatch(each -> each.number() % 2 == 0));
        Chain plain = Chain.watching(world);
        Chain chain = knowing(world, sets);

        assertEquals(1, chain.attacks().size());
        assertEquals(plain.attacks(), chain.attacks());
        assertEquals(
                plain.told().stream().map(each -> each.missile().verdict()).toList(),
                chain.told().stream().map(each -> each.missile().verdict()).toList());
    }

    // The satellite that is there just then: the same place, level and as fast as circles need, the way it flies.
    private static double[] circling(double[] s) {
        double r = Math.sqrt(s[0] * s[0] + s[1] * s[1] + s[2] * s[2]);
        double vx = s[3] - EarthPull.SPIN_RADPS * s[1];
        double vy = s[4] + EarthPull.SPIN_RADPS * s[0];
        double up = (s[0] * vx + s[1] * vy + s[2] * s[5]) / (r * r);
        double lx = vx - up * s[0];
        double ly = vy - up * s[1];
        double lz = s[5] - up * s[2];
        double speed = Math.sqrt(EarthPull.GM / r) / Math.sqrt(lx * lx + ly * ly + lz * lz);
        return new double[] {
            s[0],
            s[1],
            s[2],
            lx * speed + EarthPull.SPIN_RADPS * s[1],
            ly * speed - EarthPull.SPIN_RADPS * s[0],
            lz * speed
        };
    }

    // What the journal holds is all that a replay needs: the sets among it.
    @Test
    void aReplayOfTheRecordedEventsIsTheSameToTheBitAlsoFromASnapshot() {
        Passing passing = Passing.of(3);
        Chain chain =
                knowing(passing.world(), List.of(passing.set(NINE_DIGITS, DAY_S, 500), passing.set(5, DAY_S, 4e5)));
        Canon<Event> canon = Canon.of(Event.class);
        Engine again = Engine.starting(Domain.TEST);
        int half = chain.events().size() / 2;

        for (int i = 0; i < chain.events().size(); i++) {
            again.step(value(canon.read(canon.bytes(chain.events().get(i)))));
            if (i == half) {
                Canon<Picture> pictures = Engine.pictures();
                again = Engine.from(value(pictures.read(pictures.bytes(again.picture()))));
            }
        }

        assertEquals(chain.digest(), again.picture().digest());
        assertNotEquals(Chain.watching(passing.world()).digest(), chain.digest());
    }

    private static <T> T value(Read<T> read) {
        return switch (read) {
            case Read.Value<T>(T value) -> value;
            case Read.Damaged<T> damaged -> throw new AssertionError(damaged.toString());
        };
    }

    // Journals of before this kind of catalogue: the component is not there, and is read as empty.
    @Test
    void aCatalogueRecordedBeforeThereWereElementSetsIsRead() {
        Canon<Event> today = Canon.of(Event.class);
        Event event = new Event.Configured(
                new Event.Stamp(7, Chain.START, Domain.TEST), new Configuration.Catalogue(List.of(), List.of()));
        ByteSink sink = new ByteSink();
        today.write(event, sink);
        byte[] bytes = sink.toBytes();
        byte[] before = new byte[bytes.length - 1];
        System.arraycopy(bytes, 0, before, 0, before.length);
        String schema = today.schemaText().replace("  elements MeanElements[]\n", "");

        assertEquals(0, bytes[bytes.length - 1]);
        assertEquals(
                event,
                assertInstanceOf(Read.Value.class, today.reading(schema).read(before))
                        .value());
    }
}
