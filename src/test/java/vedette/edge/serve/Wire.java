package vedette.edge.serve;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import vedette.format.text.Json;
import vedette.format.text.JsonText;

/// HTTP by hand: with any header, also those a decent client refuses to send.
final class Wire {
    private static final int PATIENCE_MS = 20_000;

    private final int port;
    private final SocketFactory factory;

    Wire(int port) {
        this(port, SocketFactory.getDefault());
    }

    /// @param factory makes the sockets: with TLS or without
    Wire(int port, SocketFactory factory) {
        this.port = port;
        this.factory = factory;
    }

    boolean isTls() {
        return factory instanceof SSLSocketFactory;
    }

    /// An answer.
    record Answer(int status, String head, String body) {
        Json json() {
            return switch (JsonText.read(body)) {
                case JsonText.Read(Json value) -> value;
                case JsonText.NotJson(String reason, int line) -> throw new AssertionError(reason + " in " + body);
            };
        }
    }

    Answer get(String path, String... headers) throws IOException {
        return ask("GET", path, "", headers);
    }

    Answer post(String path, String body, String... headers) throws IOException {
        String[] all = new String[headers.length + 1];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Type: application/json";
        return ask("POST", path, body, all);
    }

    Answer ask(String method, String path, String body, String... headers) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
        boolean host = false;
        for (String header : headers) {
            head.append(header).append("\r\n");
            host |= header.startsWith("Host:");
        }
        if (!host) {
            head.append("Host: 127.0.0.1:").append(port).append("\r\n");
        }
        if (bytes.length > 0) {
            head.append("Content-Length: ").append(bytes.length).append("\r\n");
        }
        try (Socket socket = connect()) {
            socket.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(bytes);
            return read(new BufferedInputStream(socket.getInputStream()));
        }
    }

    Socket connect() throws IOException {
        Socket socket = factory.createSocket(InetAddress.getByName("127.0.0.1"), port);
        socket.setSoTimeout(PATIENCE_MS);
        return socket;
    }

    /// A WebSocket whose owner says who it is and then reads nothing.
    Socket deaf() throws IOException {
        Socket socket = factory.createSocket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        begin(socket, "");
        return socket;
    }

    private void begin(Socket socket, String token) throws IOException {
        String head = "GET /api/v1/live HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nUpgrade: websocket\r\n"
                + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
        // A short text, masked with zeros (RFC 6455 §5.2).
        byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
        socket.getOutputStream().write(new byte[] {(byte) 0x81, (byte) (0x80 | bytes.length), 0, 0, 0, 0});
        socket.getOutputStream().write(bytes);
    }

    /// What a WebSocket gets that says this first: texts up to one that holds the word, or `close` with its status.
    ///
    /// @param token at most 125 bytes
    String live(String token, String until) throws IOException {
        try (Socket socket = connect()) {
            begin(socket, token);
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            read(in);
            while (true) {
                int code = in.readUnsignedByte() & 0x0f;
                int length = in.readUnsignedByte();
                byte[] payload = in.readNBytes(
                        length == 126 ? in.readUnsignedShort() : length == 127 ? (int) in.readLong() : length);
                String text = new String(payload, StandardCharsets.UTF_8);
                if (code == 8) {
                    return "close " + ((payload[0] & 0xff) << 8 | payload[1] & 0xff);
                } else if (text.contains(until)) {
                    return text;
                }
            }
        }
    }

    // As long as the head says, not up to the end: a server may keep the line.
    private static Answer read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the answer ends in its head: " + head);
            }
            head.write(next);
        }
        String lines = head.toString(StandardCharsets.ISO_8859_1);
        int length = lines.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new Answer(Integer.parseInt(lines.split(" ", 3)[1]), lines, body);
    }
}
