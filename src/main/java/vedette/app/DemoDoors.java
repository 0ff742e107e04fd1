package vedette.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.edge.Channel;
import vedette.edge.Clock;
import vedette.edge.Receipts;
import vedette.edge.Sender;
import vedette.edge.send.CapSeal;
import vedette.edge.send.CapShelf;
import vedette.edge.send.Delivery;
import vedette.edge.send.Doors;
import vedette.edge.send.TakServer;
import vedette.edge.send.Ties;
import vedette.format.cot.CotObjects;
import vedette.format.cot.CotVoice;
import vedette.model.Authority;
import vedette.model.Bulletin;
import vedette.model.Cleared;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.ReleaseRule;
import vedette.model.TestMessage;
import vedette.model.Warning;

/// What the demonstration tells the invented public, and how it comes to that: two people sign at the release desk, or
/// a rule
/// speaks when nobody has and time runs out.
final class DemoDoors {
    /// Time enough to open two browsers and sign; little enough that who only watches sees the warning go out.
    private static final double WITHIN_S = 240;

    private static final String TERMINAL = "terminal";
    private static final String TAK = "tak";
    private static final List<Warning.Kind> KINDS = List.of(Warning.Kind.IMPACT, Warning.Kind.RAID);

    private final LateReceipts receipts = new LateReceipts();
    private final PrintWriter out;
    private final int takPort;

    /// Doors that are not open yet.
    ///
    /// @param takPort where clients of Cursor-on-Target may connect, on loopback; 0 for nowhere
    DemoDoors(PrintWriter out, int takPort) {
        this.out = out;
        this.takPort = takPort;
    }

    /// The rules and the channels.
    Configuration told() {
        ReleaseRule rule = new ReleaseRule(
                "confirmed and under four minutes",
                KINDS,
                Warning.Confidence.CONFIRMED,
                ReleaseRule.Way.PREAUTHORISED,
                WITHIN_S);
        ReleaseRule two =
                new ReleaseRule("two persons", KINDS, Warning.Confidence.UNCONFIRMED, ReleaseRule.Way.TWO_PERSONS, 0);
        return new Configuration.Releasing(
                List.of(rule, two),
                takPort > 0 ? List.of(TERMINAL, Outlets.SHELF, TAK) : List.of(TERMINAL, Outlets.SHELF));
    }

    /// What the public of this story can fetch as CAP, in a folder that goes with the process.
    ///
    /// @param clock of the node
    CapShelf shelf(Clock clock) {
        try {
            Path folder = Files.createTempDirectory("vedette-demo");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> clear(folder)));
            return Outlets.shelf(Outlets.NOBODY, CapSeal.none(), ties(clock).in(folder));
        } catch (IOException fault) {
            throw new Failure("Cannot keep messages: " + fault.getMessage(), "Make room for temporary files", fault);
        }
    }

    private Ties ties(Clock clock) {
        return new Ties(clock, receipts, Path.of("."), out::println);
    }

    private static void clear(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException _) {
            // The machine clears its temporary files itself.
        }
    }

    /// Opens them.
    ///
    /// @param shelf of CAP messages
    List<Sender> open(CapShelf shelf, Clock clock) {
        List<Channel<Cleared.Exercise>> channels = new ArrayList<>();
        List<Sender> all = new ArrayList<>();
        channels.add(new Terminal(out, receipts));
        channels.add(new Delivery<>(Outlets.SHELF, shelf, ties(clock)));
        if (takPort > 0) {
            TakServer<Cleared.Exercise> tak = tak();
            channels.add(tak);
            all.add(tak);
        }
        all.add(new Doors<>(Cleared.Exercise.class, channels, out::println));
        return all;
    }

    private TakServer<Cleared.Exercise> tak() {
        try {
            CotObjects objects = new CotObjects(CotVoice.of("vedette-demo", Domain.EXERCISE));
            return new TakServer<>(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), takPort),
                    Optional.empty(),
                    new TakServer.Told(TAK, objects, List.of()),
                    receipts,
                    out::println);
        } catch (IOException fault) {
            throw new Failure(
                    "Cannot listen at 127.0.0.1:" + takPort + ": " + fault.getMessage(),
                    "Give --tak another port",
                    fault);
        }
    }

    /// Receipts go to this node.
    void to(Receipts node) {
        receipts.to(node);
    }

    /// Prints what the public would be told.
    private record Terminal(PrintWriter out, Receipts receipts) implements Channel<Cleared.Exercise> {
        @Override
        public String name() {
            return TERMINAL;
        }

        @Override
        public void publish(Cleared.Exercise cleared) {
            Bulletin bulletin = cleared.bulletin();
            Warning warning = bulletin.warning();
            out.println("EXERCISE, to the public, " + warning.id() + " issue " + bulletin.issue() + " ("
                    + by(bulletin.authority()) + "): " + warning.stage() + ": "
                    + warning.words().headline() + ". " + warning.words().advice());
            out.flush();
            receipts.delivered(warning.id(), bulletin.issue(), TERMINAL);
        }

        private static String by(Authority authority) {
            return switch (authority) {
                case Authority.Persons(var names) -> "signed by " + String.join(" and ", names);
                case Authority.Rule(String name) -> "by the rule '" + name + "'";
                case Authority.Person(String name) -> "by " + name;
                case Authority.Engine _ -> "follows";
            };
        }

        @Override
        public void attempt(TestMessage message) {
            out.println("EXERCISE, a test of the channels: " + message.text());
            out.flush();
        }

        @Override
        public void close() {}
    }
}
