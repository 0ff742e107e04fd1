package vedette.edge.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vedette.edge.send.Bulletins.bulletin;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vedette.edge.Mosquitto;
import vedette.model.Domain;
import vedette.model.Warning.Stage;

/// Mail, brokers and webhooks under TLS, STARTTLS and passwords, with keys of the test's own.
@Timeout(60)
class ChannelTlsTest {
    private static final Parcel NEWS = new Parcel.News(bulletin("W1", 1, Stage.ISSUED, Domain.EXERCISE));

    @TempDir
    Path folder;

    private TestKeys here = new TestKeys(Path.of("."), "none");
    private TestKeys elsewhere = new TestKeys(Path.of("."), "none");
    private final List<String> plain = new CopyOnWriteArrayList<>();
    private final List<String> secured = new CopyOnWriteArrayList<>();
    private String offers = "250-here\r\n250-STARTTLS\r\n250 AUTH PLAIN";
    private String slipped = "";

    @BeforeEach
    void keys() throws Exception {
        here = TestKeys.made(folder, "here", "ip:127.0.0.1,dns:localhost");
        elsewhere = TestKeys.made(folder, "elsewhere", "dns:elsewhere.example");
        Files.writeString(folder.resolve("login"), "pa55\n");
    }

    private Server server(int port, Server.Security security, Trust trust) {
        return new Server(
                InetSocketAddress.createUnresolved("127.0.0.1", port),
                security,
                Optional.of(new Server.Login("vedette", folder.resolve("login"))),
                Optional.of(trust));
    }

    private static Mail mail(Server server) {
        return new Mail(server, "v@node.example", List.of("a@x.example"), _ -> {});
    }

    /// A mail server that talks plainly and can be asked to protect itself, or is protected from the first byte.
    private ServerSocket mailServer(SSLContext context, boolean atOnce) throws IOException {
        ServerSocket door = atOnce
                ? context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress())
                : new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(() -> {
            while (!door.isClosed()) {
                try (Socket socket = door.accept()) {
                    say(socket, "220 ready");
                    talk(socket, atOnce ? secured : plain, context);
                } catch (IOException hungUp) {
                    // The next one, if there is one.
                }
            }
        });
        return door;
    }

    private void talk(Socket socket, List<String> heard, SSLContext context) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        boolean letter = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (line.equals("STARTTLS")) {
                say(socket, "220 go ahead" + slipped);
                SSLSocket under = (SSLSocket) context.getSocketFactory().createSocket(socket, "x", 0, true);
                under.setUseClientMode(false);
                talk(under, secured, context);
                return;
            }
            if (line.equals(".")) {
                letter = false;
            }
            if (!letter) {
                say(socket, line.startsWith("EHLO") ? offers : line.equals("DATA") ? "354 go on" : "250 ok");
            }
            letter |= line.equals("DATA");
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void passwordAndLetterAreSaidOnlyAfterStartTls() throws Exception {
        try (ServerSocket door = mailServer(here.server(), false);
                Mail mail = mail(server(door.getLocalPort(), Server.Security.STARTTLS, here.trust()))) {
            mail.carry(NEWS, _ -> {});
        }

        assertEquals(2, plain.size(), plain::toString);
        assertTrue(plain.getFirst().startsWith("EHLO") && plain.getLast().equals("STARTTLS"), plain::toString);
        assertTrue(secured.contains("AUTH PLAIN " + base64("\0vedette\0pa55")), secured::toString);
        assertTrue(secured.contains("X-Vedette-Domain: EXERCISE"), secured::toString);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whoTakesTheOfferOutOfTheGreetingGetsNothing() throws Exception {
        offers = "250-here\r\n250 AUTH PLAIN";
        try (ServerSocket door = mailServer(here.server(), false);
                Mail mail = mail(server(door.getLocalPort(), Server.Security.STARTTLS, here.trust()))) {
            assertThrows(IOException.class, () -> mail.carry(NEWS, _ -> {}));
        }

        assertTrue(plain.stream().noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL")));
        assertEquals(List.of(), secured);
    }

    @Test
    void answersSlippedInBeforeTheProtectionAreNotTakenForOnesUnderIt() throws Exception {
        // The stranger answers EHLO beforehand, in the clear, with an offer of their own.
        slipped = "\r\n250-here\r\n250 AUTH LOGIN";
        try (ServerSocket door = mailServer(here.server(), false);
                Mail mail = mail(server(door.getLocalPort(), Server.Security.STARTTLS, here.trust()))) {
            assertThrows(IOException.class, () -> mail.carry(NEWS, _ -> {}));
        }

        assertTrue(secured.stream().noneMatch(line -> line.startsWith("AUTH")), secured::toString);
    }

    @Test
    void mailUnderTlsFromTheFirstByteSignsOnByLogin() throws Exception {
        offers = "250-here\r\n250 AUTH LOGIN";
        try (ServerSocket door = mailServer(here.server(), true);
                Mail mail = mail(server(door.getLocalPort(), Server.Security.TLS, here.trust()))) {
            mail.carry(NEWS, _ -> {});
        }

        int at = secured.indexOf("AUTH LOGIN");
        assertEquals(List.of(base64("vedette"), base64("pa55")), secured.subList(at + 1, at + 3));
        assertTrue(secured.contains("DATA"));
    }

    @Test
    void aMailServerOfAnotherNameOrAnUnknownOneIsToldNothing() throws Exception {
        for (TestKeys shown : List.of(elsewhere, here)) {
            // Its certificate is for another name; then it is for the right one, and nobody trusts it.
            Trust trust = elsewhere.trust();
            try (ServerSocket door = mailServer(shown.server(), true);
                    Mail mail = mail(server(door.getLocalPort(), Server.Security.TLS, trust))) {
                assertThrows(IOException.class, () -> mail.carry(NEWS, _ -> {}));
            }
        }

        assertEquals(List.of(), secured);
    }

    @Test
    void aWebhookUnderTlsIsBroughtToWhoIsTrustedOnly() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret\n");
        HttpsServer receiver = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setHttpsConfigurator(new HttpsConfigurator(here.server()));
        receiver.createContext("/", exchange -> {
            secured.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        URI url = URI.create("https://127.0.0.1:" + receiver.getAddress().getPort() + "/");
        for (Optional<Trust> trust :
                List.of(Optional.of(here.trust()), Optional.of(elsewhere.trust()), Optional.<Trust>empty())) {
            try (Webhook hook = new Webhook(url, new Secret("k", secret), trust, () -> Bulletins.NOW)) {
                if (trust.equals(Optional.of(here.trust()))) {
                    hook.carry(NEWS, _ -> {});
                } else {
                    assertThrows(IOException.class, () -> hook.carry(NEWS, _ -> {}));
                }
            }
        }
        receiver.stop(0);

        assertEquals(List.of("EXERCISE.W1.1"), secured);
    }

    @Test
    void aBrokerUnderTlsTakesUsByPasswordAndNobodyElse() throws Exception {
        int port = Mosquitto.freePort();
        try (Mosquitto _ = Mosquitto.guarded(folder, port, here)) {
            try (Mqtt line = mqtt(port, here.trust())) {
                line.carry(NEWS, _ -> {});
                line.rest();
            }
            Files.writeString(folder.resolve("login"), "wrong\n");
            assertRefused(port, here.trust(), "refuses us");
            assertRefused(port, elsewhere.trust(), "");
        }
    }

    private Mqtt mqtt(int port, Trust trust) {
        return new Mqtt(server(port, Server.Security.TLS, trust), "vedette-1", "vedette", Domain.EXERCISE);
    }

    private void assertRefused(int port, Trust trust, String words) {
        try (Mqtt line = mqtt(port, trust)) {
            IOException fault = assertThrows(IOException.class, () -> line.carry(NEWS, _ -> {}));
            assertTrue(String.valueOf(fault.getMessage()).contains(words), fault::toString);
            assertFalse(String.valueOf(fault.getMessage()).contains("wrong"), fault::toString);
        }
    }
}
