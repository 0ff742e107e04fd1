package vedette.core.estimate.associate;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A scan of 20,000 tracks: nine in ten alone with one plot or two, the others in clusters of two to five.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AssociationBench {
    @Param({"nearest", "marginal", "loopy", "setwise"})
    public String kind = "marginal";

    private Associator associator = new GlobalNearest();
    private final Gains gains = new Gains();
    private final Shares shares = new Shares();

    @Setup
    public void fill() {
        associator = switch (kind) {
            case "nearest" -> new GlobalNearest();
            case "marginal" -> new Marginal();
            case "loopy" -> new Marginal(0);
            default -> new SetWise();
        };
        Random random = new Random(1);
        gains.clear(20_000, 40_000);
        for (int track = 0; track < 20_000; ) {
            int rivals = random.nextInt(30) == 0 ? 2 + random.nextInt(4) : 1;
            for (int i = 0; i < rivals && track < 20_000; i++, track++) {
                gains.add(track, track, 5 + 2 * random.nextGaussian());
                gains.add(track, i + 1 < rivals ? track + 1 : 20_000 + track, 2 * random.nextGaussian());
            }
        }
    }

    @Benchmark
    public double scan() {
        associator.associate(gains, shares);
        return shares.share()[0];
    }
}
