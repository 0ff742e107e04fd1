package vedette.core.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import vedette.core.sense.RadarView;
import vedette.math.Draws;
import vedette.math.SymMatrix;
import vedette.model.Altitude;
import vedette.model.Ecef;
import vedette.model.Emergency;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.Identity;
import vedette.model.LatLon;
import vedette.model.LocalFrame;
import vedette.model.Measurement;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.Sweep;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.PlotSigma;
import vedette.model.Provenance;
import vedette.model.SensorId;
import vedette.model.SensorSite;
import vedette.model.Track;

/// A small sky for tests: radars turn, objects fly straight, plots come as they would, and a tracker watches.
final class Sky {
    static final Geodetic HOME = new Geodetic(Math.toRadians(50), Math.toRadians(10), 200);

    private final List<SensorSite> sites = new ArrayList<>();
    private final List<Flyer> flyers = new ArrayList<>();
    private double clutter;
    private double noise = 1;
    private final List<Arrival> arrivals = new ArrayList<>();
    private final LocalFrame frame;

    Sky() {
        this(HOME);
    }

    /// The same sky elsewhere: all places are from here.
    Sky(Geodetic home) {
        frame = LocalFrame.at(home);
    }

    record Flyer(Enu start, Enu velocity, Identity identity, Altitude altitude, List<Leg> legs) {
        Flyer(Enu start, Enu velocity, Identity identity, Altitude altitude) {
            this(start, velocity, identity, altitude, List.of());
        }

        Enu velocityAt(double timeS) {
            Enu now = velocity;
            for (Leg leg : legs) {
                now = timeS >= leg.fromS ? leg.velocity : now;
            }
            return now;
        }

        Enu placeAt(double timeS) {
            Enu place = start;
            double since = 0;
            Enu now = velocity;
            for (Leg leg : legs) {
                if (timeS > leg.fromS) {
                    place = moved(place, now, leg.fromS - since);
                    since = leg.fromS;
                    now = leg.velocity;
                }
            }
            return moved(place, now, timeS - since);
        }

        private static Enu moved(Enu place, Enu velocity, double s) {
            return new Enu(
                    place.east() + s * velocity.east(),
                    place.north() + s * velocity.north(),
                    place.up() + s * velocity.up());
        }
    }

    /// From a time on it flies otherwise.
    record Leg(double fromS, Enu velocity) {}

    record Arrival(double timeS, Measurement measurement) {}

    /// What a tracker made of a sky.
    record Seen(TrackState state, List<Output> outputs, List<Track> picture) {
        long ended() {
            return outputs.stream().filter(o -> o instanceof Output.TrackEnded).count();
        }
    }

    static Moment at(double timeS) {
        return new Moment(Math.round((1000 + timeS) * 1e9));
    }

    Sky radar2d(String name, double eastM, double periodS) {
        return radar(name, SensorSite.Kind.ROTATING, eastM, periodS, new PlotSigma(50, Math.toRadians(0.08), 0, 0));
    }

    Sky radar3d(String name, double eastM, double periodS) {
        return radar(name, SensorSite.Kind.ROTATING, eastM, periodS, SOLID);
    }

    /// A radar that looks everywhere at once.
    Sky staring(String name, double eastM, double periodS) {
        return radar(name, SensorSite.Kind.FRAME, eastM, periodS, SOLID);
    }

    private static final PlotSigma SOLID = new PlotSigma(5, Math.toRadians(0.4), Math.toRadians(0.5), 0.5);

    private Sky radar(String name, SensorSite.Kind kind, double eastM, double periodS, PlotSigma sigma) {
        double reachM = sigma.elevationRad() > 0 ? 8000 : 150_000;
        Geodetic place =
                eastM == 0 ? frame.origin() : frame.ecef(new Enu(eastM, 0, 0)).geodetic();
        sites.add(new SensorSite(
                new SensorId(name),
                kind,
                place,
                SymMatrix.diagonal(0, 0, 0),
                new SensorSite.Volume(10, reachM, 0, 2 * Math.PI, -0.1, 1.2),
                sigma,
                new SensorSite.Performance(0.9, 5, sigma.rangeRateMps() > 0 ? 80 : 0),
                periodS));
        return this;
    }

    Sky flyer(Enu start, Enu velocity) {
        return flyer(start, velocity, Identity.NONE, Altitude.UNKNOWN);
    }

    Sky flyer(Enu start, Enu velocity, Identity identity, Altitude altitude) {
        flyers.add(new Flyer(start, velocity, identity, altitude));
        return this;
    }

    /// A flyer that changes its velocity.
    Sky flyer(Enu start, Enu velocity, List<Leg> legs) {
        flyers.add(new Flyer(start, velocity, Identity.NONE, Altitude.UNKNOWN, legs));
        return this;
    }

    /// Mean number of false plots a turn.
    Sky clutter(double perTurn) {
        clutter = perTurn;
        return this;
    }

    Sky withoutNoise() {
        noise = 0;
        return this;
    }

    List<SensorSite> sites() {
        return sites;
    }

    /// The measurements of some seconds, in the order they come.
    ///
    /// @param detection probability that a look sees an object
    List<Arrival> fly(double fromS, double toS, double detection) {
        arrivals.clear();
        for (int s = 0; s < sites.size(); s++) {
            SensorSite site = sites.get(s);
            int first = (int) Math.ceil(fromS / site.periodS());
            for (int turn = first; (turn + 1) * site.periodS() <= toS; turn++) {
                turn(site, turn, detection);
            }
        }
        arrivals.sort((a, b) -> Double.compare(a.timeS, b.timeS));
        return List.copyOf(arrivals);
    }

    private void turn(SensorSite site, int turn, double detection) {
        RadarView view = new RadarView(site);
        double start = turn * site.periodS();
        for (int i = 0; i < flyers.size(); i++) {
            Draws draws = Draws.of(site.sensor().name().hashCode(), turn * 1000L + i, "plot");
            if (draws.uniform() < detection) {
                arrivals.add(plot(site, view, flyers.get(i), start, draws));
            }
        }
        Draws draws = Draws.of(site.sensor().name().hashCode(), turn, "clutter");
        for (int i = draws.poisson(clutter); i > 0; i--) {
            double azimuth = draws.uniform(0, 2 * Math.PI);
            OptionalDouble elevation =
                    site.sigma().elevationRad() > 0 ? OptionalDouble.of(draws.uniform(0, 1)) : OptionalDouble.empty();
            OptionalDouble rate = site.sigma().rangeRateMps() > 0
                    ? OptionalDouble.of(draws.uniform(-40, 40))
                    : OptionalDouble.empty();
            double range = draws.uniform(10, site.volume().maxRangeM());
            Measurement.Polar polar = new Measurement.Polar(range, azimuth, elevation, rate);
            arrivals.add(arrival(
                    site,
                    start + passedS(site, azimuth),
                    polar,
                    new Flyer(Enu.ZERO, Enu.ZERO, Identity.NONE, Altitude.UNKNOWN)));
        }
        int sectors = site.kind() == SensorSite.Kind.FRAME ? 1 : 16;
        for (int k = 1; k <= sectors; k++) {
            double timeS = start + (sectors == 1 ? 0 : k * site.periodS() / 16 + 1e-6);
            arrivals.add(new Arrival(
                    timeS,
                    new Sweep(
                            Provenance.open(site.sensor(), at(timeS)),
                            (k - 1) * 2 * Math.PI / sectors,
                            2 * Math.PI / sectors,
                            OptionalDouble.of(site.periodS()))));
        }
    }

    // How long after a turn's beginning the beam passes an azimuth; a frame is taken at once.
    private static double passedS(SensorSite site, double azimuthRad) {
        return site.kind() == SensorSite.Kind.FRAME ? 0 : azimuthRad / (2 * Math.PI) * site.periodS();
    }

    private Arrival plot(SensorSite site, RadarView view, Flyer flyer, double start, Draws draws) {
        double timeS = start;
        for (int round = 0; round < 5; round++) {
            view.look(state(frame, flyer, timeS), 0);
            timeS = start + passedS(site, view.azimuthRad());
        }
        double[] x = state(frame, flyer, timeS);
        view.look(x, 0);
        double[] sight = new double[9];
        view.sight(sight);
        double rate = sight[0] * x[3] + sight[1] * x[4] + sight[2] * x[5];
        PlotSigma sigma = site.sigma();
        boolean solid = sigma.elevationRad() > 0;
        double error = noise * draws.gaussian() * sigma.azimuthRad();
        Measurement.Polar polar = new Measurement.Polar(
                view.rangeM() + noise * draws.gaussian() * sigma.rangeM(),
                view.azimuthRad() + error,
                solid
                        ? OptionalDouble.of(view.elevationRad() + noise * draws.gaussian() * sigma.elevationRad())
                        : OptionalDouble.empty(),
                solid
                        ? OptionalDouble.of(rate + noise * draws.gaussian() * sigma.rangeRateMps())
                        : OptionalDouble.empty());
        // The stamp follows the measured azimuth, also across north.
        return arrival(site, timeS + passedS(site, error), polar, flyer);
    }

    private static Arrival arrival(SensorSite site, double timeS, Measurement.Polar polar, Flyer flyer) {
        return new Arrival(
                timeS,
                new RadarPlot(
                        Provenance.open(site.sensor(), at(timeS)),
                        polar,
                        site.sigma(),
                        flyer.altitude(),
                        flyer.identity(),
                        Measurement.Detection.UNKNOWN,
                        OptionalInt.empty()));
    }

    /// Where a flyer is: Earth-fixed position and velocity.
    static double[] state(Flyer flyer, double timeS) {
        return state(LocalFrame.at(HOME), flyer, timeS);
    }

    private static double[] state(LocalFrame frame, Flyer flyer, double timeS) {
        Ecef p = frame.ecef(flyer.placeAt(timeS));
        Ecef w = frame.axes(flyer.velocityAt(timeS));
        return new double[] {p.xM(), p.yM(), p.zM(), w.xM(), w.yM(), w.zM()};
    }

    /// Where a flyer is, as a place.
    Geodetic place(int flyer, double timeS) {
        double[] x = state(frame, flyers.get(flyer), timeS);
        return new Ecef(x[0], x[1], x[2]).geodetic();
    }

    int flyers() {
        return flyers.size();
    }

    /// A tracker's run over measurements.
    static Seen track(List<SensorSite> sites, List<Arrival> arrivals, double endS) {
        Tracker tracker = new Tracker();
        TrackState state =
                tracker.step(TrackState.EMPTY, new TrackInput.Known(sites)).next();
        List<Output> outputs = new ArrayList<>();
        long seq = 0;
        for (Arrival arrival : arrivals) {
            TrackStep step =
                    tracker.step(state, new TrackInput.Seen(++seq, at(arrival.timeS()), arrival.measurement()));
            outputs.addAll(step.outputs());
            state = step.next();
        }
        TrackStep last = tracker.step(state, new TrackInput.Passed(++seq, at(endS)));
        outputs.addAll(last.outputs());
        return new Seen(last.next(), outputs, tracker.picture(last.next(), at(endS)));
    }

    Seen watched(double toS) {
        return track(sites, fly(0, toS, 0.9), toS);
    }

    static Identity address(int address) {
        return new Identity(OptionalInt.of(address), OptionalInt.empty(), Optional.empty(), Emergency.NONE);
    }

    static Measurement.PositionReport report(double timeS, LatLon position, int address, double heightM) {
        return new Measurement.PositionReport(
                Provenance.open(new SensorId("ADSB"), at(timeS)),
                position,
                OptionalDouble.of(30),
                new Altitude.Pressure(heightM, 10),
                Optional.empty(),
                address(address),
                false);
    }
}
