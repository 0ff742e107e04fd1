package vedette.edge.feed;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import vedette.edge.Intake;
import vedette.model.Measurement;
import vedette.model.Measurement.FeedStatus;
import vedette.model.Measurement.SystemTrack;
import vedette.model.Measurement.TransponderReport;
import vedette.model.Moment;

/// An intake that remembers what it took, with room for so many measurements offered.
final class Heard implements Intake {
    private static final long PATIENCE_NS = 20_000_000_000L;

    private final int room;
    private final List<Measurement> taken = new ArrayList<>();
    private final List<Moment> arrivals = new ArrayList<>();

    Heard(int room) {
        this.room = room;
    }

    Heard() {
        this(Integer.MAX_VALUE);
    }

    @Override
    public Moment now() {
        return new Moment(System.nanoTime());
    }

    @Override
    public synchronized void put(Measurement measurement, Moment arrivedAt) {
        taken.add(measurement);
    }

    @Override
    public synchronized boolean offer(Measurement measurement, Moment arrivedAt) {
        if (reports().size() >= room) {
            return false;
        }
        arrivals.add(arrivedAt);
        return taken.add(measurement);
    }

    synchronized List<Measurement> all() {
        return List.copyOf(taken);
    }

    /// What was measured, without the feed's own status.
    List<Measurement> reports() {
        return all().stream().filter(m -> !(m instanceof FeedStatus)).toList();
    }

    List<SystemTrack> tracks() {
        return all().stream()
                .filter(SystemTrack.class::isInstance)
                .map(SystemTrack.class::cast)
                .toList();
    }

    /// Time from the first to the last arrival of what was offered, seconds.
    synchronized double arrivalSpanS() {
        return arrivals.getLast().secondsSince(arrivals.getFirst());
    }

    List<FeedStatus> statuses() {
        return all().stream()
                .filter(FeedStatus.class::isInstance)
                .map(FeedStatus.class::cast)
                .toList();
    }

    /// The Mode A codes in the order they came: what [Letters] makes of letters.
    String letters() {
        StringBuilder text = new StringBuilder();
        for (Measurement each : reports()) {
            if (each instanceof TransponderReport report) {
                text.append((char) report.identity().modeA().orElse('?'));
            }
        }
        return text.toString();
    }

    /// Waits until something is so; a test that waits for long fails.
    static void until(String what, BooleanSupplier isSo) {
        long end = System.nanoTime() + PATIENCE_NS;
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("waited in vain until " + what);
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException ended) {
                fail("interrupted", ended);
            }
        }
    }
}
