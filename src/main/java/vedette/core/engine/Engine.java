package vedette.core.engine;

import java.util.ArrayList;
import java.util.List;
import vedette.canon.Canon;
import vedette.math.Lanes;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.Output;

/// The engine: the same events give the same outputs, bit for bit, anywhere.
///
/// It holds one immutable [Picture] and replaces it at the end of each step; a step that fails leaves the picture
/// as it was. One thread steps it; any thread may read the picture.
public final class Engine {
    private static final Canon<Output> OUTPUTS = Canon.of(Output.class);
    private static final Canon<Picture> PICTURES = Canon.of(Picture.class);
    /// The golden ratio in 64 bits: spreads the digest between two outputs (Knuth, TAOCP 3, 6.4).
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Steps steps;
    private volatile Picture picture;

    private Engine(Picture picture, Lanes lanes) {
        this.picture = picture;
        steps = new Steps(lanes);
    }

    /// An engine that knows nothing yet.
    ///
    /// @param domain whether it is the real thing; there is no default
    public static Engine starting(Domain domain) {
        return new Engine(Picture.empty(domain), Lanes.ONE);
    }

    /// An engine that goes on from a snapshot.
    public static Engine from(Picture picture) {
        return new Engine(picture, Lanes.ONE);
    }

    /// The engine with what this one knows, which does the work of crowded looks in lanes. This one is not to be
    /// stepped any more.
    ///
    /// @param lanes where the work is done; no result depends on it
    public Engine in(Lanes lanes) {
        return new Engine(picture, lanes);
    }

    /// The canonical form of pictures: for snapshots and their digests.
    public static Canon<Picture> pictures() {
        return PICTURES;
    }

    /// What is known now: an immutable value.
    public Picture picture() {
        return picture;
    }

    /// Takes one event.
    ///
    /// A fault within it costs that event only: the picture stays, the event counts as taken, and a
    /// [Output.Refused] says so.
    ///
    /// @param event the next event
    /// @return what there is to say, in order
    public List<Output> step(Event event) {
        List<Output> outputs = new ArrayList<>();
        Picture after = steps.taken(picture, event, outputs);
        long digest = after.digest();
        for (Output output : outputs) {
            digest = digest * SPREAD + OUTPUTS.digest(output);
        }
        picture = after.digested(digest);
        return outputs;
    }
}
