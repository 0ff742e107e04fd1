package vedette.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vedette.canon.Canon;
import vedette.canon.Read;
import vedette.core.engine.Engine;
import vedette.core.engine.Picture;
import vedette.edge.Emission;
import vedette.edge.record.JournalReader;
import vedette.edge.record.JournalVisitor;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.Output;

/// An engine as its journal left it: the newest whole snapshot, and every event after it.
///
/// @param engine goes on behind the journal's last event
/// @param replayed events stepped after the snapshot
/// @param notices what people should know, a line each
record Recovery(Engine engine, long replayed, List<String> notices) {
    private static final Canon<Event> EVENTS = Canon.of(Event.class);

    Recovery {
        notices = List.copyOf(notices);
    }

    /// The journal's own folder: people name the data folder of a node as well as the journal within it.
    static Path journalIn(Path folder) {
        Path within = folder.resolve("journal");
        return Files.isDirectory(within) ? within : folder;
    }

    /// The engine of a folder; a new one where there is no journal yet.
    static Recovery of(Path folder, Domain domain) throws IOException {
        return of(folder, domain, _ -> {});
    }

    /// The same, and what the events behind the snapshot led to is told: a record of acts may have missed the last.
    static Recovery of(Path folder, Domain domain, Consumer<Emission> told) throws IOException {
        List<String> notices = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return new Recovery(Engine.starting(domain), 0, notices);
        }
        JournalReader reader = new JournalReader(folder);
        Engine engine = reader.newestSnapshot(notices)
                .flatMap(found -> picture(found, notices))
                .map(Engine::from)
                .orElseGet(() -> Engine.starting(domain));
        Stepping stepping = new Stepping(reader, engine, notices, told);
        reader.events(engine.picture().seq() + 1, EVENTS, stepping);
        return new Recovery(engine, stepping.count, notices);
    }

    /// Lets the engine stand where the journal ends, where its last events could not be read: numbers are never used
    /// twice.
    ///
    /// @param lastSeq the journal's last event
    Recovery upTo(long lastSeq) {
        Picture picture = engine.picture();
        if (picture.seq() < lastSeq) {
            engine.step(new Event.Tick(new Event.Stamp(lastSeq, picture.now(), picture.domain())));
        }
        return this;
    }

    private static Optional<Picture> picture(JournalReader.Found found, List<String> notices) {
        var body = found.body();
        String which = "the snapshot of event " + found.header().seq() + " cannot be read";
        try {
            Canon<Picture> canon = Engine.pictures().reading(found.header().schemaText());
            return switch (canon.read(body.bytes(), body.from(), body.to())) {
                case Read.Value<Picture>(Picture picture) -> Optional.of(picture);
                case Read.Damaged<Picture> damaged -> {
                    notices.add(which + ": " + damaged);
                    yield Optional.empty();
                }
            };
        } catch (IllegalArgumentException tooOld) {
            notices.add(which + " by this release: " + tooOld.getMessage());
            return Optional.empty();
        }
    }

    private static final class Stepping implements JournalVisitor<Event> {
        private final JournalReader reader;
        private final Engine engine;
        private final List<String> notices;
        private final Consumer<Emission> told;
        private long count;

        Stepping(JournalReader reader, Engine engine, List<String> notices, Consumer<Emission> told) {
            this.told = told;
            this.reader = reader;
            this.engine = engine;
            this.notices = notices;
        }

        @Override
        public void event(long seq, Event event) {
            try {
                List<Output> outputs = engine.step(event);
                for (int i = 0; i < outputs.size(); i++) {
                    told.accept(new Emission(engine.picture().now(), seq, i, outputs.get(i)));
                }
            } catch (Error fault) {
                reader.fatal(seq, fault.toString());
                throw fault;
            }
            count++;
        }

        @Override
        public void missing(long from, long to, String why) {
            notices.add("events " + from + " to " + to + " are not in the journal: " + why);
        }

        @Override
        public void skipped(long seq, Event event) {
            engine.step(new Event.Tick(event.stamp()));
            notices.add("event " + seq + " is skipped: it ended the process twice");
        }

        @Override
        public void damaged(Damage damage) {
            notices.add(damage.sentence());
        }
    }
}
