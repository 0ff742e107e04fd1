package vedette.core.track;

import vedette.model.SensorSite;

/// How often a sensor sees what is there, learnt from well-established tracks inside its volume.
///
/// The mean of a beta posterior around the declared probability (Gelman, Bayesian Data Analysis, sec. 2.4); what was
/// counted fades, so that a tired transmitter is seen and a repaired one too.
///
/// @param declared what the sensor declares
/// @param seen looks that saw, fading
/// @param missed looks that did not, fading
record DetectionRate(double declared, double seen, double missed) {
    /// The declared probability counts like so many looks.
    private static final double TRUST = 60;

    /// Looks at single tracks after which what was counted has faded to 1/e.
    private static final double MEMORY = 1000;

    /// Within this share of the declared probability it is taken as declared: chance must not move tracks.
    private static final double PLAIN = 0.2;

    private static final double LEAST = 0.05;
    private static final double MOST = 0.995;

    static DetectionRate of(SensorSite site) {
        return new DetectionRate(site.performance().detection(), 0, 0);
    }

    /// Probability that a look sees what is inside the volume.
    double detection() {
        double learnt = (TRUST * declared + seen) / (TRUST + seen + missed);
        return Math.abs(learnt - declared) < PLAIN * declared ? declared : Math.clamp(learnt, LEAST, MOST);
    }

    DetectionRate looked(int moreSeen, int moreMissed) {
        int looks = moreSeen + moreMissed;
        if (looks == 0) {
            return this;
        }
        double kept = Math.max(0, 1 - looks / MEMORY);
        return new DetectionRate(declared, seen * kept + moreSeen, missed * kept + moreMissed);
    }

    /// The same sensor, looked at anew.
    DetectionRate again() {
        return new DetectionRate(declared, 0, 0);
    }
}
