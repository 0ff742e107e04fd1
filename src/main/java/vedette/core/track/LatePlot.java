package vedette.core.track;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vedette.core.estimate.Existence;
import vedette.core.sense.RadarView;
import vedette.math.Exact;
import vedette.model.Measurement.RadarPlot;
import vedette.model.SensorSite;

/// A plot that comes after its sector was worked on: laid on the track that was missed there, as if it had
/// come in time.
///
/// The miss is taken back and the plot taken in with the measurement moved to the track's time; the process
/// noise of the short way back is neglected (0.1 m for half a second).
final class LatePlot {
    /// A gate reaches to this squared normalised distance (chi-square, 2 to 5 degrees).
    private static final double GATE = 25;

    /// Its sector ended at most so many turns before its own time, if clock and azimuth err.
    private static final double EARLIER = 1.0 / 64;

    /// A sector that missed its track ended at most so many turns later: widest gate and quarter of a turn.
    private static final double SPAN = 0.4;

    private final Workshop shop;
    private final Working working;
    private final int sensor;
    private final RadarPlot plot;
    private final long ns;
    private final SensorSite site;
    private final RadarView view;
    private double least = GATE;
    private @Nullable TrackFile best;

    LatePlot(Workshop shop, Working working, int sensor, RadarPlot plot) {
        this.shop = shop;
        this.working = working;
        this.sensor = sensor;
        this.plot = working.knowledge().of(sensor).corrected(plot);
        ns = this.plot.provenance().observedAt().taiNs();
        view = shop.view(working, sensor);
        site = view.site();
    }

    /// Whether the plot's sector was worked on before it came.
    static boolean isLate(SensorSite site, SensorMemory memory, RadarPlot plot) {
        if (site.kind() != SensorSite.Kind.ROTATING || memory.beamNs() == Long.MIN_VALUE) {
            return false;
        }
        long workedNs = memory.pending().isEmpty()
                ? memory.beamNs()
                : memory.pending().getFirst().provenance().observedAt().taiNs()
                        - Math.round(memory.pending().getFirst().widthRad() / Exact.TWO_PI * Beam.periodNs(site));
        long marginNs = Math.round(Front.PAST_RAD / Exact.TWO_PI * Beam.periodNs(site));
        return plot.provenance().observedAt().taiNs() + marginNs < workedNs;
    }

    /// Lays the plot on a missed track.
    ///
    /// @return whether one was found
    boolean taken() {
        near().forEach(this::consider);
        if (best == null) {
            return false;
        }
        take(best);
        return true;
    }

    /// The tracks that were looked for where the plot is, and missed.
    List<TrackFile> near() {
        List<TrackFile> near = new ArrayList<>();
        double periodNs = Beam.periodNs(site);
        long earlierNs = Math.round(EARLIER * periodNs);
        working.memory(sensor).past().after(ns - earlierNs, Math.round(SPAN * periodNs), sector -> {
            for (int i = 0; i < sector.missed().length; i++) {
                if (sector.lookedFor(i, plot.polar().azimuthRad(), plot.polar().rangeM())) {
                    TrackFile file = working.file(sector.missed()[i]);
                    if (file != null) {
                        near.add(file);
                    }
                }
            }
            return true;
        });
        return near;
    }

    private void consider(TrackFile file) {
        long looked = file.lookedNs(sensor);
        boolean missed = looked != Long.MIN_VALUE && (looked & 1) == 0;
        if (!missed || Math.abs(looked - ns) > Beam.periodNs(site) / 4) {
            return;
        }
        TrackFile.Estimate estimate = shop.moved(working, file, ns);
        double distance = shop.distance2(estimate.merged(), observer(estimate));
        if (distance < least) {
            least = distance;
            best = file;
        }
    }

    private PlotObserver observer(TrackFile.Estimate estimate) {
        view.face(estimate.frame());
        return new PlotObserver(view, estimate.frame(), plot, (ns - estimate.ns()) * 1e-9);
    }

    private void take(TrackFile file) {
        TrackFile.Estimate estimate = shop.moved(working, file, ns);
        double detection = working.knowledge().of(sensor).detection();
        double before = Existence.unmissed(file.existence(), detection);
        double ratio =
                shop.imm.update(estimate.blocks(), shop.models(file.realm(), estimate.blocks()), observer(estimate))
                        - working.knowledge().of(sensor).clutter().logDensity(plot);
        double[] blocks = shop.reduced(estimate.blocks(), file.realm());
        Claims claims = file.claims()
                .with(plot.provenance(), plot.identity(), plot.altitude())
                .looking(plot, 1);
        TrackFile.Estimate after = shop.near(estimate.ns(), estimate.frame(), file.realm(), blocks);
        double existence = Existence.seen(before, detection, ratio);
        new Lives(shop, working)
                .seen(file, after, sensor, ns, new TrackFile.News(existence, claims, file.liveliness(), false));
    }
}
