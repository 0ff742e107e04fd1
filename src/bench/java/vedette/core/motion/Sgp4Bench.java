package vedette.core.motion;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vedette.model.MeanElements;
import vedette.model.Moment;

/// An element set made ready, and a place a day after its epoch: low, and far with the half-day resonance.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Sgp4Bench {
    private static final double TURNS_RADPS = 2 * Math.PI / MeanElements.DAY_S;
    private static final MeanElements NEAR =
            new MeanElements(1, "", new Moment(0), 15.5 * TURNS_RADPS, 0.001, 0.9, 1, 2, 3, 1e-4);
    private static final MeanElements DEEP =
            new MeanElements(2, "", new Moment(0), 2.006 * TURNS_RADPS, 0.7, 1.1, 1, 2, 3, 0);

    private final Sgp4 near = Sgp4.of(NEAR);
    private final Sgp4 deep = Sgp4.of(DEEP);
    private int turn;

    @Benchmark
    public Sgp4 nearMadeReady() {
        return Sgp4.of(NEAR);
    }

    @Benchmark
    public Sgp4 deepMadeReady() {
        return Sgp4.of(DEEP);
    }

    @Benchmark
    public Propagated nearAfterADay() {
        return near.after(MeanElements.DAY_S + turn++ % 600);
    }

    @Benchmark
    public Propagated deepAfterADay() {
        return deep.after(MeanElements.DAY_S + turn++ % 600);
    }
}
