package vedette.format.adsb;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.HexFormat;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import vedette.model.Decoder;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.Rejected;
import vedette.model.SensorId;

/// Mode S from bytes in memory, one core. A call is 20,000 messages of 200 aircraft; the score is messages a second,
/// and `perCpuSecond` the same by the thread's own CPU time, which other load on the machine disturbs less.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ModeSBench {
    private static final int MESSAGES = 20_000;
    private static final int AIRCRAFT = 200;
    private static final long STEP_NS = 50_000_000L;
    private static final int LENGTH = ModeSFrame.LONG_BYTES;

    // Real Comm-B replies: registers 4,0 5,0 6,0 2,0 1,7 and an ambiguous one ("The 1090 Megahertz Riddle", chapters
    // 15 to 18).
    private static final String[] REPLIES = {
        "a000029c85e42f313000007047d3",
        "a000139381951536e024d4ccf6b5",
        "a00004128f39f91a7e27c46adc21",
        "a000083e202cc371c31de0aa1ccf",
        "a0000638fa81c10000000081a92f",
    };

    private final ModeSFrame frame = new ModeSFrame();
    private final AircraftMemory memory = new AircraftMemory(new CprFix());
    private final byte[] positions = positions();
    private final byte[] pairs = pairs();
    private final CprFix fix = new CprFix();
    private final byte[] mixed = mixed();
    private final byte[] replies = replies();
    private final byte[] beast = beast(mixed);
    private final Counter counter = new Counter();
    private final AdsbDecoder decoder = new AdsbDecoder(
            new AdsbSource(new SensorId("rx"), Framing.BEAST, AdsbOptions.PLAIN, LeapSeconds.standard()));
    private long nowNs;
    private long measured;
    private long characters;

    /// Airborne positions only: parity, the aircraft's memory, CPR to a place.
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public long df17Positions(Cpu cpu) {
        return heard(positions, cpu);
    }

    /// Airborne positions, stateless: parity, and every message paired globally with the one of other parity before it.
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public double df17GlobalPairs(Cpu cpu) {
        cpu.begin();
        double sum = 0;
        long[] last = new long[2];
        for (int at = 0; at < pairs.length; at += LENGTH) {
            frame.read(pairs, at, LENGTH);
            long me = frame.message();
            int parity = Bits.field(me, 22, 22);
            last[parity] = me & 0x3_FFFF_FFFFL;
            if (Cpr.airbornePair(last[0], last[1], parity == 1, fix)) {
                sum += fix.latitudeDeg() + fix.longitudeDeg();
            }
        }
        cpu.end();
        return sum;
    }

    /// As on the air: half positions, the rest velocities, names and status; parity, every field kept, CPR.
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public long df17Mixed(Cpu cpu) {
        return heard(mixed, cpu);
    }

    private long heard(byte[] messages, Cpu cpu) {
        cpu.begin();
        long places = 0;
        for (int at = 0; at < messages.length; at += LENGTH) {
            nowNs += STEP_NS / AIRCRAFT;
            if (frame.read(messages, at, LENGTH).readable() && memory.hear(frame, nowNs) == AircraftMemory.News.PLACE) {
                places++;
            }
        }
        cpu.end();
        return places;
    }

    /// Parity only.
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public int crc(Cpu cpu) {
        cpu.begin();
        int all = 0;
        for (int at = 0; at < mixed.length; at += LENGTH) {
            all |= Crc24.syndrome112(mixed, at);
        }
        cpu.end();
        return all;
    }

    /// Comm-B replies: address from the parity, the register inferred, its fields read.
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public double commB(Blackhole hole, Cpu cpu) {
        cpu.begin();
        double sum = 0;
        for (int at = 0; at < replies.length; at += LENGTH) {
            frame.read(replies, at, LENGTH);
            sum += fields(frame.message()) + frame.altitudeFt();
            hole.consume(frame.address());
        }
        cpu.end();
        return sum;
    }

    private static double fields(long mb) {
        return switch (CommB.first(CommB.candidates(mb))) {
            case CommB.BDS40 ->
                VerticalIntention.panelAltitudeFt(mb)
                        + VerticalIntention.managedAltitudeFt(mb)
                        + VerticalIntention.pressureHpa(mb);
            case CommB.BDS50 ->
                TrackAndTurn.rollDeg(mb)
                        + TrackAndTurn.trackDeg(mb)
                        + TrackAndTurn.groundspeedKt(mb)
                        + TrackAndTurn.trackRateDps(mb)
                        + TrackAndTurn.trueAirspeedKt(mb);
            case CommB.BDS60 ->
                HeadingAndSpeed.headingDeg(mb)
                        + HeadingAndSpeed.indicatedKt(mb)
                        + HeadingAndSpeed.mach(mb)
                        + HeadingAndSpeed.barometricFpm(mb)
                        + HeadingAndSpeed.inertialFpm(mb);
            default -> mb & 0xFFFF_FFFF_FFFFL;
        };
    }

    /// Beast bytes cut into frames, nothing read.
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public long beastDeframed(Cpu cpu) {
        cpu.begin();
        new BeastDeframer().feed(beast, 0, beast.length, counter);
        cpu.end();
        return counter.frames;
    }

    /// Beast bytes to immutable measurements.
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public long beastToMeasurements(Cpu cpu) {
        cpu.begin();
        nowNs += STEP_NS * MESSAGES / AIRCRAFT;
        decoder.decode(beast, 0, beast.length, new Moment(nowNs), new Decoder.Sink() {
            @Override
            public void measured(vedette.model.Measurement measurement) {
                measured++;
            }

            @Override
            public void rejected(Rejected rejected) {
                measured--;
            }
        });
        cpu.end();
        return measured;
    }

    /// Beast bytes to JSON lines.
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public long beastToJson(Cpu cpu) {
        cpu.begin();
        ModeSLines lines = new ModeSLines(Framing.BEAST, AdsbOptions.PLAIN, line -> characters += line.length());
        lines.feed(beast, 0, beast.length);
        lines.finish();
        cpu.end();
        return characters;
    }

    /// Messages by CPU time.
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Cpu {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
        private long messages;
        private long nanos;
        private long begun;

        /// Forgets the former iteration.
        @Setup(Level.Iteration)
        public void reset() {
            messages = 0;
            nanos = 0;
        }

        void begin() {
            begun = THREADS.getCurrentThreadCpuTime();
        }

        void end() {
            nanos += THREADS.getCurrentThreadCpuTime() - begun;
            messages += MESSAGES;
        }

        /// The rate.
        public double perCpuSecond() {
            return nanos == 0 ? 0 : 1e9 * messages / nanos;
        }
    }

    private static byte[] positions() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < MESSAGES; i++) {
            out.writeBytes(position(i));
        }
        return out.toByteArray();
    }

    // One aircraft flying east, parities in turn.
    private static byte[] pairs() {
        AdsbEncoder one = new AdsbEncoder(0x4B1234, 11, 9);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < MESSAGES; i++) {
            out.writeBytes(one.airbornePosition(0.8, 1e-5 * i, 9000, (i & 1) == 1));
        }
        return out.toByteArray();
    }

    private static byte[] mixed() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < MESSAGES; i++) {
            int round = i / AIRCRAFT;
            out.writeBytes(
                    switch (round % 20) {
                        case 3 -> aircraft(i).identification(4, 3, "VDT" + i % AIRCRAFT);
                        case 9 -> aircraft(i).operationalStatus();
                        case 1, 5, 7, 11, 13, 15, 17, 19 -> aircraft(i).velocity(200 - i % AIRCRAFT, 3.0 * (i % 70), 1);
                        default -> position(i);
                    });
        }
        return out.toByteArray();
    }

    private static AdsbEncoder aircraft(int i) {
        return new AdsbEncoder(0x400000 + 7919 * (i % AIRCRAFT), 11, 9);
    }

    private static byte[] position(int i) {
        int who = i % AIRCRAFT;
        int round = i / AIRCRAFT;
        double lat = Math.toRadians(45 + 0.05 * who + 0.0001 * round);
        double lon = Math.toRadians(5 + 0.07 * who - 0.0001 * round);
        return aircraft(i).airbornePosition(lat, lon, 9000 + 10.0 * who, (round / 2 & 1) == 0);
    }

    private static byte[] replies() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < MESSAGES; i++) {
            out.writeBytes(HexFormat.of().parseHex(REPLIES[i * 7 / 3 % REPLIES.length]));
        }
        return out.toByteArray();
    }

    private static byte[] beast(byte[] messages) {
        byte[] out = new byte[MESSAGES * FrameWriter.MOST_BYTES];
        int end = 0;
        for (int at = 0; at < messages.length; at += LENGTH) {
            byte[] one = Arrays.copyOfRange(messages, at, at + LENGTH);
            end = FrameWriter.beast(one, 600L * at, 100, out, end);
        }
        return Arrays.copyOf(out, end);
    }

    private static final class Counter implements FrameSink {
        private long frames;

        @Override
        public void frame(byte[] bytes, int at, int length, long stamp, int signal) {
            frames++;
        }

        @Override
        public void rejected(long offset, String field, String reason) {
            frames--;
        }
    }
}
