package vedette.edge.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vedette.edge.feed.Heard.until;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.edge.TlsKeys;
import vedette.format.sapient.Edition;
import vedette.format.sapient.Replies;
import vedette.format.sapient.Sapient;
import vedette.model.Measurement;
import vedette.model.Measurement.Condition;
import vedette.model.Measurement.PositionReport;
import vedette.model.SensorId;

class SapientServerTest {
    private static final SensorId HILL = new SensorId("Hill a8654cdf");

    private final Heard heard = new Heard();
    private final SapientServer server = new SapientServer(SapientHouse.loopback("fusion", 0));

    @BeforeEach
    void open() {
        server.start(heard);
    }

    @AfterEach
    void close() {
        server.close();
        assertEquals(List.of(), FeedThreads.alive("fusion"));
    }

    private TestNode registered(String type, double statusS) throws IOException {
        TestNode node = TestNode.at(server.plainPort()).says(TestNode.registration(type, statusS));
        assertEquals("registration_ack", node.hears().content());
        return node;
    }

    @Test
    void aNodeRegistersTellsItsStateAndWhatItSees() throws IOException {
        try (TestNode node = registered("CAMERA", 5)) {
            node.says(TestNode.status("OK"), TestNode.detection(24.11));

            until("the report came", () -> !positions().isEmpty());
            assertEquals(56.91, positions().getFirst().position().latDeg(), 1e-9);
            assertEquals(HILL, positions().getFirst().provenance().sensor());
            assertTrue(states().contains(Condition.OPERATIONAL));
        }
    }

    @Test
    void aBadRegistrationGetsAnErrorThatNamesTheFieldAndNoAcknowledgement() throws IOException {
        byte[] good = TestNode.frame(TestNode.registration("CAMERA", 5));
        byte[] bad = good.clone();
        bad[new String(good, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("v2.0") + 1] = '7';
        try (TestNode node = TestNode.at(server.plainPort())) {
            node.bytes(bad);

            Sapient.Taken answer = node.hears();
            assertEquals("error", answer.content());
            assertTrue(
                    answer.body().texts("error_message").getFirst().startsWith("registration.icd_version"),
                    () -> answer.body().texts("error_message").toString());
            node.says(TestNode.detection(24.1));
            assertEquals("error", node.hears().content());
            assertEquals(0, server.counts().sessions());
        }
    }

    @Test
    void reportsOfANodeThatHasNotRegisteredAreRefused() throws IOException {
        try (TestNode node = TestNode.at(server.plainPort()).says(TestNode.detection(24.1))) {
            Sapient.Taken answer = node.hears();

            assertTrue(answer.body().texts("error_message").getFirst().contains("not registered"));
            assertEquals(List.of(), positions());
        }
    }

    @Test
    void threeSilentStatusIntervalsCloseTheConnectionAndTheNodeHasFailed() throws IOException {
        try (TestNode node = registered("CAMERA", 0.2)) {
            assertTrue(node.isCutOff());

            until("it was said", () -> states().contains(Condition.FAILED));
            assertEquals(1, server.counts().silenced());
        }
    }

    /// As behind dstl's Apex middleware.
    @Test
    void oneSilentNodeDoesNotCutOffTheOthersOnItsConnection() throws IOException {
        String other = "b8654cdf-4328-47de-81fa-c495589e30c9";
        try (TestNode node = registered("CAMERA", 0.3)) {
            node.says(TestNode.registration("CAMERA", 5).replace(TestNode.ID, other));
            until("the silent one was told", () -> server.counts().silenced() == 1);

            node.says(TestNode.detection(24.12).replace(TestNode.ID, other));

            until("the other's report came", () -> !positions().isEmpty());
            assertEquals(1, server.counts().links());
        }
    }

    @Test
    void whoSaysGoodbyeHasNotFailed() throws IOException {
        try (TestNode node = registered("CAMERA", 0.2)) {
            node.says(TestNode.status("GOODBYE"));
            until("it was heard", () -> states().contains(Condition.UNKNOWN));
        }
        pause(1_000);

        assertFalse(states().contains(Condition.FAILED));
        assertEquals(0, server.counts().silenced());
    }

    @Test
    void aNodeThatComesBackNeedNotRegisterAnew() throws IOException {
        registered("CAMERA", 5).close();
        until("it left", () -> server.counts().links() == 0);

        try (TestNode _ = TestNode.at(server.plainPort()).says(TestNode.detection(24.12))) {
            until("its report came", () -> !positions().isEmpty());
            assertEquals(0, server.counts().refused());
            assertEquals(1, server.counts().sessions());
        }
    }

    @Test
    void nothingThatWasSentWholeIsLostWhenTheSenderLeaves() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < 5_000; i++) {
            all.writeBytes(TestNode.frame(TestNode.detection(24 + i * 1e-5)));
        }
        try (TestNode node = registered("CAMERA", 5)) {
            node.bytes(all.toByteArray());
        }

        until("all reports came", () -> positions().size() == 5_000);
        assertEquals(5_000, server.counts().detections());
    }

    @Test
    void sensorsAreAskedForAttentionAndEffectorsNever() throws IOException {
        try (TestNode node = registered("CAMERA", 5)) {
            assertEquals(Optional.empty(), server.ask(HILL, new Replies.Mode("default"), heard.now()));
            assertEquals(
                    "default",
                    node.hears()
                            .body()
                            .part("command")
                            .orElseThrow()
                            .text("mode_change")
                            .orElseThrow());
            assertTrue(server.ask(HILL, new Replies.Mode("other"), heard.now()).isPresent());
        }
        until("it left", () -> server.counts().links() == 0);
        try (TestNode _ = registered("JAMMER", 5)) {
            assertTrue(server.ask(HILL, new Replies.Mode("default"), heard.now())
                    .orElseThrow()
                    .contains("never"));
        }
    }

    @Test
    void anAlertIsAcknowledgedAndATaskFromBelowIsNot() throws IOException {
        try (TestNode node = registered("CAMERA", 5)) {
            node.says("""
                {"timestamp":"2026-01-01T00:00:03Z","nodeId":"%s","alert":{"alertId":"01H4R63D7NVN8444Z5M77WEBY5",
                "description":"door open"}}\
                """.formatted(TestNode.ID));
            assertEquals("alert_ack", node.hears().content());

            node.says("""
                {"timestamp":"2026-01-01T00:00:03Z","nodeId":"%s","task":{"taskId":"01H4R63D7NVN8444Z5M77WEBY5",
                "control":"CONTROL_START"}}\
                """.formatted(TestNode.ID));
            assertEquals("error", node.hears().content());
        }
    }

    @Test
    void anOldNodeIsAnsweredInItsOwnEdition() throws IOException {
        String old = TestNode.registration("CAMERA", 5)
                .replace("v2.0", "v1.0")
                .replace(
                        "\"task\":{",
                        "\"detectionDefinition\":{\"locationType\":{\"locationUnits\":1,\"locationDatum\":1}},\"task\":[{")
                .replace("\"type\":1}]}}],", "\"type\":1,\"name\":\"Status\"}]}]}]")
                .replaceAll("\"configData\".*\\]\\}\\}", "}}");
        try (TestNode node = TestNode.at(server.plainPort()).says(old)) {
            until("it is registered", () -> server.counts().sessions() == 1);

            assertEquals("registration_ack", node.hears().content());
            assertEquals(Optional.of(Edition.V1), Edition.of("BSI Flex 335 v1.0"));
        }
    }

    @Test
    void aFrameLongerThanAnyMessageCutsTheConnection() throws IOException {
        try (TestNode node = registered("CAMERA", 5)) {
            node.bytes(new byte[] {0, 0, 0, 0x7F});

            assertTrue(node.isCutOff());
        }
    }

    @Test
    void aFloodOfFaultsGetsFewAnswersAndIsCutOffInTheEnd() throws IOException {
        try (TestNode node = TestNode.at(server.plainPort())) {
            byte[] fault = new byte[5];
            fault[0] = 1;
            fault[4] = 7;
            ByteArrayOutputStream flood = new ByteArrayOutputStream();
            for (int i = 0; i < 2_000; i++) {
                flood.writeBytes(fault);
            }
            try {
                node.bytes(flood.toByteArray());
            } catch (IOException cut) {
                // It was cut while it spoke.
            }
            until("it was cut off", () -> server.counts().links() == 0);

            assertTrue(server.counts().refused() <= 1_100, () -> server.counts().toString());
            assertTrue(server.counts().errors() <= 200, () -> server.counts().toString());
        }
    }

    @Test
    void whoComesBeyondTheBoundIsCutOffCountedAndToldAndFindsAPlaceWhenSomebodyLeaves() throws IOException {
        SapientHouse two = new SapientHouse(
                new SensorId("two"),
                SapientHouse.loopback("x", 0).nodeId(),
                Optional.of(new TcpPort("127.0.0.1", 0, 2)),
                Optional.empty(),
                new Timebase.Sensor());
        try (SapientServer narrow = new SapientServer(two)) {
            narrow.start(heard);
            try (TestNode _ = TestNode.at(narrow.plainPort())) {
                try (TestNode _ = TestNode.at(narrow.plainPort())) {
                    until("both are in", () -> narrow.counts().links() == 2);
                    try (TestNode third = TestNode.at(narrow.plainPort())) {
                        assertTrue(third.isCutOff());
                    }
                    until("it was counted", () -> narrow.counts().turnedAway() == 1);
                    until("it was told", () -> told().contains("no more connections are taken"));
                    assertEquals(2, narrow.counts().links());
                }
                until("one left", () -> narrow.counts().links() == 1);
                try (TestNode next = TestNode.at(narrow.plainPort()).says(TestNode.registration("CAMERA", 5))) {
                    assertEquals("registration_ack", next.hears().content());
                }
            }
        }
    }

    // What the feed says of itself, as displays show it.
    private String told() {
        return heard.all().stream()
                .filter(Measurement.FeedStatus.class::isInstance)
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void onTheSecurePortBothSidesShowCertificates(@TempDir Path folder) throws Exception {
        TlsKeys keys = keys(folder);
        SapientHouse house = new SapientHouse(
                new SensorId("secure"),
                SapientHouse.loopback("x", 0).nodeId(),
                Optional.empty(),
                Optional.of(new SapientHouse.Secure(TcpPort.loopback(0), keys.context("secure"))),
                new Timebase.Sensor());
        try (SapientServer secure = new SapientServer(house)) {
            secure.start(heard);

            SSLContext ours = keys.context("node");
            try (TestNode node = new TestNode(socket(ours, secure.securePort()))) {
                node.says(TestNode.registration("CAMERA", 5));
                assertEquals("registration_ack", node.hears().content());
            }
            SSLContext nobody = SSLContext.getInstance("TLSv1.3");
            nobody.init(null, new TrustManager[] {new TrustsAll()}, null);
            assertThrows(IOException.class, () -> {
                try (TestNode node = new TestNode(socket(nobody, secure.securePort()))) {
                    node.says(TestNode.registration("CAMERA", 5));
                    node.hears();
                }
            });
        }
    }

    private static SSLSocket socket(SSLContext context, int port) throws IOException {
        return (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port);
    }

    private static TlsKeys keys(Path folder) throws IOException, InterruptedException {
        Path store = folder.resolve("node.p12");
        Path password = Files.writeString(folder.resolve("password"), "changeit\n");
        int done = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "node",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=node",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "changeit",
                        "-ext",
                        "san=ip:127.0.0.1")
                .inheritIO()
                .start()
                .waitFor();
        assertEquals(0, done);
        Path cert = folder.resolve("node.pem");
        Path trust = folder.resolve("trust.p12");
        run(
                "-exportcert",
                "-rfc",
                "-alias",
                "node",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit",
                "-file",
                cert.toString());
        run(
                "-importcert",
                "-noprompt",
                "-alias",
                "node",
                "-storetype",
                "PKCS12",
                "-keystore",
                trust.toString(),
                "-storepass",
                "changeit",
                "-file",
                cert.toString());
        return new TlsKeys(store, trust, password);
    }

    private static void run(String... words) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(words));
        assertEquals(0, new ProcessBuilder(command).start().waitFor());
    }

    /// A client that believes anybody, to be turned away itself.
    private static final class TrustsAll implements X509TrustManager {
        @Override
        public void checkClientTrusted(java.security.cert.X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(java.security.cert.X509Certificate[] chain, String type) {}

        @Override
        public java.security.cert.X509Certificate[] getAcceptedIssuers() {
            return new java.security.cert.X509Certificate[0];
        }
    }

    private List<PositionReport> positions() {
        return heard.all().stream()
                .filter(PositionReport.class::isInstance)
                .map(PositionReport.class::cast)
                .toList();
    }

    private List<Condition> states() {
        return heard.all().stream()
                .filter(Measurement.StatusReport.class::isInstance)
                .map(each -> ((Measurement.StatusReport) each).condition())
                .toList();
    }

    private static void pause(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException ended) {
            throw new AssertionError(ended);
        }
    }
}
