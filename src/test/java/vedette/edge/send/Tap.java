package vedette.edge.send;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/// The other side of a channel, that says what a client wants to hear and notes when the first byte of a message came.
final class Tap implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicLong firstNs = new AtomicLong();
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    /// How it talks on one connection.
    interface Talk {
        void on(Socket socket, Tap tap) throws IOException;
    }

    Tap(Talk talk) throws IOException {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (true) {
                    Socket socket = door.accept();
                    socket.setTcpNoDelay(true);
                    Thread.ofPlatform().daemon().start(() -> talk(talk, socket));
                }
            } catch (IOException closed) {
                firstNs.set(0);
            }
        });
    }

    private void talk(Talk talk, Socket socket) {
        try (socket) {
            talk.on(socket, this);
        } catch (IOException hungUp) {
            // The next connection is as good.
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /// A new message is awaited.
    void await() {
        firstNs.set(0);
    }

    /// A message begins now.
    void came() {
        firstNs.compareAndSet(0, System.nanoTime());
    }

    /// All messages so far, each with its head.
    List<String> heard() {
        return List.copyOf(heard);
    }

    /// When the first byte of the awaited message came.
    Optional<Long> firstNs() {
        long first = firstNs.get();
        return first == 0 ? Optional.empty() : Optional.of(first);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    /// HTTP: a request's first byte is the message's.
    static void http(Socket socket, Tap tap) throws IOException {
        InputStream in = socket.getInputStream();
        int first = in.read();
        while (first >= 0) {
            tap.came();
            StringBuilder head = new StringBuilder().append((char) first);
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) byteOf(in));
            }
            String length = head.toString().replaceFirst("(?is).*content-length: *([0-9]+).*", "$1");
            byte[] body = in.readNBytes(length.matches("[0-9]+") ? Integer.parseInt(length) : 0);
            tap.heard.add(head + new String(body, StandardCharsets.UTF_8));
            socket.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            first = in.read();
        }
    }

    /// SMTP: the letter's first byte, not the greeting's.
    static void smtp(Socket socket, Tap tap) throws IOException {
        InputStream in = socket.getInputStream();
        say(socket, "220 ready");
        for (String line = line(in); !line.equals("QUIT"); line = line(in)) {
            say(socket, line.equals("DATA") ? "354 go on" : "250 ok");
            if (line.equals("DATA")) {
                int first = byteOf(in);
                tap.came();
                StringBuilder letter = new StringBuilder().append((char) first);
                for (String text = line(in); !text.equals("."); text = line(in)) {
                    letter.append(text).append('\n');
                }
                tap.heard.add(letter.toString());
                say(socket, "250 taken");
            }
        }
        say(socket, "221 bye");
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = byteOf(in); next != '\n'; next = byteOf(in)) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static int byteOf(InputStream in) throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new IOException("hung up");
        }
        return next;
    }

    /// MQTT: the first byte of a PUBLISH.
    static void mqtt(Socket socket, Tap tap) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        while (true) {
            int type = in.readUnsignedByte();
            if ((type & 0xF0) == 0x30) {
                tap.came();
            }
            int length = 0;
            int shift = 0;
            int low;
            do {
                low = in.readUnsignedByte();
                length |= (low & 0x7F) << shift;
                shift += 7;
            } while (low >= 0x80);
            byte[] body = in.readNBytes(length);
            switch (type & 0xF0) {
                case 0x10 -> socket.getOutputStream().write(new byte[] {0x20, 2, 0, 0});
                case 0x30 -> {
                    tap.heard.add(new String(body, StandardCharsets.UTF_8));
                    int topic = ((body[0] & 0xFF) << 8) | (body[1] & 0xFF);
                    socket.getOutputStream().write(new byte[] {0x40, 2, body[2 + topic], body[3 + topic]});
                }
                case 0xC0 -> socket.getOutputStream().write(new byte[] {(byte) 0xD0, 0});
                default -> {}
            }
        }
    }

    /// Modbus/TCP: one coil, that does as it is told.
    static void modbus(Socket socket, Tap tap) throws IOException {
        InputStream in = socket.getInputStream();
        boolean on = false;
        while (true) {
            int first = byteOf(in);
            tap.came();
            byte[] ask = in.readNBytes(11);
            if (ask[6] == 5) {
                on = ask[9] != 0;
                byte[] echo = new byte[12];
                echo[0] = (byte) first;
                System.arraycopy(ask, 0, echo, 1, 11);
                socket.getOutputStream().write(echo);
            } else {
                socket.getOutputStream()
                        .write(new byte[] {(byte) first, ask[0], 0, 0, 0, 4, ask[5], 1, 1, (byte) (on ? 1 : 0)});
            }
        }
    }
}
