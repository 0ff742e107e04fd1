package vedette.simulate.launches;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import vedette.math.Draws;
import vedette.math.Exact;
import vedette.math.Vec3;
import vedette.model.Altitude;
import vedette.model.Ecef;
import vedette.model.Identity;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.PlotSigma;
import vedette.model.Provenance;
import vedette.model.SensorId;
import vedette.model.WarningRadar;
import vedette.model.Wgs84;

/// What the sensors of a world see, by time. Nothing in a look tells what it is of.
public final class Looks {
    private static final double REVISIT_SIGMA_S = 0.02;

    /// A line of sight this near to the Earth's middle goes through the ground, metres.
    private static final double GROUND_M = 6_353e3;

    private static final double SMALLEST_COSINE = 0.05;

    private final LaunchWorld world;
    private final Moment start;
    private final Flaw flaw;
    private final List<Measurement> looks = new ArrayList<>();

    private Looks(LaunchWorld world, Moment start, Flaw flaw) {
        this.world = world;
        this.start = start;
        this.flaw = flaw;
    }

    /// An error of one sensor that nobody tells of, beside those that it is known to have.
    ///
    /// @param sensor whose
    /// @param rangeM a radar's: added to all its ranges, metres
    /// @param angleRad added to its azimuths, or to a satellite's directions along the first axis across, radians
    /// @param upRad added to a radar's elevations, or to a satellite's directions along the second axis across
    /// @param rateMps a radar's: added to all its range rates, metres a second
    public record Flaw(SensorId sensor, double rangeM, double angleRad, double upRad, double rateMps) {
        /// Nobody's.
        public static final Flaw NONE = new Flaw(new SensorId("nobody"), 0, 0);

        /// One whose range rates are right.
        public Flaw(SensorId sensor, double rangeM, double angleRad, double upRad) {
            this(sensor, rangeM, angleRad, upRad, 0);
        }

        /// One that does not point up or down.
        public Flaw(SensorId sensor, double rangeM, double angleRad) {
            this(sensor, rangeM, angleRad, 0);
        }
    }

    /// All looks.
    ///
    /// @param world what there is to see
    /// @param start the moment of the world's second 0
    public static List<Measurement> of(LaunchWorld world, Moment start) {
        return of(world, start, Flaw.NONE);
    }

    /// All looks, with one sensor that errs.
    public static List<Measurement> of(LaunchWorld world, Moment start, Flaw flaw) {
        Looks all = new Looks(world, start, flaw);
        for (int i = 0; i < world.satellites().size(); i++) {
            all.sights(i);
        }
        for (int i = 0; i < world.radars().size(); i++) {
            all.plots(i);
        }
        all.looks.sort(Comparator.comparing(each -> each.provenance().observedAt()));
        return List.copyOf(all.looks);
    }

    private double flawOf(SensorId sensor, double error) {
        return sensor.equals(flaw.sensor()) ? error : 0;
    }

    private void sights(int number) {
        LaunchWorld.Satellite satellite = world.satellites().get(number);
        var known = satellite.known();
        Draws draws = Draws.of(world.seed(), number, "sights");
        double firstS = draws.uniform(0, known.revisitS());
        double[] bias = {
            known.biasRad() * draws.gaussian() + flawOf(known.sensor(), flaw.angleRad()),
            known.biasRad() * draws.gaussian() + flawOf(known.sensor(), flaw.upRad())
        };
        double endS = 0;
        for (Flown each : world.flown()) {
            for (Flown.Glow glow : each.glows()) {
                endS = Math.max(endS, glow.toS());
            }
        }
        for (double t = firstS; t <= endS; t += known.revisitS() + REVISIT_SIGMA_S * draws.gaussian()) {
            for (Flown each : world.flown()) {
                if (glows(each, t) && each.sight().only().orElse(number) == number) {
                    sight(satellite, each, t, bias, draws);
                }
            }
        }
    }

    private static boolean glows(Flown flown, double timeS) {
        return flown.path().covers(timeS)
                && flown.glows().stream().anyMatch(glow -> timeS >= glow.fromS() && timeS <= glow.toS());
    }

    private void sight(LaunchWorld.Satellite satellite, Flown flown, double timeS, double[] bias, Draws draws) {
        Ecef from = satellite.vantage().at(timeS);
        double[] state = flown.path().at(timeS);
        Vec3 way = Path.place(state).minus(from);
        double distance = way.norm();
        Vec3 along = way.times(1 / distance);
        boolean clear = flown.sight().throughClouds() || Path.heightM(state) > world.cloudsM();
        if (!clear
                || isBehindEarth(from, along, distance)
                || draws.uniform() >= satellite.known().detection()) {
            return;
        }
        Vec3 across = new Vec3(-along.y(), along.x(), 0);
        across = across.times(1 / across.norm());
        Vec3 other = along.cross(across);
        double sigma = satellite.known().sigmaRad();
        Vec3 seen = along.plus(across.times(sigma * draws.gaussian() + bias[0]))
                .plus(other.times(sigma * draws.gaussian() + bias[1]));
        Provenance provenance = Provenance.open(satellite.known().sensor(), start.plusS(timeS));
        looks.add(new Measurement.Sight(provenance, from, seen.times(1 / seen.norm()), sigma));
    }

    private static boolean isBehindEarth(Ecef from, Vec3 along, double distance) {
        Vec3 satellite = new Vec3(from.xM(), from.yM(), from.zM());
        double nearest = Math.clamp(-satellite.dot(along), 0, distance);
        return satellite.plus(along.times(nearest)).norm() < GROUND_M;
    }

    private void plots(int number) {
        WarningRadar radar = world.radars().get(number);
        Draws draws = Draws.of(world.seed(), number, "plots");
        double firstS = draws.uniform(0, radar.periodS());
        double[] bias = {
            radar.bias().rangeM() * draws.gaussian() + flawOf(radar.sensor(), flaw.rangeM()),
            radar.bias().angleRad() * draws.gaussian() + flawOf(radar.sensor(), flaw.angleRad()),
            radar.bias().angleRad() * draws.gaussian() + flawOf(radar.sensor(), flaw.upRad()),
            flawOf(radar.sensor(), flaw.rateMps())
        };
        Ecef site = radar.place().ecef();
        double[] axes = new double[9];
        Wgs84.geodetic(site.xM(), site.yM(), site.zM(), axes);
        for (Flown each : world.flown()) {
            double fromS = each.path().fromS();
            double t = firstS + Math.max(0, Math.ceil((fromS - firstS) / radar.periodS())) * radar.periodS();
            for (; each.sight().solid() && t < each.path().toS(); t += radar.periodS()) {
                plot(new Site(radar, site, axes), each.path().at(t), t, bias, draws);
            }
        }
    }

    private record Site(WarningRadar radar, Ecef place, double[] axes) {
        double along(int axis, Vec3 way) {
            return axes[3 * axis] * way.x() + axes[3 * axis + 1] * way.y() + axes[3 * axis + 2] * way.z();
        }
    }

    private void plot(Site site, double[] state, double timeS, double[] bias, Draws draws) {
        WarningRadar radar = site.radar();
        Vec3 way = Path.place(state).minus(site.place());
        double range = way.norm();
        double elevation = Exact.asin(Math.clamp(site.along(2, way) / range, -1.0, 1.0));
        if (elevation <= radar.minElevationRad()
                || range >= radar.maxRangeM()
                || draws.uniform() >= radar.detection()) {
            return;
        }
        WarningRadar.Noise noise = radar.noise();
        double cos = Math.max(SMALLEST_COSINE, Exact.cos(elevation));
        double azimuth = Exact.atan2(site.along(0, way), site.along(1, way))
                + (noise.angleRad() * draws.gaussian() + bias[1]) / cos;
        double seenElevation = elevation + noise.angleRad() * draws.gaussian() + bias[2];
        double rate = (way.x() * state[3] + way.y() * state[4] + way.z() * state[5]) / range
                + noise.rangeRateMps() * draws.gaussian()
                + bias[3];
        looks.add(new Measurement.RadarPlot(
                Provenance.open(radar.sensor(), start.plusS(timeS)),
                new Measurement.Polar(
                        Math.max(0, range + noise.rangeM() * draws.gaussian() + bias[0]),
                        azimuth,
                        OptionalDouble.of(Math.clamp(seenElevation, -Math.PI / 2, Math.PI / 2)),
                        noise.rangeRateMps() > 0 ? OptionalDouble.of(rate) : OptionalDouble.empty()),
                new PlotSigma(noise.rangeM(), noise.angleRad() / cos, noise.angleRad(), noise.rangeRateMps()),
                Altitude.UNKNOWN,
                Identity.NONE,
                Measurement.Detection.PRIMARY,
                OptionalInt.empty()));
    }
}
