package vedette.core.track;

import java.util.Optional;
import java.util.OptionalInt;
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
import vedette.model.Emergency;
import vedette.model.Identity;

/// The weight of codes: asked once a gated pair.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class IdentityBench {
    private final Identity plot =
            new Identity(OptionalInt.of(0x3C6585), OptionalInt.of(01234), Optional.of("DLH123"), Emergency.NONE);
    private final Identity other =
            new Identity(OptionalInt.of(0x3C6586), OptionalInt.of(01235), Optional.of("DLH124"), Emergency.NONE);
    private final Codes track = Codes.NONE.after(plot).after(plot);
    private int turn;

    /// Three codes on both sides: all agree, then none.
    @Benchmark
    public double codedPair() {
        return IdentityEvidence.of(track, (turn++ & 1) == 0 ? plot : other);
    }

    /// A plot of a primary radar.
    @Benchmark
    public double silentPair() {
        return IdentityEvidence.of(track, Identity.NONE);
    }

    /// The belief after a look that tells the known again.
    @Benchmark
    public Object toldAgain() {
        return track.after(plot);
    }
}
