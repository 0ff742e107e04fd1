package vedette.core.assess;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import vedette.math.Exact;
import vedette.math.LongMap;
import vedette.math.TextKey;
import vedette.model.Altitude;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.Health;
import vedette.model.LatLon;
import vedette.model.LocalFrame;
import vedette.model.Measurement.PositionReport;
import vedette.model.Measurement.RadarPlot;
import vedette.model.SensorId;
import vedette.model.SensorSite;

/// Holds own radars' plots against the places that things tell: whose plot it is, and how far it lies beside.
///
/// A plot is that of the thing whose told place, or whose plots until now, it fits best; where it fits none
/// it may begin the plots of the nearest thing that this radar does not see elsewhere.
final class Besides {
    /// What was told longer ago, or later, is not held against a plot, seconds.
    private static final double FRESH_S = 5;

    /// A radar that had no plot of a thing for so many turns does not see it where it did.
    private static final double LOST_TURNS = 2.5;

    /// A position whose quality is not told, and a height by the pressure, metres.
    private static final double UNKNOWN_SIGMA_M = 50;

    private static final double PRESSURE_SIGMA_M = 300;
    private static final double HEIGHT_SIGMA_M = 10;

    /// Steeper above a radar its ranges tell heights more than places, radians.
    private static final double STEEP_RAD = 0.8;

    private final List<SensorSite> sites;
    private final LongMap<SensorWatch> sensors;
    private final Echoes echoes;

    Besides(List<SensorSite> sites, LongMap<SensorWatch> sensors, Echoes echoes) {
        this.sites = sites;
        this.sensors = sensors;
        this.echoes = echoes;
    }

    /// Who tells a place.
    ///
    /// @param key its own
    /// @param report the latest
    /// @param beside what radars said until now
    record Told(long key, PositionReport report, Beside beside) {}

    /// Whose a plot is, and what radars say with it.
    record Found(long key, Beside beside) {}

    private record Look(SensorSite site, LocalFrame frame, Echoes.Straight straight) {}

    /// Whose a plot is.
    ///
    /// @param cells where they all are
    /// @param who finds them by their keys
    Optional<Found> found(RadarPlot plot, ClaimCells cells, LongFunction<@Nullable Told> who, Beside.Size size) {
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        return look(plot).flatMap(look -> {
            Best best = new Best(look, size);
            cells.around(roughly(look), key -> {
                @Nullable Told told = who.apply(key);
                if (told != null) {
                    best.consider(told);
                }
            });
            return best.found();
        });
    }

    private Optional<Look> look(RadarPlot plot) {
        SensorId sensor = plot.provenance().sensor();
        for (SensorSite site : sites) {
            if (site.sensor().equals(sensor) && works(sensor)) {
                return echoes.straight(plot).map(straight -> new Look(site, LocalFrame.at(site.place()), straight));
            }
        }
        return Optional.empty();
    }

    // One that is found biased is: what is known of that is taken off, what is not is said.
    private boolean works(SensorId sensor) {
        @Nullable SensorWatch watch = sensors.get(TextKey.of(sensor.name()));
        return watch != null && measures(watch.published().state());
    }

    private static boolean measures(Health.State state) {
        return switch (state) {
            case OK, LATE, BIASED -> true;
            case SILENT, LOST -> false;
        };
    }

    // Without its height, which shifts it by less than a cell.
    private static LatLon roughly(Look look) {
        var polar = look.straight.plot().polar();
        double groundM = polar.rangeM() * Exact.cos(polar.elevationRad().orElse(0));
        Enu there = new Enu(groundM * Exact.sin(polar.azimuthRad()), groundM * Exact.cos(polar.azimuthRad()), 0);
        return look.frame.ecef(there).geodetic().latLon();
    }

    private static final class Best {
        private final Look look;
        private final Beside.Size size;
        private double least = 2 * Beside.GATE;
        private double nearestM;
        private @Nullable Found fits;
        private @Nullable Found begins;

        Best(Look look, Beside.Size size) {
            this.look = look;
            this.size = size;
            nearestM = size.withinM();
        }

        void consider(Told told) {
            Beside.@Nullable Plot beside = Besides.beside(look, told.report, size);
            if (beside == null) {
                return;
            }
            double metres = Exact.hypot(beside.eastM(), beside.northM());
            double off2 = off2(told, beside);
            if (off2 < least) {
                least = off2;
                fits = new Found(told.key, told.beside.with(beside));
            }
            if (metres < nearestM && told.beside.lost(beside, LOST_TURNS * look.site.periodS())) {
                nearestM = metres;
                begins = new Found(told.key, told.beside.with(beside));
            }
        }

        // Whoever tells the truth comes first: else what is seen beside one takes another's plots when the two meet.
        private static double off2(Told told, Beside.Plot beside) {
            double told2 = beside.off2();
            double seen2 = told.beside.off2(beside);
            return told2 < Beside.GATE ? told2 : seen2 < Beside.GATE ? Beside.GATE + seen2 : Double.POSITIVE_INFINITY;
        }

        Optional<Found> found() {
            return Optional.ofNullable(fits == null ? begins : fits);
        }
    }

    private static boolean another(RadarPlot plot, PositionReport report) {
        return plot.identity().address().isPresent()
                && !plot.identity().address().equals(report.identity().address());
    }

    // Nothing where the two cannot be compared.
    private static Beside.@Nullable Plot beside(Look look, PositionReport report, Beside.Size size) {
        RadarPlot plot = look.straight.plot();
        double passedS =
                plot.provenance().observedAt().secondsSince(report.provenance().observedAt());
        OptionalDouble elevation = plot.polar().elevationRad();
        double heightM = heightM(report.altitude());
        if (Math.abs(passedS) > FRESH_S
                || report.onGround()
                || another(plot, report)
                || (Double.isNaN(heightM) && elevation.isEmpty())) {
            return null;
        }
        Enu velocity = report.velocity().map(v -> v.enuMps()).orElse(Enu.ZERO);
        Geodetic told =
                report.position().at(Double.isNaN(heightM) ? look.site.place().heightM() : heightM);
        Enu at = look.frame.enu(told.ecef());
        Enu then = new Enu(at.east() + passedS * velocity.east(), at.north() + passedS * velocity.north(), at.up());
        double steepRad = elevation.orElse(Exact.atan2(then.up(), then.horizontal()));
        return Math.abs(steepRad) > STEEP_RAD ? null : new Sighted(look, report, size, then, steepRad).plot(passedS);
    }

    private static double heightM(Altitude altitude) {
        return switch (altitude) {
            case Altitude.Ellipsoidal(double h, double _) -> h;
            case Altitude.Amsl(double h, double _) -> h;
            case Altitude.Pressure(double h, double _) -> h;
            case Altitude.Agl _, Altitude.Unknown _ -> Double.NaN;
        };
    }

    /// A plot and the place told for its time, as the radar sees both.
    private record Sighted(Look look, PositionReport report, Beside.Size size, Enu told, double steepRad) {
        Beside.Plot plot(double passedS) {
            RadarPlot plot = look.straight.plot();
            double groundM = Math.max(1, told.horizontal());
            double east = told.east() / groundM;
            double north = told.north() / groundM;
            double outM = outM(plot);
            double acrossM = Exact.halfTurn(plot.polar().azimuthRad() - told.bearingRad()) * groundM;
            return new Beside.Plot(
                    plot.provenance().sensor(),
                    plot.provenance().observedAt(),
                    east * outM + north * acrossM,
                    north * outM - east * acrossM,
                    noise(passedS, groundM, east, north),
                    bias(groundM, east, north),
                    honest(east, north));
        }

        // A radar that measures no elevation tells the slant range: the told height makes it a place.
        private double outM(RadarPlot plot) {
            OptionalDouble elevation = plot.polar().elevationRad();
            double rangeM = plot.polar().rangeM();
            return elevation.isPresent()
                    ? rangeM * Exact.cos(elevation.getAsDouble()) - told.horizontal()
                    : (rangeM - told.norm()) / Exact.cos(steepRad);
        }

        private Spread noise(double passedS, double groundM, double east, double north) {
            RadarPlot plot = look.straight.plot();
            double cosine = Exact.cos(steepRad);
            double outM = plot.polar().elevationRad().isPresent()
                    ? Exact.hypot(
                            plot.sigma().rangeM() * cosine,
                            groundM * Exact.tan(steepRad) * plot.sigma().elevationRad())
                    : plot.sigma().rangeM() / cosine;
            double strayedM = size.accelerationMps2() / 2 * passedS * passedS
                    + (report.velocity().isPresent() ? 0 : size.silentMps() * Math.abs(passedS));
            return Spread.along(east, north, outM, plot.sigma().azimuthRad() * groundM)
                    .plus(Spread.round(sigmaM()))
                    .plus(Spread.round(strayedM));
        }

        private Spread bias(double groundM, double east, double north) {
            return Spread.along(
                            east,
                            north,
                            look.straight.rangeM() / Exact.cos(steepRad),
                            look.straight.azimuthRad() * groundM)
                    .plus(moving(look.straight.timeS()));
        }

        private Spread honest(double east, double north) {
            double outM =
                    look.straight.plot().polar().elevationRad().isPresent() ? 0 : Exact.tan(steepRad) * heightSigmaM();
            return Spread.round(sigmaM())
                    .plus(Spread.along(east, north, outM, 0))
                    .plus(moving(size.lateS()));
        }

        // What a clock makes of the speed.
        private Spread moving(double seconds) {
            double speedMps =
                    report.velocity().map(v -> v.enuMps().horizontal()).orElse(0.0);
            if (speedMps == 0) {
                return Spread.round(report.velocity().isPresent() ? 0 : size.silentMps() * seconds);
            }
            Enu v = report.velocity().orElseThrow().enuMps();
            return Spread.along(v.east() / speedMps, v.north() / speedMps, seconds * speedMps, 0);
        }

        private double sigmaM() {
            return report.sigmaM().orElse(UNKNOWN_SIGMA_M);
        }

        private double heightSigmaM() {
            return switch (report.altitude()) {
                case Altitude.Ellipsoidal(double _, double sigmaM) -> Math.max(HEIGHT_SIGMA_M, sigmaM);
                case Altitude.Amsl(double _, double sigmaM) -> Math.max(UNKNOWN_SIGMA_M, sigmaM);
                case Altitude.Pressure(double _, double sigmaM) -> Math.max(PRESSURE_SIGMA_M, sigmaM);
                case Altitude.Agl _, Altitude.Unknown _ -> 0;
            };
        }
    }
}
