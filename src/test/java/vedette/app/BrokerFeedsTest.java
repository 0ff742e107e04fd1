package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.edge.Feed;
import vedette.edge.Intake;
import vedette.edge.Mosquitto;
import vedette.edge.TlsKeys;
import vedette.edge.send.TestKeys;
import vedette.format.mqtt.ToBroker;
import vedette.model.Domain;
import vedette.model.Measurement;
import vedette.model.Moment;

/// Remote ID receivers over a broker under TLS with a password, from the settings to measurements: against Mosquitto
/// where it is installed (Debian's package `mosquitto`); skipped, and saying so, elsewhere.
class BrokerFeedsTest {
    private static final String HEARD = "{\"BasicID\": \"SERIAL7\", \"IDType\": 1, \"UAType\": 2, \"Latitude\": 48.5,"
            + " \"Longitude\": 9.25, \"Direction\": 90, \"SpeedHorizontal\": 5.0, \"AltitudeGeo\": 320.0,"
            + " \"data\": {\"MAC address\": \"AA:BB:CC:00:11:22\"}}";

    @TempDir
    private Path folder = Path.of("");

    private final List<Measurement> taken = new CopyOnWriteArrayList<>();
    private Optional<Mosquitto> broker = Optional.empty();

    private final Intake intake = new Intake() {
        @Override
        public Moment now() {
            return new Moment(1_000_000_000L);
        }

        @Override
        public void put(Measurement measurement, Moment arrivedAt) {
            taken.add(measurement);
        }

        @Override
        public boolean offer(Measurement measurement, Moment arrivedAt) {
            return taken.add(measurement);
        }
    };

    @AfterEach
    void stop() throws InterruptedException {
        if (broker.isPresent()) {
            broker.get().close();
        }
    }

    private int guarded(TestKeys keys) throws Exception {
        broker = Optional.of(Mosquitto.guarded(folder, Mosquitto.freePort(), keys));
        return broker.get().port;
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        for (int i = 0; i < 1_500 && !holds.getAsBoolean(); i++) {
            Thread.sleep(20);
        }
        assertTrue(holds.getAsBoolean());
    }

    private Feed feed(int port, TestKeys keys, String password) throws IOException {
        Files.writeString(folder.resolve("login"), password + "\n");
        Settings settings = SettingsReader.parse(
                "vedette.yaml", folder, """
                    domain: test
                    feeds:
                      - name: receivers
                        type: remoteid-mqtt
                        address: 127.0.0.1:%d
                        topics: ['rid/+']
                        user: vedette
                        password_file: login
                        tls: {keystore: %s, truststore: %s, password_file: %s}
                    """.formatted(port, keys.keystore(), keys.truststore(), keys.passwordFile()));
        return Feeds.of(settings.feeds().getFirst(), new Wire.Known(Domain.TEST, List.of()), new Moment(0));
    }

    // A receiver with the same password; it waits until the broker has what it tells.
    private static void tell(int port, TestKeys keys, String words) throws IOException {
        try (Socket socket = new TlsKeys(keys.keystore(), keys.truststore(), keys.passwordFile())
                .context("receiver")
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            Optional<ToBroker.Login> login = Optional.of(new ToBroker.Login(Mosquitto.USER, Mosquitto.PASSWORD));
            socket.getOutputStream()
                    .write(ToBroker.connect(new ToBroker.Hello("r1", 30, true, Optional.empty(), login)));
            socket.getInputStream().readNBytes(4);
            socket.getOutputStream()
                    .write(ToBroker.publish("rid/r1", 1, words.getBytes(StandardCharsets.UTF_8), false));
            assertEquals(4, socket.getInputStream().readNBytes(4).length);
            socket.getOutputStream().write(ToBroker.disconnect());
        }
    }

    private String status() {
        return taken.stream()
                .filter(Measurement.FeedStatus.class::isInstance)
                .map(Object::toString)
                .reduce("", String::concat);
    }

    private List<Measurement> reports() {
        return taken.stream()
                .filter(each -> !(each instanceof Measurement.FeedStatus))
                .toList();
    }

    @Test
    void whatReceiversTellABrokerUnderTlsIsHeardByWhoHasThePassword() throws Exception {
        TestKeys keys = TestKeys.made(folder, "here", "ip:127.0.0.1");
        int port = guarded(keys);
        try (Feed feed = feed(port, keys, Mosquitto.PASSWORD)) {
            feed.start(intake);
            // Told again until our subscription stands.
            for (int i = 0; i < 50 && reports().isEmpty(); i++) {
                tell(port, keys, HEARD);
                Thread.sleep(200);
            }

            String told = reports().getFirst().toString();
            assertTrue(told.contains("serial=Optional[SERIAL7]"), told);
        }
    }

    @Test
    void whoHasAnotherPasswordHearsNothingAndItIsNotTold() throws Exception {
        TestKeys keys = TestKeys.made(folder, "here", "ip:127.0.0.1");
        int port = guarded(keys);
        try (Feed feed = feed(port, keys, "guessed")) {
            feed.start(intake);
            until(() -> status().contains("refuses us"));
            tell(port, keys, HEARD);

            assertEquals(List.of(), reports());
            assertFalse(status().contains("guessed"));
        }
    }
}
