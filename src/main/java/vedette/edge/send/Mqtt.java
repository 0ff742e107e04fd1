package vedette.edge.send;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vedette.format.text.JsonText;
import vedette.model.Domain;

/// Bulletins over a broker: MQTT 3.1.1 (OASIS, 2014), published with quality of service 1 and kept by the broker
/// (retained), so that who comes later has the newest at once.
///
/// Topics: `PREFIX/DOMAIN/warnings/ID`; `PREFIX/DOMAIN/tests/ID`, not kept; `PREFIX/DOMAIN/status`, which says
/// `online`, or `offline` when the line has broken. The domain is in small letters. The broker's acknowledgement is the
/// receipt. A parcel may come twice (quality of service 1): `id` and `issue` in its body tell.
public final class Mqtt implements Carrier {
    private static final int CONNECT = 0x10;
    private static final int CONNACK = 0x20;
    private static final int PUBLISH_QOS_1 = 0x32;
    private static final int RETAIN = 0x01;
    private static final int PUBACK = 0x40;
    private static final int PINGREQ = 0xC0;
    private static final int PINGRESP = 0xD0;
    private static final int DISCONNECT = 0xE0;
    private static final int WILL_QOS_1_RETAINED_CLEAN = 0x2E;
    private static final int USER_AND_PASSWORD = 0xC0;

    /// The broker gives us up after one and a half times this without a word, seconds; a rest is shorter.
    private static final int KEEP_ALIVE_S = 30;

    /// An answer longer than this is none that we asked for, bytes.
    private static final int LONGEST_ANSWER = 1_024;

    private static final int ANSWERS_PASSED_OVER = 8;
    private static final int LAST_PACKET = 0xFFFF;

    private final Server broker;
    private final String clientId;
    private final String prefix;
    private @Nullable Socket socket;
    private int packet;

    /// A broker that is connected to when there is something to say.
    ///
    /// @param broker which
    /// @param clientId our name there, one of its own
    /// @param prefix what our topics begin with, without a slash at its end
    /// @param domain of the node
    public Mqtt(Server broker, String clientId, String prefix, Domain domain) {
        this.broker = broker;
        this.clientId = clientId;
        this.prefix = prefix + "/" + domain.name().toLowerCase(Locale.ROOT) + "/";
    }

    @Override
    public void carry(Parcel parcel, Consumer<String> who) throws IOException {
        byte[] body = bytes(JsonText.write(parcel.json(), 0));
        switch (parcel) {
            case Parcel.News _ -> publish("warnings/" + parcel.id(), body, true);
            case Parcel.Probe _ -> publish("tests/" + parcel.id(), body, false);
        }
    }

    private void publish(String topic, byte[] body, boolean kept) throws IOException {
        try {
            Socket line = line();
            packet = packet >= LAST_PACKET ? 1 : packet + 1;
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            text(out, bytes(prefix + topic));
            number(out, packet);
            out.writeBytes(body);
            send(line, kept ? PUBLISH_QOS_1 | RETAIN : PUBLISH_QOS_1, out.toByteArray());
            acknowledged(line, packet);
        } catch (IOException broken) {
            drop();
            throw broken;
        }
    }

    private static void acknowledged(Socket line, int packet) throws IOException {
        for (int i = 0; i < ANSWERS_PASSED_OVER; i++) {
            byte[] answer = answer(line, PUBACK);
            if (answer.length == 2 && (((answer[0] & 0xFF) << 8) | (answer[1] & 0xFF)) == packet) {
                return;
            }
        }
        throw new IOException("the broker acknowledges other messages than ours");
    }

    private Socket line() throws IOException {
        Socket open = socket;
        if (open == null) {
            open = broker.open();
            socket = open;
            send(open, CONNECT, connect());
            byte[] answer = answer(open, CONNACK);
            if (answer.length != 2 || answer[1] != 0) {
                throw new IOException("the broker refuses us, code " + (answer.length == 2 ? answer[1] : -1));
            }
            publish("status", bytes("online"), true);
        }
        return open;
    }

    // MQTT 3.1.1 clause 3.1: protocol name and level, flags, keep-alive, client, will, user, password.
    private byte[] connect() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        text(out, bytes("MQTT"));
        out.write(4);
        out.write(WILL_QOS_1_RETAINED_CLEAN | (broker.login().isPresent() ? USER_AND_PASSWORD : 0));
        number(out, KEEP_ALIVE_S);
        text(out, bytes(clientId));
        text(out, bytes(prefix + "status"));
        text(out, bytes("offline"));
        if (broker.login().isPresent()) {
            text(out, bytes(broker.login().get().user()));
            text(out, bytes(broker.login().get().password()));
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void text(ByteArrayOutputStream out, byte[] text) throws IOException {
        if (text.length > LAST_PACKET) {
            throw new IOException("a text of " + text.length + " bytes");
        }
        number(out, text.length);
        out.writeBytes(text);
    }

    private static void number(ByteArrayOutputStream out, int value) {
        out.write(value >> 8);
        out.write(value & 0xFF);
    }

    private static void send(Socket line, int type, byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(type);
        // Clause 2.2.3: seven bits a byte, the lowest first.
        int left = body.length;
        do {
            int low = left & 0x7F;
            left >>= 7;
            out.write(left > 0 ? low | 0x80 : low);
        } while (left > 0);
        out.writeBytes(body);
        line.getOutputStream().write(out.toByteArray());
        line.getOutputStream().flush();
    }

    private static byte[] answer(Socket line, int type) throws IOException {
        DataInputStream in = new DataInputStream(line.getInputStream());
        int got = in.readUnsignedByte();
        int length = in.readUnsignedByte();
        if ((got & 0xF0) != type || length > LONGEST_ANSWER || length > 0x7F) {
            throw new IOException("the broker answers with packet type " + (got >> 4) + " of " + length + " bytes");
        }
        byte[] body = new byte[length];
        in.readFully(body);
        return body;
    }

    @Override
    public void rest() throws IOException {
        try {
            Socket line = line();
            send(line, PINGREQ, new byte[0]);
            answer(line, PINGRESP);
        } catch (IOException broken) {
            drop();
            throw broken;
        }
    }

    private void drop() {
        Socket broken = socket;
        socket = null;
        try {
            if (broken != null) {
                broken.close();
            }
        } catch (IOException _) {
            // It is gone already.
        }
    }

    @Override
    public void close() {
        Socket open = socket;
        try {
            if (open != null) {
                publish("status", bytes("offline"), true);
                send(open, DISCONNECT, new byte[0]);
            }
        } catch (IOException _) {
            // The broker says for us that we are gone.
        }
        drop();
    }
}
