package vedette.core.motion;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A flight of 800 s from burnout (5.2 km/s, 150 km) to the ground, a hundred looks a second apart, a burn of 131 s.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FallBench {
    private static final int LOOKS = 100;
    private static final double[] START = {
        -5_658_893, -1_669_392, 2_779_269, -3607.5, 2898.5, 782.3, Math.log(4300), 10, -5
    };
    private static final double[] CALM = {
        -5_658_893, -1_669_392, 2_779_269, -3607.5, 2898.5, 782.3, Math.log(4300), 0, 0
    };
    private static final double[] BURN = {0.4456, -2.826, 0, 4.603, 0.602, 22.9, 96.7, 65.6, 27.3, 90.3, 65.4};

    private final Fall fall = new Fall();
    private final Ascent ascent = new Ascent();

    @Benchmark
    public double toGround() {
        fall.start(0, CALM, false);
        fall.toGround(1e4);
        return fall.timeS();
    }

    @Benchmark
    public double toGroundInWind() {
        fall.start(0, START, false);
        fall.toGround(1e4);
        return fall.timeS();
    }

    @Benchmark
    public double toGroundWithSensitivities() {
        fall.start(0, CALM, true);
        fall.toGround(1e4);
        return fall.groundSensitivity()[0];
    }

    @Benchmark
    @OperationsPerInvocation(LOOKS)
    public double aLookASecondWithSensitivities() {
        fall.start(0, START, true);
        for (int i = 1; i <= LOOKS; i++) {
            fall.to(i);
        }
        return fall.sensitivity()[0];
    }

    @Benchmark
    public double burn() {
        ascent.fly(BURN, 2);
        return ascent.burnout()[0];
    }
}
