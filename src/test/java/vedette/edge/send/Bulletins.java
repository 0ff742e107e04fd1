package vedette.edge.send;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import vedette.edge.Clock;
import vedette.edge.Receipts;
import vedette.model.Authority;
import vedette.model.Bulletin;
import vedette.model.Cleared;
import vedette.model.Domain;
import vedette.model.LatLon;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.Operator;
import vedette.model.Releasability;
import vedette.model.TestMessage;
import vedette.model.Warning;
import vedette.model.WarningId;

/// Bulletins for tests of channels, and what a channel is tied to.
final class Bulletins {
    static final Moment NOW = LeapSeconds.standard().moment(1_767_225_600_000_000_000L);
    static final Pace QUICK = new Pace(20, 100, 200, 60, 60, 50);
    private static final long PATIENCE_NS = 20_000_000_000L;

    private Bulletins() {}

    static Bulletin bulletin(String id, int issue, Warning.Stage stage, Domain domain) {
        Warning warning = new Warning(
                new WarningId(id),
                issue,
                NOW,
                domain,
                stage,
                Warning.Kind.IMPACT,
                new Warning.Gravity(
                        Warning.Severity.EXTREME,
                        Warning.Urgency.IMMEDIATE,
                        Warning.Certainty.LIKELY,
                        Warning.Confidence.CONFIRMED),
                List.of(),
                List.of(),
                List.of(LatLon.ofDegrees(59, 24), LatLon.ofDegrees(59, 25), LatLon.ofDegrees(60, 25)),
                new Warning.Validity(NOW.plusS(200), NOW.plusS(240), NOW.plusS(600)),
                List.of(),
                new Warning.Words("Tallinn: missile impact", "Två källor, Київ", "Go inside\n.now"),
                Releasability.OPEN);
        return new Bulletin(warning, issue, NOW, new Authority.Persons(List.of("ann", "bo")));
    }

    static Cleared.Exercise exercise(String id, int issue, Warning.Stage stage) {
        return new Cleared.Exercise(bulletin(id, issue, stage, Domain.EXERCISE));
    }

    static Cleared.Live live(String id, int issue, Warning.Stage stage) {
        return new Cleared.Live(bulletin(id, issue, stage, Domain.LIVE));
    }

    static TestMessage probe(Domain domain) {
        return new TestMessage(
                new WarningId("TEST-1"), NOW, domain, new Operator("ann", Operator.Role.RELEASER), "hello", List.of());
    }

    /// What a channel said to its node.
    static final class Heard implements Receipts {
        final List<String> receipts = new CopyOnWriteArrayList<>();
        final List<String> troubles = new CopyOnWriteArrayList<>();

        @Override
        public void delivered(WarningId warning, int issue, String recipient) {
            receipts.add(warning.name() + " " + issue + " " + recipient);
        }

        Ties ties(Path folder) {
            return ties(folder, () -> NOW);
        }

        Ties ties(Path folder, Clock clock) {
            return new Ties(clock, this, folder, troubles::add);
        }
    }

    /// Waits for what must come; the bound only ends a test that has failed.
    static void until(BooleanSupplier holds) throws InterruptedException {
        long endNs = System.nanoTime() + PATIENCE_NS;
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - endNs > 0) {
                throw new AssertionError("it did not come");
            }
            Thread.sleep(5);
        }
    }
}
