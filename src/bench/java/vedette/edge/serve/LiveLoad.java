package vedette.edge.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vedette.edge.Emission;
import vedette.edge.Sender;
import vedette.edge.send.TakServer;
import vedette.format.cot.CotObjects;
import vedette.format.cot.CotSamples;
import vedette.format.cot.CotVoice;
import vedette.model.Altitude;
import vedette.model.Cleared;
import vedette.model.Domain;
import vedette.model.Output;
import vedette.model.Releasability;
import vedette.model.Warning;

/// How long a warning takes from the engine's output to each of many clients of the live picture and of the TAK server,
/// which also get ten tracks a second. The clients are another process. First the same number of bytes is written to as
/// many sockets by a bare loop, beside a stream as great: that is the load generator's own delay.
///
/// `LiveLoad CLIENTS TAK_CLIENTS REPEATS`; each process needs `ulimit -n` above the number of clients.
public final class LiveLoad {
    private static final int WARM_UP = 10;
    private static final int TEN_TRACKS = 6_000;
    private static final String WARNED = "\"warnings\":[";
    private static final String ALERTED = "\"9-f-g\"";

    private final Process readers;
    private final BufferedReader from;
    private final PrintStream to;

    private LiveLoad(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LiveReaders.class.getName()));
        command.addAll(arguments);
        readers = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        from = new BufferedReader(new InputStreamReader(readers.getInputStream(), StandardCharsets.US_ASCII));
        to = new PrintStream(readers.getOutputStream(), true, StandardCharsets.US_ASCII);
    }

    private void expect(String word) throws IOException {
        String line = from.readLine();
        if (!word.equals(line)) {
            throw new IOException("expected " + word + ", not " + line);
        }
    }

    private interface Act {
        void run(int repeat) throws Exception;
    }

    private void measure(String what, int repeats, Act act) throws Exception {
        for (int i = 0; i < repeats + WARM_UP; i++) {
            if (i == WARM_UP) {
                to.println(0);
                expect("begun");
            }
            long sentNs = System.nanoTime();
            to.println(sentNs);
            expect("armed");
            act.run(i);
            expect("seen");
            Thread.sleep(37);
        }
        to.println();
        System.out.println(what + ": " + from.readLine());
        readers.destroy();
        readers.waitFor();
    }

    /// Runs it.
    public static void main(String[] arguments) throws Exception {
        int clients = Integer.parseInt(arguments[0]);
        int tak = Integer.parseInt(arguments[1]);
        int repeats = Integer.parseInt(arguments[2]);
        bare(clients + tak, repeats);
        served(clients, tak, repeats);
        System.exit(0);
    }

    private static void bare(int clients, int repeats) throws Exception {
        byte[] bytes = new byte[2_000];
        Arrays.fill(bytes, (byte) 'x');
        System.arraycopy(WARNED.getBytes(StandardCharsets.US_ASCII), 0, bytes, 200, WARNED.length());
        List<SocketChannel> taken = new ArrayList<>();
        try (ServerSocketChannel door = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0), 1024)) {
            LiveLoad load = new LiveLoad(List.of("" + door.socket().getLocalPort(), "" + clients, "-", WARNED));
            for (int i = 0; i < clients; i++) {
                taken.add(door.accept());
            }
            load.expect("connected");
            Thread.ofPlatform().daemon(true).start(() -> stream(taken));
            Thread.sleep(3_000);
            load.measure("bare loop to " + clients, repeats, _ -> {
                for (SocketChannel each : taken) {
                    each.write(ByteBuffer.wrap(bytes));
                }
            });
        }
        for (SocketChannel each : taken) {
            each.close();
        }
    }

    // As many bytes a second as ten tracks are.
    private static void stream(List<SocketChannel> taken) {
        byte[] bytes = new byte[TEN_TRACKS];
        Arrays.fill(bytes, (byte) 'y');
        try {
            while (true) {
                for (SocketChannel each : taken) {
                    each.write(ByteBuffer.wrap(bytes));
                }
                Thread.sleep(1_000);
            }
        } catch (IOException | InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static void served(int clients, int tak, int repeats) throws Exception {
        FakePicture fake = new FakePicture(Domain.EXERCISE, 0);
        try (DisplayServer display = new DisplayServer(
                        DisplaySettings.of(Domain.EXERCISE, "a-generated-operator-key")
                                .at("127.0.0.1", 0)
                                .reaching(Reach.here().within(new Reach.Limits(clients + 10, 10, 50))),
                        (_, _) -> false,
                        NodeView.PLAIN,
                        new DisplayServer.Trial(Optional.empty(), TimeUnit.SECONDS.toNanos(30)));
                TakServer<Cleared.Exercise> server = new TakServer<>(
                        new InetSocketAddress("127.0.0.1", 0),
                        Optional.empty(),
                        new TakServer.Told("tak", new CotObjects(CotVoice.of("node", Domain.EXERCISE)), List.of()),
                        (warning, issue, who) -> {},
                        _ -> {})) {
            display.start();
            LiveLoad load = new LiveLoad(List.of(
                    "" + display.port(), "" + clients, "ws", WARNED, "" + server.port(), "" + tak, "-", ALERTED));
            load.expect("connected");
            Thread.ofPlatform().daemon(true).start(() -> tracks(fake, List.of(display, server)));
            Thread.sleep(5_000);
            System.gc();
            System.out.println("heap with " + clients + " + " + tak + " clients: "
                    + (ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20) + " MB");
            load.measure("served to " + clients + " + " + tak, repeats, i -> {
                fake.emitted(
                                FakePicture.BEGIN,
                                List.of(new Output.WarningReleased(
                                        fake.warningOf(FakePicture.BEGIN, i + 1, Warning.Stage.ISSUED))))
                        .forEach(display::send);
                server.publish(new Cleared.Exercise(
                        CotSamples.bulletin(Domain.EXERCISE, "W-" + (i % 20), i / 20 + 1, Warning.Stage.ISSUED)));
            });
        }
    }

    private static void tracks(FakePicture fake, List<Sender> senders) {
        try {
            for (int second = 0; true; second++) {
                List<Output> outputs = new ArrayList<>();
                for (int i = 1; i <= 10; i++) {
                    outputs.add(new Output.TrackChanged(
                            CotSamples.drone(i, new Altitude.Ellipsoidal(150, 5), Releasability.OPEN)));
                }
                outputs.add(new Output.Heartbeat(FakePicture.BEGIN.plusS(second), second, 10, 0));
                for (Emission emission : fake.emitted(FakePicture.BEGIN.plusS(second), outputs)) {
                    senders.forEach(sender -> sender.send(emission));
                }
                Thread.sleep(1_000);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
