package vedette.edge.feed;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vedette.edge.feed.Heard.until;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.format.adsb.AdsbDecoder;
import vedette.format.adsb.AdsbEncoder;
import vedette.format.adsb.AdsbOptions;
import vedette.format.adsb.AdsbSource;
import vedette.format.adsb.FrameWriter;
import vedette.format.adsb.Framing;
import vedette.model.LeapSeconds;
import vedette.model.Measurement.PositionReport;
import vedette.model.SensorId;

/// Debian's dump1090-mutability (1.15) as a real peer: it reads what we push, we read what it serves, and its viewer
/// reads what we serve. Skipped where it is not installed.
@Tag("long")
class Dump1090Test {
    private static final double LAT_DEG = -49.2;
    private static final double LON_DEG = 70.2;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        for (Process process : processes) {
            process.destroy();
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private void run(Path output, String... command) throws IOException {
        Path program = Path.of("/usr/bin", command[0]);
        Assumptions.assumeTrue(Files.isExecutable(program), () -> "skipped: no " + program);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        processes.add(builder.redirectOutput(output.toFile()).start());
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private static Source adsb(String feed) {
        SensorId sensor = new SensorId(feed);
        AdsbSource source = new AdsbSource(sensor, Framing.BEAST, AdsbOptions.PLAIN, LeapSeconds.standard());
        return Source.of(feed, () -> new AdsbDecoder(source));
    }

    private static byte[] beast(byte[] frame, long ticks) {
        byte[] buffer = new byte[FrameWriter.MOST_BYTES];
        return Arrays.copyOf(buffer, FrameWriter.beast(frame, ticks, 100, buffer, 0));
    }

    /// One second of an aircraft that stands in the air: both halves of its position and its name.
    private static List<byte[]> second(long second) {
        AdsbEncoder aircraft = new AdsbEncoder(0xF01234, 11, 9);
        double lat = Math.toRadians(LAT_DEG);
        double lon = Math.toRadians(LON_DEG);
        long ticks = second * 12_000_000;
        return List.of(
                beast(aircraft.airbornePosition(lat, lon, 3_000, false), ticks),
                beast(aircraft.airbornePosition(lat, lon, 3_000, true), ticks + 6_000_000),
                beast(aircraft.identification(4, 3, "VEDETTE1"), ticks + 7_000_000));
    }

    private static void sendUntil(String what, Player.Outlet outlet, BooleanSupplier isSo) {
        long[] second = {1};
        until(what, () -> {
            try {
                for (byte[] piece : second(second[0]++)) {
                    outlet.send(piece);
                }
                Thread.sleep(50);
            } catch (IOException | InterruptedException fault) {
                throw new IllegalStateException(fault);
            }
            return isSo.getAsBoolean();
        });
    }

    @Test
    void whatWePushIntoDump1090WeReadBackFromIt(@TempDir Path folder) throws IOException {
        int in = freePort();
        int out = freePort();
        run(
                folder.resolve("dump1090.log"),
                "dump1090-mutability",
                "--net-only",
                "--quiet",
                "--net-bind-address",
                "127.0.0.1",
                "--net-bi-port",
                Integer.toString(in),
                "--net-bo-port",
                Integer.toString(out),
                "--net-ri-port",
                "0",
                "--net-ro-port",
                "0",
                "--net-sbs-port",
                "0");
        Heard heard = new Heard();
        try (TcpFeed feed = new TcpFeed(adsb("dump1090"), TcpPeer.of("127.0.0.1", out))) {
            feed.start(heard);
            until("it is connected", () -> feed.counts().connected());
            try (TcpPusher pusher = TcpPusher.to("127.0.0.1", in)) {
                sendUntil(
                        "a position came back",
                        pusher,
                        () -> heard.reports().stream().anyMatch(PositionReport.class::isInstance));
            }

            PositionReport report = heard.reports().stream()
                    .filter(PositionReport.class::isInstance)
                    .map(PositionReport.class::cast)
                    .findFirst()
                    .orElseThrow();
            assertEquals(0xF01234, report.identity().address().orElseThrow());
            assertEquals(LAT_DEG, report.position().latDeg(), 1e-4);
            assertEquals(LON_DEG, report.position().lonDeg(), 1e-4);
            assertEquals(0, feed.counts().rejected());
        }
    }

    @Test
    void itsViewerReadsWhatWeServe(@TempDir Path folder) throws IOException {
        Path output = folder.resolve("view1090.log");
        try (TcpFanOut server = TcpFanOut.open("serving", TcpPort.loopback(0))) {
            String port = Integer.toString(server.port());
            run(output, "view1090-mutability", "--no-interactive", "--net-bo-port", port);
            until("the viewer has connected", () -> server.clients() == 1);

            sendUntil(
                    "the viewer has shown our aircraft",
                    server,
                    () -> shown(output).contains("VEDETTE1"));
        }
    }

    private static String shown(Path output) {
        try {
            return Files.readString(output, US_ASCII);
        } catch (IOException fault) {
            return "";
        }
    }
}
