package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import vedette.core.motion.Ascent;
import vedette.math.Draws;
import vedette.math.Exact;
import vedette.model.Ecef;
import vedette.model.Geodetic;
import vedette.model.InfraredSatellite;
import vedette.model.SensorId;
import vedette.model.WarningRadar;
import vedette.model.Wgs84;

/// Small worlds for the fits' tests.
final class Fits {
    private Fits() {}

    static WarningRadar radar(String name, double latRad, double lonRad) {
        return new WarningRadar(
                new SensorId(name),
                new Geodetic(latRad, lonRad, 100),
                2,
                new WarningRadar.Noise(30, 1e-3, 5),
                new WarningRadar.Bias(10, 3e-4),
                0.05,
                4e6,
                0.95);
    }

    static InfraredSatellite satellite(String name) {
        return new InfraredSatellite(new SensorId(name), 5, 30e-6, 10e-6, 0.97);
    }

    /// A state at a place, flying north-east and up.
    static double[] state(double latRad, double lonRad, double heightM) {
        Ecef at = new Geodetic(latRad, lonRad, heightM).ecef();
        double[] axes = new double[9];
        Wgs84.geodetic(at.xM(), at.yM(), at.zM(), axes);
        double[] state = {at.xM(), at.yM(), at.zM(), 0, 0, 0};
        for (int i = 0; i < 3; i++) {
            state[3 + i] = 1500 * axes[i] + 1200 * axes[3 + i] + 900 * axes[6 + i];
        }
        return state;
    }

    /// What a radar without errors would measure.
    static Look.Echo echo(Site site, double[] s, double timeS) {
        double[] m = site.axes();
        double[] d = {s[0] - site.x(), s[1] - site.y(), s[2] - site.z()};
        double east = m[0] * d[0] + m[1] * d[1] + m[2] * d[2];
        double north = m[3] * d[0] + m[4] * d[1] + m[5] * d[2];
        double up = m[6] * d[0] + m[7] * d[1] + m[8] * d[2];
        double range = Math.sqrt(east * east + north * north + up * up);
        double rate = (d[0] * s[3] + d[1] * s[4] + d[2] * s[5]) / range;
        return new Look.Echo(0, timeS, range, Exact.turn(Exact.atan2(east, north)), Exact.asin(up / range), rate);
    }

    /// The same with the radar's noise.
    static Look.Echo noisy(Look.Echo echo, WarningRadar radar, long seed) {
        double cos = Exact.cos(echo.elevationRad());
        return new Look.Echo(
                0,
                echo.timeS(),
                echo.rangeM() + radar.noise().rangeM() * normal(seed, 0),
                echo.azimuthRad() + radar.noise().angleRad() / cos * normal(seed, 1),
                echo.elevationRad() + radar.noise().angleRad() * normal(seed, 2),
                echo.rangeRateMps() + radar.noise().rangeRateMps() * normal(seed, 3));
    }

    static Look.Light light(int sensor, double timeS, double[] eye, double[] s) {
        double dx = s[0] - eye[0];
        double dy = s[1] - eye[1];
        double dz = s[2] - eye[2];
        double length = Math.sqrt(dx * dx + dy * dy + dz * dz);
        return new Look.Light(sensor, timeS, eye[0], eye[1], eye[2], dx / length, dy / length, dz / length, 30e-6);
    }

    /// Where an ascent of one stage is.
    static double[] ascent(double latRad, double lonRad, double timeS) {
        Ascent ascent = new Ascent();
        ascent.fly(new double[] {latRad, lonRad, 10, 0.8, 0.4, 20, 100, 70}, 1);
        double[] state = new double[6];
        ascent.at(timeS, state);
        return state;
    }

    /// That a number lies between two.
    static void between(double least, double most, double number) {
        assertTrue(number >= least && number <= most, number + " is not between " + least + " and " + most);
    }

    static double normal(long seed, long seq) {
        return Draws.of(seed, seq, "missile tests").gaussian();
    }
}
