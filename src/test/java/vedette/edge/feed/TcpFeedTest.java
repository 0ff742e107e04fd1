package vedette.edge.feed;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vedette.edge.feed.Heard.until;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import vedette.edge.Guests;

class TcpFeedTest {
    private final Heard heard = new Heard();

    private static TcpFeed feedOf(int port) {
        return new TcpFeed(Letters.source("beast"), TcpPeer.of("127.0.0.1", port));
    }

    @Test
    void whatTheServerSaysIsHeardHoweverItIsCut() throws IOException {
        try (TcpFanOut server = TcpFanOut.open("server", TcpPort.loopback(0));
                TcpFeed feed = feedOf(server.port())) {
            feed.start(heard);
            until("it connected", () -> server.clients() == 1);

            server.send("a".getBytes(US_ASCII));
            server.send(".b.c".getBytes(US_ASCII));
            server.send(".".getBytes(US_ASCII));

            until("all letters came", () -> heard.letters().equals("abc"));
            assertTrue(feed.counts().connected());
        }
    }

    @Test
    void aBrokenConnectionIsMadeAnew() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                TcpFeed feed = feedOf(server.getLocalPort())) {
            feed.start(heard);

            for (String word : new String[] {"a.", "b.", "c."}) {
                try (Socket client = server.accept()) {
                    client.getOutputStream().write(word.getBytes(US_ASCII));
                }
            }

            until("each connection's letter came", () -> heard.letters().equals("abc"));
        }
    }

    @Test
    void aSilentConnectionIsTakenForDead() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                TcpFeed feed = new TcpFeed(
                        Letters.source("beast"),
                        new TcpPeer("127.0.0.1", server.getLocalPort(), Duration.ofMillis(50)))) {
            feed.start(heard);

            try (Socket first = server.accept();
                    Socket second = server.accept()) {
                assertTrue(first.isConnected() && second.isConnected());
            }
        }
    }

    @Test
    void aServerThatIsNotThereIsToldAndTriedAgain() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        try (TcpFeed feed = feedOf(port)) {
            feed.start(heard);
            until("it told", () -> feed.counts().words().contains("trying again"));
            assertFalse(feed.counts().connected());

            try (TcpFanOut server = TcpFanOut.open("server", TcpPort.loopback(port))) {
                until("it connected at last", () -> server.clients() == 1);
            }
        }
    }

    @Test
    void anUnknownHostIsNamed() {
        try (TcpFeed feed = new TcpFeed(Letters.source("beast"), TcpPeer.of("no.such.host.invalid", 30005))) {
            FeedFault fault = assertThrows(FeedFault.class, () -> feed.start(heard));

            assertTrue(String.valueOf(fault.getMessage())
                    .startsWith("Feed 'beast', host no.such.host.invalid: unknown host."));
        }
    }

    @Test
    void severalReceiversPushAtOnce() throws IOException {
        try (TcpListenFeed feed = new TcpListenFeed(Letters.source("pushed"), TcpPort.loopback(0))) {
            feed.start(heard);

            try (Socket one = new Socket(InetAddress.getLoopbackAddress(), feed.port());
                    Socket two = new Socket(InetAddress.getLoopbackAddress(), feed.port())) {
                one.getOutputStream().write("a".getBytes(US_ASCII));
                two.getOutputStream().write("b.".getBytes(US_ASCII));
                until("the whole message came", () -> heard.letters().equals("b"));
                one.getOutputStream().write(".".getBytes(US_ASCII));
                until("the cut one too", () -> heard.letters().equals("ba"));
            }
            until("both have left", () -> !feed.counts().connected());
        }
    }

    @Test
    void oneReceiverTooManyIsTurnedAway() throws IOException {
        TcpPort narrow = new TcpPort("127.0.0.1", 0, 1);
        try (TcpListenFeed feed = new TcpListenFeed(Letters.source("pushed"), narrow)) {
            feed.start(heard);

            try (Socket one = new Socket(InetAddress.getLoopbackAddress(), feed.port())) {
                until("the first is in", () -> feed.counts().connected());
                try (Socket two = new Socket(InetAddress.getLoopbackAddress(), feed.port())) {
                    assertEquals(-1, two.getInputStream().read());
                }
                assertTrue(one.isConnected());
                assertEquals(1, feed.counts().foreign());
            }
        }
    }

    @Test
    void aClientThatDoesNotReadIsCutOffAndDelaysNobody() throws IOException {
        byte[] piece = new byte[10_000];
        try (TcpFanOut server = TcpFanOut.open("server", TcpPort.loopback(0));
                Socket lazy = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            until("it connected", () -> server.clients() == 1);

            for (int i = 0; i < 20_000 && server.cutOff() == 0; i++) {
                server.send(piece);
            }

            assertEquals(1, server.cutOff());
            assertTrue(lazy.isConnected());
        }
    }

    @Test
    void anOccupiedTcpPortIsOneSentence() {
        try (TcpFanOut server = TcpFanOut.open("first", TcpPort.loopback(0))) {
            TcpPort same = TcpPort.loopback(server.port());

            FeedFault fault = assertThrows(FeedFault.class, () -> TcpFanOut.open("second", same));

            assertTrue(String.valueOf(fault.getMessage())
                    .startsWith("Feed 'second', port " + server.port() + ": TCP port cannot be"));
        }
    }

    @Test
    void afterClosingNoThreadIsLeft() {
        TcpFanOut server = TcpFanOut.open("leaving", TcpPort.loopback(0));
        TcpFeed feed = new TcpFeed(Letters.source("leaver"), TcpPeer.of("127.0.0.1", server.port()));
        TcpListenFeed listener = new TcpListenFeed(Letters.source("leavers"), TcpPort.loopback(0));
        feed.start(heard);
        listener.start(heard);
        until("it connected", () -> server.clients() == 1);

        feed.close();
        listener.close();
        server.close();

        until("all threads are gone", () -> FeedThreads.alive("leav").isEmpty());
    }

    @Test
    void oneMachineThatHoldsItsShareIsTurnedAwayWithTheReason() throws IOException {
        try (TcpListenFeed feed =
                new TcpListenFeed(Letters.source("lines"), TcpPort.loopback(0), new Guests(1, true))) {
            feed.start(heard);
            try (Socket first = new Socket(InetAddress.getLoopbackAddress(), feed.port())) {
                until("the first is there", () -> feed.counts().connected());
                try (Socket second = new Socket(InetAddress.getLoopbackAddress(), feed.port())) {
                    until("the second is told of", () -> feed.counts().words().contains("1 of it are connected"));
                    assertTrue(first.isConnected() && second.isConnected());
                }
            }
            until("there is room again", () -> !feed.counts().connected());
            try (Socket third = new Socket(InetAddress.getLoopbackAddress(), feed.port())) {
                third.getOutputStream().write("a.".getBytes(US_ASCII));
                until("the third is heard", () -> heard.letters().equals("a"));
            }
        }
    }
}
