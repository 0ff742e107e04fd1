package vedette.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import vedette.core.sense.RadarView;
import vedette.math.Draws;
import vedette.model.Altitude;
import vedette.model.Ecef;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.Identity;
import vedette.model.LocalFrame;
import vedette.model.Measurement;
import vedette.model.Measurement.Polar;
import vedette.model.Measurement.PositionReport;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.Sweep;
import vedette.model.Provenance;
import vedette.model.SensorId;
import vedette.model.SensorSite;

/// A sky of aircraft that tell where they are, some of them falsely, and radars that look. Everything is drawn by seed
/// and aircraft: how it flies, how well radars see it, what it tells.
final class ClaimedSky {
    static final SensorId EAR = new SensorId("ear");
    private static final double TURN_RAD = 2 * Math.PI;
    private static final int SECTORS = 32;
    private static final double DELAY_S = 0.1;
    private static final LocalFrame FRAME = LocalFrame.at(new Geodetic(Math.toRadians(57), Math.toRadians(24), 20));

    /// What an aircraft tells.
    enum Lie {
        /// Where it is.
        NONE,
        /// It is not there at all.
        GHOST,
        /// It is some kilometres away, from the beginning on.
        OFFSET,
        /// It tells where it is, and from some time on drifts away from that.
        PULLED,
        /// It is a little away, from the beginning on: near enough that radars may take both for one.
        SHIFTED
    }

    private final long seed;
    private final int count;
    private final Shares shares;
    private final List<SensorSite> sites = new ArrayList<>();

    /// How common things are.
    ///
    /// @param lying which share of the aircraft lies
    /// @param hiding which share hides from a radar for a while, each radar apart
    /// @param shifted which share of the others lies a little
    /// @param bias one sigma of what each radar measures too much, in those of one plot
    record Shares(double lying, double hiding, double shifted, double bias) {
        /// As the world is taken to be.
        static final Shares USUAL = new Shares(0.001, 1 / 16.0);

        Shares(double lying, double hiding) {
            this(lying, hiding, 0, 0);
        }
    }

    ClaimedSky(long seed, int count, Shares shares, int radars) {
        this.seed = seed;
        this.count = count;
        this.shares = shares;
        List<SensorSite> all = List.of(
                Skies.site("A", Enu.ZERO, 4),
                Skies.site("B", new Enu(30_000, 10_000, 0), 5),
                Skies.site("C", new Enu(-20_000, 30_000, 0), 6));
        sites.addAll(all.subList(0, radars));
    }

    List<SensorSite> sites() {
        return sites;
    }

    private Draws draws(int aircraft, String what) {
        return Draws.of(seed, aircraft, what);
    }

    Lie lie(int aircraft) {
        Draws draws = draws(aircraft, "lie");
        boolean lies = draws.uniform() < shares.lying;
        Lie large = Lie.values()[1 + (int) (draws.uniform() * 2.999)];
        return lies ? large : draws.uniform() < shares.shifted ? Lie.SHIFTED : Lie.NONE;
    }

    /// From when on it lies, seconds.
    double liesFromS(int aircraft) {
        return lie(aircraft) == Lie.PULLED ? draws(aircraft, "when").uniform(20, 60) : 0;
    }

    static int address(int aircraft) {
        return 0x400100 + aircraft;
    }

    /// How far from where it is it says that it is, metres; infinite where nothing is.
    double apartM(int aircraft, double timeS) {
        Enu real = place(aircraft, timeS);
        Enu told = told(aircraft, timeS);
        return lie(aircraft) == Lie.GHOST
                ? Double.POSITIVE_INFINITY
                : Math.hypot(real.east() - told.east(), real.north() - told.north());
    }

    private Enu velocity(int aircraft) {
        Draws draws = draws(aircraft, "velocity");
        double speedMps = draws.uniform(90, 240);
        double course = draws.uniform(0, TURN_RAD);
        return new Enu(speedMps * Math.sin(course), speedMps * Math.cos(course), 0);
    }

    private Enu place(int aircraft, double timeS) {
        Draws draws = draws(aircraft, "place");
        Enu v = velocity(aircraft);
        double fromM = 25_000;
        double east = draws.uniform(-fromM, fromM);
        double north = draws.uniform(-fromM, fromM);
        return new Enu(east + (timeS - 60) * v.east(), north + (timeS - 60) * v.north(), draws.uniform(4500, 11_000));
    }

    private Enu told(int aircraft, double timeS) {
        Enu real = place(aircraft, timeS);
        Draws draws = draws(aircraft, "shift");
        double course = draws.uniform(0, TURN_RAD);
        double metres = draws.uniform(4_000, 20_000);
        double drift = draws.uniform(30, 90) * Math.max(0, timeS - liesFromS(aircraft));
        return switch (lie(aircraft)) {
            case NONE, GHOST -> real;
            case OFFSET -> shifted(real, course, metres);
            case PULLED -> shifted(real, course, drift);
            case SHIFTED -> shifted(real, course, shiftM(aircraft));
        };
    }

    /// By how much one that lies a little is away, metres.
    double shiftM(int aircraft) {
        return 100 * Math.pow(50, draws(aircraft, "little").uniform());
    }

    private static Enu shifted(Enu from, double course, double metres) {
        return new Enu(from.east() + metres * Math.sin(course), from.north() + metres * Math.cos(course), from.up());
    }

    private double[] state(int aircraft, double timeS) {
        Ecef p = FRAME.ecef(place(aircraft, timeS));
        Ecef v = FRAME.axes(velocity(aircraft));
        return new double[] {p.xM(), p.yM(), p.zM(), v.xM(), v.yM(), v.zM()};
    }

    /// Whether a radar hardly sees it for a while.
    boolean hides(int aircraft, int radar) {
        return draws(aircraft, "hides" + radar).uniform() < shares.hiding;
    }

    // Behind a mast, in a notch of the radar, by a weak echo.
    private double detection(int aircraft, int radar, double timeS) {
        double usual = draws(aircraft, "usual").uniform(0.78, 0.95);
        Draws draws = draws(aircraft, "hiding" + radar);
        boolean hides = hides(aircraft, radar);
        double fromS = draws.uniform(-60, 120);
        double untilS = fromS - 60 * Math.log(draws.uniform());
        return hides && timeS >= fromS && timeS < untilS ? draws.uniform(0, 0.4) : usual;
    }

    /// All that comes in until a time.
    List<Skies.Arrival> until(double endS) {
        List<Skies.Arrival> arrivals = new ArrayList<>();
        for (SensorSite site : sites) {
            for (int turn = 0; (turn + 1) * site.periodS() < endS - DELAY_S; turn++) {
                turn(site, turn, arrivals);
            }
        }
        for (int aircraft = 0; aircraft < count; aircraft++) {
            double latenessS = draws(aircraft, "clock").uniform(0.05, 0.9);
            double delivered = draws(aircraft, "delivered").uniform(0.4, 1);
            for (int t = 0; t < endS - 1; t++) {
                if (Draws.of(seed, t * 1000L + aircraft, "heard").uniform() < delivered) {
                    arrivals.add(report(aircraft, t + latenessS));
                }
            }
        }
        return Skies.sorted(arrivals);
    }

    private Skies.Arrival report(int aircraft, double timeS) {
        Draws draws = Draws.of(seed, (long) (timeS * 10) * 1000 + aircraft, "report");
        Enu told = told(aircraft, timeS);
        Enu v = velocity(aircraft);
        double sigmaM = draws(aircraft, "sigma").uniform(5, 60);
        double heightM = told.up() + draws(aircraft, "pressure").uniform(-250, 250);
        Geodetic there = FRAME.ecef(new Enu(
                        told.east() + sigmaM * draws.gaussian(), told.north() + sigmaM * draws.gaussian(), told.up()))
                .geodetic();
        return new Skies.Arrival(
                timeS + 0.05,
                new PositionReport(
                        Provenance.open(EAR, Skies.START.plusS(timeS)),
                        there.latLon(),
                        OptionalDouble.of(sigmaM),
                        new Altitude.Pressure(heightM, 30),
                        Optional.of(new Measurement.Velocity(v, OptionalDouble.of(3), true)),
                        Identity.ofAddress(address(aircraft)),
                        false));
    }

    private void turn(SensorSite site, int turn, List<Skies.Arrival> arrivals) {
        double periodS = site.periodS();
        RadarView view = new RadarView(site);
        for (int aircraft = 0; aircraft < count; aircraft++) {
            Draws draws = Draws.of(seed + site.sensor().name().hashCode(), turn * 1000L + aircraft, "plot");
            double timeS = met(view, aircraft, turn * periodS, periodS);
            boolean seen =
                    draws.uniform() < detection(aircraft, sites.indexOf(site), timeS) && lie(aircraft) != Lie.GHOST;
            Draws bias = Draws.of(seed, sites.indexOf(site), "bias");
            double rangeM = view.rangeM() + 50 * (draws.gaussian() + shares.bias * bias.gaussian());
            double errorRad = Math.toRadians(0.08) * (draws.gaussian() + shares.bias * bias.gaussian());
            if (seen) {
                arrivals.add(plot(
                        site, timeS + errorRad / TURN_RAD * periodS, Polar.flat(rangeM, view.azimuthRad() + errorRad)));
            }
        }
        Draws draws = Draws.of(seed + site.sensor().name().hashCode(), turn, "clutter");
        for (int i = draws.poisson(15); i > 0; i--) {
            double azimuthRad = draws.uniform(0, TURN_RAD);
            double timeS = (turn + azimuthRad / TURN_RAD) * periodS;
            arrivals.add(plot(site, timeS, Polar.flat(draws.uniform(500, 150_000), azimuthRad)));
        }
        for (int k = 1; k <= SECTORS; k++) {
            arrivals.add(sweep(site, (turn + (double) k / SECTORS) * periodS, (k - 1) * TURN_RAD / SECTORS));
        }
    }

    private double met(RadarView view, int aircraft, double startS, double periodS) {
        double timeS = startS;
        for (int i = 0; i < 5; i++) {
            view.look(state(aircraft, timeS), 0);
            timeS = startS + view.azimuthRad() / TURN_RAD * periodS;
        }
        view.look(state(aircraft, timeS), 0);
        return timeS;
    }

    private static Skies.Arrival plot(SensorSite site, double timeS, Polar polar) {
        return new Skies.Arrival(timeS + DELAY_S, RadarPlot.primary(site, Skies.START.plusS(timeS), polar));
    }

    private static Skies.Arrival sweep(SensorSite site, double timeS, double fromRad) {
        Provenance whose = Provenance.open(site.sensor(), Skies.START.plusS(timeS));
        return new Skies.Arrival(
                timeS + DELAY_S, new Sweep(whose, fromRad, TURN_RAD / SECTORS, OptionalDouble.of(site.periodS())));
    }
}
