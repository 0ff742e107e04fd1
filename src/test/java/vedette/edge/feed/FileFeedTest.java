package vedette.edge.feed;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vedette.edge.feed.Heard.until;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.format.carrier.Framing;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

class FileFeedTest {
    private static final Moment DAY = LeapSeconds.standard().moment(20_000L * 86_400 * 1_000_000_000L);

    private final Heard heard = new Heard();

    /// A FINAL recording with a frame each tenth of a second from 1 s after midnight on.
    static byte[] finals(String... payloads) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < payloads.length; i++) {
            int length = payloads[i].length() + 12;
            int tick = 100 + 10 * i;
            out.writeBytes(new byte[] {0, (byte) length, 0, 0, 0, 0, (byte) (tick >>> 8), (byte) tick});
            out.writeBytes(payloads[i].getBytes(US_ASCII));
            out.writeBytes(new byte[] {(byte) 0xA5, (byte) 0xA5, (byte) 0xA5, (byte) 0xA5});
        }
        return out.toByteArray();
    }

    private static FileFeed feed(Path file, double speed) {
        return new FileFeed(
                Letters.source("recording"),
                new FileFeed.File(
                        file,
                        (bytes, _) -> new Recording(
                                bytes,
                                new Recording.Kind(Framing.FINAL, true, Letters::new, LeapSeconds.standard(), DAY)),
                        speed));
    }

    @Test
    void aRecordingIsPlayedToItsEnd(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("letters.ff"), finals("a.", "b.!c.", "d."));
        try (FileFeed feed = feed(file, 0)) {
            feed.start(heard);

            until("all came", () -> heard.letters().equals("abcd"));
            until("its end is told", () -> feed.counts().words().equals("the recording has ended"));
            assertEquals(1, feed.counts().rejected());
            assertFalse(feed.counts().connected());
        }
        until("no thread is left", () -> FeedThreads.alive("recording").isEmpty());
    }

    @Test
    void itIsPlayedAtItsPace(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("letters.ff"), finals("a.", "b.", "c."));
        long startNs = System.nanoTime();
        try (FileFeed feed = feed(file, 2)) {
            feed.start(heard);
            until("all came", () -> heard.letters().equals("abc"));
        }

        // A tenth of a second between each two, twice as fast; never earlier, on a busy machine later.
        assertTrue(System.nanoTime() - startNs >= 100_000_000L);
    }

    @Test
    void closingDoesNotWaitForTheEnd(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("letters.ff"), finals("a.", "b.", "c."));
        FileFeed feed = feed(file, 0.000_1);
        feed.start(heard);
        until("the first came", () -> heard.letters().equals("a"));

        feed.close();

        until("no thread is left", () -> FeedThreads.alive("recording").isEmpty());
        assertEquals("a", heard.letters());
    }

    @Test
    void aFileThatCannotBeReadIsOneSentence(@TempDir Path folder) {
        Path missing = folder.resolve("missing.ff");

        FeedFault fault = assertThrows(FeedFault.class, () -> feed(missing, 1).start(heard));

        assertTrue(String.valueOf(fault.getMessage())
                .startsWith("Feed 'recording', file " + missing + ": cannot be read"));
    }
}
