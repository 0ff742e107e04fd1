package vedette.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vedette.canon.Canon;
import vedette.core.engine.Engine;
import vedette.edge.Sender;
import vedette.edge.record.JournalReader;
import vedette.edge.record.JournalVisitor;
import vedette.format.journal.Note;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.node.Replay;

/// A journal through a new engine; the digests that stand in it are held against the engine's.
final class JournalReplay implements JournalVisitor<Event> {
    private static final Canon<Event> EVENTS = Canon.of(Event.class);

    private final Path folder;
    private final PrintWriter out;
    private final double speed;
    private final Outlets outlets;
    private final ReplayCounts counts = new ReplayCounts();
    private final List<Sender> senders = new ArrayList<>(List.of(counts));
    private @Nullable Replay replay;
    private long agreeing;
    private long differing;
    /// A node records ahead of its engine: the digest after an event stands behind some of the events that follow it.
    private static final int REMEMBERED = 1 << 14;

    private final long[] digests = new long[REMEMBERED];
    private boolean exact = true;

    /// @param outlets where it shows and writes beside the counts, once the domain is known
    JournalReplay(Path folder, PrintWriter out, double speed, Outlets outlets) {
        this.outlets = outlets;
        this.folder = folder;
        this.out = out;
        this.speed = speed;
    }

    /// Makes outlets.
    interface Outlets {
        /// Of a domain.
        List<Sender> of(Domain domain) throws IOException;
    }

    /// Plays all of it.
    ///
    /// @return 0, or 1 when a digest differs
    int run() throws IOException {
        long startNs = System.nanoTime();
        try {
            new JournalReader(folder).events(1, EVENTS, this);
        } finally {
            senders.forEach(Sender::close);
        }
        Replay played = replay;
        if (played == null) {
            throw new Failure("There is no event in " + folder, "Give a journal's folder");
        }
        double tookS = (System.nanoTime() - startNs) / 1e9;
        out.print(counts.text());
        out.println("events: " + played.events() + " in " + Numbers.fixed(tookS, 3) + " s, "
                + Math.round(played.events() / tookS) + " a second");
        out.println("digests in the journal: " + agreeing + " agree, " + differing + " differ");
        out.println("digest: " + Numbers.hex(played.picture().digest()));
        return differing == 0 ? 0 : 1;
    }

    @Override
    public void event(long seq, Event event) {
        Replay playing = replay;
        if (playing == null) {
            Domain domain = event.stamp().domain();
            open(domain);
            playing = new Replay(Engine.starting(domain), List.copyOf(senders), speed);
            replay = playing;
            exact = seq == 1;
            if (!exact) {
                out.println("the journal begins at event " + seq + ": its digests cannot be compared");
            }
        }
        if (event instanceof Event.Observed observed) {
            counts.count(observed.measurement());
        }
        playing.take(event);
        digests[(int) (playing.picture().seq() % REMEMBERED)] =
                playing.picture().digest();
    }

    private void open(Domain domain) {
        try {
            senders.addAll(outlets.of(domain));
        } catch (IOException fault) {
            throw new Failure("Cannot write to the folder: " + fault.getMessage(), "Give another --out");
        }
    }

    /// As the restart did that skipped it: its time passes, and nothing else.
    @Override
    public void skipped(long seq, Event event) {
        event(seq, new Event.Tick(event.stamp()));
        out.println("event " + seq + " ended the process twice and is skipped");
    }

    @Override
    public void note(Note note) {
        Replay playing = replay;
        if (playing != null && exact && note instanceof Note.OutputDigest(long seq, long digest)) {
            long behind = playing.picture().seq() - seq;
            boolean same = behind >= 0 && behind < REMEMBERED && digests[(int) (seq % REMEMBERED)] == digest;
            agreeing += same ? 1 : 0;
            differing += same ? 0 : 1;
        }
    }

    @Override
    public void missing(long from, long to, String why) {
        exact = false;
        out.println(
                "events " + from + " to " + to + " are missing (" + why + "): the digests after them are not compared");
    }

    @Override
    public void damaged(Damage damage) {
        out.println(damage.sentence());
    }
}
