package vedette.format.asterix;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import vedette.model.Decoder;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.Rejected;

/// ASTERIX from memory on one core. An operation is a pass over all blocks; the counters tell records and megabytes per
/// second of CPU time of the measuring thread, which a busy machine does not falsify.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 7, time = 2)
public class AsterixBench {
    private final byte[] tracks = Blocks.tracks();
    private final byte[] plots = Blocks.plots();
    private final AsterixReader reader = new AsterixReader(Editions.preferred());
    private final AsterixLines lines = new AsterixLines();
    private final AsterixDecoder decoder = new AsterixDecoder(AsterixSetting.usual());
    private final Tally tally = new Tally();
    private final Field[] trackFields = fields(
            62,
            "010/SAC",
            "010/SIC",
            "040",
            "070",
            "105/LAT",
            "105/LON",
            "185/VX",
            "185/VY",
            "060/MODE3A",
            "080/TSE",
            "136",
            "220");
    private final Field[] plotFields = fields(
            48,
            "010/SAC",
            "010/SIC",
            "140",
            "020/TYP",
            "040/RHO",
            "040/THETA",
            "070/MODE3A",
            "090/FL",
            "220",
            "161/TRN");
    private static final Moment ARRIVAL = LeapSeconds.standard().moment(1_772_379_900_000_000_000L);

    private static Field[] fields(int category, String... paths) {
        Plan plan = Editions.preferred().plan(category).orElseThrow();
        Field[] fields = new Field[paths.length];
        for (int i = 0; i < paths.length; i++) {
            fields[i] = plan.field(paths[i]);
        }
        return fields;
    }

    private static final class Tally implements Decoder.Sink {
        private long count;
        private long hash;

        @Override
        public void measured(vedette.model.Measurement measurement) {
            count++;
            hash ^= measurement.provenance().observedAt().taiNs();
        }

        @Override
        public void rejected(Rejected rejected) {
            throw new IllegalStateException(rejected.toString());
        }
    }

    /// Per second of the measuring thread's CPU time.
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Cpu {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
        private long startNs;
        private long spentNs;
        private long records;
        private long bytes;

        @Setup(Level.Iteration)
        public void start() {
            records = 0;
            bytes = 0;
            spentNs = 0;
            startNs = THREADS.getCurrentThreadCpuTime();
        }

        @TearDown(Level.Iteration)
        public void stop() {
            spentNs = THREADS.getCurrentThreadCpuTime() - startNs;
        }

        public double millionRecordsPerCpuSecond() {
            return spentNs == 0 ? 0 : records * 1e3 / spentNs;
        }

        public double megabytesPerCpuSecond() {
            return spentNs == 0 ? 0 : bytes * 1e3 / spentNs;
        }
    }

    private double readAll(byte[] blocks, Field[] fields, Cpu cpu) {
        double sum = 0;
        long records = 0;
        reader.open(blocks, 0, blocks.length);
        AsterixRecord record = reader.record();
        while (reader.next() == AsterixReader.Step.RECORD) {
            records++;
            for (Field field : fields) {
                sum += record.number(field);
            }
        }
        cpu.records += records;
        cpu.bytes += blocks.length;
        return sum;
    }

    /// Every item of every record located; nothing fetched.
    @Benchmark
    public double tracksLocated(Cpu cpu) {
        return readAll(tracks, new Field[0], cpu);
    }

    /// Every item located, twelve main values of each record fetched as numbers.
    @Benchmark
    public double tracksRead(Cpu cpu) {
        return readAll(tracks, trackFields, cpu);
    }

    /// Every item located; nothing fetched.
    @Benchmark
    public double plotsLocated(Cpu cpu) {
        return readAll(plots, new Field[0], cpu);
    }

    /// Every item located, ten main values of each record fetched as numbers.
    @Benchmark
    public double plotsRead(Cpu cpu) {
        return readAll(plots, plotFields, cpu);
    }

    private long measureAll(byte[] blocks, Cpu cpu) {
        long before = tally.count;
        decoder.decode(blocks, 0, blocks.length, ARRIVAL, tally);
        cpu.records += tally.count - before;
        cpu.bytes += blocks.length;
        return tally.hash;
    }

    /// Immutable measurements of system tracks.
    @Benchmark
    public long tracksMeasured(Cpu cpu) {
        return measureAll(tracks, cpu);
    }

    /// Immutable measurements of plots.
    @Benchmark
    public long plotsMeasured(Cpu cpu) {
        return measureAll(plots, cpu);
    }

    /// JSON lines with every leaf and the record's hex digits.
    @Benchmark
    public long tracksPrinted(Cpu cpu) {
        long size = 0;
        long number = 0;
        reader.open(tracks, 0, tracks.length);
        while (reader.next() == AsterixReader.Step.RECORD) {
            lines.record(reader.record(), number++, 0);
            if (lines.size() > 1 << 16) {
                size += lines.size();
                lines.clear();
            }
        }
        cpu.records += number;
        cpu.bytes += tracks.length;
        return size;
    }
}
