package vedette.edge.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vedette.edge.send.Bulletins.QUICK;
import static vedette.edge.send.Bulletins.exercise;
import static vedette.edge.send.Bulletins.until;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.model.Cleared;
import vedette.model.Domain;
import vedette.model.Warning.Stage;

class MailTest {
    @TempDir
    private Path folder;

    private final Bulletins.Heard heard = new Bulletins.Heard();
    private final List<String> orders = new CopyOnWriteArrayList<>();
    private final List<String> letters = new CopyOnWriteArrayList<>();
    private volatile String busy = "";

    /// A mail server that refuses `nobody@...` for good and `busy` for now.
    private void serve(ServerSocket server) {
        try {
            while (true) {
                try (Socket socket = server.accept()) {
                    talk(socket);
                }
            }
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void talk(Socket socket) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = socket.getOutputStream();
        say(out, "220 ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            orders.add(line);
            say(out, answer(line));
            if (line.equals("DATA")) {
                List<String> text = new ArrayList<>();
                for (String each = in.readLine(); !".".equals(each); each = in.readLine()) {
                    text.add(each);
                }
                letters.add(String.join("\n", text));
                say(out, "250 taken");
            }
        }
    }

    private String answer(String line) {
        if (line.startsWith("EHLO")) {
            return "250-here\r\n250-8BITMIME\r\n250 AUTH LOGIN PLAIN";
        }
        if (line.startsWith("RCPT")) {
            return line.contains("nobody@") ? "550 unknown" : line.contains("<" + busy + ">") ? "451 later" : "250 ok";
        }
        return line.equals("DATA") ? "354 go on" : line.startsWith("AUTH") ? "235 ok" : "250 ok";
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private Delivery<Cleared.Exercise> channel(int port, String... to) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "pw\n");
        Server server = new Server(
                InetSocketAddress.createUnresolved("127.0.0.1", port),
                Server.Security.NONE,
                Optional.of(new Server.Login("vedette", password)),
                Optional.empty());
        Ties ties = heard.ties(folder);
        return new Delivery<>(
                "mail", new Mail(server, "v@node.example", List.of(to), heard.troubles::add), ties, QUICK);
    }

    @Test
    void eachRecipientHasAReceiptAndOneWhoIsUnknownHoldsNobodyUp() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(server));
            try (var channel = channel(server.getLocalPort(), "a@x.example", "nobody@x.example", "b@x.example")) {
                channel.publish(exercise("W1", 1, Stage.ISSUED));
                until(() -> heard.receipts.size() == 3);
            }
        }
        assertEquals(List.of("W1 1 mail/a@x.example", "W1 1 mail/b@x.example", "W1 1 mail"), heard.receipts);
        assertEquals(1, heard.troubles.size(), heard.troubles::toString);
        assertTrue(orders.contains("AUTH PLAIN AHZlZGV0dGUAcHc="));
        assertEquals(1, letters.size());
    }

    @Test
    void whoIsBusyGetsItLaterAndOthersNotTwice() throws Exception {
        busy = "b@x.example";
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(server));
            try (var channel = channel(server.getLocalPort(), "a@x.example", "b@x.example")) {
                channel.publish(exercise("W1", 1, Stage.ISSUED));
                until(() -> heard.receipts.size() == 1);
                busy = "";
                until(() -> heard.receipts.size() == 3);
            }
        }
        assertEquals(List.of("W1 1 mail/a@x.example", "W1 1 mail/b@x.example", "W1 1 mail"), heard.receipts);
        assertEquals(2, letters.size());
        assertEquals(1, orders.stream().filter("RCPT TO:<a@x.example>"::equals).count());
    }

    @Test
    void aLetterIsMarkedInItsSubjectItsHeaderAndItsText() throws Exception {
        String letter =
                Letter.of(new Parcel.News(exercise("W1", 2, Stage.ALL_CLEAR).bulletin()), "v@node.example");
        assertTrue(letter.lines().allMatch(line -> line.length() <= 78));
        assertTrue(letter.contains("X-Vedette-Domain: EXERCISE\r\n"));
        assertTrue(letter.contains("Message-ID: <EXERCISE.W1.2@node.example>\r\n"));
        assertTrue(letter.contains("References: <EXERCISE.W1.1@node.example>\r\n"));
        assertTrue(letter.contains("Date: Thu, 1 Jan 2026 00:00:00 GMT\r\n"));
        String text = text(letter);
        assertTrue(text.startsWith("EXERCISE: Tallinn") && text.contains("Två källor, Київ"), text);
        assertTrue(subject(letter).startsWith("EXERCISE: All clear: Tallinn"), subject(letter));
    }

    @Test
    void aTestSaysThatNothingHasHappened() {
        String letter = Letter.of(new Parcel.Probe(Bulletins.probe(Domain.LIVE)), "v@node.example");
        assertEquals("TEST MESSAGE, no warning: hello", subject(letter));
        assertTrue(text(letter).contains("Nothing has happened"));
    }

    private static String text(String letter) {
        String body = letter.substring(letter.indexOf("\r\n\r\n") + 4);
        return new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8);
    }

    private static String subject(String letter) {
        String head = letter.substring(letter.indexOf("Subject: ") + 9, letter.indexOf("\r\nDate: "));
        StringBuilder subject = new StringBuilder();
        for (String word : head.split("\r\n ")) {
            subject.append(new String(
                    Base64.getDecoder().decode(word.substring(10, word.length() - 2)), StandardCharsets.UTF_8));
        }
        return subject.toString();
    }
}
