package vedette.edge.send;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import vedette.edge.Channel;
import vedette.edge.DeliveryState;
import vedette.edge.Emission;
import vedette.edge.Receipts;
import vedette.edge.Sender;
import vedette.format.cot.Cot;
import vedette.format.cot.CotEvent;
import vedette.format.cot.CotFrames;
import vedette.format.cot.CotReport;
import vedette.format.cot.TakProto;
import vedette.model.Cleared;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.TestMessage;

/// Tells a multicast group of TAK devices (usually 239.2.3.1:6969): an event a datagram, in the highest protocol
/// version
/// that everyone heard there in the last two minutes reads. There are no receipts in a group: a bulletin counts as
/// delivered when it was sent.
///
/// @param <C> the domain whose bulletins it takes
public final class TakMesh<C extends Cleared> implements Channel<C>, Sender {
    private static final int MOST_CONTACTS = 1_024;
    private static final int LONGEST_DATAGRAM = 65_507;
    private static final long CONTROL_NS = TimeUnit.SECONDS.toNanos(60);
    private static final long FORGOTTEN_NS = TimeUnit.SECONDS.toNanos(120);

    private final String name;
    private final String uid;
    private final InetSocketAddress group;
    private final NetworkInterface on;
    private final Receipts receipts;
    private final Consumer<String> troubles;
    private final MulticastSocket socket;
    private final CotFlow flow;
    private final Map<String, Contact> contacts = new LinkedHashMap<>();
    private long controlNs = System.nanoTime() - CONTROL_NS;
    private boolean failing;
    private final TakAccount account;
    private volatile boolean closing;

    private record Contact(boolean readsOne, long heardNs) {}

    /// A sender that is in the group already.
    ///
    /// @param group its address and port; may be unresolved
    /// @param on the interface it is reached by
    /// @param told the channel's name, and what is told
    /// @param receipts told when a bulletin was sent
    /// @param troubles told in one line when something goes wrong
    /// @throws IOException when the group cannot be joined
    public TakMesh(
            InetSocketAddress group,
            NetworkInterface on,
            TakServer.Told told,
            Receipts receipts,
            Consumer<String> troubles)
            throws IOException {
        name = told.name();
        account = new TakAccount(told);
        this.group = resolved(group);
        this.on = on;
        this.receipts = receipts;
        this.troubles = troubles;
        uid = "VEDETTE." + told.objects().voice().node();
        socket = new MulticastSocket(group.getPort());
        socket.setNetworkInterface(on);
        socket.joinGroup(this.group, on);
        Moment now = LeapSeconds.standard().moment(System.currentTimeMillis() * 1_000_000L);
        flow = new CotFlow(name, told.objects(), told.zones(), now, new Group());
        flow.start();
        Thread.ofPlatform().name("tak-mesh-" + name).daemon(true).start(this::listen);
    }

    // Settings give names; a group has a number.
    private static InetSocketAddress resolved(InetSocketAddress group) throws IOException {
        InetAddress number = InetAddress.getByName(group.getHostString());
        if (!number.isMulticastAddress()) {
            throw new IOException(number.getHostAddress() + " is no multicast group");
        }
        return new InetSocketAddress(number, group.getPort());
    }

    @Override
    public String name() {
        return name;
    }

    /// Who was heard in the group within the last minutes counts as connected.
    @Override
    public DeliveryState state() {
        synchronized (contacts) {
            return account.state(contacts.size(), 0);
        }
    }

    @Override
    public void send(Emission emission) {
        flow.take(emission.output());
    }

    @Override
    public void publish(C cleared) {
        flow.publish(cleared.bulletin());
    }

    @Override
    public void attempt(TestMessage message) {
        flow.attempt(message);
    }

    private void listen() {
        byte[] buffer = new byte[LONGEST_DATAGRAM];
        while (!closing) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] bytes = Arrays.copyOf(buffer, packet.getLength());
                List<CotFrames.Entry> entries = CotFrames.readAll(bytes);
                if (!entries.isEmpty() && entries.getFirst().reading() instanceof Cot.Message message) {
                    heard(message, entries.getFirst().form() != CotFrames.Form.XML);
                }
            } catch (IOException fault) {
                if (!closing) {
                    troubles.accept("Channel '" + name + "' hears the group no more: " + fault.getMessage() + ".");
                    return;
                }
            }
        }
    }

    private void heard(Cot.Message message, boolean numbered) {
        String who = message.control()
                .map(Cot.Control::uid)
                .filter(id -> !id.isEmpty())
                .orElseGet(() -> message.event().map(CotEvent::uid).orElse(""));
        boolean one =
                message.control().map(each -> Math.max(1, each.least()) <= 1).orElse(numbered);
        synchronized (contacts) {
            contacts.remove(who);
            if (!who.startsWith("VEDETTE.") && contacts.size() < MOST_CONTACTS) {
                contacts.put(who, new Contact(one, System.nanoTime()));
            }
        }
    }

    private boolean numbered() {
        long now = System.nanoTime();
        synchronized (contacts) {
            contacts.values().removeIf(each -> now - each.heardNs > FORGOTTEN_NS);
            return contacts.values().stream().allMatch(Contact::readsOne);
        }
    }

    private boolean send(byte[] bytes) {
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, group));
            failing = false;
            account.up();
            return true;
        } catch (IOException fault) {
            account.down(String.valueOf(fault.getMessage()));
            if (!failing) {
                failing = true;
                troubles.accept("Channel '" + name + "' cannot send to " + group + " on " + on.getName() + ": "
                        + fault.getMessage() + ".");
            }
            return false;
        }
    }

    private final class Group implements CotAudience {
        @Override
        public void urgent(Letter letter, Picture picture) {
            if (all(letter.reports()) && flow.firstReceipt(letter)) {
                account.brought(letter);
                receipts.delivered(letter.warning(), letter.issue(), name);
            }
        }

        @Override
        public void news(List<CotReport> changed, Picture picture) {
            if (System.nanoTime() - controlNs >= CONTROL_NS) {
                // Who has just come is told what holds, too.
                controlNs = System.nanoTime();
                send(TakProto.mesh(TakProto.control(uid)));
                picture.warnings().forEach(letter -> all(letter.reports()));
                all(picture.zones());
            }
            all(changed);
        }

        private boolean all(List<CotReport> reports) {
            boolean numbered = numbered();
            boolean sent = true;
            for (CotReport report : reports) {
                sent &= send(numbered ? report.mesh() : report.xml());
            }
            return sent;
        }
    }

    @Override
    public void close() {
        closing = true;
        flow.close();
        socket.close();
    }
}
