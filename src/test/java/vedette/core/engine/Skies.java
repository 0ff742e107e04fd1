package vedette.core.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import vedette.core.sense.RadarView;
import vedette.math.Draws;
import vedette.math.SymMatrix;
import vedette.model.Ecef;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.LocalFrame;
import vedette.model.Measurement;
import vedette.model.Measurement.Polar;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.Sweep;
import vedette.model.Moment;
import vedette.model.PlotSigma;
import vedette.model.Provenance;
import vedette.model.SensorId;
import vedette.model.SensorSite;
import vedette.score.ScoredState;

/// A sky of thirty aeroplanes and four radars without elevation, any of which may err: what each would send, in the
/// order it comes in.
///
/// Noise, detections and false plots are drawn by radar, turn and object: a fault of one radar changes nothing else.
final class Skies {
    static final Moment START = new Moment(1_800_000_000_000_000_000L);
    static final int AEROPLANES = 30;
    private static final double REACH_M = 150_000;
    private static final double DETECTION = 0.9;
    private static final double CLUTTER = 10;
    private static final int SECTORS = 32;
    private static final double TURN_RAD = 2 * Math.PI;

    /// From the beam's passing to the plot's arrival, seconds.
    private static final double DELAY_S = 0.1;

    private static final LocalFrame FRAME = LocalFrame.at(new Geodetic(Math.toRadians(57), Math.toRadians(24), 20));

    /// One measurement and when it comes in.
    record Arrival(double timeS, Measurement measurement) {}

    /// What is wrong with a radar.
    ///
    /// @param eastM how far east of its stated place it stands
    /// @param clockS how late it stamps
    /// @param rangeM how much too far it measures
    /// @param azimuthRad how much too far clockwise it measures
    /// @param clutter false plots a turn
    /// @param silent whether it sends nothing
    record Fault(double eastM, double clockS, double rangeM, double azimuthRad, double clutter, boolean silent) {
        static final Fault NONE = new Fault(0, 0, 0, 0, CLUTTER, false);
        static final Fault SILENT = new Fault(0, 0, 0, 0, CLUTTER, true);

        static Fault place(double eastM) {
            return new Fault(eastM, 0, 0, 0, CLUTTER, false);
        }

        static Fault clock(double lateS) {
            return new Fault(0, lateS, 0, 0, CLUTTER, false);
        }

        static Fault bias(double rangeM, double azimuthDeg) {
            return new Fault(0, 0, rangeM, Math.toRadians(azimuthDeg), CLUTTER, false);
        }

        static Fault clutter(double plots) {
            return new Fault(0, 0, 0, 0, plots, false);
        }
    }

    /// A sector of a radar.
    ///
    /// @param fromDeg where it begins
    /// @param toDeg where it ends
    /// @param plots false plots in it a turn
    /// @param blind whether it gives no plots of its own
    record Jam(double fromDeg, double toDeg, double plots, boolean blind) {
        boolean holds(double azimuthRad) {
            double degrees = Math.toDegrees(azimuthRad);
            return degrees >= fromDeg && degrees <= toDeg;
        }
    }

    private record Radar(SensorSite stated, SensorSite real, Fault fault) {}

    private final List<Radar> radars = new ArrayList<>();

    /// The sky with a fault in radar A.
    static Skies with(Fault fault) {
        Skies skies = new Skies();
        skies.radar("A", Enu.ZERO, 4, fault);
        skies.radar("B", new Enu(50_000, 0, 0), 5, Fault.NONE);
        skies.radar("C", new Enu(-30_000, 40_000, 0), 6, Fault.NONE);
        skies.radar("D", new Enu(20_000, -60_000, 0), 10, Fault.NONE);
        return skies;
    }

    /// Radar A and no other, with a fault.
    static Skies alone(Fault fault) {
        Skies skies = new Skies();
        skies.radar("A", Enu.ZERO, 4, fault);
        return skies;
    }

    private void radar(String name, Enu place, double periodS, Fault fault) {
        radars.add(new Radar(
                site(name, place, periodS),
                site(name, new Enu(place.east() + fault.eastM(), place.north(), place.up()), periodS),
                fault));
    }

    static SensorSite site(String name, Enu place, double periodS) {
        return new SensorSite(
                new SensorId(name),
                SensorSite.Kind.ROTATING,
                FRAME.ecef(place).geodetic(),
                SymMatrix.diagonal(0, 0, 0),
                new SensorSite.Volume(500, REACH_M, 0, TURN_RAD, -0.1, 1.2),
                new PlotSigma(50, Math.toRadians(0.08), 0, 0),
                new SensorSite.Performance(DETECTION, CLUTTER, 0),
                periodS);
    }

    List<SensorSite> sites() {
        return radars.stream().map(Radar::stated).toList();
    }

    SensorSite site(int radar) {
        return radars.get(radar).stated;
    }

    /// What comes in until a time when radar A begins to err at another.
    static List<Arrival> erring(Fault fault, double fromS, double endS) {
        List<Arrival> arrivals = new ArrayList<>();
        with(Fault.NONE).until(endS).stream().filter(a -> a.timeS < fromS).forEach(arrivals::add);
        with(fault).until(endS).stream().filter(a -> a.timeS >= fromS).forEach(arrivals::add);
        return sorted(arrivals);
    }

    /// What comes in until a time when a sector of radar A is jammed from another time on.
    List<Arrival> jammed(Jam jam, double fromS, double endS) {
        List<Arrival> arrivals = new ArrayList<>();
        for (Arrival arrival : until(endS)) {
            boolean gone = jam.blind
                    && arrival.timeS > fromS
                    && arrival.measurement instanceof RadarPlot plot
                    && plot.provenance().sensor().name().equals("A")
                    && jam.holds(plot.polar().azimuthRad());
            if (!gone) {
                arrivals.add(arrival);
            }
        }
        Radar radar = radars.getFirst();
        for (int turn = (int) Math.ceil(fromS / 4); (turn + 1) * 4 < endS - DELAY_S; turn++) {
            Draws draws = Draws.of(11, turn, "jam");
            for (int i = draws.poisson(jam.plots); i > 0; i--) {
                double azimuthRad = Math.toRadians(draws.uniform(jam.fromDeg, jam.toDeg));
                double timeS = (turn + azimuthRad / TURN_RAD) * 4;
                arrivals.add(plot(radar, timeS, draws.uniform(500, REACH_M), azimuthRad));
            }
        }
        return sorted(arrivals);
    }

    /// What comes in until a time.
    List<Arrival> until(double endS) {
        List<Arrival> arrivals = new ArrayList<>();
        for (Radar radar : radars) {
            for (int turn = 0; !radar.fault.silent && (turn + 1) * radar.real.periodS() < endS - DELAY_S; turn++) {
                turn(radar, turn, arrivals);
            }
        }
        return sorted(arrivals);
    }

    static List<Arrival> sorted(List<Arrival> arrivals) {
        return arrivals.stream()
                .sorted(Comparator.comparingDouble(Arrival::timeS))
                .toList();
    }

    private static void turn(Radar radar, int turn, List<Arrival> arrivals) {
        double periodS = radar.real.periodS();
        String name = radar.real.sensor().name();
        RadarView view = new RadarView(radar.real);
        for (int object = 0; object < AEROPLANES; object++) {
            Draws draws = Draws.of(name.hashCode(), turn * 1000L + object, "plot");
            double timeS = met(view, object, turn * periodS, periodS);
            boolean seen = draws.uniform() < DETECTION && view.rangeM() < REACH_M;
            double rangeM = view.rangeM() + 50 * draws.gaussian();
            double errorRad = Math.toRadians(0.08) * draws.gaussian();
            if (seen) {
                double stampS = timeS + errorRad / TURN_RAD * periodS;
                arrivals.add(plot(radar, stampS, rangeM, view.azimuthRad() + errorRad));
            }
        }
        Draws draws = Draws.of(name.hashCode(), turn, "clutter");
        for (int i = draws.poisson(radar.fault.clutter); i > 0; i--) {
            double azimuthRad = draws.uniform(0, TURN_RAD);
            double timeS = (turn + azimuthRad / TURN_RAD) * periodS;
            arrivals.add(plot(radar, timeS, draws.uniform(500, REACH_M), azimuthRad));
        }
        for (int k = 1; k <= SECTORS; k++) {
            arrivals.add(sweep(radar, (turn + (double) k / SECTORS) * periodS, (k - 1) * TURN_RAD / SECTORS));
        }
    }

    // When in a turn the beam meets an aeroplane; the view then looks at it.
    private static double met(RadarView view, int object, double startS, double periodS) {
        double timeS = startS;
        for (int i = 0; i < 5; i++) {
            view.look(state(object, timeS), 0);
            timeS = startS + view.azimuthRad() / TURN_RAD * periodS;
        }
        view.look(state(object, timeS), 0);
        return timeS;
    }

    private static Arrival plot(Radar radar, double timeS, double rangeM, double azimuthRad) {
        Fault fault = radar.fault;
        Polar polar = Polar.flat(Math.max(0, rangeM + fault.rangeM), azimuthRad + fault.azimuthRad);
        return new Arrival(timeS + DELAY_S, RadarPlot.primary(radar.stated, START.plusS(timeS + fault.clockS), polar));
    }

    private static Arrival sweep(Radar radar, double timeS, double fromRad) {
        Provenance whose = Provenance.open(radar.stated.sensor(), START.plusS(timeS + radar.fault.clockS));
        return new Arrival(
                timeS + DELAY_S,
                new Sweep(whose, fromRad, TURN_RAD / SECTORS, OptionalDouble.of(radar.stated.periodS())));
    }

    // Straight and level, well inside what all radars see.
    static double[] state(int object, double timeS) {
        Enu at = place(object, timeS);
        Ecef p = FRAME.ecef(at);
        Ecef v = FRAME.axes(velocity(object));
        return new double[] {p.xM(), p.yM(), p.zM(), v.xM(), v.yM(), v.zM()};
    }

    private static Enu place(int object, double timeS) {
        Draws draws = Draws.of(7, object, "start");
        Enu v = velocity(object);
        return new Enu(
                draws.uniform(-60_000, 60_000) + timeS * v.east(),
                draws.uniform(-60_000, 60_000) + timeS * v.north(),
                draws.uniform(3000, 11_000));
    }

    private static Enu velocity(int object) {
        Draws draws = Draws.of(7, object, "velocity");
        double speedMps = draws.uniform(120, 240);
        double course = draws.uniform(0, TURN_RAD);
        return new Enu(speedMps * Math.sin(course), speedMps * Math.cos(course), 0);
    }

    /// The aeroplanes at a time, for a score.
    static List<ScoredState> truth(double timeS) {
        List<ScoredState> truth = new ArrayList<>();
        for (int object = 0; object < AEROPLANES; object++) {
            Geodetic place = FRAME.ecef(place(object, timeS)).geodetic();
            truth.add(ScoredState.truth(timeS, "T" + object, "AIRCRAFT", place, velocity(object)));
        }
        return truth;
    }
}
