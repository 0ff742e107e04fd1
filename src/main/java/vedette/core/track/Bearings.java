package vedette.core.track;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import vedette.core.estimate.Existence;
import vedette.core.estimate.Mixture;
import vedette.core.sense.RadarView;
import vedette.math.Exact;
import vedette.math.SymMatrix;
import vedette.model.Altitude;
import vedette.model.Identity;
import vedette.model.Measurement.Bearing;
import vedette.model.Measurement.Detection;
import vedette.model.Measurement.Direction;
import vedette.model.Measurement.Polar;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Moment;
import vedette.model.PlotSigma;
import vedette.model.Provenance;
import vedette.model.SensorSite;
import vedette.model.Traits;

/// Takes in directions from which something was heard or seen: a radio, a sound, a light.
///
/// A direction alone says neither where something is nor that it is one thing, so it begins no track. It is
/// laid on the tracks that stand in it: it tells of their nature, each by its share, and where it can only
/// be one track's it holds that track when nothing better does.
final class Bearings {
    /// A track stands in a direction when its squared normalised distance is below this (chi-square, 1 to 2
    /// degrees).
    private static final double GATE = 12;

    /// Nothing small is heard farther, metres.
    private static final double FARTHEST_M = 20_000;

    /// What is heard belongs to no track with this weight against a track in the middle of the direction.
    private static final double NOBODY = 0.2;

    /// A track with a smaller share learns nothing.
    private static final double LEAST = 0.2;

    /// A track with a larger share lives on by it.
    private static final double HOLDING = 0.3;

    /// A track with a larger share is where it says.
    private static final double SURELY = 0.7;

    /// A track that was measured so lately needs no direction, nanoseconds: a systematic error of a few
    /// degrees would only draw it away.
    private static final long LATELY_NS = 2_500_000_000L;

    /// Directions observed so long before they came are too late, nanoseconds.
    private static final long LATE_NS = 10_000_000_000L;

    /// No range is measured, metres.
    private static final double ANY_RANGE_M = 1e6;

    private static final double DETECTION = 0.5;
    private static final double LOG_RATIO = 1;

    private final Workshop shop;
    private final Working working;

    Bearings(Workshop shop, Working working) {
        this.shop = shop;
        this.working = working;
    }

    /// A track that stands in the direction, and how much for it speaks.
    private record Candidate(TrackFile file, double weight) {}

    void take(Bearing bearing, long arrivedNs) {
        long ns = Math.min(bearing.provenance().observedAt().taiNs(), arrivedNs);
        if (arrivedNs - ns > LATE_NS) {
            working.refuse("late bearing", "observed " + (arrivedNs - ns) / 1e9 + " s before it came");
            return;
        }
        RadarPlot plot = plot(bearing, ns);
        RadarView view = new RadarView(site(bearing));
        List<Candidate> candidates = candidates(bearing, plot, view);
        double sum = NOBODY;
        for (Candidate each : candidates) {
            sum += each.weight;
        }
        boolean used = false;
        for (Candidate each : candidates) {
            double share = each.weight / sum;
            if (share >= LEAST) {
                lay(each.file, bearing, plot, share);
                used = true;
            }
        }
        if (!used) {
            working.refuse(
                    "bearing of nothing that is tracked",
                    bearing.provenance().sensor() + " heard or saw something where no track stands, or too many");
        }
    }

    private List<Candidate> candidates(Bearing bearing, RadarPlot plot, RadarView view) {
        List<Candidate> candidates = new ArrayList<>();
        long ns = plot.provenance().observedAt().taiNs();
        working.files().forEachValue(file -> {
            if (file.confirmed() && file.realm() != Realm.SPACE && isAhead(file, view, plot)) {
                TrackFile.Estimate estimate = shop.moved(working, file, ns);
                double distance2 = shop.distance2(estimate.merged(), observer(view, estimate, plot));
                // Codes decide between what direction allows.
                double far = distance2 - 2 * IdentityEvidence.of(file.claims().codes(), bearing.identity());
                if (distance2 < GATE && far < GATE) {
                    candidates.add(new Candidate(file, Exact.exp(-Math.max(-GATE, far) / 2)));
                }
            }
        });
        return candidates;
    }

    // A cheap first look, before filters are moved.
    private boolean isAhead(TrackFile file, RadarView view, RadarPlot plot) {
        TrackFile.Estimate estimate = file.estimate();
        view.face(estimate.frame());
        view.look(estimate.merged(), Mixture.MEAN);
        double off = Math.abs(Exact.halfTurn(view.azimuthRad() - plot.polar().azimuthRad()));
        double slack = Math.sqrt(estimate.merged()[Mixture.COVARIANCE]
                        + estimate.merged()[Mixture.COVARIANCE + Mixture.at(1, 1)])
                / view.groundM();
        double gate = Math.sqrt(GATE);
        return view.rangeM() < FARTHEST_M && off < 2 * gate * (plot.sigma().azimuthRad() + slack);
    }

    private static PlotObserver observer(RadarView view, TrackFile.Estimate estimate, RadarPlot plot) {
        view.face(estimate.frame());
        double aheadS = (plot.provenance().observedAt().taiNs() - estimate.ns()) * 1e-9;
        return new PlotObserver(view, estimate.frame(), plot, PlotObserver.Told.NOTHING, aheadS);
    }

    private void lay(TrackFile file, Bearing bearing, RadarPlot plot, double share) {
        Traits traits = file.claims().traits().orElse(Traits.NONE).with(bearing, share);
        Claims claims = file.claims().with(traits);
        long ns = plot.provenance().observedAt().taiNs();
        if (share < HOLDING) {
            working.put(file.claiming(claims));
            return;
        }
        // Whose the radio is that names itself is not known by its direction: its name is laid on no track.
        claims = claims.with(bearing.provenance(), Identity.NONE, Altitude.UNKNOWN);
        if (ns - file.lastPlotNs() < LATELY_NS) {
            working.put(file.claiming(claims));
            return;
        }
        TrackFile.Estimate estimate = shop.moved(working, file, ns);
        if (share >= SURELY) {
            RadarView view = new RadarView(site(bearing));
            shop.imm.update(
                    estimate.blocks(), shop.models(file.realm(), estimate.blocks()), observer(view, estimate, plot));
        }
        double[] blocks = shop.reduced(estimate.blocks(), file.realm());
        TrackFile.Estimate after = shop.near(estimate.ns(), estimate.frame(), file.realm(), blocks);
        double existence = Existence.seen(file.existence(), DETECTION, LOG_RATIO);
        new Lives(shop, working)
                .seen(file, after, -1, ns, new TrackFile.News(existence, claims, file.liveliness(), false));
    }

    // The direction as a plot whose range means nothing.
    private static RadarPlot plot(Bearing bearing, long ns) {
        Direction direction = bearing.direction();
        Provenance from = bearing.provenance();
        return new RadarPlot(
                new Provenance(from.sensor(), new Moment(ns), from.releasability()),
                new Polar(0, direction.azimuthRad(), direction.elevationRad(), OptionalDouble.empty()),
                new PlotSigma(
                        ANY_RANGE_M,
                        direction.azimuthSigmaRad(),
                        direction.elevationRad().isPresent() ? direction.elevationSigmaRad() : 0,
                        0),
                Altitude.UNKNOWN,
                Identity.NONE,
                Detection.PRIMARY,
                OptionalInt.empty());
    }

    private static SensorSite site(Bearing bearing) {
        return new SensorSite(
                bearing.provenance().sensor(),
                SensorSite.Kind.REPORTS,
                bearing.from(),
                SymMatrix.diagonal(1, 1, 1),
                SensorSite.Volume.around(FARTHEST_M),
                new PlotSigma(ANY_RANGE_M, bearing.direction().azimuthSigmaRad(), 0, 0),
                new SensorSite.Performance(DETECTION, 0, 0),
                1);
    }
}
