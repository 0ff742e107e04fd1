package vedette.edge.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.model.Domain;
import vedette.model.Warning;

/// Cell broadcasts for the software of a broadcast centre.
class CellsTest {
    @TempDir
    Path folder;

    private static Parcel warned(Warning.Stage stage, Domain domain) {
        return new Parcel.News(Bulletins.bulletin("IMPACT-1", 1, stage, domain));
    }

    private static Json read(String text) {
        return assertInstanceOf(JsonText.Read.class, JsonText.read(text)).value();
    }

    @Test
    void aFileHasTheBulletinAndItsPagesInEveryLanguage() throws Exception {
        try (CellFiles files = new CellFiles(folder.resolve("cells"), Body.cells("de"))) {
            files.carry(warned(Warning.Stage.ISSUED, Domain.EXERCISE), _ -> {});
        }

        Json json = read(Files.readString(folder.resolve("cells/EXERCISE.IMPACT-1.1.json")));
        assertEquals("EXERCISE", json.text("domain").orElseThrow());
        List<Json> broadcasts = json.items("broadcasts");
        assertEquals(5, broadcasts.size());
        for (Json each : broadcasts) {
            boolean local = each.text("language").orElseThrow().equals("de");
            assertEquals("EXERCISE", each.text("level").orElseThrow());
            assertEquals(local ? 4381 : 4394, each.number("message_identifier").orElseThrow());
            String first = JsonText.write(each.items("pages").getFirst(), 0);
            assertTrue(first.contains("EXERCISE"), first);
        }
    }

    @Test
    void anExtremeLiveWarningIsLevelOneAndATestIsATest() {
        Json live = Body.cells("en")
                .of(warned(Warning.Stage.ISSUED, Domain.LIVE))
                .orElseThrow()
                .items("broadcasts")
                .getFirst();
        Json test = Body.cells("en")
                .of(new Parcel.Probe(Bulletins.probe(Domain.LIVE)))
                .orElseThrow()
                .items("broadcasts")
                .getFirst();

        assertEquals("LEVEL_1", live.text("level").orElseThrow());
        assertEquals("TEST", test.text("level").orElseThrow());
        assertTrue(JsonText.write(test, 0).contains("TEST"));
    }

    @Test
    void aCentreThatTakesRequestsGetsThemSigned() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret\n");
        try (Tap tap = new Tap(Tap::http);
                Webhook hook = new Webhook(
                        URI.create("http://127.0.0.1:" + tap.port() + "/"),
                        new Secret("k", secret),
                        Optional.empty(),
                        () -> Bulletins.NOW,
                        Body.cells("en"))) {
            hook.carry(warned(Warning.Stage.CANCELLED, Domain.EXERCISE), _ -> {});

            String heard = tap.heard().getFirst();
            assertTrue(heard.contains("Vedette-Signature: sha256=") && heard.contains("\"broadcasts\""), heard);
        }
    }
}
