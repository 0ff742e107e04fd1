package vedette.edge.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.edge.PublicPages;
import vedette.format.cap.CapProfile;
import vedette.format.cap.CapReader;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.model.Bulletin;
import vedette.model.Domain;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.Releasability;
import vedette.model.Warning;

class CapShelfTest {
    private static final String BASE = "https://example.org/cap/";
    private static final CapProfile PROFILE = new CapProfile("watch@example.org", "Watch", LeapSeconds.standard());

    @TempDir
    Path folder;

    private final Bulletins.Heard heard = new Bulletins.Heard();
    private Moment now = Bulletins.NOW;

    private CapShelf shelf() {
        return new CapShelf(PROFILE, xml -> xml, new Ties(() -> now, heard, folder, heard.troubles::add));
    }

    private static Parcel exercise(String id, int issue, Warning.Stage stage) {
        return new Parcel.News(Bulletins.bulletin(id, issue, stage, Domain.EXERCISE));
    }

    private static String page(CapShelf shelf, String name) {
        return shelf.page(name, BASE).map(PublicPages.Page::text).orElse("");
    }

    private static List<Json> alerts(CapShelf shelf) {
        return assertInstanceOf(JsonText.Read.class, JsonText.read(page(shelf, "feed.json")))
                .value()
                .items("alerts");
    }

    private static String fetched(CapShelf shelf, Json alert) {
        String url = alert.text("url").orElseThrow();
        assertTrue(url.startsWith(BASE), url);
        return page(shelf, url.substring(BASE.length()));
    }

    @Test
    void theFeedListsTheNewestMessageOfEachWarningAndEachCanBeFetched() throws IOException {
        CapShelf shelf = shelf();
        shelf.carry(exercise("IMPACT-1", 1, Warning.Stage.ISSUED), _ -> {});
        shelf.carry(exercise("IMPACT-2", 1, Warning.Stage.ISSUED), _ -> {});
        shelf.carry(exercise("IMPACT-1", 2, Warning.Stage.UPDATED), _ -> {});

        List<Json> alerts = alerts(shelf);
        assertEquals(2, alerts.size());
        for (Json alert : alerts) {
            String xml = fetched(shelf, alert);
            assertTrue(xml.contains("<status>Exercise</status>") && xml.contains("EXERCISE EXERCISE"), xml);
            assertEquals("Exercise", alert.text("status").orElseThrow());
        }
        assertTrue(page(shelf, "feed.atom").contains("IMPACT-1.2."));
        assertFalse(page(shelf, "feed.atom").contains("IMPACT-1.1."));
    }

    @Test
    void aCancelledWarningLeavesTheFeedWhenItsMessageRunsOut() throws IOException {
        CapShelf shelf = shelf();
        shelf.carry(exercise("IMPACT-1", 1, Warning.Stage.ISSUED), _ -> {});
        shelf.carry(exercise("IMPACT-1", 2, Warning.Stage.CANCELLED), _ -> {});
        String cancel = fetched(shelf, alerts(shelf).getFirst());
        assertTrue(cancel.contains("<msgType>Cancel</msgType>") && cancel.contains(",IMPACT-1.1."), cancel);
        String before = page(shelf, "feed.json");

        now = Bulletins.NOW.plusS(601);

        assertEquals(List.of(), alerts(shelf));
        assertNotEquals(before, page(shelf, "feed.json"));
    }

    @Test
    void aRestartKeepsTheFeedAndTheChain() throws IOException {
        shelf().carry(exercise("IMPACT-1", 1, Warning.Stage.ISSUED), _ -> {});
        CapShelf again = shelf();
        assertEquals(1, alerts(again).size());

        again.carry(exercise("IMPACT-1", 2, Warning.Stage.ALL_CLEAR), _ -> {});

        String clear = fetched(again, alerts(again).getFirst());
        assertTrue(clear.contains(",IMPACT-1.1.") && clear.contains("<responseType>AllClear<"), clear);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void whatIsNotForEverybodyIsInTheFolderOnly() throws IOException {
        CapShelf shelf = shelf();
        Bulletin open = Bulletins.bulletin("IMPACT-1", 1, Warning.Stage.ISSUED, Domain.EXERCISE);
        Bulletin closed = new Bulletin(closed(open.warning()), 1, open.releasedAt(), open.authority());
        shelf.carry(new Parcel.News(closed), _ -> {});

        assertEquals(List.of(), alerts(shelf));
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.findFirst().orElseThrow();
            assertTrue(Files.readString(file).contains("<restriction>"));
            assertEquals("", page(shelf, file.getFileName().toString()));
        }
    }

    private static Warning closed(Warning open) {
        return new Warning(
                open.id(),
                open.revision(),
                open.at(),
                open.domain(),
                open.stage(),
                open.kind(),
                open.gravity(),
                open.tracks(),
                open.zones(),
                open.polygon(),
                open.validity(),
                open.sources(),
                open.words(),
                Releasability.only("NORDIC"));
    }

    @Test
    void aTestOfTheChannelsIsOnTheFeedForAMinuteAndMarked() throws IOException {
        CapShelf shelf = shelf();
        shelf.carry(new Parcel.Probe(Bulletins.probe(Domain.LIVE)), _ -> {});

        assertEquals("Test", alerts(shelf).getFirst().text("status").orElseThrow());
        now = Bulletins.NOW.plusS(61);
        assertEquals(List.of(), alerts(shelf));
    }

    @Test
    void aFullDiskKeepsNobodyFromBeingWarned() throws IOException {
        Path file = Files.writeString(folder.resolve("occupied"), "");
        CapShelf shelf = new CapShelf(PROFILE, xml -> xml, new Ties(() -> now, heard, file, heard.troubles::add));
        Parcel parcel = exercise("IMPACT-1", 1, Warning.Stage.ISSUED);

        assertEquals(true, fails(shelf, parcel) && fails(shelf, parcel));
        assertEquals(1, alerts(shelf).size());
    }

    private static boolean fails(CapShelf shelf, Parcel parcel) {
        try {
            shelf.carry(parcel, _ -> {});
            return false;
        } catch (IOException full) {
            return true;
        }
    }

    @Test
    void namesLeadNowhereElse() throws IOException {
        Files.writeString(folder.resolve("secret.xml"), "no CAP");
        CapShelf shelf = shelf();

        for (String name : List.of("secret.xml", "../secret.xml", "..", "", ".xml", "feed.atom/x")) {
            assertEquals("", page(shelf, name), name);
        }
        assertInstanceOf(
                CapReader.Refused.class, CapReader.read(page(shelf, "feed.atom").getBytes(StandardCharsets.UTF_8)));
    }
}
