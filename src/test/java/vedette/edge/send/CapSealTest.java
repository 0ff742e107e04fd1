package vedette.edge.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.edge.PublicPages;
import vedette.format.cap.CapProfile;
import vedette.format.cap.CapReader;
import vedette.format.text.XmlSeal;
import vedette.model.Domain;
import vedette.model.LeapSeconds;
import vedette.model.Warning;

/// CAP that leaves signed, by every way.
class CapSealTest {
    private static final CapProfile PROFILE = new CapProfile("watch@example.org", "Watch", LeapSeconds.standard());

    @TempDir
    Path folder;

    private TestKeys keys = new TestKeys(Path.of("."), "none");

    @BeforeEach
    void make() throws Exception {
        keys = TestKeys.made(folder, "signer", "dns:node.example");
    }

    private static Parcel warned(int issue, Warning.Stage stage) {
        return new Parcel.News(Bulletins.bulletin("IMPACT-1", issue, stage, Domain.EXERCISE));
    }

    private boolean holds(byte[] xml) throws Exception {
        CapReader.Message message = assertInstanceOf(CapReader.Message.class, CapReader.read(xml));
        List<XmlSeal.Verdict> verdicts = XmlSeal.verify(xml, new XmlSeal.Trust(List.of(keys.certificate()), false));
        return message.signatures() == 1
                && verdicts.size() == 1
                && verdicts.getFirst().valid();
    }

    @Test
    void filesAndFeedAreSignedAndStayInTheChain() throws Exception {
        Path shelfFolder = folder.resolve("cap");
        CapShelf shelf = new CapShelf(
                PROFILE,
                CapSeal.of(keys.keystore(), keys.passwordFile()),
                new Ties(() -> Bulletins.NOW, (_, _, _) -> {}, shelfFolder, _ -> {}));
        shelf.carry(warned(1, Warning.Stage.ISSUED), _ -> {});
        shelf.carry(warned(2, Warning.Stage.CANCELLED), _ -> {});

        try (Stream<Path> files = Files.list(shelfFolder)) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                assertTrue(holds(bytes));
                String forged = new String(bytes, StandardCharsets.UTF_8).replace("Tallinn", "Helsinki");
                assertFalse(holds(forged.getBytes(StandardCharsets.UTF_8)));
                String page = shelf.page(file.getFileName().toString(), "x/")
                        .map(PublicPages.Page::text)
                        .orElseThrow();
                assertTrue(holds(page.getBytes(StandardCharsets.UTF_8)));
            }
        }
        assertTrue(shelf.page("feed.atom", "x/").orElseThrow().text().contains("IMPACT-1.2."));
    }

    @Test
    void whatIsPostedIsSigned() throws Exception {
        try (Tap tap = new Tap(Tap::http);
                CapPost post = new CapPost(
                        new CapPost.Target(
                                "national",
                                URI.create("http://127.0.0.1:" + tap.port() + "/"),
                                Optional.empty(),
                                folder.resolve("posted"),
                                PROFILE,
                                CapSeal.of(keys.keystore(), keys.passwordFile())),
                        _ -> {})) {
            post.carry(warned(1, Warning.Stage.ISSUED), _ -> {});
            post.carry(new Parcel.Probe(Bulletins.probe(Domain.EXERCISE)), _ -> {});

            for (String heard : tap.heard()) {
                assertTrue(holds(heard.substring(heard.indexOf("<?xml")).getBytes(StandardCharsets.UTF_8)), heard);
            }
            assertEquals(2, tap.heard().size());
        }
    }

    @Test
    void aKeyThatDoesNotServeEndsTheStart() throws Exception {
        Files.writeString(folder.resolve("wrong"), "another password\n");

        assertThrows(IOException.class, () -> CapSeal.of(keys.keystore(), folder.resolve("wrong")));
        assertThrows(IOException.class, () -> CapSeal.of(keys.truststore(), keys.passwordFile()));
        assertThrows(IOException.class, () -> CapSeal.of(folder.resolve("none.p12"), keys.passwordFile()));
    }
}
