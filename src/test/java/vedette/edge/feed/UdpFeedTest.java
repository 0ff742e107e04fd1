package vedette.edge.feed;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vedette.edge.feed.Heard.until;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class UdpFeedTest {
    private final Heard heard = new Heard();
    private UdpFeed feed = new UdpFeed(Letters.source("radar"), UdpAddress.loopback(0));

    @AfterEach
    void close() {
        feed.close();
    }

    private void send(String... datagrams) throws IOException {
        try (UdpSender sender = UdpSender.to("127.0.0.1", feed.port())) {
            for (String datagram : datagrams) {
                sender.send(datagram.getBytes(US_ASCII));
            }
        }
    }

    @Test
    void whatIsSentIsHeard() throws IOException {
        feed.start(heard);

        send("a.b.", "c.");

        until("three letters came", () -> heard.letters().equals("abc"));
        assertEquals(3, feed.counts().messages());
    }

    @Test
    void aDatagramThatComesTwiceCountsOnce() throws IOException {
        feed.start(heard);

        send("a.", "a.", "b.", "a.");

        until("both letters came", () -> heard.letters().equals("ab"));
        until("the others are counted", () -> feed.counts().duplicates() == 2);
    }

    @Test
    void whatIsRefusedIsCountedAndTold() throws IOException {
        feed.start(heard);

        send("a.!b.", "#", "c.");

        until("the good letters came", () -> heard.letters().equals("abc"));
        assertEquals(2, feed.counts().rejected());
        assertTrue(feed.counts().words().contains("defect of the decoder"), feed.counts()::words);
    }

    @Test
    void whatFindsNoRoomIsShedAndCounted() throws IOException {
        Heard narrow = new Heard(2);
        feed.start(narrow);

        send("a.b.c.d.");

        until("all were seen", () -> feed.counts().messages() == 4);
        until("the rest is counted as shed", () -> feed.counts().shed() == 2);
        assertEquals("ab", narrow.letters());
    }

    @Test
    void aSilentFeedStillTellsThatItIsSilent() {
        feed.start(heard);

        until("it spoke twice", () -> heard.statuses().size() >= 2);

        assertEquals(0, heard.statuses().getLast().received());
        assertTrue(heard.statuses().getLast().connected());
        assertEquals("radar", heard.statuses().getLast().provenance().sensor().name());
    }

    @Test
    void onlyTheAllowedSenderIsHeard() throws IOException {
        UdpAddress picky = new UdpAddress("127.0.0.1", 0, Optional.empty(), Optional.of("127.0.0.2"));
        feed = new UdpFeed(Letters.source("radar"), picky);
        feed.start(heard);

        send("a.");

        until("it is counted", () -> feed.counts().foreign() == 1);
        assertTrue(heard.reports().isEmpty());
    }

    @Test
    void aMulticastGroupIsJoinedOnTheChosenInterface() throws IOException {
        NetworkInterface loopback = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
        Assumptions.assumeTrue(loopback != null, "no loopback interface");
        UdpAddress group = new UdpAddress("239.255.48.34", 0, Optional.of(loopback.getName()), Optional.empty());
        feed = new UdpFeed(Letters.source("radar"), group);
        feed.start(heard);

        try (UdpSender sender = UdpSender.toGroup("239.255.48.34", feed.port(), loopback)) {
            sender.send("m.".getBytes(US_ASCII));
        }

        until("the group's datagram came", () -> heard.letters().equals("m"));
    }

    @Test
    void anOccupiedPortIsOneSentenceWithKeyValueAndRemedy() {
        feed.start(heard);
        UdpFeed second = new UdpFeed(Letters.source("other"), UdpAddress.loopback(feed.port()));

        FeedFault fault = assertThrows(FeedFault.class, () -> second.start(heard));

        assertEquals(
                "Feed 'other', port " + feed.port() + ": UDP port is in use or not ours."
                        + " Maybe another Vedette runs here: stop it, or choose another port.",
                fault.getMessage());
    }

    @Test
    void anUnknownInterfaceIsNamed() {
        UdpAddress address = new UdpAddress("239.1.2.3", 0, Optional.of("nowhere7"), Optional.empty());
        UdpFeed wrong = new UdpFeed(Letters.source("radar"), address);

        FeedFault fault = assertThrows(FeedFault.class, () -> wrong.start(heard));

        assertTrue(String.valueOf(fault.getMessage()).contains("interface nowhere7"));
    }

    @Test
    void afterClosingNoThreadIsLeft() {
        feed.start(heard);
        until("its threads run", () -> FeedThreads.alive("radar").size() == 2);

        feed.close();

        until("its threads are gone", () -> FeedThreads.alive("radar").isEmpty());
        assertFalse(heard.statuses().isEmpty());
    }
}
