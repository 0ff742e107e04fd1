package vedette.edge.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import vedette.canon.Canon;
import vedette.canon.Plots;
import vedette.core.engine.Engine;
import vedette.edge.record.JournalSettings.Limits;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.Moment;

/// Events a second into the journal, as the node does it: turns of events that waited together, written before any is
/// stepped.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class JournalBench {
    private static final int TURN = 256;
    private static final int READ = 1 << 18;
    private static final Canon<Event> EVENTS = Canon.of(Event.class);
    private static final Limits LIMITS = new Limits(64L << 20, 256L << 20, 86_400, 1, 10_000, 50, 1000);

    /// Whether each turn waits for the disk.
    @Param({"false", "true"})
    public boolean afterDisk;

    private final List<Event> turn = new ArrayList<>();
    private final Event[] bodies = new Event[8192];
    private Path folder = Path.of(".");
    private Path folderToRead = folder;
    private JournalWriter log;
    private Engine engine = Engine.starting(Domain.SIMULATION);
    private long seq;

    /// Makes events and opens a journal.
    @Setup(Level.Trial)
    public void open() throws IOException {
        for (int i = 0; i < bodies.length; i++) {
            bodies[i] = Plots.event(i);
        }
        folder = Files.createTempDirectory(Path.of(System.getProperty("vedette.bench.folder", "target")), "journal");
        JournalSettings usual = JournalSettings.of(folder, Domain.SIMULATION).with(LIMITS);
        folderToRead = folder.resolve("read");
        JournalSettings reading = JournalSettings.of(folderToRead, Domain.SIMULATION);
        try (JournalWriter writer = JournalWriter.open(reading, JournalDisk.ofMachine(), "none")) {
            log = writer;
            while (seq < READ) {
                turn();
            }
        }
        seq = 0;
        log = JournalWriter.open(afterDisk ? usual.afterDisk() : usual, JournalDisk.ofMachine(), "none");
    }

    /// Lets retention delete what was written.
    @TearDown(Level.Iteration)
    public void trim() {
        log.snapshot(seq, new Moment(0), () -> new byte[1]);
    }

    /// Closes and deletes the journal.
    @TearDown(Level.Trial)
    public void close() throws IOException {
        if (log.state().missed() > 0) {
            throw new IllegalStateException(log.state().toString());
        }
        log.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Event next() {
        seq++;
        Event.Observed body = (Event.Observed) bodies[(int) (seq & bodies.length - 1)];
        return new Event.Observed(
                new Event.Stamp(seq, new Moment(body.stamp().arrivedAt().taiNs() + seq), Domain.SIMULATION),
                body.measurement());
    }

    private void turn() {
        turn.clear();
        for (int i = 0; i < TURN; i++) {
            turn.add(next());
        }
        log.append(turn);
    }

    /// Events recorded a second, 256 a turn.
    @Benchmark
    @OperationsPerInvocation(TURN)
    public void recorded() {
        turn();
    }

    /// Events recorded one by one, each waited for.
    @Benchmark
    public void recordedOneByOne() {
        log.append(next());
    }

    /// Events read back a second: checksum, decoding, all checks of the records.
    @Benchmark
    @OperationsPerInvocation(READ)
    public long readBack() throws IOException {
        long[] count = {0};
        new JournalReader(folderToRead).events(1, EVENTS, (number, event) -> count[0]++);
        return count[0];
    }

    /// Events recorded and stepped past by an engine that knows no sensors, 256 a turn.
    @Benchmark
    @OperationsPerInvocation(TURN)
    public void recordedAndStepped() {
        turn();
        for (Event event : turn) {
            engine.step(event);
        }
    }
}
