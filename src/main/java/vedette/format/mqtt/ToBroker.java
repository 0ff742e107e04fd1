package vedette.format.mqtt;

import static vedette.math.Require.require;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// What a client says to its broker, as bytes.
public final class ToBroker {
    /// Numbers of packets go from 1 to here, and texts are no longer.
    public static final int LAST_PACKET = 0xFFFF;

    private static final int CONNECT = 0x10;
    private static final int PUBLISH_QOS_1 = 0x32;
    private static final int RETAIN = 0x01;
    private static final int PUBACK = 0x40;
    private static final int SUBSCRIBE = 0x82;
    private static final int PINGREQ = 0xC0;
    private static final int DISCONNECT = 0xE0;
    private static final int LEVEL_3_1_1 = 4;
    private static final int CLEAN = 0x02;
    private static final int WILL_QOS_1_RETAINED = 0x2C;
    private static final int USER_AND_PASSWORD = 0xC0;

    private ToBroker() {}

    /// How a client presents itself (clause 3.1).
    ///
    /// @param client its name at the broker, one of its own
    /// @param keepAliveS the broker gives it up after one and a half times this without a word, seconds
    /// @param clean whether the broker forgets what it kept for a client of this name
    /// @param will what the broker says for it when it is gone without a word
    /// @param login who it is to the broker, where that asks
    public record Hello(String client, int keepAliveS, boolean clean, Optional<Will> will, Optional<Login> login) {}

    /// What the broker says, and keeps, for a client that is gone.
    ///
    /// @param topic where
    /// @param words what
    public record Will(String topic, String words) {}

    /// A user of a broker.
    ///
    /// @param user the name
    /// @param password the password
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[user=" + user + "]";
        }
    }

    /// The first packet of a connection.
    public static byte[] connect(Hello hello) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        text(out, "MQTT");
        out.write(LEVEL_3_1_1);
        out.write((hello.clean ? CLEAN : 0)
                | (hello.will.isPresent() ? WILL_QOS_1_RETAINED : 0)
                | (hello.login.isPresent() ? USER_AND_PASSWORD : 0));
        number(out, hello.keepAliveS);
        text(out, hello.client);
        hello.will.ifPresent(will -> {
            text(out, will.topic);
            text(out, will.words);
        });
        hello.login.ifPresent(login -> {
            text(out, login.user);
            text(out, login.password);
        });
        return packet(CONNECT, out.toByteArray());
    }

    /// A message of quality of service 1 (clause 3.3).
    ///
    /// @param packet its number, 1 to [#LAST_PACKET]
    /// @param kept whether the broker keeps it for who comes later
    public static byte[] publish(String topic, int packet, byte[] body, boolean kept) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        text(out, topic);
        number(out, packet);
        out.writeBytes(body);
        return packet(kept ? PUBLISH_QOS_1 | RETAIN : PUBLISH_QOS_1, out.toByteArray());
    }

    /// A wish to hear topics, each message at least once (clause 3.8).
    ///
    /// @param topics names, in which `+` stands for any one part and `#` at the end for all that follows
    public static byte[] subscribe(int packet, List<String> topics) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        number(out, packet);
        for (String topic : topics) {
            text(out, topic);
            out.write(1);
        }
        return packet(SUBSCRIBE, out.toByteArray());
    }

    /// We have a message (clause 3.4).
    public static byte[] acknowledge(int packet) {
        return new byte[] {PUBACK, 2, (byte) (packet >> 8), (byte) packet};
    }

    /// We are still here (clause 3.12).
    public static byte[] ping() {
        return new byte[] {(byte) PINGREQ, 0};
    }

    /// We go (clause 3.14).
    public static byte[] disconnect() {
        return new byte[] {(byte) DISCONNECT, 0};
    }

    private static byte[] packet(int head, byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(head);
        // Clause 2.2.3: seven bits a byte, the lowest first.
        int left = body.length;
        do {
            int low = left & 0x7F;
            left >>= 7;
            out.write(left > 0 ? low | 0x80 : low);
        } while (left > 0);
        out.writeBytes(body);
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        require(bytes.length <= LAST_PACKET, "a text of %s bytes", bytes.length);
        number(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void number(ByteArrayOutputStream out, int value) {
        out.write(value >> 8);
        out.write(value & 0xFF);
    }
}
