package vedette.core.track;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vedette.math.LongMap;
import vedette.model.Output;

/// The state under work within one step, and what the step says. Nothing of it outlives the step.
final class Working {
    /// Tracks, tentative ones too: 200,000 files are about 300 MB.
    static final int MOST_TRACKS = 200_000;

    /// A refusal is told each time up to here, then at each doubling.
    private static final int ALL_TOLD = 10;

    private final long seq;
    private TrackState state;
    private LongMap.@Nullable Draft<TrackFile> draft;
    private Index.@Nullable Draft index;
    private long nextId;
    private final List<Output> outputs = new ArrayList<>(0);

    Working(TrackState state, long seq) {
        this.state = state;
        this.seq = seq;
        nextId = state.nextId();
    }

    TrackState state() {
        return state;
    }

    void state(TrackState changed) {
        state = changed;
    }

    Knowledge knowledge() {
        return state.knowledge();
    }

    void knows(Knowledge known) {
        state = state.knowing(known);
    }

    /// A sensor sent what none should: counted with the sensor and in all.
    ///
    /// @param why one sentence with the values
    void odd(int sensor, Oddities.Kind kind, String why) {
        knows(knowledge().odd(sensor, kind));
        refuse(kind.what, why);
    }

    /// The tracks as they are now.
    LongMap<TrackFile> files() {
        return draft == null ? state.files() : draft.map();
    }

    // Most steps only hold a plot: they need none.
    private LongMap.Draft<TrackFile> draft() {
        if (draft == null) {
            draft = state.files().draft();
        }
        return draft;
    }

    @Nullable
    TrackFile file(long id) {
        return draft == null ? state.files().get(id) : draft.get(id);
    }

    int fileCount() {
        return draft == null ? state.files().size() : draft.size();
    }

    long nextId() {
        return nextId;
    }

    void put(TrackFile file) {
        draft().put(file.id(), file);
    }

    /// Forgets a track; the address it bore is free again.
    void remove(TrackFile file) {
        draft().remove(file.id());
        places().ended(file);
        file.claims().identity().address().ifPresent(address -> places().bearsNoMore(address, file.id()));
    }

    /// Lets a track be found by its address from now on. An address that it was believed to bear before is free again:
    /// right after a change it is the rival.
    void index(TrackFile file) {
        Belief belief = file.claims().codes().address();
        if (belief.rivalHeld() > 0) {
            places().bearsNoMore(belief.rival(), file.id());
        }
        file.claims().identity().address().ifPresent(address -> places().bears(address, file.id()));
    }

    /// Where tracks are.
    Index.Draft places() {
        if (index == null) {
            index = new Index.Draft(state.index());
        }
        return index;
    }

    /// The numbers of the tracks that bear an address.
    long[] bearers(int address) {
        return places().bearers(address);
    }

    /// The number of the first track that bears an address, or −1.
    long byAddress(int address) {
        long[] ids = places().bearers(address);
        return ids.length == 0 ? -1 : ids[0];
    }

    long newId() {
        return nextId++;
    }

    boolean full() {
        if (fileCount() < MOST_TRACKS) {
            return false;
        }
        refuse("tracks", "more than " + MOST_TRACKS + " tracks: a new one was not begun");
        return true;
    }

    void say(Output output) {
        outputs.add(output);
    }

    void refuse(String what, String why) {
        List<TrackState.Refusal> counts = new ArrayList<>(state.refusals());
        long count = 1;
        int at = 0;
        while (at < counts.size() && !counts.get(at).what().equals(what)) {
            at++;
        }
        if (at < counts.size()) {
            count = counts.get(at).count() + 1;
            counts.set(at, new TrackState.Refusal(what, count));
        } else {
            counts.add(new TrackState.Refusal(what, count));
        }
        state = state.withRefusals(counts);
        if (count <= ALL_TOLD || Long.bitCount(count) == 1) {
            outputs.add(new Output.Refused(seq, what, why, count));
        }
    }

    @SuppressWarnings("ReferenceEquality") // equal maps in two objects cost one state too many, never a fault
    TrackStep done() {
        Index indexed = index == null ? state.index() : index.done();
        boolean same = draft == null && nextId == state.nextId() && indexed == state.index();
        return new TrackStep(same ? state : state.withFiles(files(), indexed, nextId), outputs);
    }
}
