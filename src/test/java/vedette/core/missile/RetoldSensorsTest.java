package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.model.InfraredSatellite;
import vedette.model.Measurement;
import vedette.model.Missile;
import vedette.model.WarningRadar;
import vedette.simulate.launches.LaunchWorld;
import vedette.simulate.launches.LaunchWorld.Story;
import vedette.simulate.launches.Looks;

/// A watch that is told of other sensors while something flies.
class RetoldSensorsTest {
    private static final double[] LEFT = Fits.state(0, -0.4, 35_786e3);
    private static final double[] FIRE = Fits.state(0.3, 0.2, 0);

    @Test
    void anAttackIsWatchedOnWhenARadarIsTakenAwayAndAnotherAdded() {
        LaunchWorld world = LaunchWorld.of(Story.SHORT, 3);
        var told = world.told();
        double changeS = world.flown().getFirst().path().toS() - 60;
        Watched watch = Watched.with(told.satellites(), told.radars());
        boolean changed = false;
        int before = 0;
        double tickS = 1;
        for (Measurement look : Looks.of(world, Watched.START)) {
            double atS = look.provenance().observedAt().secondsSince(Watched.START);
            for (; tickS < atS; tickS++) {
                watch.tick(tickS);
            }
            if (!changed && atS > changeS) {
                before = watch.told().size();
                changed = true;
                List<WarningRadar> others = List.of(told.radars().getFirst(), Fits.radar("NEW", 1, 1));
                watch.told(atS, told.satellites(), others);
            }
            if (!changed || !look.provenance().sensor().name().equals("RADAR2")) {
                watch.look(look);
            }
        }

        Missile last = watch.told().getLast();
        assertTrue(watch.told().size() > before + 5);
        assertEquals(Missile.Verdict.ATTACK, last.verdict());
        assertEquals(watch.told().get(before - 1).number(), last.number());
        assertEquals(3, watch.state().radars().size());
        assertEquals(List.of(1), watch.state().retired().radars());
    }

    @Test
    void aSatelliteThatIsGoneIsNotListenedToUntilItIsToldOfAgain() {
        List<InfraredSatellite> both = List.of(Fits.satellite("A"), Fits.satellite("B"));
        Watched watch = Watched.with(both, List.of());
        watch.light("A", 10, LEFT, FIRE);

        watch.told(11, both.subList(1, 2), List.of());
        watch.light("A", 15, LEFT, FIRE);

        assertEquals(List.of("looks of unknown satellites"), watch.refused());
        watch.told(16, both, List.of());
        watch.light("A", 20, LEFT, FIRE);
        assertEquals(2, watch.state().things().getFirst().lights().size());
        assertEquals(Retired.NONE, watch.state().retired());
    }

    @Test
    void whenThereIsNoPlaceForAllWhatWasToldOfIsToldToBeOver() {
        LaunchWorld world = LaunchWorld.of(Story.SHORT, 3);
        var told = world.told();
        Watched watch = Watched.with(told.satellites(), told.radars());
        List<Measurement> looks = Looks.of(world, Watched.START);
        for (Measurement look : looks.subList(0, looks.size() * 9 / 10)) {
            watch.look(look);
        }
        Missile.Verdict held = watch.told().getLast().verdict();
        List<WarningRadar> many = new ArrayList<>();
        for (int i = 0; i < Enlisting.MOST + 1; i++) {
            many.add(Fits.radar("R" + i, 0.1, 0.01 * i));
        }
        double atS = looks.get(looks.size() * 9 / 10).provenance().observedAt().secondsSince(Watched.START);

        watch.told(atS, told.satellites(), many);

        assertEquals(Missile.Phase.ENDED, watch.told().getLast().phase());
        assertEquals(held, watch.told().getLast().verdict());
        assertEquals(List.of("sensors of the missile watch"), watch.refused());
        assertEquals(Enlisting.MOST, watch.state().radars().size());
    }
}
