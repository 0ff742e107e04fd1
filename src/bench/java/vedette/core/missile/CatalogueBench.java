package vedette.core.missile;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vedette.core.motion.Propagated;
import vedette.core.motion.Sgp4;
import vedette.core.motion.Teme;
import vedette.math.Draws;
import vedette.model.MeanElements;
import vedette.model.Moment;

/// What a catalogue of element sets adds to a judged look: the few like an orbit found among all, and propagated.
/// Drawn low orbits, half of them in shells of a few tilts as today's are, up to 13 days old.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CatalogueBench {
    private static final Moment NOW = new Moment(946_684_800_000_000_000L);
    private static final double[] SHELLS = {0.75, 0.925, 0.93, 1.22, 1.7};
    private static final int ASKED = 256;

    @Param({"10000", "30000"})
    private int objects;

    private final List<MeanElements> sets = new ArrayList<>();
    private final List<Circling> asked = new ArrayList<>();
    private final int[] near = new int[64];
    private CatalogueIndex index = CatalogueIndex.NONE;
    private int turn;

    @Setup
    public void draw() {
        Draws draws = Draws.of(1, 0, "catalogue");
        for (int i = 1; i <= objects; i++) {
            double tilt = i % 2 == 0 ? SHELLS[i / 2 % SHELLS.length] : draws.uniform(0.1, 2.5);
            sets.add(new MeanElements(
                    i,
                    "",
                    NOW.plusS(-draws.uniform(0, 13) * MeanElements.DAY_S),
                    draws.uniform(12.5, 15.2) * 2 * Math.PI / MeanElements.DAY_S,
                    draws.uniform(0, 0.01),
                    tilt,
                    draws.uniform(0, 6.28),
                    draws.uniform(0, 6.28),
                    draws.uniform(0, 6.28),
                    1e-4));
        }
        index = new CatalogueIndex(List.of(), sets);
        for (int i = 0; i < ASKED; i++) {
            if (Sgp4.of(sets.get(i * 37)).at(NOW) instanceof Propagated.There(Teme there)) {
                asked.add(Circling.of(there.earthFixed(NOW), NOW));
            }
        }
    }

    @Benchmark
    public int found() {
        return index.near(asked.get(turn++ % asked.size()), 0, near);
    }

    @Benchmark
    public double foundAndPropagated() {
        int count = index.near(asked.get(turn++ % asked.size()), 0, near);
        double sum = 0;
        for (int i = 0; i < Math.min(count, near.length); i++) {
            if (Sgp4.of(index.set(near[i])).at(NOW) instanceof Propagated.There(Teme there)) {
                sum += there.earthFixed(NOW)[0];
            }
        }
        return sum;
    }

    @Benchmark
    public Object made() {
        return new CatalogueIndex(List.of(), sets);
    }
}
