package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import vedette.core.engine.Engine;
import vedette.edge.EventLog;
import vedette.edge.feed.SapientHouse;
import vedette.edge.feed.SapientServer;
import vedette.edge.record.JournalDisk;
import vedette.edge.record.JournalSettings;
import vedette.edge.record.JournalWriter;
import vedette.format.sapient.Frames;
import vedette.format.sapient.Sapient;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.LeapSeconds;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.node.Node;
import vedette.node.NodeClock;

/// SAPIENT reports over the loopback into a running node with its journal: every one that was sent is recorded. How
/// fast and how late is published with the test's report; nothing of that is asserted.
@Tag("long")
class SapientRateTest {
    private static final int SENDERS = 4;
    private static final int LOOKS_PER_S = 5;
    private static final int OBJECTS = Integer.getInteger("vedette.sapient.rate", 20_000) / SENDERS / LOOKS_PER_S;
    private static final int LOOKS = 15 * LOOKS_PER_S;
    private static final int SENT = SENDERS * OBJECTS * LOOKS;

    @TempDir
    private Path folder;

    @Test
    void everyReportThatWasSentIsRecorded(TestReporter reporter) throws Exception {
        JournalSettings settings = JournalSettings.of(folder, Domain.TEST);
        Timing log = new Timing(JournalWriter.open(
                settings, JournalDisk.ofMachine(), Engine.pictures().schemaText()));
        SapientServer server = new SapientServer(SapientHouse.loopback("fusion", 0));
        NodeClock clock = NodeClock.ofSystem(LeapSeconds.standard());
        long cpu = processCpuNs();
        try (Node node =
                new Node(new Node.Parts(Engine.starting(Domain.TEST), log, clock, List.of(), 300_000_000_000L))) {
            node.start(List.of(), List.of(server));
            long began = System.nanoTime();
            List<Thread> senders = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                int number = i;
                senders.add(Thread.ofPlatform().start(() -> send(server.plainPort(), number)));
            }
            for (Thread sender : senders) {
                sender.join();
            }
            double sentS = (System.nanoTime() - began) * 1e-9;
            awaitAll(log);
            double tookS = (System.nanoTime() - began) * 1e-9;
            reporter.publishEntry("figures", figures(log, sentS, tookS, (processCpuNs() - cpu) * 1e-9));
        }

        assertEquals(SENT, log.count.get());
        assertEquals(SENT, server.counts().detections());
    }

    private static String figures(Timing log, double sentS, double tookS, double cpuS) {
        long[] sorted = Arrays.copyOf(log.lateUs, log.count.get());
        Arrays.sort(sorted);
        // The first third is a JVM that has just started.
        long[] warm = Arrays.copyOfRange(log.lateUs, log.count.get() / 3, log.count.get());
        Arrays.sort(warm);
        return String.format(
                Locale.ROOT,
                "%d sent in %.1f s, recorded after %.1f s: %.0f/s; late p50 %.1f ms, p99 %.1f ms, most %.1f ms,"
                        + " after the first third p99 %.1f ms; CPU %.1f s with the senders",
                SENT,
                sentS,
                tookS,
                SENT / tookS,
                sorted[sorted.length / 2] * 1e-3,
                sorted[(int) (sorted.length * 0.99)] * 1e-3,
                sorted[sorted.length - 1] * 1e-3,
                warm[(int) (warm.length * 0.99)] * 1e-3,
                cpuS);
    }

    private static long processCpuNs() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private static void awaitAll(Timing log) throws InterruptedException {
        for (int i = 0; i < 600 && log.count.get() < SENT; i++) {
            Thread.sleep(100);
        }
    }

    // A radar's looks, each sent at once, its plots with the time at which they are sent.
    private static void send(int port, int sender) {
        List<byte[]> reports = new ArrayList<>();
        for (int i = 0; i < OBJECTS; i++) {
            reports.add(withoutTime(sender, detection(sender, i)));
        }
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(frame(withoutTime(sender, REGISTRATION), Instant.now()));
            socket.getOutputStream().write(frame(withoutTime(sender, status(sender)), Instant.now()));
            long began = System.nanoTime() + sender * 50_000_000L;
            for (int look = 0; look < LOOKS; look++) {
                LockSupport.parkNanos(began + look * (1_000_000_000L / LOOKS_PER_S) - System.nanoTime());
                Instant now = Instant.now();
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                reports.forEach(report -> out.writeBytes(frame(report, now)));
                socket.getOutputStream().write(out.toByteArray());
            }
            // Answers are read, so that leaving breaks nothing off.
            socket.getInputStream().readNBytes(socket.getInputStream().available());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static final String REGISTRATION = """
            {"timestamp":"1970-01-01T00:00:00Z","nodeId":"%s","registration":{"nodeDefinition":[{"nodeType":"NODE_TYPE_RADAR"}],
            "icdVersion":"BSI Flex 335 v2.0","name":"Load","capabilities":[{"category":"sensor","type":"detect"}],
            "statusDefinition":{"statusInterval":{"units":"TIME_UNITS_HOURS","value":1}},
            "modeDefinition":[{"modeName":"default","modeType":1,"settleTime":{"units":4,"value":1},
            "task":{"regionDefinition":{"regionType":[1],"regionArea":[{"locationUnits":1,"locationDatum":1}]},
            "command":[{"units":"Status","completionTime":{"units":4,"value":5},"type":1}]}}],
            "configData":[{"manufacturer":"Maker","model":"Model"}]}}""";

    private static String status(int sender) {
        return """
                {"timestamp":"1970-01-01T00:00:00Z","nodeId":"%%s","statusReport":{"reportId":"01H4R63D7NVN8444Z5M77WEBY2",
                "system":1,"info":1,"mode":"default","nodeLocation":{"x":%s,"y":56,"z":20,"coordinateSystem":1,
                "datum":1}}}""".formatted(24 + 0.5 * sender);
    }

    private static String detection(int sender, int object) {
        double x = 24 + 0.005 * (object % 25) + 0.5 * sender;
        double y = 56.01 + 0.003 * (object / 25);
        return """
                {"timestamp":"1970-01-01T00:00:00Z","nodeId":"%%s","detectionReport":{"reportId":"01H4R63D7NVN8444Z5M77WEBY3",
                "objectId":"01H4R63D7NVN8444Z5M77WEBY4","location":{"x":%s,"y":%s,"z":120,"xError":5,"yError":5,"zError":10,
                "coordinateSystem":1,"datum":1}}}""".formatted(x, y);
    }

    // A message whose time, being 1970, takes no bytes but its tag and length.
    private static byte[] withoutTime(int sender, String json) {
        String text = json.formatted("a8654cdf-4328-47de-81fa-c495589e30c" + sender);
        Sapient.Taken taken = (Sapient.Taken) Sapient.json(text, Optional.empty());
        byte[] bytes = Sapient.binary(taken.part());
        return Arrays.copyOfRange(bytes, 2, bytes.length);
    }

    private static byte[] frame(byte[] rest, Instant now) {
        byte[] message = new byte[14 + rest.length];
        message[0] = 0x0A;
        message[1] = 12;
        message[2] = 0x08;
        varint(message, 3, now.getEpochSecond());
        message[8] = 0x10;
        varint(message, 9, now.getNano());
        System.arraycopy(rest, 0, message, 14, rest.length);
        return Frames.frame(message);
    }

    private static void varint(byte[] out, int at, long value) {
        for (int i = 0; i < 5; i++) {
            out[at + i] = (byte) ((value >>> (7 * i) & 0x7F) | (i < 4 ? 0x80 : 0));
        }
    }

    /// The journal, with a watch on when reports are recorded.
    private static final class Timing implements EventLog {
        private final EventLog log;
        private final LeapSeconds leaps = LeapSeconds.standard();
        private final long[] lateUs = new long[SENT];
        private final AtomicInteger count = new AtomicInteger();

        Timing(EventLog log) {
            this.log = log;
        }

        @Override
        public void append(Event event) {
            append(List.of(event));
        }

        @Override
        public void append(List<Event> events) {
            log.append(events);
            Instant now = Instant.now();
            long unixUs = now.getEpochSecond() * 1_000_000L + now.getNano() / 1_000;
            for (Event event : events) {
                if (event instanceof Event.Observed(var _, Measurement.RadarPlot report)) {
                    long at = leaps.unixNs(report.provenance().observedAt()) / 1_000;
                    lateUs[count.getAndIncrement()] = unixUs - at;
                }
            }
        }

        @Override
        public void digest(long seq, long digest) {
            log.digest(seq, digest);
        }

        @Override
        public void snapshot(long seq, Moment at, Supplier<byte[]> bytes) {
            log.snapshot(seq, at, bytes);
        }

        @Override
        public boolean wantsSnapshot() {
            return log.wantsSnapshot();
        }

        @Override
        public State state() {
            return log.state();
        }

        @Override
        public void close() {
            log.close();
        }
    }
}
