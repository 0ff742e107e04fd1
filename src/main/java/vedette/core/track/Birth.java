package vedette.core.track;

import org.jspecify.annotations.Nullable;
import vedette.core.estimate.Imm;
import vedette.core.estimate.Mixture;
import vedette.core.sense.RadarView;
import vedette.math.Exact;
import vedette.model.Measurement.Polar;
import vedette.model.Measurement.RadarPlot;
import vedette.model.PlotSigma;
import vedette.model.Plumb;
import vedette.model.Tangent;

/// The first estimate of a new track, from one plot.
///
/// What the plot does not tell is taken from what flies in the realm: a velocity that may be any, and, for a
/// radar without elevation, several heights side by side, each with its own group of filters, until the ranges of
/// other radars or a transponder decide between them. A height is never taken as nothing.
final class Birth {
    /// Heights of aeroplanes, metres: five groups with a sigma of 1 km cover 0 to 12 km evenly.
    private static final double[] AIR_HEIGHTS_M = {1400, 3700, 6000, 8300, 10_600};

    private static final double AIR_HEIGHT_SIGMA_M = 1000;
    private static final double LOW_HEIGHT_M = 150;
    private static final double LOW_HEIGHT_SIGMA_M = 120;
    private static final double STEEPEST_SINE = 0.9;
    private static final double[] EARTH = Tangent.earthFixed();
    private static final double[] NO_BLOCKS = {};
    private static final double TURN_VARIANCE = 1e-3;
    /// Half the span of range rates is about this many sigmas of the speeds behind them.
    private static final double SPAN_SIGMAS = 2.5;

    /// A plot's height is known to this many of its sigmas.
    private static final double HEIGHT_SIGMAS = 2;

    /// New objects are at most so much denser in the realm's heights than in all that the radar looks at.
    private static final double DENSEST = 20;

    /// Outside the realm's heights new objects are thinner by this.
    private static final double STRAY = 0.1;

    private final Workshop shop;
    private final RadarView view;
    private final double[] sight = new double[9];

    Birth(Workshop shop, RadarView view) {
        this.shop = shop;
        this.view = view;
    }

    /// The realm of a plot's object, as far as one plot tells.
    Realm realm(RadarPlot plot) {
        if (plot.polar().elevationRad().isEmpty()) {
            return Realm.of(view.site(), 0);
        }
        return Realm.of(
                view.site(),
                Plumb.heightM(place(plot, plot.polar().elevationRad().getAsDouble()), 0));
    }

    // Earth-fixed; the last one is kept, since a birth asks for it several times.
    @SuppressWarnings("ReferenceEquality") // an equal plot that is another object costs one reckoning too many
    private double[] place(RadarPlot plot, double elevationRad) {
        if (placed != plot || placedElevation != elevationRad) {
            view.earthPlace(plot.polar().rangeM(), plot.polar().azimuthRad(), elevationRad, place);
            placed = plot;
            placedElevation = elevationRad;
        }
        return place;
    }

    private final double[] place = new double[3];
    private @Nullable RadarPlot placed;
    private double placedElevation;

    /// A rough estimate after one plot, in a frame of its own: one Gaussian that spans all heights, enough to
    /// look for a second plot. The filters begin with [#blocks] when there is one.
    TrackFile.Estimate rough(RadarPlot plot, Realm realm) {
        double low = elevation(plot, realm, 0);
        double high = elevation(plot, realm, heights(plot, realm) - 1);
        double middle = (low + high) / 2;
        double[] frame = realm == Realm.SPACE ? EARTH : Tangent.at(place(plot, middle));
        view.face(frame);
        double[] merged = block(plot, realm, middle);
        merged[0] = 1;
        double spread = plot.polar().rangeM() * (high - low) / 2;
        add(merged, 6, spread * spread);
        return new TrackFile.Estimate(plot.provenance().observedAt().taiNs(), frame, NO_BLOCKS, merged);
    }

    /// The filters after one plot, in a frame of their own.
    TrackFile.Estimate filtered(RadarPlot plot, Realm realm) {
        TrackFile.Estimate rough = rough(plot, realm);
        double[] blocks = blocks(plot, realm);
        return new TrackFile.Estimate(rough.ns(), rough.frame(), blocks, Workshop.merged(blocks));
    }

    /// The existence of a plot's object: false plots fill the elevations evenly, new objects keep to the realm's
    /// heights.
    ///
    /// @param share the share of new objects among a sensor's plots that nobody takes, in (0, 1)
    double existence(RadarPlot plot, Realm realm, double share) {
        Polar polar = plot.polar();
        if (polar.elevationRad().isEmpty()) {
            return share;
        }
        double[] place = place(plot, polar.elevationRad().getAsDouble());
        double ground = realm == Realm.LOW ? view.site().place().heightM() : 0;
        double height = Plumb.heightM(place, 0) - ground;
        double slack = HEIGHT_SIGMAS * polar.rangeM() * plot.sigma().elevationRad();
        boolean inside = height > realm.floorM - slack && height < realm.ceilingM + slack;
        double span =
                view.site().volume().maxElevationRad() - view.site().volume().minElevationRad();
        double thickness = realm.ceilingM - realm.floorM + 2 * slack;
        double ratio = Math.clamp(span * polar.rangeM() / thickness, 1, DENSEST);
        double odds = share / (1 - share) * (inside ? ratio : STRAY);
        return odds / (1 + odds);
    }

    /// The mixture after one plot, in the frame that the view faces.
    double[] blocks(RadarPlot plot, Realm realm) {
        double[] shares = shop.regime(realm).shares();
        double[] elevations = elevations(plot, realm);
        double[] blocks = new double[elevations.length * shares.length * Mixture.BLOCK];
        for (int g = 0; g < elevations.length; g++) {
            double[] block = block(plot, realm, elevations[g]);
            for (int m = 0; m < shares.length; m++) {
                int at = (g * shares.length + m) * Mixture.BLOCK;
                System.arraycopy(block, 0, blocks, at, Mixture.BLOCK);
                blocks[at] = shares[m] / elevations.length;
            }
        }
        if (plot.polar().rangeRateMps().isPresent() && plot.sigma().rangeRateMps() > 0) {
            shop.imm.update(blocks, shares.length, rateOnly(plot));
        }
        return blocks;
    }

    // The range and angles are in the block already: only the rate is news.
    private Imm.Observer rateOnly(RadarPlot plot) {
        PlotObserver all = new PlotObserver(view, EARTH, plot, 0);
        return (blocks, at, rows) -> {
            all.rows(blocks, at, rows);
            int rate = plot.polar().elevationRad().isPresent() && plot.sigma().elevationRad() > 0 ? 3 : 2;
            rows.keepOnly(rate);
        };
    }

    private double[] elevations(RadarPlot plot, Realm realm) {
        double[] elevations = new double[heights(plot, realm)];
        for (int i = 0; i < elevations.length; i++) {
            elevations[i] = elevation(plot, realm, i);
        }
        return elevations;
    }

    // How many heights a plot's object may have.
    private int heights(RadarPlot plot, Realm realm) {
        Polar polar = plot.polar();
        boolean told = polar.elevationRad().isPresent()
                || realm == Realm.LOW
                || PlotObserver.Told.of(plot.altitude()).known();
        double ground = view.site().place().heightM();
        int possible = 1;
        while (!told
                && possible < AIR_HEIGHTS_M.length
                && AIR_HEIGHTS_M[possible] - ground < STEEPEST_SINE * polar.rangeM()) {
            possible++;
        }
        return possible;
    }

    private double elevation(RadarPlot plot, Realm realm, int height) {
        Polar polar = plot.polar();
        if (polar.elevationRad().isPresent()) {
            return polar.elevationRad().getAsDouble();
        }
        PlotObserver.Told told = PlotObserver.Told.of(plot.altitude());
        double low = view.site().place().heightM() + LOW_HEIGHT_M;
        double heightM = told.known() ? told.heightM() : realm == Realm.LOW ? low : AIR_HEIGHTS_M[height];
        return view.elevationOfHeight(polar.rangeM(), heightM);
    }

    private double heightSigmaM(RadarPlot plot, Realm realm) {
        PlotObserver.Told told = PlotObserver.Told.of(plot.altitude());
        if (told.known()) {
            return told.sigmaM();
        }
        return realm == Realm.LOW ? LOW_HEIGHT_SIGMA_M : AIR_HEIGHT_SIGMA_M;
    }

    private double[] block(RadarPlot plot, Realm realm, double elevation) {
        Polar polar = plot.polar();
        PlotSigma sigma = plot.sigma();
        double[] block = new double[Mixture.BLOCK];
        double[] local = new double[3];
        view.located(place(plot, elevation), local);
        System.arraycopy(local, 0, block, Mixture.MEAN, 3);
        view.glance(local, 0);
        view.sight(sight);
        double range = Math.max(1, polar.rangeM());
        double flat = Math.max(0.1, Exact.cos(elevation));
        double rise = polar.elevationRad().isPresent() && sigma.elevationRad() > 0
                ? range * sigma.elevationRad()
                : heightSigmaM(plot, realm) / flat;
        add(block, 0, sigma.rangeM() * sigma.rangeM());
        add(block, 3, square(range * flat * sigma.azimuthRad()));
        add(block, 6, square(rise));
        velocity(block, realm);
        block[Mixture.COVARIANCE + Mixture.at(6, 6)] = TURN_VARIANCE;
        return block;
    }

    private void velocity(double[] block, Realm realm) {
        double span = view.site().performance().rangeRateSpanMps();
        double speed = span > 0 ? span / 2 / SPAN_SIGMAS : realm.speedMps;
        double level = speed * speed;
        double climb = square(Math.min(realm.climbMps, speed));
        // In space the axes are the Earth's, and any direction may be up.
        block[Mixture.COVARIANCE + Mixture.at(3, 3)] = level;
        block[Mixture.COVARIANCE + Mixture.at(4, 4)] = level;
        block[Mixture.COVARIANCE + Mixture.at(5, 5)] = realm == Realm.SPACE ? level : climb;
    }

    // Adds variance · e eᵀ to the block's position covariance, e being a line of `sight`.
    private void add(double[] block, int line, double variance) {
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j <= i; j++) {
                block[Mixture.COVARIANCE + Mixture.at(i, j)] += variance * sight[line + i] * sight[line + j];
            }
        }
    }

    private static double square(double value) {
        return value * value;
    }
}
