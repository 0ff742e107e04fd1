package vedette.edge.feed;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import vedette.edge.Feed;
import vedette.edge.Intake;
import vedette.format.mqtt.FromBroker;
import vedette.format.mqtt.ToBroker;
import vedette.model.SensorId;

/// Hears sensors through a broker (MQTT 3.1.1) and connects again whenever the line breaks.
///
/// Messages are asked for with quality of service 1 and acknowledged when the node has taken them; the broker keeps
/// what comes while we are away (no clean session). It waits for room in the node, so that the broker's queue fills and
/// not ours. A message that came twice is a repeated report, which the tracker knows.
public final class MqttFeed implements Feed {
    private static final int CONNECT_TIMEOUT_MS = 5_000;

    /// The broker gives us up after one and a half times this without a word, seconds.
    private static final int KEEP_ALIVE_S = 30;

    private static final int PING_AFTER_MS = KEEP_ALIVE_S * 1_000 / 2;
    private static final int SUBSCRIPTION = 1;
    private static final int PIECE = 1 << 16;

    private final Source source;
    private final MqttBroker broker;
    private final Tally tally = new Tally();
    private final Crew crew;

    /// A feed that is not connected yet.
    ///
    /// @param source its decoders take the body of a message as a datagram
    public MqttFeed(Source source, MqttBroker broker) {
        this.source = source;
        this.broker = broker;
        crew = new Crew(source.feed().name(), tally::trouble);
    }

    @Override
    public SensorId id() {
        return source.feed();
    }

    /// What it has seen so far.
    public Counts counts() {
        return tally.counts();
    }

    @Override
    public void start(Intake intake) {
        UdpSocket.resolved(source, broker.host());
        crew.start("broker", () -> connectAgainAndAgain(intake));
        crew.start("beat", new Beat(id(), tally, intake));
    }

    private void connectAgainAndAgain(Intake intake) throws InterruptedException {
        BackOff backOff = new BackOff(source.feed().name());
        while (!crew.isClosing()) {
            String ended = connection(intake, backOff);
            long waitMs = backOff.nextMs();
            tally.trouble(broker + " " + ended + "; trying again in " + waitMs + " ms");
            Thread.sleep(waitMs);
        }
    }

    private String connection(Intake intake, BackOff backOff) throws InterruptedException {
        Socket socket = crew.closes(new Socket());
        try {
            socket.connect(new InetSocketAddress(broker.host(), broker.port()), CONNECT_TIMEOUT_MS);
            socket.setSoTimeout(PING_AFTER_MS);
            new Line(secured(socket), intake, backOff).follow();
            return "closed the connection";
        } catch (SocketTimeoutException late) {
            return "does not answer";
        } catch (IOException fault) {
            return "cannot be heard (" + Crew.said(fault) + ")";
        } finally {
            crew.release(socket);
        }
    }

    private Socket secured(Socket socket) throws IOException {
        if (broker.secure().isEmpty()) {
            return socket;
        }
        SSLSocket secure = (SSLSocket)
                broker.secure().get().getSocketFactory().createSocket(socket, broker.host(), broker.port(), true);
        SSLParameters parameters = secure.getSSLParameters();
        // The rule of comparing names is the same for all protocols over TLS (RFC 9525); Java calls it by this one.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    private Optional<ToBroker.Login> login() throws IOException {
        if (broker.login().isEmpty()) {
            return Optional.empty();
        }
        MqttBroker.Login login = broker.login().get();
        String password =
                Files.readString(login.passwordFile()).lines().findFirst().orElse("");
        return Optional.of(new ToBroker.Login(login.user(), password));
    }

    @Override
    public void close() {
        crew.close();
    }

    /// One connection.
    private final class Line {
        private final Socket socket;
        private final Intake intake;
        private final BackOff backOff;
        private final Reception reception;
        private byte[] buffer = new byte[PIECE];
        private int held;
        private boolean pinged;
        private boolean heard;

        Line(Socket socket, Intake intake, BackOff backOff) {
            this.socket = socket;
            this.intake = intake;
            this.backOff = backOff;
            reception = new Reception(source, tally, Reception.Delivery.waiting(intake));
        }

        void follow() throws IOException, InterruptedException {
            say(ToBroker.connect(new ToBroker.Hello(broker.client(), KEEP_ALIVE_S, false, Optional.empty(), login())));
            try {
                while (more()) {
                    take();
                }
            } finally {
                if (heard) {
                    tally.unlinked(broker + " is gone");
                }
            }
        }

        private void say(byte[] packet) throws IOException {
            socket.getOutputStream().write(packet);
        }

        // A quiet line is asked whether it still stands; one that does not answer that is broken.
        private boolean more() throws IOException {
            InputStream in = socket.getInputStream();
            buffer = held < buffer.length ? buffer : Arrays.copyOf(buffer, 2 * held);
            try {
                int count = in.read(buffer, held, buffer.length - held);
                held += Math.max(0, count);
                tally.bytes(Math.max(0, count));
                pinged = false;
                return count >= 0;
            } catch (SocketTimeoutException quiet) {
                if (pinged || !heard) {
                    throw quiet;
                }
                say(ToBroker.ping());
                pinged = true;
                return true;
            }
        }

        private void take() throws IOException, InterruptedException {
            int at = 0;
            while (FromBroker.at(buffer, at, held) instanceof FromBroker.Whole(FromBroker said, int to)) {
                take(said, to);
                at = to;
            }
            if (FromBroker.at(buffer, at, held) instanceof FromBroker.Broken(String reason)) {
                throw new IOException("it sends " + reason);
            }
            held -= at;
            System.arraycopy(buffer, at, buffer, 0, held);
        }

        private void take(FromBroker said, int to) throws IOException, InterruptedException {
            switch (said) {
                case FromBroker.Welcome(int code) -> welcome(code);
                case FromBroker.Subscribed(int _, int refused) -> subscribed(refused);
                case FromBroker.Message(String _, int packet, int from) -> {
                    reception.take(buffer, from, to, intake.now());
                    if (packet != 0) {
                        say(ToBroker.acknowledge(packet));
                    }
                }
                case FromBroker.Arrived _, FromBroker.Pong _ -> {
                    // That something came is all that counts.
                }
            }
        }

        private void welcome(int code) throws IOException {
            if (code != 0) {
                throw new IOException("it refuses us, code " + code + " (clause 3.2.2.3)");
            }
            say(ToBroker.subscribe(SUBSCRIPTION, broker.topics()));
        }

        private void subscribed(int refused) {
            if (!heard) {
                heard = true;
                tally.linked();
                backOff.succeeded();
            }
            if (refused > 0) {
                tally.trouble(broker + " refuses " + refused + " of "
                        + broker.topics().size() + " topics");
            }
        }
    }
}
