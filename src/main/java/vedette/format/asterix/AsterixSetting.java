package vedette.format.asterix;

import vedette.model.LeapSeconds;
import vedette.model.PlotSigma;
import vedette.model.SensorId;

/// What a decoder must know that the bytes do not tell.
///
/// @param editions which edition each category is read by
/// @param leapSeconds UTC against TAI, for times of day
/// @param naming what the sensors are called
/// @param sigma how surely a radar measures, by its name: ASTERIX seldom tells
/// @param takesTests whether reports marked as simulated or test are measurements; a LIVE feed refuses them
public record AsterixSetting(
        Editions editions, LeapSeconds leapSeconds, Naming naming, Accuracy sigma, boolean takesTests) {
    /// A long-range radar of no special kind: 60 m and 0.08° (Eurocontrol's minimum for MSSR is 70 m and 0.08°,
    /// SUR.ET1.ST01.1000-STD-01-01 6.3).
    public static final PlotSigma USUAL = new PlotSigma(60, Math.toRadians(0.08), 0, 2);

    /// Names sensors.
    @FunctionalInterface
    public interface Naming {
        /// The name of a source.
        ///
        /// @param sac system area code, 0 to 255
        /// @param sic system identification code, 0 to 255
        SensorId name(int sac, int sic);
    }

    /// Tells how surely a radar measures.
    @FunctionalInterface
    public interface Accuracy {
        /// The standard deviations of a radar.
        PlotSigma of(SensorId sensor);
    }

    /// Preferred editions, sensors called by their codes as `25/201`, usual accuracy, tests refused.
    public static AsterixSetting usual() {
        return new AsterixSetting(
                Editions.preferred(),
                LeapSeconds.standard(),
                (sac, sic) -> new SensorId(sac + "/" + sic),
                _ -> USUAL,
                false);
    }

    /// The same with other editions.
    public AsterixSetting with(Editions other) {
        return new AsterixSetting(other, leapSeconds, naming, sigma, takesTests);
    }

    /// The same with other names.
    public AsterixSetting with(Naming other) {
        return new AsterixSetting(editions, leapSeconds, other, sigma, takesTests);
    }

    /// The same with other accuracies.
    public AsterixSetting with(Accuracy other) {
        return new AsterixSetting(editions, leapSeconds, naming, other, takesTests);
    }

    /// The same, taking simulated and test reports: for exercises and tests.
    public AsterixSetting takingTests() {
        return new AsterixSetting(editions, leapSeconds, naming, sigma, true);
    }
}
