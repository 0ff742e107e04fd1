package vedette.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
import vedette.core.track.TrackInput;
import vedette.core.track.TrackState;
import vedette.core.track.TrackStep;
import vedette.core.track.Tracker;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Output;

/// The tracker alone on one core: Measurements in, TrackChanged out, whole scenarios over and over.
///
/// The folders are made by the tracking benchmark's generator beside each other, named `terminal-1` and so on;
/// where they are is told by the environment's VEDETTE_TRACKING. The counter `plots` is plots per second.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmn512m"})
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 10, time = 3)
public class TrackerBench {
    /// Which folder.
    @Param({"terminal-1", "lowlevel-1"})
    public String scenario = "terminal-1";

    private List<BenchSensors.Timed> sensors = List.of();
    private List<BenchStream.Arrival> arrivals = List.of();

    /// Reads the folder.
    ///
    /// @throws IOException when it cannot be read
    @Setup
    public void read() throws IOException {
        String root = System.getenv("VEDETTE_TRACKING");
        Path folder = Path.of(root == null ? "." : root, scenario);
        if (!Files.isDirectory(folder)) {
            throw new IOException("No folder " + folder + ": make it with the generator, and set VEDETTE_TRACKING");
        }
        sensors = BenchSensors.read(folder.resolve("sensors.json"));
        arrivals = BenchStream.read(folder.resolve("plots.csv"), sensors);
    }

    /// Plots and changes, counted.
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counts {
        /// Plots taken in.
        public long plots;
        /// Tracks said to have changed.
        public long changes;
    }

    /// One scenario from nothing to its end.
    @Benchmark
    public TrackState scenario(Counts counts) {
        Tracker tracker = new Tracker();
        TrackInput known = new TrackInput.Known(
                sensors.stream().map(BenchSensors.Timed::site).toList());
        TrackState state = tracker.step(TrackState.EMPTY, known).next();
        long seq = 0;
        for (BenchStream.Arrival arrival : arrivals) {
            TrackStep step = tracker.step(
                    state, new TrackInput.Seen(++seq, BenchStream.moment(arrival.timeS()), arrival.measurement()));
            state = step.next();
            counts.plots += arrival.measurement() instanceof RadarPlot ? 1 : 0;
            for (Output output : step.outputs()) {
                counts.changes += output instanceof Output.TrackChanged ? 1 : 0;
            }
        }
        return state;
    }
}
