package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vedette.model.InfraredSatellite;
import vedette.model.Measurement;
import vedette.model.WarningRadar;

class HostileLooksTest {
    private static final double[] LEFT = Fits.state(0, -0.4, 35_786e3);
    private static final double[] RIGHT = Fits.state(0, 0.6, 35_786e3);
    private static final double[] FIRE = Fits.state(0.3, 0.2, 0);
    private static final List<InfraredSatellite> EYES = List.of(Fits.satellite("A"), Fits.satellite("B"));
    private static final List<WarningRadar> RADARS = List.of(Fits.radar("R", 0.3, 0.2));
    private static final Measurement.Polar SOLID = Measurement.Polar.solid(4e5, 1, 0.5);

    @Test
    void aLookFromTheFutureIsRefusedAndCounted() {
        Watched watch = Watched.with(EYES, RADARS);

        watch.light("A", 103, 100, LEFT, FIRE);
        watch.echo("R", 1e6, 100, SOLID);
        watch.light("A", 101, 100, LEFT, FIRE);

        assertEquals(List.of("stamps of looks"), watch.refused());
        assertEquals(1, watch.state().things().size());
    }

    @Test
    void aLookOfLongAgoIsRefused() {
        Watched watch = Watched.with(EYES, RADARS);

        watch.echo("R", 100, 221, SOLID);
        watch.echo("R", 102, 221, SOLID);

        assertEquals(List.of("stamps of looks"), watch.refused());
        assertEquals(1, watch.state().things().size());
    }

    @Test
    void whatCannotBeUsedIsCounted() {
        Watched watch = Watched.with(EYES, RADARS);

        watch.light("Z", 10, LEFT, FIRE);
        watch.echo("R", 20, 20, Measurement.Polar.flat(4e5, 1));
        watch.light("A", 30, new double[] {1e100, 1e100, 0}, FIRE);

        assertEquals(
                List.of(
                        "looks of unknown satellites",
                        "plots of warning radars without elevation",
                        "looks beyond all bounds"),
                watch.refused());
        assertEquals(List.of(), watch.state().things());
    }

    @Property(tries = 40)
    void noEchoesMakeAStepFail(
            @ForAll @Size(min = 12, max = 25) List<@DoubleRange(min = -1, max = 1) Double> numbers,
            @ForAll @DoubleRange(min = 0, max = 9) double power) {
        Watched watch = Watched.with(EYES, RADARS);
        double timeS = 0;
        for (int i = 0; i + 3 < numbers.size(); i++) {
            double range = Math.abs(numbers.get(i)) * Math.pow(10, power);
            double elevation = i % 5 == 0 ? Math.PI / 2 : numbers.get(i + 2) * Math.PI / 2;
            OptionalDouble rate = OptionalDouble.of(numbers.get(i + 3) * 1.1e5);
            timeS += 1.2 * Math.abs(numbers.get(i + 1));
            watch.echo(
                    "R",
                    timeS - (i % 4 == 0 ? 3 : 0),
                    timeS,
                    new Measurement.Polar(range, numbers.get(i + 1), OptionalDouble.of(elevation), rate));
            watch.tick(timeS);
        }
        assertTrue(watch.state().things().size() <= Watching.MOST_THINGS);
    }

    @Property(tries = 20)
    void noLightsMakeAStepFail(
            @ForAll @Size(min = 12, max = 40) List<@DoubleRange(min = -1, max = 1) Double> numbers,
            @ForAll @DoubleRange(min = 6.5, max = 9) double power) {
        Watched watch = Watched.with(EYES, RADARS);
        double timeS = 0;
        for (int i = 0; i + 2 < numbers.size(); i++) {
            double[] eye = {Math.pow(10, power), 0, numbers.get(i) * 1e7};
            double[] at = {numbers.get(i) * 7e6, numbers.get(i + 1) * 7e6, numbers.get(i + 2) * 7e6};
            timeS += 2.5 * Math.abs(numbers.get(i + 1));
            watch.light(i % 2 == 0 ? "A" : "B", timeS, i % 3 == 0 ? new double[] {0, 0, 1e7} : eye, at);
            watch.tick(timeS);
        }
        assertTrue(watch.state().things().size() <= Watching.MOST_THINGS);
    }

    @Test
    void theSameSensorsToldAgainForgetNothing() {
        Watched watch = Watched.with(EYES, RADARS);
        watch.light("A", 10, LEFT, FIRE);
        MissileState before = watch.state();

        watch.told(11, List.copyOf(EYES), List.copyOf(RADARS));

        assertEquals(before, watch.state());
    }

    @Test
    void ofAFireOnlyTheLatestLooksAreKept() {
        Watched watch = Watched.with(EYES, RADARS);

        for (double timeS = 0; timeS < 500; timeS += 5) {
            watch.light("A", timeS, LEFT, FIRE);
            watch.light("B", timeS + 2, RIGHT, FIRE);
        }

        assertEquals(List.of(), watch.told());
        assertEquals(1, watch.state().things().size());
        assertEquals(
                Sightings.MOST_STILL, watch.state().things().getFirst().lights().size());
    }
}
