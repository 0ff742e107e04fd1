package vedette.core.track;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vedette.core.estimate.Existence;
import vedette.core.estimate.Imm;
import vedette.core.estimate.Mixture;
import vedette.core.sense.PlaceView;
import vedette.model.Altitude;
import vedette.model.Geodetic;
import vedette.model.Measurement.PositionReport;
import vedette.model.Measurement.TransponderReport;
import vedette.model.Measurement.Velocity;
import vedette.model.Moment;
import vedette.model.Provenance;
import vedette.model.Tangent;

/// Takes in what objects report of themselves: positions by address, and who they are.
final class Reports {
    /// A position whose quality is not told may be so far off, metres.
    private static final double UNKNOWN_SIGMA_M = 1000;

    /// A height that is not told is taken to this.
    private static final double UNKNOWN_HEIGHT_M = 5000;

    private static final double UNKNOWN_HEIGHT_SIGMA_M = 4000;

    /// An unmanned aircraft is so high above the ground where it does not say (open category: 120 m at most), and
    /// the ground there as high as under the nearest sensor, give or take so much, metres. Were it taken to 5 km,
    /// no radar would look for it where it flies, and its plots would begin a second track of the same object.
    private static final double LOW_HEIGHT_M = 60;

    private static final double LOW_HEIGHT_SIGMA_M = 150;

    private static final double LOW_REACH_M = 50_000;

    /// Reports observed so long before the track's latest are too late, nanoseconds.
    private static final long LATE_NS = 2_000_000_000L;

    /// A report stamped so long after it came is of another time, nanoseconds.
    private static final long FUTURE_NS = 60_000_000_000L;

    /// After so long without a report a track that is elsewhere now begins anew, nanoseconds.
    private static final long STALE_NS = 10_000_000_000L;

    /// A report lies within the gate when its squared normalised distance is below this (chi-square, 2 to 5
    /// degrees).
    private static final double GATE = 30;

    /// Tracks that one step enters into the index of places.
    private static final int MOST_ENTERED = 4000;

    /// Reports that are worse tell nothing of radars; about a navigation accuracy category for position of 7 (DO-260B,
    /// table 2-70: 0.1 nautical miles at 95 %).
    private static final double GOOD_SIGMA_M = 80;

    /// An object's error of position lasts for minutes, in which it is studied about nine times: its sigma counts so
    /// much.
    private static final double LASTING = 3;

    private static final double FIRST_EXISTENCE = 0.6;
    private static final double DETECTION = 0.9;
    private static final double LOG_RATIO = 5;
    private static final double TURN_VARIANCE = 1e-3;

    private final Workshop shop;
    private final Working working;

    Reports(Workshop shop, Working working) {
        this.shop = shop;
        this.working = working;
    }

    void position(PositionReport report, long arrivedNs) {
        long ns = report.provenance().observedAt().taiNs();
        if (ns - arrivedNs > FUTURE_NS) {
            working.refuse("report from the future", "observed " + (ns - arrivedNs) / 1e9 + " s after it arrived");
            return;
        }
        take(ns > arrivedNs ? asItCame(report, arrivedNs) : report);
    }

    // Nobody reports of the future: its clock is ahead. Taken at its word it would move its track ahead of all plots.
    private static PositionReport asItCame(PositionReport report, long arrivedNs) {
        Provenance from = report.provenance();
        return new PositionReport(
                new Provenance(from.sensor(), new Moment(arrivedNs), from.releasability()),
                report.position(),
                report.sigmaM(),
                report.altitude(),
                report.velocity(),
                report.identity(),
                report.onGround(),
                report.claim());
    }

    private void take(PositionReport report) {
        Optional<TrackFile> known = known(report);
        if (known.isPresent()) {
            update(known.get(), report);
        } else {
            begin(report);
        }
    }

    private Optional<TrackFile> known(PositionReport report) {
        if (report.identity().address().isEmpty()) {
            return nearest(report);
        }
        long id = working.byAddress(report.identity().address().getAsInt());
        @Nullable TrackFile bearer = id < 0 ? null : working.file(id);
        return bearer == null ? nearest(report) : Optional.of(bearer);
    }

    // The likeliest track within the gate among those that bear no address.
    private Optional<TrackFile> nearest(PositionReport report) {
        Nearest nearest = nearestTo(report);
        Index.Draft places = working.places();
        places.begin();
        grow(working);
        long covered = places.near(told(report).place(), id -> consider(nearest, working.file(id)));
        working.files().walk(covered, (id, file) -> consider(nearest, file));
        return nearest.best();
    }

    private static boolean consider(Nearest nearest, @Nullable TrackFile file) {
        if (file != null && file.claims().identity().address().isEmpty()) {
            nearest.consider(file);
        }
        return true;
    }

    /// Goes on entering tracks into the index of places, if it is kept and some are missing.
    static void grow(Working working) {
        if (working.places().growing()) {
            working.places().grow(working.files(), MOST_ENTERED);
        }
    }

    private Nearest nearestTo(PositionReport report) {
        long ns = report.provenance().observedAt().taiNs();
        Nearest.Said said = new Nearest.Said(ns, report.identity());
        return new Nearest(shop, working, told(report), said, GATE);
    }

    private static PlaceView.Told told(PositionReport report) {
        PlotObserver.Told height = PlotObserver.Told.of(report.altitude());
        return new PlaceView.Told(
                report.position(),
                height.known() ? height.heightM() : UNKNOWN_HEIGHT_M,
                report.sigmaM().orElse(UNKNOWN_SIGMA_M));
    }

    // Where the address is known, but of a track elsewhere: two objects bear it, or a position is wrong. The second
    // place gets a track of its own, a third one none.
    private void update(TrackFile bearer, PositionReport report) {
        TrackFile.Estimate estimate = moved(bearer, report);
        if (!isFar(estimate, report)) {
            take(bearer, estimate, report);
            return;
        }
        Nearest nearest = nearestTo(report);
        long[] bearers = working.bearers(bearer.claims().identity().address().orElseThrow());
        for (long id : bearers) {
            TrackFile other = id == bearer.id() ? null : working.file(id);
            if (other != null) {
                nearest.consider(other);
            }
        }
        Optional<TrackFile> near = nearest.best();
        if (near.isPresent()) {
            take(near.get(), moved(near.get(), report), report);
        } else if (report.provenance().observedAt().taiNs() - bearer.lastPlotNs() >= STALE_NS) {
            seen(bearer, first(report, bearer.realm()), report);
        } else if (bearers.length <= 1) {
            begin(report);
        } else {
            working.refuse("report far from its track", "address known in two other places");
        }
    }

    private TrackFile.Estimate moved(TrackFile file, PositionReport report) {
        return shop.moved(working, file, report.provenance().observedAt().taiNs());
    }

    // A path of free fall that was not measured for long may lead nowhere: no number is far, too.
    private boolean isFar(TrackFile.Estimate estimate, PositionReport report) {
        double distance2 = shop.distance2(estimate.merged(), observer(report, estimate));
        return !(distance2 <= GATE * 3);
    }

    private void take(TrackFile file, TrackFile.Estimate estimate, PositionReport report) {
        long ns = report.provenance().observedAt().taiNs();
        if (ns <= file.lastPlotNs() && repeated(file, ns)) {
            working.refuse("repeated or late report", "observed before the track's latest");
            return;
        }
        shop.imm.update(estimate.blocks(), shop.models(file.realm(), estimate.blocks()), observer(report, estimate));
        double[] blocks = shop.reduced(estimate.blocks(), file.realm());
        seen(file, shop.near(estimate.ns(), estimate.frame(), file.realm(), blocks), report);
        anchor(file, report);
    }

    // A good report of a track under study tells where the object really is, whatever the radars' biases are.
    private void anchor(TrackFile file, PositionReport report) {
        double sigmaM = report.sigmaM().orElse(UNKNOWN_SIGMA_M);
        if (sigmaM > GOOD_SIGMA_M
                || report.onGround()
                || !working.knowledge().registration().studies(file.id())) {
            return;
        }
        PlotObserver.Told height = PlotObserver.Told.of(report.altitude());
        double[] place = told(report).place();
        double[] row = new double[Study.WIDTH];
        row[Study.SENSOR] = Study.REPORT;
        System.arraycopy(place, 0, row, Study.VALUE, 3);
        row[Study.SIGMA] = LASTING * sigmaM;
        row[Study.SIGMA + 1] = LASTING * sigmaM;
        row[Study.SIGMA + 2] = LASTING * (height.known() ? height.sigmaM() : UNKNOWN_HEIGHT_SIGMA_M);
        long ns = report.provenance().observedAt().taiNs();
        shop.view(working, 0);
        working.knows(working.knowledge()
                .reported(
                        new Study.Sighting(file.id(), ns, row, new double[0], false),
                        shop.lesson.sightings.kernel,
                        shop.views()));
    }

    private void seen(TrackFile file, TrackFile.Estimate after, PositionReport report) {
        double existence = Existence.seen(file.existence(), DETECTION, LOG_RATIO);
        Claims claims = file.claims()
                .with(report.provenance(), report.identity(), report.altitude())
                .saying(report);
        long ns = report.provenance().observedAt().taiNs();
        new Lives(shop, working)
                .seen(file, after, -1, ns, new TrackFile.News(existence, claims, file.liveliness(), false));
    }

    private static boolean repeated(TrackFile file, long ns) {
        return ns == file.lastPlotNs() || file.lastPlotNs() - ns > LATE_NS;
    }

    private Imm.Observer observer(PositionReport report, TrackFile.Estimate estimate) {
        double[] frame = estimate.frame();
        double aheadS = (report.provenance().observedAt().taiNs() - estimate.ns()) * 1e-9;
        PlaceView.Told told = told(report).in(frame);
        PlotObserver.Told height = PlotObserver.Told.of(report.altitude());
        Optional<Velocity> velocity = report.velocity();
        return (blocks, at, rows) -> {
            rows.clear();
            PlaceView.level(blocks, at + Mixture.MEAN, aheadS, told, rows);
            if (height.known()) {
                PlaceView.height(
                        frame,
                        blocks,
                        at + Mixture.MEAN,
                        new PlaceView.Height(height.heightM(), height.sigmaM()),
                        rows);
            }
            velocity.ifPresent(v -> PlaceView.velocity(blocks, at + Mixture.MEAN, told, v, rows));
        };
    }

    private void begin(PositionReport report) {
        if (working.full()) {
            return;
        }
        // Only unmanned aircraft tell a serial number.
        Realm realm = report.identity().serial().isPresent() ? Realm.LOW : Realm.AIR;
        Claims claims = Claims.first(report.provenance(), report.identity(), report.altitude())
                .saying(report);
        new Lives(shop, working)
                .begin(first(report, realm), realm, Optional.empty(), new TrackFile.Begin(-1, FIRST_EXISTENCE, claims));
    }

    private TrackFile.Estimate first(PositionReport report, Realm realm) {
        PlotObserver.Told height = likely(report, realm);
        double sigma = report.sigmaM().orElse(UNKNOWN_SIGMA_M);
        PlaceView.Told told = new PlaceView.Told(report.position(), height.heightM(), sigma);
        double[] frame = Tangent.at(told.place());
        double rise = height.sigmaM();
        double speed = realm.speedMps;
        double[] sigmas = {sigma, sigma, rise, speed, speed, realm.climbMps};
        double[] shares = shop.regime(realm).shares();
        double[] blocks = new double[shares.length * Mixture.BLOCK];
        for (int m = 0; m < shares.length; m++) {
            int at = m * Mixture.BLOCK;
            blocks[at] = shares[m];
            for (int i = 0; i < sigmas.length; i++) {
                blocks[at + Mixture.COVARIANCE + Mixture.at(i, i)] = sigmas[i] * sigmas[i];
            }
            blocks[at + Mixture.COVARIANCE + Mixture.at(6, 6)] = TURN_VARIANCE;
        }
        PlaceView.Told there = told.in(frame);
        report.velocity()
                .ifPresent(v -> shop.imm.update(blocks, shares.length, (b, at, rows) -> {
                    rows.clear();
                    PlaceView.velocity(b, at + Mixture.MEAN, there, v, rows);
                }));
        return new TrackFile.Estimate(report.provenance().observedAt().taiNs(), frame, blocks, Workshop.merged(blocks));
    }

    // How high it is: as told; else as unmanned aircraft fly over the ground that the nearest sensor stands on.
    private PlotObserver.Told likely(PositionReport report, Realm realm) {
        PlotObserver.Told told = PlotObserver.Told.of(report.altitude());
        if (told.known()) {
            return told;
        }
        double nearest = LOW_REACH_M;
        PlotObserver.Told likely = new PlotObserver.Told(false, UNKNOWN_HEIGHT_M, UNKNOWN_HEIGHT_SIGMA_M);
        for (int s = 0; realm == Realm.LOW && s < working.sites().size(); s++) {
            Geodetic site = working.sites().get(s).place();
            double distance =
                    site.ecef().distanceM(report.position().at(site.heightM()).ecef());
            if (distance < nearest) {
                nearest = distance;
                double above =
                        report.altitude() instanceof Altitude.Agl(double heightM, double _) ? heightM : LOW_HEIGHT_M;
                likely = new PlotObserver.Told(false, site.heightM() + above, LOW_HEIGHT_SIGMA_M);
            }
        }
        return likely;
    }

    /// Who somebody is and how high, without where: laid on the track that bears the address.
    void transponder(TransponderReport report) {
        if (report.identity().address().isEmpty()) {
            return;
        }
        TrackFile file =
                working.file(working.byAddress(report.identity().address().getAsInt()));
        if (file != null) {
            Claims claims = file.claims().with(report.provenance(), report.identity(), report.altitude());
            working.put(file.claiming(claims));
        }
    }
}
