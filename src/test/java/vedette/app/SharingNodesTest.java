package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.edge.share.Peer;
import vedette.edge.share.Pki;
import vedette.edge.share.Signing;
import vedette.format.share.Field;
import vedette.format.share.Grade;
import vedette.model.Releasability;

/// Two whole nodes that share, from their settings.
class SharingNodesTest {
    @TempDir
    Path folder;

    private Path settings(String name, String more) throws Exception {
        Files.createDirectories(folder.resolve(name));
        StringBuilder nodes = new StringBuilder();
        for (String each : List.of("FI-1", "EE-1")) {
            Path key = folder.resolve(each + ".key");
            Signing.of(key, new TreeMap<>());
            nodes.append(
                    "    - {node: %s, public_key: %s}%n".formatted(each, Files.readString(Signing.publicFile(key))));
        }
        return Files.writeString(
                folder.resolve(name + ".yaml"), """
                domain: exercise
                data: %s
                display: {port: %s}
                sharing:
                  node: %s
                  keystore: %s.p12
                  truststore: trust.p12
                  password_file: password
                  signing_key: %s.key
                  everybody: region
                  may_see:
                    - {community: NORDIC, grade: full}
                  only:
                    - {field: identity, communities: [NORDIC]}
                  nodes:
                %s%s
                """.formatted(name, free(), name, name, name, nodes, more));
    }

    private static int free() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String peer(String node, String address) {
        return "  peers:%n    - {node: %s, community: NORDIC%s, gets: [warnings, notices, tracks]}%n"
                .formatted(node, address);
    }

    @Test
    void aNoticeThatOneNodeWasToldReachesTheOthersJournal() throws Exception {
        Pki.files(folder, List.of("FI-1", "EE-1"));
        int port = free();
        Files.writeString(
                folder.resolve("notices.json"),
                "[{\"kind\":\"sounding_rocket\",\"lat\":67.9,\"lon\":21.1,\"window\":[0,3000]}]");
        Path finland = settings("FI-1", "  listen: 127.0.0.1:" + port + "\n" + peer("EE-1", ""));
        Path estonia = settings(
                "EE-1",
                peer("FI-1", ", address: '127.0.0.1:" + port + "'")
                        + "missile: {notices: notices.json, notices_from: 2100-01-01T00:00:00Z}\n");

        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Future<String> first = both.submit(run(finland));
            Future<String> second = both.submit(run(estonia));
            assertTrue(first.get().contains("sharing: 1 peers, listening on " + port), first.get());
            assertTrue(second.get().contains("linked with FI-1"), second.get());
        }

        StringWriter out = new StringWriter();
        assertEquals(
                0,
                Main.run(
                        new PrintWriter(out),
                        new PrintWriter(out),
                        "journal",
                        "export",
                        folder.resolve("FI-1/journal").toString()));
        assertTrue(
                out.toString().lines().anyMatch(line -> line.contains("Received") && line.contains("NOTICE-1")),
                out::toString);
    }

    @Test
    void aPeerThatDoesNotAnswerIsALostFeed() throws Exception {
        Pki.files(folder, List.of("FI-1", "EE-1"));
        int nobody = free();
        Path estonia = settings("EE-1", peer("FI-1", ", address: '127.0.0.1:" + nobody + "'"));
        StringWriter out = new StringWriter();
        PrintWriter print = new PrintWriter(out, true);

        Main.run(print, print, "run", "--config", estonia.toString(), "--exit-after", "7");
        Main.run(
                print,
                print,
                "replay",
                folder.resolve("EE-1/journal").toString(),
                "--out",
                folder.resolve("out").toString());

        String sensors = Files.readString(folder.resolve("out/sensors.jsonl"));
        assertTrue(
                sensors.lines().anyMatch(line -> line.contains("link FI-1") && line.contains("LOST")),
                () -> sensors + out);
    }

    private static Callable<String> run(Path settings) {
        return () -> {
            StringWriter out = new StringWriter();
            PrintWriter print = new PrintWriter(out, true);
            Main.run(print, print, "run", "--config", settings.toString(), "--exit-after", "4");
            return out.toString();
        };
    }

    @Test
    void theSettingsSayWhoMaySeeWhat() throws Exception {
        Pki.files(folder, List.of("FI-1", "EE-1"));
        SharingSetting sharing = SettingsReader.read(settings("EE-1", peer("FI-1", "")))
                .sharing()
                .orElseThrow();

        assertEquals(Releasability.only("NORDIC"), sharing.release().label(Field.LAUNCH_AREA, Grade.FULL));
        assertEquals(Releasability.OPEN, sharing.release().label(Field.LAUNCH_AREA, Grade.REGION));
        assertEquals(Releasability.only("NORDIC"), sharing.release().label(Field.IDENTITY, Grade.REGION));
        assertTrue(sharing.peers().getFirst().gets().contains(Peer.Topic.TRACKS));
        assertEquals(false, sharing.told().drafts());
    }

    @Test
    void aMistakeIsNamed() throws Exception {
        Pki.files(folder, List.of("FI-1", "EE-1"));
        Path wrong = settings("EE-1", "  peers:\n    - {node: FI-1, community: N, gets: [everything]}\n");

        Failure failure = assertThrows(Failure.class, () -> SettingsReader.read(wrong));

        assertTrue(String.valueOf(failure.getMessage()).contains("sharing.peers[0].gets holds 'everything'"));
    }
}
