package vedette.edge.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vedette.edge.send.Bulletins.bulletin;
import static vedette.edge.send.Bulletins.until;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vedette.model.Domain;
import vedette.model.Warning.Stage;

/// STARTTLS and signing on against a server that others wrote: aiosmtpd (Debian's package `python3-aiosmtpd`) as a
/// process
/// of its own, which takes no letter without both. GreenMail 2.1.7 knows no STARTTLS. Skipped where it is not
/// installed.
@Timeout(60)
class StartTlsTest {
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final Parcel NEWS = new Parcel.News(bulletin("W1", 1, Stage.ISSUED, Domain.EXERCISE));
    private static final String SERVER = """
            import ssl, sys, time
            from aiosmtpd.controller import Controller
            from aiosmtpd.smtp import AuthResult, LoginPassword
            port, cert, key, letters = sys.argv[1:]
            class Keeper:
                async def handle_DATA(self, server, session, envelope):
                    with open(letters, 'ab') as out:
                        out.write(envelope.content + b'|' + str(session.ssl is not None).encode())
                    return '250 kept'
            def known(server, session, envelope, mechanism, said):
                right = isinstance(said, LoginPassword) and (said.login, said.password) == (b'vedette', b'pa55')
                return AuthResult(success=right, handled=False)
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(cert, key)
            Controller(Keeper(), hostname='127.0.0.1', port=int(port), tls_context=context, require_starttls=True,
                       authenticator=known, auth_required=True, auth_require_tls=True).start()
            time.sleep(60)
            """;

    @TempDir
    Path folder;

    private Optional<Process> server = Optional.empty();
    private TestKeys here = new TestKeys(Path.of("."), "none");
    private int port;

    @BeforeEach
    void start() throws Exception {
        Assumptions.assumeTrue(hasServer(), "aiosmtpd is not installed");
        here = TestKeys.made(folder, "here", "ip:127.0.0.1");
        Files.writeString(folder.resolve("login"), "pa55\n");
        start(here);
    }

    private static boolean hasServer() throws IOException, InterruptedException {
        return Files.isExecutable(PYTHON)
                && new ProcessBuilder(PYTHON.toString(), "-c", "import aiosmtpd")
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
    }

    private void start(TestKeys shown) throws Exception {
        stop();
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = any.getLocalPort();
        }
        server = Optional.of(new ProcessBuilder(
                        PYTHON.toString(),
                        "-c",
                        SERVER,
                        Integer.toString(port),
                        shown.certificatePem().toString(),
                        shown.keyPem().toString(),
                        letters().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start());
        until(this::answers);
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (server.isPresent()) {
            server.get().destroy();
            server.get().waitFor(5, TimeUnit.SECONDS);
        }
    }

    private Path letters() {
        return folder.resolve("letters");
    }

    private Mail mail(Server.Security security, Trust trust) {
        Server known = new Server(
                InetSocketAddress.createUnresolved("127.0.0.1", port),
                security,
                Optional.of(new Server.Login("vedette", folder.resolve("login"))),
                Optional.of(trust));
        return new Mail(known, "v@node.example", List.of("a@x.example"), _ -> {});
    }

    @Test
    void theLetterIsTakenUnderTlsFromWhoHasSignedOn() throws Exception {
        List<String> receipts = new ArrayList<>();
        try (Mail mail = mail(Server.Security.STARTTLS, here.trust())) {
            mail.carry(NEWS, receipts::add);
        }

        assertEquals(List.of("a@x.example"), receipts);
        String letter = Files.readString(letters());
        assertTrue(letter.contains("X-Vedette-Domain: EXERCISE"), letter);
        assertTrue(letter.endsWith("|True"), "it came under TLS");
    }

    @Test
    void withoutStartTlsThisServerTakesNothingFromUs() throws Exception {
        try (Mail mail = mail(Server.Security.NONE, here.trust())) {
            assertThrows(IOException.class, () -> mail.carry(NEWS, _ -> {}));
        }

        assertFalse(Files.exists(letters()));
    }

    @Test
    void aWrongPasswordIsRefusedAndNotRepeatedInTheFault() throws Exception {
        Files.writeString(folder.resolve("login"), "guessed\n");
        try (Mail mail = mail(Server.Security.STARTTLS, here.trust())) {
            IOException fault = assertThrows(IOException.class, () -> mail.carry(NEWS, _ -> {}));
            assertTrue(String.valueOf(fault.getMessage()).contains("535"), fault::toString);
            assertFalse(fault.toString().contains("guessed"), fault::toString);
        }
    }

    @Test
    void aServerWithTheCertificateOfAnotherNameOrAnUnknownOneIsToldNothing() throws Exception {
        TestKeys elsewhere = TestKeys.made(folder, "elsewhere", "dns:elsewhere.example");
        try (Mail mail = mail(Server.Security.STARTTLS, elsewhere.trust())) {
            assertThrows(IOException.class, () -> mail.carry(NEWS, _ -> {}), "nobody trusts its certificate");
        }
        start(elsewhere);
        try (Mail mail = mail(Server.Security.STARTTLS, elsewhere.trust())) {
            assertThrows(IOException.class, () -> mail.carry(NEWS, _ -> {}), "it is for another name");
        }

        assertFalse(Files.exists(letters()));
    }
}
