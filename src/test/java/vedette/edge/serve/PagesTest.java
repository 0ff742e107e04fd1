package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vedette.edge.PublicPages;
import vedette.model.Domain;

class PagesTest {
    private static final Pattern TAG = Pattern.compile("(?i)\r\netag: (\"[0-9a-f]+\")\r\n");

    private final DisplayServer display = new DisplayServer(
            DisplaySettings.of(Domain.TEST, "a-generated-operator-key").at("127.0.0.1", 0),
            (_, _) -> true,
            NodeView.PLAIN);
    private volatile String text = "<alert/>";
    private Wire wire = new Wire(0);

    @BeforeEach
    void open() {
        display.start();
        display.serve((name, base) -> name.startsWith("A.1")
                ? Optional.of(new PublicPages.Page("application/cap+xml", text + base + name))
                : Optional.empty());
        wire = new Wire(display.port());
    }

    @AfterEach
    void close() {
        display.close();
    }

    private static String tag(Wire.Answer answer) {
        return TAG.matcher(answer.head())
                .results()
                .findFirst()
                .map((MatchResult found) -> found.group(1))
                .orElseThrow();
    }

    @Test
    void aMessageIsServedWithItsTypeUnderTheAddressThatPeopleUse() throws IOException {
        Wire.Answer answer = wire.get("/cap/A.1.20261122T184615Z.xml");

        assertEquals(200, answer.status());
        assertTrue(answer.head().contains("application/cap+xml"), answer.head());
        assertEquals("<alert/>http://127.0.0.1:" + display.port() + "/cap/A.1.20261122T184615Z.xml", answer.body());
    }

    @Test
    void whoHasItAlreadyIsToldSoUntilItChanges() throws IOException {
        String tag = tag(wire.get("/cap/A.1.xml"));

        assertEquals(304, wire.get("/cap/A.1.xml", "If-None-Match: " + tag).status());
        assertEquals(
                304, wire.get("/cap/A.1.xml", "If-None-Match: \"x\", W/" + tag).status());
        text = "<alert>news</alert>";
        assertEquals(200, wire.get("/cap/A.1.xml", "If-None-Match: " + tag).status());
    }

    @Test
    void whatIsNotThereIsNotFound() throws IOException {
        assertEquals(404, wire.get("/cap/feed.atom").status());
        assertEquals(404, wire.get("/cap/B.xml").status());
        assertEquals(404, wire.get("/cap/..%2fA.1.xml").status());
        assertEquals(404, wire.get("/cap/").status());
    }
}
