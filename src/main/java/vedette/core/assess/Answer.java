package vedette.core.assess;

import java.util.ArrayList;
import java.util.List;
import vedette.model.Moment;
import vedette.model.SensorId;

/// Whether own radars answer to what something claims: how likely nothing flies at its place.
///
/// A hidden Markov chain with three states, stepped by each look that should see it: it is seen well; it is seen poorly
/// (it hides behind something, echoes weakly, flies in a notch of the radar), which holds on for many looks and is no
/// lie; nothing is there. The forward recursion is that of Rabiner, "A tutorial on hidden Markov models", Proc. IEEE 77
/// (1989), eq. 19-21. So twenty looks in a row that saw nothing make a lie likely, a few never do, and who was seen for
/// long and then leaves its echo behind is found out as well.
///
/// The numbers are fitted to drawn sequences of looks (docs/benchmarks.md, "Places that aircraft tell"): one lie in a
/// thousand, one aircraft and radar in sixteen with a spell of a minute in which hardly a look sees it.
///
/// @param well probability that it is there and seen well
/// @param poorly probability that it is there and seen poorly
/// @param looks how many looks should have seen it
/// @param echoes how many of them did
/// @param counted until when each sensor's looks are counted
public record Answer(double well, double poorly, long looks, long echoes, List<Counted> counted) {
    /// What is expected of things of a size.
    ///
    /// @param lying which share tells a false place, before anybody looks
    /// @param hidden which share is seen poorly
    /// @param kept of its stated detection, what a radar keeps on those that it sees well
    /// @param seen how often those are seen that are seen poorly
    /// @param hides from one look to the next, how likely one that is seen well hides
    /// @param comesOut and how likely a hidden one comes out
    record Size(double lying, double hidden, double kept, double seen, double hides, double comesOut) {
        /// Aircraft with a transponder.
        static final Size LARGE = new Size(0.001, 0.02, 0.95, 0.15, 0.003, 0.05);

        /// Drones: a plastic one echoes a hundred times weaker than another, for all of its flight.
        static final Size SMALL = new Size(0.01, 0.1, 0.8, 0.07, 0.001, 0.01);

        /// Before any look.
        Answer first() {
            return new Answer(1 - lying - hidden, hidden, 0, 0, List.of());
        }
    }

    /// False plots and others that pass.
    private static final double SEEN_NOTHING = 0.03;

    /// From one look to the next: its place becomes false, a false one becomes true.
    private static final double TURNS_FALSE = 3e-5;
    private static final double TURNS_TRUE = 1e-3;

    /// Sensors beyond these are not counted.
    private static final int MOST_SENSORS = 8;

    /// Until when a sensor's looks are counted.
    ///
    /// @param sensor which
    /// @param until its latest look
    public record Counted(SensorId sensor, Moment until) {}

    /// Copies the list.
    public Answer {
        counted = List.copyOf(counted);
    }

    /// How likely nothing flies there.
    double nothing() {
        return Math.max(0, 1 - well - poorly);
    }

    /// Whether a look is not counted yet.
    boolean isNew(Echoes.Look look) {
        for (Counted each : counted) {
            if (each.sensor.equals(look.sensor())) {
                return each.until.isBefore(look.at());
            }
        }
        return counted.size() < MOST_SENSORS;
    }

    /// After a look that should have seen it.
    ///
    /// @param detection the sensor's stated probability of detection
    /// @param size what is expected of such things
    Answer after(Echoes.Look look, double detection, Size size) {
        double hidden = nothing();
        double w = well * (1 - size.hides - TURNS_FALSE) + poorly * size.comesOut + hidden * TURNS_TRUE;
        double p = well * size.hides + poorly * (1 - size.comesOut - TURNS_FALSE);
        double n = (well + poorly) * TURNS_FALSE + hidden * (1 - TURNS_TRUE);
        w *= likely(size.kept * detection, look.seen());
        p *= likely(Math.min(size.seen, detection), look.seen());
        n *= likely(SEEN_NOTHING, look.seen());
        double sum = w + p + n;
        return new Answer(w / sum, p / sum, looks + 1, echoes + (look.seen() ? 1 : 0), with(look));
    }

    private static double likely(double detection, boolean seen) {
        return seen ? detection : 1 - detection;
    }

    /// The look is past, and says nothing.
    Answer passing(Echoes.Look look) {
        return new Answer(well, poorly, looks, echoes, with(look));
    }

    private List<Counted> with(Echoes.Look look) {
        List<Counted> next = new ArrayList<>(counted);
        next.removeIf(each -> each.sensor.equals(look.sensor()));
        next.add(new Counted(look.sensor(), look.at()));
        return next;
    }
}
