package vedette.core.track;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vedette.math.LongMap;
import vedette.model.Output;
import vedette.model.SensorSite;

/// The state under work within one step, and what the step says. Nothing of it outlives the step.
///
/// What a look changes is changed here in place, and becomes a state once, when the step is done.
final class Working implements Sensors {
    /// Tracks, tentative ones too: 200,000 files are about 300 MB.
    static final int MOST_TRACKS = 200_000;

    /// A refusal is told each time up to here, then at each doubling.
    private static final int ALL_TOLD = 10;

    private final long seq;
    private TrackState state;
    private SensorMemory @Nullable [] memories;
    private int pending;
    private Knowledge knowledge;
    private LongMap.@Nullable Draft<TrackFile> draft;
    private Index.@Nullable Draft index;
    private long nextId;
    private final List<Output> outputs = new ArrayList<>(0);

    Working(TrackState state, long seq) {
        this.state = state;
        this.seq = seq;
        pending = state.pending();
        knowledge = state.knowledge();
        nextId = state.nextId();
    }

    /// What few steps change: systems and what they reported, groups, refusals, how far the walk has come. Tracks,
    /// sensors and what is known of them stand in it as they were before the step.
    TrackState state() {
        return state;
    }

    void state(TrackState changed) {
        state = changed;
    }

    @Override
    public List<SensorSite> sites() {
        return state.sites();
    }

    @Override
    public Knowledge knowledge() {
        return knowledge;
    }

    void knows(Knowledge known) {
        knowledge = known;
    }

    /// What is remembered of a sensor now.
    SensorMemory memory(int sensor) {
        return memories == null ? state.memory(sensor) : memories[sensor];
    }

    void remember(int sensor, SensorMemory memory) {
        if (memories == null) {
            memories = state.sensors().toArray(new SensorMemory[0]);
        }
        pending += memory.pending().size() - memories[sensor].pending().size();
        memories[sensor] = memory;
    }

    /// How many sectors of all sensors wait for work.
    int pending() {
        return pending;
    }

    /// A sensor sent what none should: counted with the sensor and in all.
    ///
    /// @param why one sentence with the values
    void odd(int sensor, Oddities.Kind kind, String why) {
        knows(knowledge.odd(sensor, kind));
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

    /// What a step made of the parts of the state that steps change most.
    record Changed(
            List<SensorMemory> sensors,
            int pending,
            LongMap<TrackFile> files,
            Index index,
            long nextId,
            Knowledge knowledge) {}

    @SuppressWarnings("ReferenceEquality") // equal parts in two objects cost one state too many, never a fault
    TrackStep done() {
        Index indexed = index == null ? state.index() : index.done();
        boolean same = memories == null
                && draft == null
                && nextId == state.nextId()
                && indexed == state.index()
                && knowledge == state.knowledge();
        if (same) {
            return new TrackStep(state, outputs);
        }
        List<SensorMemory> sensors = memories == null ? state.sensors() : List.of(memories);
        return new TrackStep(
                state.stepped(new Changed(sensors, pending, files(), indexed, nextId, knowledge)), outputs);
    }
}
