package vedette.edge.send;

import java.io.IOException;
import java.io.InputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/// One connection to an SMTP server (RFC 5321), signed on: STARTTLS (RFC 3207), AUTH PLAIN and LOGIN (RFC 4954).
final class SmtpLine implements AutoCloseable {
    /// Lines of an answer, and characters of a line (RFC 5321 clause 4.5.3.1.5 has 512).
    private static final int MOST_LINES = 100;

    private static final int LONGEST_LINE = 2_048;

    private Socket socket;
    private List<String> offers = List.of();

    /// An answer.
    ///
    /// @param code its three digits
    /// @param lines what follows them
    record Answer(int code, List<String> lines) {
        boolean isYes() {
            return code / 100 == 2 || code / 100 == 3;
        }

        boolean isNever() {
            return code / 100 == 5;
        }

        @Override
        public String toString() {
            return code + " " + String.join(" ", lines);
        }
    }

    private SmtpLine(Socket socket) {
        this.socket = socket;
    }

    /// A line that is ready for mail.
    static SmtpLine to(Server server) throws IOException {
        SmtpLine line = new SmtpLine(server.open());
        try {
            line.must(line.answer());
            line.greet();
            if (server.security() == Server.Security.STARTTLS) {
                line.protect(server);
            }
            if (server.login().isPresent()) {
                line.login(server.login().get());
            }
            return line;
        } catch (IOException fault) {
            line.socket.close();
            throw fault;
        }
    }

    private void greet() throws IOException {
        InetAddress own = socket.getLocalAddress();
        String name = (own instanceof Inet6Address ? "IPv6:" : "") + own.getHostAddress();
        offers = must(ask("EHLO [" + name.replaceFirst("%.*", "") + "]")).lines().stream()
                .map(offer -> offer.toUpperCase(Locale.ROOT))
                .toList();
    }

    // Without protection nothing is said: who takes the offer out of the greeting gets no mail.
    private void protect(Server server) throws IOException {
        if (!offers.contains("STARTTLS")) {
            throw new IOException("the server offers no STARTTLS");
        }
        must(ask("STARTTLS"));
        socket = server.secured(socket);
        greet();
    }

    private void login(Server.Login login) throws IOException {
        String ways = offers.stream()
                .filter(offer -> offer.startsWith("AUTH "))
                .findFirst()
                .orElse("");
        if (ways.contains("PLAIN")) {
            must(ask("AUTH PLAIN " + base64("\0" + login.user() + "\0" + login.password())));
        } else if (ways.contains("LOGIN")) {
            must(ask("AUTH LOGIN"));
            must(ask(base64(login.user())));
            must(ask(base64(login.password())));
        } else {
            throw new IOException("the server offers neither AUTH PLAIN nor LOGIN");
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    Answer ask(String order) throws IOException {
        write(order + "\r\n");
        return answer();
    }

    /// Sends a message after DATA was granted; a full stop that begins a line is doubled (clause 4.5.2).
    Answer data(String message) throws IOException {
        String stuffed = message.startsWith(".") ? "." + message : message;
        write(stuffed.replace("\r\n.", "\r\n..") + ".\r\n");
        return answer();
    }

    private void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /// An answer that must be a yes. What was asked is not repeated in the fault: it may hold a password.
    Answer must(Answer answer) throws IOException {
        if (!answer.isYes()) {
            throw new IOException("the server answers " + answer);
        }
        return answer;
    }

    private Answer answer() throws IOException {
        List<String> lines = new ArrayList<>();
        while (lines.size() < MOST_LINES) {
            String line = line();
            if (!line.matches("[2-5][0-9]{2}([ -].*)?")) {
                throw new IOException("no SMTP answer");
            }
            lines.add(line.length() > 4 ? line.substring(4).strip() : "");
            if (line.length() == 3 || line.charAt(3) == ' ') {
                return new Answer(Integer.parseInt(line.substring(0, 3)), lines);
            }
        }
        throw new IOException("an answer of more than " + MOST_LINES + " lines");
    }

    // Byte by byte: what a stranger slipped in before the protection must not be taken for said under it.
    private String line() throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        int next = in.read();
        while (next != '\n') {
            if (next < 0 || line.length() > LONGEST_LINE) {
                throw new IOException(next < 0 ? "the server hung up" : "an answer of too long a line");
            }
            if (next >= ' ') {
                line.append((char) (next < 0x7F ? next : '?'));
            }
            next = in.read();
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            ask("QUIT");
        } catch (IOException _) {
            // What was accepted before is accepted.
        }
        try {
            socket.close();
        } catch (IOException _) {
            // It is gone already.
        }
    }
}
