package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.edge.Channel;
import vedette.edge.send.TestKeys;
import vedette.edge.send.Ties;
import vedette.model.Cleared;
import vedette.model.Moment;

class ChannelSettingsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void aSecret() throws IOException {
        Files.writeString(folder.resolve("secret"), "s3cret\n");
    }

    private List<ChannelSetting> read(String entry) {
        return SettingsReader.parse("v.yaml", folder, "domain: exercise\nchannels:\n" + entry)
                .channels();
    }

    private String refused(String entry) {
        return String.valueOf(assertThrows(Failure.class, () -> read(entry)).getMessage());
    }

    private static final String HOOK =
            "  - {name: ops, type: webhook, domain: exercise, url: 'https://example.org/w', secret_file: secret}\n";

    @Test
    void aWebhookIsReadAndMade() {
        List<ChannelSetting> settings = read(HOOK);
        Ties ties = new Ties(() -> new Moment(0), (_, _, _) -> {}, folder, _ -> {});
        List<Channel<Cleared.Exercise>> channels = Channels.of(settings, ties);
        assertEquals(List.of("ops"), channels.stream().map(Channel::name).toList());
        channels.forEach(Channel::close);
    }

    @Test
    void aChannelOfAnotherDomainIsRefused() {
        assertTrue(refused(HOOK.replace("domain: exercise", "domain: live")).contains("domain"));
        assertTrue(refused(HOOK.replace("domain: exercise, ", "")).contains("domain is missing"));
    }

    @Test
    void plainHttpLeavesThisMachineNever() {
        assertTrue(refused(HOOK.replace("https://", "http://")).contains("plain HTTP"));
        assertEquals(
                1,
                read(HOOK.replace("https://example.org", "http://127.0.0.1:9")).size());
    }

    @Test
    void twoChannelsOfOneNameAreRefused() {
        assertTrue(refused(HOOK + HOOK).contains("a second time"));
    }

    private List<String> made(String entry) {
        Ties ties = new Ties(() -> new Moment(0), (_, _, _) -> {}, folder, _ -> {});
        List<Channel<Cleared.Exercise>> channels = Channels.of(read(entry), ties);
        channels.forEach(Channel::close);
        return channels.stream().map(Channel::name).toList();
    }

    private static final String CELLS = "  - {name: phones, type: cell-broadcast, domain: exercise, language: de, ";

    @Test
    void cellBroadcastsGoToAFolderOrAnAddress() {
        assertEquals(List.of("phones"), made(CELLS + "folder: cells}\n"));
        assertEquals(List.of("phones"), made(CELLS + "url: 'https://cbc.example/w', secret_file: secret}\n"));
        assertTrue(refused(CELLS.replace("de,", "tlh,") + "folder: cells}\n").contains("language"));
        assertTrue(refused(CELLS + "url: 'http://cbc.example/w', secret_file: secret}\n")
                .contains("plain HTTP"));
    }

    private static final String CAP = "  - {name: national, type: cap, domain: exercise, url: 'https://cap.example/p', "
            + "sender: watch@example.org, keystore: signer.p12, password_file: password}\n";

    @Test
    void capIsSignedWithTheKeyThatIsNamed() throws Exception {
        TestKeys.made(folder, "signer", "dns:node.example");

        assertEquals(List.of("national"), made(CAP));
        Files.writeString(folder.resolve("password"), "another\n");
        List<ChannelSetting> settings = read(CAP);
        Ties ties = new Ties(() -> new Moment(0), (_, _, _) -> {}, folder, _ -> {});
        Failure failure = assertThrows(Failure.class, () -> Channels.of(settings, ties));
        assertTrue(String.valueOf(failure.getMessage()).contains("national"), failure::toString);
    }

    @Test
    void theNameOfTheFeedIsNobodyElses() {
        assertTrue(refused(HOOK.replace("name: ops", "name: cap-feed")).contains("a second time"));
    }

    private static final String TAK =
            "  - {name: tak, type: cot-server, domain: exercise, node: EX-1, address: '127.0.0.1:0'}\n";

    @Test
    void aTakServerIsReadAndMade() {
        Ties ties = new Ties(() -> new Moment(0), (_, _, _) -> {}, folder, _ -> {});
        List<Channel<Cleared.Exercise>> channels = Channels.of(read(TAK), ties);
        assertEquals(List.of("tak"), channels.stream().map(Channel::name).toList());
        channels.forEach(Channel::close);
    }

    private static final String MESH = "  - {name: mesh, type: cot-mesh, domain: exercise, node: EX-1, interface: lo, "
            + "address: '239.2.3.1:26970'}\n";

    @Test
    void aMeshIsReadAndMade() throws IOException {
        Assumptions.assumeTrue(NetworkInterface.getByName("lo") != null, "skipped: no interface 'lo'");
        Ties ties = new Ties(() -> new Moment(0), (_, _, _) -> {}, folder, _ -> {});
        List<Channel<Cleared.Exercise>> channels = Channels.of(read(MESH), ties);
        assertEquals(List.of("mesh"), channels.stream().map(Channel::name).toList());
        channels.forEach(Channel::close);
    }

    @Test
    void aMeshNeedsAMulticastGroup() throws IOException {
        Assumptions.assumeTrue(NetworkInterface.getByName("lo") != null, "skipped: no interface 'lo'");
        Ties ties = new Ties(() -> new Moment(0), (_, _, _) -> {}, folder, _ -> {});
        List<ChannelSetting> settings = read(MESH.replace("239.2.3.1", "127.0.0.1"));
        Failure failure = assertThrows(Failure.class, () -> Channels.of(settings, ties));
        assertTrue(String.valueOf(failure.getMessage()).contains("127.0.0.1 is no multicast group"));
    }

    @Test
    void takBeyondThisMachineNeedsCertificates() {
        assertTrue(refused(TAK.replace("127.0.0.1", "192.0.2.1")).contains("without TLS"));
        assertTrue(refused(TAK.replace("server", "client").replace("127.0.0.1", "192.0.2.1"))
                .contains("without TLS"));
    }

    @Test
    void aGroupThatAllCanHearIsMeant() {
        String mesh = "  - {name: m, type: cot-mesh, domain: exercise, node: EX-1, interface: eth0}\n";
        assertTrue(refused(mesh).contains("unprotected"));
        assertEquals(1, read(mesh.replace("eth0", "eth0, unprotected: true")).size());
    }

    @Test
    void twoNodesWithOneNameAreNotPossibleByOversight() {
        assertTrue(refused(TAK.replace("node: EX-1, ", "")).contains("node is missing"));
    }

    @Test
    void aSirenIsEnabledInSoManyWords() {
        String siren = "  - {name: s, type: relay, domain: exercise, modbus: '127.0.0.1:502', kinds: [impact]";
        assertTrue(refused(siren + "}\n").contains("enabled is not true"));
        assertTrue(refused(siren + ", enabled: true}\n").contains("sounds_exercises"));
        assertEquals(
                1, read(siren + ", enabled: true, sounds_exercises: true}\n").size());
    }

    @Test
    void mailAndBrokersAreProtectedBeyondThisMachine() {
        String mail = "  - {name: m, type: smtp, domain: exercise, address: 'mx.example:25', from: v@x.example, "
                + "to: [a@x.example]";
        assertTrue(refused(mail + ", security: none}\n").contains("security"));
        assertEquals(1, read(mail + "}\n").size());
        String broker = "  - {name: b, type: mqtt, domain: exercise, address: '127.0.0.1:1883', security: none";
        assertEquals(1, read(broker + "}\n").size());
        assertTrue(refused(broker + ", topic: 'a/#'}\n").contains("topic"));
    }
}
