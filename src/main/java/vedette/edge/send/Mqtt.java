package vedette.edge.send;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vedette.format.mqtt.FromBroker;
import vedette.format.mqtt.ToBroker;
import vedette.format.text.JsonText;
import vedette.model.Domain;

/// Bulletins over a broker: MQTT 3.1.1 (OASIS, 2014), published with quality of service 1 and kept by the broker
/// (retained), so that who comes later has the newest at once.
///
/// Topics: `PREFIX/DOMAIN/warnings/ID`; `PREFIX/DOMAIN/tests/ID`, not kept; `PREFIX/DOMAIN/status`, which says
/// `online`, or `offline` when the line has broken. The domain is in small letters. The broker's acknowledgement is the
/// receipt. A parcel may come twice (quality of service 1): `id` and `issue` in its body tell.
public final class Mqtt implements Carrier {
    /// The broker gives us up after one and a half times this without a word, seconds; a rest is shorter.
    private static final int KEEP_ALIVE_S = 30;

    private static final int ANSWERS_PASSED_OVER = 8;
    private static final int LONGEST_ANSWER = 8;

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
            packet = packet >= ToBroker.LAST_PACKET ? 1 : packet + 1;
            send(line, ToBroker.publish(prefix + topic, packet, body, kept));
            acknowledged(line, packet);
        } catch (IOException broken) {
            drop();
            throw broken;
        }
    }

    private static void acknowledged(Socket line, int packet) throws IOException {
        for (int i = 0; i < ANSWERS_PASSED_OVER; i++) {
            if (answer(line) instanceof FromBroker.Arrived(int number) && number == packet) {
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
            send(open, ToBroker.connect(hello()));
            FromBroker answer = answer(open);
            if (!answer.equals(new FromBroker.Welcome(0))) {
                throw new IOException("the broker refuses us: " + answer);
            }
            publish("status", bytes("online"), true);
        }
        return open;
    }

    private ToBroker.Hello hello() throws IOException {
        Optional<ToBroker.Login> login = Optional.empty();
        if (broker.login().isPresent()) {
            Server.Login known = broker.login().get();
            login = Optional.of(new ToBroker.Login(known.user(), known.password()));
        }
        ToBroker.Will will = new ToBroker.Will(prefix + "status", "offline");
        return new ToBroker.Hello(clientId, KEEP_ALIVE_S, true, Optional.of(will), login);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void send(Socket line, byte[] packet) throws IOException {
        line.getOutputStream().write(packet);
        line.getOutputStream().flush();
    }

    // The answers that we ask for have at most four bytes.
    private static FromBroker answer(Socket line) throws IOException {
        DataInputStream in = new DataInputStream(line.getInputStream());
        byte[] packet = new byte[LONGEST_ANSWER];
        for (int count = 0; count < LONGEST_ANSWER; ) {
            packet[count++] = in.readByte();
            switch (FromBroker.at(packet, 0, count)) {
                case FromBroker.Whole(FromBroker said, int _) -> {
                    return said;
                }
                case FromBroker.Broken(String reason) -> throw new IOException("the broker answers with " + reason);
                case FromBroker.Unfinished _ -> {
                    // The rest is read.
                }
            }
        }
        throw new IOException("the broker answers with a packet of more than " + LONGEST_ANSWER + " bytes");
    }

    @Override
    public void rest() throws IOException {
        try {
            Socket line = line();
            send(line, ToBroker.ping());
            FromBroker answer = answer(line);
            if (!(answer instanceof FromBroker.Pong)) {
                throw new IOException("the broker answers a ping with " + answer);
            }
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
                send(open, ToBroker.disconnect());
            }
        } catch (IOException _) {
            // The broker says for us that we are gone.
        }
        drop();
    }
}
