package vedette.format.cap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.format.text.JsonText;
import vedette.format.text.XmlText;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

class CapFeedTest {
    private static final Moment NOON = new Moment(1_000_000_000_000_000_000L);
    private static final CapFeed FEED = new CapFeed(
            "Watch",
            "https://example.org/cap/",
            NOON,
            List.of(
                    new CapFeed.Entry("A.2.x", "EXERCISE: b & c", "Exercise", NOON, NOON.plusS(60)),
                    new CapFeed.Entry("B.1.x", "old", "Actual", NOON, NOON)),
            LeapSeconds.standard());

    @Test
    void theFeedHoldsWhatHasNotRunOut() {
        assertEquals(
                List.of("A.2.x"),
                FEED.at(NOON.plusS(1)).entries().stream()
                        .map(CapFeed.Entry::identifier)
                        .toList());
    }

    @Test
    void bothFormsTellTheStatusAndTheAddress() {
        String atom = FEED.atom();
        String json = JsonText.write(FEED.json(), 0);

        assertInstanceOf(XmlText.Read.class, XmlText.read(atom.getBytes(StandardCharsets.UTF_8)));
        assertTrue(atom.contains("<summary>Exercise: EXERCISE: b &amp; c</summary>"), atom);
        assertTrue(atom.contains("href=\"https://example.org/cap/A.2.x.xml\""), atom);
        assertTrue(json.contains("\"https://example.org/cap/A.2.x.xml\"") && json.contains("\"Exercise\""), json);
    }
}
