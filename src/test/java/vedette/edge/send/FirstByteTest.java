package vedette.edge.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vedette.edge.send.Bulletins.NOW;
import static vedette.edge.send.Bulletins.until;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.edge.Channel;
import vedette.edge.Emission;
import vedette.edge.Sender;
import vedette.format.cap.CapProfile;
import vedette.format.cot.CotObjects;
import vedette.format.cot.CotVoice;
import vedette.model.Cleared;
import vedette.model.Domain;
import vedette.model.LeapSeconds;
import vedette.model.Output;
import vedette.model.Warning;

/// From the engine's output to the first byte at the other side of every channel, all of them open at once.
class FirstByteTest {
    private static final int WARM_UP = 20;

    @TempDir
    private Path folder;

    private final Bulletins.Heard heard = new Bulletins.Heard();
    private final Map<String, Tap> taps = new LinkedHashMap<>();
    private final List<Channel<Cleared.Exercise>> channels = new ArrayList<>();

    @Test
    void everyChannelHasTheFirstByte() throws Exception {
        run(2, 3);
    }

    /// The issue's bound: 250 ms for 99 of 100, on loopback.
    @Test
    @Tag("long")
    void theFirstByteIsThereWithinAQuarterOfASecond() throws Exception {
        for (Map.Entry<String, double[]> each : run(WARM_UP, 300).entrySet()) {
            double[] sorted = each.getValue();
            System.out.println(String.format(
                    Locale.ROOT,
                    "%-10s p50 %6.1f ms, p99 %6.1f ms, longest %6.1f ms",
                    each.getKey(),
                    sorted[sorted.length / 2],
                    sorted[sorted.length * 99 / 100],
                    sorted[sorted.length - 1]));
            assertTrue(sorted[sorted.length * 99 / 100] < 250, each.getKey());
        }
    }

    private Map<String, double[]> run(int warmUp, int count) throws Exception {
        open();
        Map<String, double[]> tookMs = new LinkedHashMap<>();
        Tap tak = new Tap((_, _) -> {});
        taps.put("cot-server", tak);
        taps.keySet().forEach(name -> tookMs.put(name, new double[count]));
        try (TakServer<Cleared.Exercise> server = tak();
                Socket client = new Socket(InetAddress.getLoopbackAddress(), server.port());
                Doors<Cleared.Exercise> doors =
                        new Doors<>(Cleared.Exercise.class, with(server), heard.troubles::add)) {
            assertTrue(client.getInputStream().read() >= 0);
            Thread.ofPlatform().daemon().start(() -> listen(client, tak));
            for (int i = 0; i < warmUp + count; i++) {
                Thread.sleep(20);
                taps.values().forEach(Tap::await);
                long startNs = System.nanoTime();
                publish(doors, i);
                until(() -> taps.values().stream().allMatch(tap -> tap.firstNs().isPresent()));
                if (i >= warmUp) {
                    note(tookMs, i - warmUp, startNs);
                }
                int all = (i + 1) * taps.size();
                until(() -> receipts() >= all);
            }
        } finally {
            close();
        }
        assertEquals(List.of(), heard.troubles);
        tookMs.values().forEach(Arrays::sort);
        return tookMs;
    }

    private void note(Map<String, double[]> tookMs, int i, long startNs) {
        taps.forEach((name, tap) ->
                tookMs.getOrDefault(name, new double[0])[i] = (tap.firstNs().orElseThrow() - startNs) / 1e6);
    }

    // Of channels, not of single recipients.
    private long receipts() {
        return heard.receipts.stream().filter(each -> !each.contains("/")).count();
    }

    private static void listen(Socket client, Tap tap) {
        byte[] some = new byte[65_536];
        try {
            while (client.getInputStream().read(some) >= 0) {
                tap.came();
            }
        } catch (IOException closed) {
            tap.await();
        }
    }

    private void publish(Sender doors, int i) {
        Output output =
                new Output.Published(Bulletins.exercise("W-" + i, 1, Warning.Stage.ISSUED), List.copyOf(taps.keySet()));
        doors.send(new Emission(NOW, i, 0, output));
    }

    private List<Channel<Cleared.Exercise>> with(Channel<Cleared.Exercise> more) {
        List<Channel<Cleared.Exercise>> all = new ArrayList<>(channels);
        all.add(more);
        return all;
    }

    private TakServer<Cleared.Exercise> tak() throws IOException {
        return new TakServer<>(
                new InetSocketAddress("127.0.0.1", 0),
                Optional.empty(),
                new TakServer.Told("cot-server", new CotObjects(CotVoice.of("node", Domain.EXERCISE)), List.of()),
                heard,
                heard.troubles::add);
    }

    private void open() throws IOException {
        Ties ties = heard.ties(folder);
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret\n");
        by("cap", new CapPost(target(tap("cap", Tap::http)), heard.troubles::add), ties);
        by(
                "webhook",
                new Webhook(uri(tap("webhook", Tap::http)), new Secret("k", secret), Optional.empty(), ties.clock()),
                ties);
        by("mqtt", new Mqtt(server(tap("mqtt", Tap::mqtt)), "v", "vedette", Domain.EXERCISE), ties);
        by(
                "mail",
                new Mail(server(tap("mail", Tap::smtp)), "v@x.example", List.of("a@x.example"), heard.troubles::add),
                ties);
        InetSocketAddress unit = InetSocketAddress.createUnresolved(
                "127.0.0.1", tap("relay", Tap::modbus).port());
        Relay.Sounding sounding = new Relay.Sounding(List.of(Warning.Kind.IMPACT), 180, false, true);
        by("relay", new Relay("relay", new ModbusCoil(unit, 1, 0), sounding, ties), ties);
    }

    private void by(String name, Carrier carrier, Ties ties) {
        channels.add(new Delivery<>(name, carrier, ties));
    }

    private Tap tap(String name, Tap.Talk talk) throws IOException {
        Tap tap = new Tap(talk);
        taps.put(name, tap);
        return tap;
    }

    private static URI uri(Tap tap) {
        return URI.create("http://127.0.0.1:" + tap.port() + "/");
    }

    private CapPost.Target target(Tap tap) {
        CapProfile profile = new CapProfile("watch@example.org", "Watch", LeapSeconds.standard());
        return new CapPost.Target("cap", uri(tap), Optional.empty(), folder.resolve("cap"), profile, xml -> xml);
    }

    private static Server server(Tap tap) {
        return new Server(
                InetSocketAddress.createUnresolved("127.0.0.1", tap.port()),
                Server.Security.NONE,
                Optional.empty(),
                Optional.empty());
    }

    private void close() throws IOException {
        for (Tap tap : taps.values()) {
            tap.close();
        }
    }
}
