package vedette.core.estimate;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import vedette.core.motion.ConstantVelocity;
import vedette.core.motion.CoordinatedTurn;
import vedette.core.motion.Manner;
import vedette.core.sense.Rows;

/// One filter of seven states, and three of them mixed: move, and take a position in.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FilterBench {
    private static final Manner MANNER = new Manner(0.1, 4, 25, 4, 20);

    private final Regime three = new Regime(
            List.of(new ConstantVelocity(MANNER, 1), new CoordinatedTurn(MANNER, 3), new ConstantVelocity(MANNER, 60)),
            60,
            30,
            10);
    private final CoordinatedTurn turn = new CoordinatedTurn(MANNER, 3);
    private final FilterKernel kernel = new FilterKernel();
    private final Imm imm = new Imm();
    private final Rows rows = new Rows();
    private final double[] start = new double[3 * Mixture.BLOCK];
    private final double[] blocks = new double[3 * Mixture.BLOCK];

    /// A track some kilometres from its origin.
    public FilterBench() {
        double[] mean = {4000, 700, 900, 100, -80, 3, 0.02};
        for (int m = 0; m < 3; m++) {
            int at = m * Mixture.BLOCK;
            start[at] = 1.0 / 3;
            System.arraycopy(mean, 0, start, at + Mixture.MEAN, Mixture.N);
            for (int i = 0; i < Mixture.N; i++) {
                start[at + Mixture.COVARIANCE + Mixture.at(i, i)] = i < 3 ? 2500 : i < 6 ? 100 : 1e-3;
            }
        }
    }

    private static void observe(double[] b, int at, Rows rows) {
        rows.clear();
        for (int axis = 0; axis < 3; axis++) {
            int h = rows.add(20 - axis, 900);
            rows.still[axis] = true;
            rows.h[h + axis] = 1;
        }
    }

    /// One filter moves 4 s on.
    @Benchmark
    public double predictOne() {
        System.arraycopy(start, 0, blocks, 0, Mixture.BLOCK);
        turn.move(blocks, Mixture.MEAN, Mixture.COVARIANCE, 4);
        return blocks[10];
    }

    /// One filter takes three rows in.
    @Benchmark
    public double absorbOne() {
        System.arraycopy(start, 0, blocks, 0, Mixture.BLOCK);
        observe(blocks, 0, rows);
        kernel.absorb(blocks, 0, rows, start, 0);
        return kernel.distance2();
    }

    /// Three filters mix, move and take three rows in.
    @Benchmark
    public double mixMoveAndAbsorbThree() {
        System.arraycopy(start, 0, blocks, 0, blocks.length);
        imm.predict(blocks, three, 4);
        return imm.update(blocks, 3, FilterBench::observe);
    }
}
