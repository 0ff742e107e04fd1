package vedette.edge.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vedette.edge.send.Bulletins.QUICK;
import static vedette.edge.send.Bulletins.exercise;
import static vedette.edge.send.Bulletins.until;

import java.lang.reflect.Array;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import vedette.model.Cleared;
import vedette.model.Warning.Stage;

/// Mail proven against GreenMail, a mail server that others wrote. It is reached by its names, so that the tests
/// compile where it is not there; then they are skipped.
@Isolated("its key is named by system properties")
class RealMailServerTest {
    private static final String ROOM = "com.icegreen.greenmail.util.";

    @TempDir
    Path folder;

    private final Bulletins.Heard heard = new Bulletins.Heard();
    private Optional<Object> mail = Optional.empty();
    private TestKeys keys = new TestKeys(Path.of("."), "none");

    @BeforeEach
    void prepare() throws Exception {
        try {
            Class.forName(ROOM + "GreenMail");
        } catch (ClassNotFoundException absent) {
            Assumptions.abort("GreenMail is not on the class path");
        }
        keys = TestKeys.made(folder, "mail", "ip:127.0.0.1");
        System.setProperty("greenmail.tls.keystore.file", keys.keystore().toString());
        System.setProperty("greenmail.tls.keystore.password", "changeit");
        Files.writeString(folder.resolve("login"), "pa55\n");
    }

    @AfterEach
    void stop() throws Exception {
        if (mail.isPresent()) {
            call(mail.get(), "stop");
        }
        System.clearProperty("greenmail.tls.keystore.file");
        System.clearProperty("greenmail.tls.keystore.password");
    }

    private static Object call(Object on, String name, Object... with) throws Exception {
        Class<?>[] types = new Class<?>[with.length];
        for (int i = 0; i < with.length; i++) {
            types[i] = with[i].getClass();
        }
        return Optional.ofNullable(on.getClass().getMethod(name, types).invoke(on, with))
                .orElse("");
    }

    private void start(int port, String protocol) throws Exception {
        Class<?> setup = Class.forName(ROOM + "ServerSetup");
        Object one =
                setup.getConstructor(int.class, String.class, String.class).newInstance(port, "127.0.0.1", protocol);
        Object started = Class.forName(ROOM + "GreenMail").getConstructor(setup).newInstance(one);
        call(started, "setUser", "a@x.example", "vedette", "pa55");
        call(started, "start");
        mail = Optional.of(started);
    }

    private List<String> letters() throws Exception {
        Object all = call(mail.orElseThrow(), "getReceivedMessages");
        var util =
                Class.forName(ROOM + "GreenMailUtil").getMethod("getWholeMessage", Class.forName("jakarta.mail.Part"));
        String[] texts = new String[Array.getLength(all)];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = String.valueOf(util.invoke(null, Array.get(all, i)));
        }
        return List.of(texts);
    }

    private Delivery<Cleared.Exercise> channel(int port, Server.Security security) {
        Server server = new Server(
                InetSocketAddress.createUnresolved("127.0.0.1", port),
                security,
                Optional.of(new Server.Login("vedette", folder.resolve("login"))),
                Optional.of(keys.trust()));
        return new Delivery<>(
                "mail",
                new Mail(server, "v@node.example", List.of("a@x.example"), heard.troubles::add),
                heard.ties(folder),
                QUICK);
    }

    private static int freePort() throws Exception {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    @Test
    void aServerUnderTlsTakesTheLetterAfterThePassword() throws Exception {
        int port = freePort();
        start(port, "smtps");
        try (var channel = channel(port, Server.Security.TLS)) {
            channel.publish(exercise("W1", 1, Stage.ISSUED));
            until(() -> heard.receipts.size() == 2);
        }

        assertEquals(List.of("W1 1 mail/a@x.example", "W1 1 mail"), heard.receipts);
        String letter = letters().getFirst();
        assertTrue(letter.contains("X-Vedette-Domain: EXERCISE"), letter);
        assertTrue(letter.getBytes(StandardCharsets.UTF_8).length > 500, letter);
    }

    @Test
    void aServerThatWasDownGetsTheAllClearWhenItIsBack() throws Exception {
        int port = freePort();
        start(port, "smtp");
        try (var channel = channel(port, Server.Security.NONE)) {
            channel.publish(exercise("W1", 1, Stage.ISSUED));
            until(() -> heard.receipts.size() == 2);
            call(mail.orElseThrow(), "stop");
            channel.publish(exercise("W1", 2, Stage.ALL_CLEAR));
            until(() -> channel.state().fault().isPresent());
            start(port, "smtp");
            until(() -> heard.receipts.size() == 4);
        }

        assertEquals("W1 2 mail", heard.receipts.getLast());
        assertTrue(letters().getFirst().contains("Message-ID: <EXERCISE.W1.2@node.example>"));
    }
}
