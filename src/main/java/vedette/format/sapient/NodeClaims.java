package vedette.format.sapient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.math.Exact;
import vedette.math.SymMatrix;
import vedette.model.Geodetic;
import vedette.model.Measurement;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Moment;
import vedette.model.SensorSite;

/// One node's messages as measurements, in order. It remembers where the node stands and, of a radar, which look is
/// being told: plots of one time are one look, and when the next one begins the one before is over.
///
/// Nobody tells a radar's period or reach: they are seen from its first two looks, which wait for that; the radar is
/// then presented as a sensor, and again when it looks faster or farther than it seemed.
public final class NodeClaims {
    /// Plots that wait until a radar's period is known.
    private static final int MOST_WAITING = 5_000;

    /// Times closer than this are no looks of their own: such a radar stamps each plot for itself, seconds.
    private static final double SHORTEST_LOOK_S = 0.15;

    private static final double LONGEST_LOOK_S = 60;
    private static final double FASTER = 0.7;
    private static final double FARTHER = 1.5;
    private static final double LEAST_REACH_M = 3_000;

    /// A radar's performance where nobody tells it; it is learnt from then on.
    private static final SensorSite.Performance USUAL = new SensorSite.Performance(0.85, 3, 0);

    /// A radar stands where its status says, to some metres; farther it has been moved.
    private static final double MOVED_M = 30;

    private NodeFacts facts;
    private final List<RadarPlot> waiting = new ArrayList<>();
    private Optional<Moment> look = Optional.empty();
    private Optional<SensorSite> site = Optional.empty();
    private boolean together;
    private boolean apart;
    private double reachM;
    private long unusable;

    /// A node that has just registered.
    public NodeClaims(NodeFacts facts) {
        this.facts = facts;
    }

    /// Takes what is claimed.
    public interface Sink {
        /// A sensor presents itself, or itself anew.
        void presented(SensorSite site);

        /// A measurement.
        void measured(Measurement measurement);
    }

    /// What is known of the node.
    public NodeFacts facts() {
        return facts;
    }

    /// A later registration of the same node: where it stands is still known.
    public void registered(NodeFacts anew) {
        facts = facts.place().map(anew::at).orElse(anew);
    }

    /// How many detections told no place that could be used.
    public long unusable() {
        return unusable;
    }

    /// A status report.
    public void status(Sapient.Taken message, Sink sink) {
        NodeFacts before = facts;
        facts = Claims.placed(message, facts);
        if (!facts.moves() && movedFar(before.place(), facts.place())) {
            site.ifPresent(known -> present(known.periodS(), sink));
        }
        Claims.status(message, facts).forEach(sink::measured);
    }

    private static boolean movedFar(Optional<Geodetic> before, Optional<Geodetic> now) {
        return before.isPresent()
                && now.isPresent()
                && before.get().ecef().distanceM(now.get().ecef()) > MOVED_M;
    }

    /// A detection report.
    ///
    /// @return whether it told a place that can be used
    public boolean detection(Sapient.Taken message, Sink sink) {
        facts = facts.after(message.body());
        NodeFacts as = apart ? plain() : facts;
        Optional<Measurement> claim = Claims.detection(message, as);
        if (claim.isEmpty()) {
            unusable++;
            return false;
        }
        if (claim.get() instanceof RadarPlot plot) {
            plot(plot, sink);
        } else {
            sink.measured(claim.get());
        }
        return true;
    }

    // As a node whose reports are taken one by one.
    private NodeFacts plain() {
        return new NodeFacts(
                facts.nodeId(),
                facts.sensor(),
                facts.edition(),
                List.of(),
                facts.modes(),
                facts.statusS(),
                facts.kilometresAnHour(),
                facts.place(),
                facts.looks());
    }

    private void plot(RadarPlot plot, Sink sink) {
        Moment at = plot.provenance().observedAt();
        reachM = Math.max(reachM, plot.polar().rangeM());
        double gapS = look.map(at::secondsSince).orElse(0.0);
        if (look.isPresent() && gapS > 0) {
            ended(look.get(), gapS, sink);
        }
        together |= look.isPresent() && gapS == 0;
        look = Optional.of(look.map(before -> Moment.later(before, at)).orElse(at));
        if (apart) {
            return;
        }
        if (site.isPresent()) {
            stretch(sink);
            sink.measured(plot);
        } else if (waiting.size() < MOST_WAITING) {
            waiting.add(plot);
        } else {
            unusable++;
        }
    }

    private void ended(Moment over, double gapS, Sink sink) {
        if (site.isEmpty()) {
            if (!together && gapS < SHORTEST_LOOK_S) {
                apart = true;
                unusable += waiting.size();
                waiting.clear();
                return;
            }
            present(Math.clamp(gapS, SHORTEST_LOOK_S, LONGEST_LOOK_S), sink);
            waiting.forEach(sink::measured);
            waiting.clear();
        } else if (gapS < FASTER * site.get().periodS() && gapS >= SHORTEST_LOOK_S) {
            present(gapS, sink);
        }
        sink.measured(Measurement.Sweep.whole(site.orElseThrow(), over));
    }

    private void stretch(Sink sink) {
        SensorSite known = site.orElseThrow();
        if (reachM > known.volume().maxRangeM()) {
            present(known.periodS(), sink);
        }
    }

    private void present(double periodS, Sink sink) {
        SensorSite told = new SensorSite(
                facts.sensor(),
                SensorSite.Kind.FRAME,
                facts.place().orElseThrow(),
                SymMatrix.diagonal(1, 1, 1),
                new SensorSite.Volume(
                        0, Math.max(LEAST_REACH_M, FARTHER * reachM), 0, Exact.TWO_PI, -Math.PI / 18, Math.PI / 2),
                Claims.USUAL,
                USUAL,
                periodS);
        site = Optional.of(told);
        sink.presented(told);
    }
}
