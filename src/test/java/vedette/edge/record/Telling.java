package vedette.edge.record;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vedette.canon.Canon;
import vedette.canon.Plots;
import vedette.format.journal.Note;
import vedette.model.Event;

/// Writes down what a journal shows.
final class Telling implements JournalVisitor<Event> {
    private static final Canon<Event> EVENTS = Canon.of(Event.class);

    final List<Long> seqs = new ArrayList<>();
    final List<String> missing = new ArrayList<>();
    final List<String> damaged = new ArrayList<>();
    final List<Long> skipped = new ArrayList<>();
    final List<Note> notes = new ArrayList<>();
    long strange;

    static Telling of(Path folder, long fromSeq) throws Exception {
        Telling telling = new Telling();
        new JournalReader(folder).events(fromSeq, EVENTS, telling);
        return telling;
    }

    static Telling of(Path folder) throws Exception {
        return of(folder, 1);
    }

    @Override
    public void event(long seq, Event event) {
        seqs.add(seq);
        strange += event.equals(Plots.event(seq)) ? 0 : 1;
    }

    @Override
    public void note(Note note) {
        notes.add(note);
    }

    @Override
    public void missing(long from, long to, String why) {
        missing.add(from + "-" + to + " " + why);
    }

    @Override
    public void skipped(long seq, Event event) {
        skipped.add(seq);
    }

    @Override
    public void damaged(Damage damage) {
        damaged.add(damage.sentence());
    }
}
