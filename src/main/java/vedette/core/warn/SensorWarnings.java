package vedette.core.warn;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vedette.math.LongMap;
import vedette.math.TextKey;
import vedette.model.Configuration;
import vedette.model.Health;
import vedette.model.Measurement;
import vedette.model.SensorId;
import vedette.model.Warning;

/// Warnings about sensors that do not see, and what is known of how each sensor knows.
final class SensorWarnings {
    /// A sensor's warning holds for an hour unless it is revised, seconds.
    private static final double HOLDS_S = 3600;

    /// As many sensors as assess watches.
    private static final int MOST_SENSORS = 16_384;

    /// Texts that share a key are kept at the next free ones; so many are tried.
    private static final int KEY_TRIES = 4;

    private final Book book;
    private LongMap<SensorFile> files;

    SensorWarnings(Book book, LongMap<SensorFile> files) {
        this.book = book;
        this.files = files;
    }

    LongMap<SensorFile> files() {
        return files;
    }

    private long key(SensorId sensor) {
        long first = TextKey.of(sensor.name());
        for (int i = 0; i < KEY_TRIES; i++) {
            @Nullable SensorFile there = files.get(first + i);
            if (there == null || there.sensor().equals(sensor)) {
                return first + i;
            }
        }
        return first;
    }

    private SensorFile file(SensorId sensor) {
        @Nullable SensorFile known = files.get(key(sensor));
        return known == null ? SensorFile.of(sensor) : known;
    }

    private void keep(SensorFile file) {
        long key = key(file.sensor());
        if (files.size() < MOST_SENSORS || files.contains(key)) {
            files = files.with(key, file);
        }
    }

    /// Learns from a measurement how its sensor knows.
    @SuppressWarnings("ReferenceEquality") // what is meant: an unchanged file is the same object
    void hear(Measurement measurement) {
        SensorId sensor = measurement.provenance().sensor();
        SensorFile before = file(sensor);
        SensorFile after = before.heard(measurement);
        if (after != before) {
            keep(after);
        }
    }

    /// How independent the evidence of several sensors is: one is unconfirmed, two probable, two kinds of
    /// physics confirmed. What another system passes on may rest on the same sensors, so it confirms nothing.
    Warning.Confidence confidence(List<SensorId> sources) {
        int measured = 0;
        int heard = 0;
        int told = 0;
        for (SensorId source : sources) {
            switch (file(source).physics()) {
                case MEASURED -> measured = 1;
                case HEARD, NODE -> heard = 1;
                case TOLD -> told = 1;
                case UNKNOWN, PASSED_ON -> {}
            }
        }
        if (measured + heard + told > 1) {
            return Warning.Confidence.CONFIRMED;
        }
        return sources.size() > 1 ? Warning.Confidence.PROBABLE : Warning.Confidence.UNCONFIRMED;
    }

    /// These are nodes of a net.
    void net(List<Configuration.Listener> nodes) {
        nodes.forEach(node -> keep(file(node.sensor()).inNet()));
    }

    /// How a sensor is now.
    void take(Health health) {
        SensorFile file = file(health.sensor());
        if (file.physics() == SensorFile.Physics.NODE) {
            return;
        }
        boolean blind = switch (health.state()) {
            case SILENT, LOST -> true;
            case OK, LATE, BIASED -> false;
        };
        if (file.open().isPresent()) {
            follow(file, file.open().get(), health, blind);
        } else if (blind) {
            var id = Ids.of("SENSOR", health.sensor().name(), file.made() + 1);
            book.open(id, draft(health, file))
                    .ifPresent(first -> keep(file.opened(
                            new Open(first, new Open.Finding.OfSensor(health), book.now(), Optional.empty(), true))));
        }
    }

    private void follow(SensorFile file, Open open, Health health, boolean blind) {
        if (!blind) {
            book.end(
                    open.warning(),
                    Warning.Stage.ALL_CLEAR,
                    Wording.over(open, "It is heard again: " + health.why(), book.zones()));
            keep(file.with(Optional.empty()));
        } else if (open.finding() instanceof Open.Finding.OfSensor(Health said) && said.state() != health.state()) {
            renew(open, health);
        }
    }

    /// The same warning with the health known now.
    void renew(Open open, Health health) {
        SensorFile file = file(health.sensor());
        Warning next = book.revise(open.warning(), draft(health, file));
        Open found = open.found(new Open.Finding.OfSensor(health), book.now(), Optional.empty());
        keep(file.with(Optional.of(found.revised(next, true))));
    }

    private Draft draft(Health health, SensorFile file) {
        return new Draft(
                Warning.Kind.SENSOR,
                new Warning.Gravity(
                        Warning.Severity.MODERATE,
                        Warning.Urgency.IMMEDIATE,
                        Warning.Certainty.OBSERVED,
                        Warning.Confidence.UNCONFIRMED),
                List.of(),
                List.of(),
                List.of(),
                new Warning.Validity(book.now(), book.now(), book.now().plusS(HOLDS_S)),
                List.of(health.sensor()),
                Wording.of(health),
                file.releasability());
    }
}
