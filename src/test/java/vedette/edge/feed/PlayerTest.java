package vedette.edge.feed;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vedette.edge.feed.Heard.until;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import vedette.edge.Clock;
import vedette.format.carrier.Framing;
import vedette.model.Moment;

class PlayerTest {
    private static final Moment START = new Moment(1_000_000_000_000L);

    private final AtomicLong nowNs = new AtomicLong();
    private final Clock clock = () -> new Moment(nowNs.get());
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

    /// One letter each second of the script.
    private static List<Player.Piece> alphabet(Moment from, Moment until) {
        List<Player.Piece> due = new ArrayList<>();
        for (int i = 0; i < 26; i++) {
            Moment at = START.plusS(i);
            if (!at.isBefore(from) && at.isBefore(until)) {
                due.add(new Player.Piece("letters", at, new byte[] {(byte) ('a' + i)}));
            }
        }
        return due;
    }

    private Player player(Player.Outlet outlet) {
        return new Player("player-under-test", PlayerTest::alphabet, Map.of("letters", outlet));
    }

    private void take(byte[] piece) {
        sent.add(new String(piece, US_ASCII));
    }

    @Test
    void eachPieceIsPlayedInItsTime() {
        try (Player player = player(this::take)) {
            player.play(clock, START, 2);

            nowNs.set(1_000_000_001L);
            until("two seconds of the script were played", () -> sent.size() >= 3);
            assertEquals(List.of("a", "b", "c"), List.copyOf(sent));

            nowNs.set(1_500_000_001L);
            until("one more", () -> sent.size() >= 4);
        }
    }

    @Test
    void whatTheMachineSleptThroughIsLeftOut() {
        try (Player player = player(this::take)) {
            player.play(clock, START, 1);

            nowNs.set(10_500_000_000L);
            until("it has noticed", () -> {
                nowNs.addAndGet(100_000_000L);
                return !sent.isEmpty();
            });

            assertTrue(sent.getFirst().compareTo("k") > 0, sent::toString);
        }
    }

    @Test
    void anOutletThatFailsIsToldAndTriedAgain() {
        try (Player player = player(piece -> {
            take(piece);
            throw new IOException("no way");
        })) {
            player.play(clock, START, 1);
            nowNs.set(1_500_000_000L);

            until("both were tried", () -> sent.size() == 2);
            until("it is told", () -> player.trouble().equals("letters: no way"));
        }
    }

    @Test
    void bytesFromWithinTakeTheSameWay() throws IOException {
        Heard heard = new Heard();
        try (MemoryFeed feed = new MemoryFeed(Letters.source("inside"))) {
            feed.start(heard);

            feed.send("a.!b.".getBytes(US_ASCII));

            until("both came", () -> heard.letters().equals("ab"));
            assertEquals(1, feed.counts().rejected());
        }
        until("no thread is left", () -> FeedThreads.alive("inside").isEmpty());
    }

    @Test
    void aRecordingIsSentAgainAsDatagrams() throws IOException, InterruptedException {
        Heard heard = new Heard();
        try (UdpFeed feed = new UdpFeed(Letters.source("again"), UdpAddress.loopback(0))) {
            feed.start(heard);
            try (UdpSender sender = UdpSender.to("127.0.0.1", feed.port())) {
                byte[] recording = finals("a.", "b.c.", "d.");

                long datagrams = new Resender(recording, Framing.FINAL, 100).send(sender);

                assertEquals(3, datagrams);
            }
            until("all came", () -> heard.letters().equals("abcd"));
        }
    }

    /// A FINAL recording with a frame each second.
    private static byte[] finals(String... payloads) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < payloads.length; i++) {
            int length = payloads[i].length() + 12;
            out.writeBytes(new byte[] {0, (byte) length, 0, 0, 0, 0, (byte) ((i * 100) >>> 8), (byte) (i * 100)});
            out.writeBytes(payloads[i].getBytes(US_ASCII));
            out.writeBytes(new byte[] {(byte) 0xA5, (byte) 0xA5, (byte) 0xA5, (byte) 0xA5});
        }
        return out.toByteArray();
    }
}
