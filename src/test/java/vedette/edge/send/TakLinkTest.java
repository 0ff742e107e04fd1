package vedette.edge.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vedette.format.cot.CotObjects;
import vedette.format.cot.CotReport;
import vedette.format.cot.CotSamples;
import vedette.format.cot.CotTalk;
import vedette.format.cot.CotVoice;
import vedette.model.Altitude;
import vedette.model.Domain;
import vedette.model.Releasability;
import vedette.model.Warning;
import vedette.model.WarningId;

/// What is said over a connection, with nothing that carries it.
class TakLinkTest {
    private final CotObjects objects = new CotObjects(CotVoice.of("node", Domain.EXERCISE));
    private final List<String> told = new ArrayList<>();
    private final Still line = new Still();
    private List<CotReport> pictured = List.of();

    private static final class Still implements TakLine {
        private long stuck;
        private boolean over;

        @Override
        public void begin(TakLink link) {}

        @Override
        public void wake() {}

        @Override
        public long stuckSinceNs() {
            return stuck;
        }

        @Override
        public void end() {
            over = true;
        }
    }

    private final class Desk implements TakLink.Ends {
        @Override
        public CotAudience.Picture picture() {
            return new CotAudience.Picture(List.of(), List.of(), pictured);
        }

        @Override
        public void written(TakLink link, CotAudience.Letter letter) {
            told.add(letter.warning() + " " + letter.issue());
        }

        @Override
        public void ended(TakLink link, String why) {
            told.add(why);
        }
    }

    private TakLink link(TakLink.Side side) {
        TakLink link = new TakLink(side, line, "peer", new Desk());
        link.start();
        return link;
    }

    private CotReport track(long number) {
        return objects.track(CotSamples.drone(number, new Altitude.Ellipsoidal(150, 5), Releasability.OPEN))
                .orElseThrow();
    }

    private CotAudience.Letter letter(int issue) {
        return CotAudience.Letter.of(
                new WarningId("W-1"),
                issue,
                objects.warning(CotSamples.bulletin(Domain.EXERCISE, "W-1", issue, Warning.Stage.ISSUED)));
    }

    private static void hear(TakLink link, CotReport said) throws IOException {
        byte[] bytes = said.xml().clone();
        assertEquals(0, link.taken(bytes, bytes.length));
    }

    private static TakLink.Piece write(TakLink link) {
        TakLink.Piece piece = link.next();
        if (piece != null) {
            link.done(piece);
        }
        return piece;
    }

    @Test
    void aWarningOvertakesTheTracksThatWait() {
        TakLink link = link(TakLink.Side.CLIENT);
        assertNull(write(link), "an empty picture is nothing to say");
        link.news(CotChunk.all(List.of(track(1))));
        link.urgent(letter(1));
        assertEquals("W-1", write(link).letter().warning().name());
        assertNull(write(link).letter());
        assertNull(write(link));
        link.settle();
        assertEquals(List.of("W-1 1"), told);
    }

    @Test
    void whoIsSlowGetsTheNewestPictureInsteadOfAllThatWas() {
        TakLink link = link(TakLink.Side.CLIENT);
        assertNull(write(link), "an empty picture is nothing to say");
        for (int i = 0; i < 1000; i++) {
            link.news(CotChunk.all(List.of(track(i))));
        }
        pictured = List.of(track(7), track(8));
        TakLink.Piece whole = write(link);
        assertEquals(CotChunk.of(pictured).xml().length, whole.chunk().xml().length);
        assertNull(write(link));
    }

    @Test
    void whoTakesNothingForTenSecondsIsLetGoWithTheReason() {
        TakLink link = link(TakLink.Side.SERVER);
        line.stuck = 1;
        link.look(1 + TimeUnit.SECONDS.toNanos(10));
        assertEquals(List.of(), told);
        link.look(2 + TimeUnit.SECONDS.toNanos(10));
        assertEquals(List.of("it took nothing for 10 s"), told);
        assertTrue(line.over);
    }

    @Test
    void whoseWarningsPileUpIsLetGoWithTheReason() {
        TakLink link = link(TakLink.Side.SERVER);
        for (int i = 0; i < TakLink.MOST_URGENT; i++) {
            link.urgent(letter(i + 1));
        }
        assertEquals(List.of("512 warnings wait for it"), told);
        assertNull(link.next());
    }

    @Test
    void nothingIsSaidBetweenTheRequestForVersionOneAndItsAnswer() throws IOException {
        TakLink link = link(TakLink.Side.CLIENT);
        hear(link, CotTalk.offer("deal", 0));
        link.urgent(letter(1));
        TakLink.Piece asked = write(link);
        assertNull(asked.letter());
        assertNull(write(link));
        hear(link, CotTalk.response("deal", true, 0));
        TakLink.Piece next = link.next();
        assertEquals(1, next.letter().issue());
        assertEquals((byte) 0xBF, link.bytes(next)[0]);
    }

    @Test
    void whoOffersVersionOneAndNeverAnswersIsLeft() throws IOException {
        TakLink link = link(TakLink.Side.CLIENT);
        hear(link, CotTalk.offer("deal", 0));
        link.look(System.nanoTime() + TimeUnit.SECONDS.toNanos(59));
        assertEquals(List.of(), told);
        link.look(System.nanoTime() + TimeUnit.SECONDS.toNanos(61));
        assertEquals(List.of("it offered TAK protocol 1 and did not answer for 60 s"), told);
    }
}
