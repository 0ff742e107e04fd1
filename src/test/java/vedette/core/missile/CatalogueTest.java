package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vedette.core.motion.Fall;
import vedette.math.Vec3;
import vedette.model.Ecef;
import vedette.model.KnownObject;
import vedette.model.Missile;
import vedette.simulate.launches.LaunchWorld;
import vedette.simulate.launches.LaunchWorld.Story;
import vedette.simulate.launches.Path;

class CatalogueTest {
    private static final long NINE_DIGITS = 799_500_123;

    // Where something was so long before a moment, by gravity alone; moved along its path by so much.
    private static KnownObject known(long number, double[] state, double atS, double earlierS, double alongM) {
        Fall fall = new Fall();
        double[] start = new double[9];
        System.arraycopy(state, 0, start, 0, 6);
        start[6] = 20;
        fall.start(atS, start, false);
        double speed = Math.sqrt(state[3] * state[3] + state[4] * state[4] + state[5] * state[5]);
        assertTrue(fall.to(atS - earlierS + alongM / speed));
        double[] s = fall.state();
        return new KnownObject(
                number,
                "TEST",
                Chain.START.plusS(atS - earlierS),
                new Ecef(s[0], s[1], s[2]),
                new Vec3(s[3], s[4], s[5]),
                200,
                0.2);
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

    @ParameterizedTest
    @ValueSource(doubles = {0, 600, 7_200, 36_000})
    void aKnownSatelliteIsToldByItsNumberAndNoLater(double earlierS) {
        LaunchWorld world = LaunchWorld.of(Story.SATELLITE, 3);
        Path path = world.flown().getFirst().path();
        double midS = (path.fromS() + path.toS()) / 2;
        List<KnownObject> objects = new ArrayList<>();
        objects.add(known(NINE_DIGITS, path.at(midS), midS, earlierS, 0));
        objects.add(known(5, path.at(midS), midS, earlierS, 400_000));

        Chain plain = Chain.watching(world);
        Chain chain = Chain.knowing(world, objects);

        assertTrue(whys(chain).stream().anyMatch(why -> why.contains("number " + NINE_DIGITS)), () -> "" + whys(chain));
        assertTrue(whys(chain).stream().noneMatch(why -> why.contains("number 5 ")));
        assertTrue(firstSatelliteS(chain) <= firstSatelliteS(plain));
        assertEquals(List.of(), chain.attacks());
    }

    @Test
    void aSatelliteThatIsNotWhereTheCatalogueHasItIsNotNamed() {
        LaunchWorld world = LaunchWorld.of(Story.SATELLITE, 3);
        Path path = world.flown().getFirst().path();
        double midS = (path.fromS() + path.toS()) / 2;

        Chain chain = Chain.knowing(world, List.of(known(77, path.at(midS), midS, 600, 30_000)));

        assertTrue(whys(chain).stream().noneMatch(why -> why.contains("number 77")));
        assertTrue(firstSatelliteS(chain) < Double.POSITIVE_INFINITY);
    }

    // The worst that a catalogue can say: that this very flight is an object of its own.
    @ParameterizedTest
    @EnumSource(
            value = Story.class,
            names = {"SHORT", "MEDIUM", "LONGEST"})
    void noCatalogueSilencesAnAttack(Story story) {
        LaunchWorld world = LaunchWorld.of(story, 11);
        Path path = world.flown().getFirst().path();
        List<KnownObject> objects = new ArrayList<>();
        for (int i = 1; i < 20; i++) {
            double atS = path.fromS() + i * (path.toS() - path.fromS()) / 20;
            double[] s = path.at(atS);
            if (s[0] * s[0] + s[1] * s[1] + s[2] * s[2] < 6.45e6 * 6.45e6) {
                continue;
            }
            objects.add(new KnownObject(
                    i,
                    "DECOY",
                    Chain.START.plusS(atS),
                    new Ecef(s[0], s[1], s[2]),
                    new Vec3(s[3], s[4], s[5]),
                    100_000,
                    100));
        }

        assertTrue(!objects.isEmpty());
        Chain plain = Chain.watching(world);
        Chain chain = Chain.knowing(world, objects);

        assertEquals(plain.attacks(), chain.attacks());
        assertEquals(
                plain.told().stream().map(each -> each.missile().verdict()).toList(),
                chain.told().stream().map(each -> each.missile().verdict()).toList());
    }

    // An attack flies through the place of a satellite, at another speed.
    @Test
    void anAttackAtASatellitesPlaceIsAnAttack() {
        LaunchWorld world = LaunchWorld.of(Story.LONG, 12);
        Path path = world.flown().getFirst().path();
        double atS = (path.fromS() + path.toS()) / 2;
        double[] s = path.at(atS);
        double radius = Math.sqrt(s[0] * s[0] + s[1] * s[1] + s[2] * s[2]);
        double speed = Math.sqrt(s[3] * s[3] + s[4] * s[4] + s[5] * s[5]);
        double round = Math.sqrt(3.986004418e14 / radius) / speed;
        KnownObject there = new KnownObject(
                9,
                "NEAR",
                Chain.START.plusS(atS),
                new Ecef(s[0], s[1], s[2]),
                new Vec3(round * s[3], round * s[4], round * s[5]),
                100_000,
                100);

        assertEquals(
                Chain.watching(world).attacks(),
                Chain.knowing(world, List.of(there)).attacks());
    }
}
