package vedette.format.remoteid;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import vedette.format.remoteid.DroneMessage.Accuracy;
import vedette.format.remoteid.DroneMessage.BasicId;
import vedette.format.remoteid.DroneMessage.Flight;
import vedette.format.remoteid.DroneMessage.Group;
import vedette.format.remoteid.DroneMessage.Levels;
import vedette.format.remoteid.DroneMessage.Location;
import vedette.format.remoteid.DroneMessage.Motion;
import vedette.format.remoteid.DroneMessage.OperatorId;
import vedette.format.remoteid.DroneMessage.SelfId;
import vedette.format.remoteid.DroneMessage.Station;
import vedette.model.Decoder;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.Rejected;
import vedette.model.SensorId;

/// Remote ID from bytes in memory, one core. A call is 10,000 messages in packs of five of 200 aircraft; the
/// score is messages a second, and `perCpuSecond` the same by the thread's own CPU time.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {"-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RemoteIdBench {
    private static final int PACKS = 2_000;
    private static final int IN_PACK = 5;
    private static final int MESSAGES = PACKS * IN_PACK;
    private static final int AIRCRAFT = 200;
    private static final int HEAD = 8;

    private final byte[][] packets = packets();
    private final Counter counter = new Counter();
    private RemoteIdDecoder decoder = decoder();
    private long nowNs;

    private static RemoteIdDecoder decoder() {
        return new RemoteIdDecoder(new RemoteIdSource(new SensorId("rx"), true, LeapSeconds.standard()));
    }

    private static byte[][] packets() {
        byte[][] packets = new byte[PACKS][];
        for (int i = 0; i < PACKS; i++) {
            byte[] pack = Broadcasts.write(new Broadcast(2, messages(i)));
            byte[] packet = new byte[HEAD + pack.length];
            packet[0] = (byte) 0xE0;
            packet[5] = (byte) (i % AIRCRAFT >> 8);
            packet[6] = (byte) (i % AIRCRAFT);
            packet[7] = (byte) (i / AIRCRAFT);
            System.arraycopy(pack, 0, packet, HEAD, pack.length);
            packets[i] = packet;
        }
        return packets;
    }

    private static List<DroneMessage> messages(int i) {
        return List.of(
                new BasicId(1, 2, "1581F5FKD22A" + i % AIRCRAFT),
                new Location(
                        2,
                        new Motion(i % 360, i % 200, i % 20),
                        485_000_000 + i,
                        92_500_000 - i,
                        new Levels(2200, 2300, false, 2080),
                        new Accuracy(11, 4, 3, 3, 5),
                        i % 36_000),
                new SelfId(0, "inspection of a roof"),
                new Flight(new Station(1, 484_000_000, 92_000_000, 2100), 1, Group.ALONE, 1, 2, 200_000_000L + i),
                new OperatorId(0, "FIN87astrdge12k8"));
    }

    /// Octets to messages.
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public void messages(Blackhole hole, PerCpuSecond cpu) {
        for (byte[] packet : packets) {
            hole.consume(Broadcasts.read(packet, HEAD, packet.length));
        }
        cpu.add(MESSAGES);
    }

    /// Captured packets to measurements: messages laid together, repetitions told apart, times resolved.
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public long measurements(PerCpuSecond cpu) {
        nowNs += 1_000_000_000L;
        Moment at = new Moment(1_780_315_237_000_000_000L + nowNs);
        for (byte[] packet : packets) {
            decoder.decode(packet, 0, packet.length, at, counter);
        }
        cpu.add(MESSAGES);
        return counter.measured;
    }

    /// A fresh memory for each iteration.
    @Setup(Level.Iteration)
    public void forget() {
        decoder = decoder();
    }

    private static final class Counter implements Decoder.Sink {
        private long measured;

        @Override
        public void measured(vedette.model.Measurement measurement) {
            measured++;
        }

        @Override
        public void rejected(Rejected rejected) {
            throw new IllegalStateException(rejected.toString());
        }
    }

    /// Messages by the thread's own CPU time.
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class PerCpuSecond {
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private long startNs;
        private long messages;
        private double rate;

        /// Starts the watch.
        @Setup(Level.Iteration)
        public void start() {
            messages = 0;
            startNs = threads.getCurrentThreadCpuTime();
        }

        void add(int count) {
            messages += count;
        }

        /// Stops it.
        @TearDown(Level.Iteration)
        public void stop() {
            rate = messages * 1e9 / (threads.getCurrentThreadCpuTime() - startNs);
        }

        /// Messages for each second of CPU time.
        public double perCpuSecond() {
            return rate;
        }
    }
}
