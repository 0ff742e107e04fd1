package vedette.simulate.launches;

import java.util.List;
import vedette.math.Exact;
import vedette.model.Ecef;
import vedette.model.LatLon;

/// A powered way up: straight up, pitched over, then along its own way through the air.
///
/// @param place where it starts, at height 0
/// @param startS when
/// @param azimuthRad which way it leans, clockwise from north
/// @param pitchRad how far it is pitched over at the end of that, from the vertical
/// @param riseS how long it goes straight up, seconds
/// @param pitchS how long it pitches over
/// @param stages what burns, one after the other without a pause
record Ascent(
        LatLon place,
        double startS,
        double azimuthRad,
        double pitchRad,
        double riseS,
        double pitchS,
        List<Stage> stages) {
    /// Ballistic coefficient of the whole rocket, kg/m².
    private static final double BETA = 8000;

    private static final double STEP_S = 0.25;

    /// A stage: its thrust acceleration is `thrustMps2 / (1 − t / emptyS)`.
    ///
    /// @param thrustMps2 at its start
    /// @param emptyS when its mass would be used up
    /// @param burnS how long it burns, shorter
    record Stage(double thrustMps2, double emptyS, double burnS) {}

    /// When the last stage has burnt out.
    double burnoutS() {
        return startS + stages.stream().mapToDouble(Stage::burnS).sum();
    }

    /// Flies it to its burnout.
    Flier flown(Weather weather) {
        Ecef at = place.at(0).ecef();
        double[] begin = {at.xM(), at.yM(), at.zM(), 0, 0, 0};
        double[] axes = Path.axes(begin);
        for (int i = 0; i < 3; i++) {
            begin[3 + i] = 0.01 * axes[6 + i];
        }
        Flier flier = new Flier(weather, BETA, startS, begin);
        double stageS = startS;
        for (int i = 0; i < stages.size(); i++) {
            Thrust thrust = new Thrust(stages.get(i), stageS, axes, this);
            if (i == 0) {
                flier.fly(startS + riseS, STEP_S, thrust);
                flier.fly(startS + riseS + pitchS, STEP_S, thrust);
            }
            stageS += stages.get(i).burnS();
            flier.fly(stageS, STEP_S, thrust);
        }
        return flier;
    }

    private record Thrust(Stage stage, double fromS, double[] axes, Ascent ascent) implements Flier.Push {
        @Override
        public void add(double timeS, double[] state, double[] slope) {
            double size = stage.thrustMps2() / (1 - (timeS - fromS) / stage.emptyS());
            double sinceS = timeS - ascent.startS();
            if (sinceS > ascent.riseS() + ascent.pitchS()) {
                double speed = Math.sqrt(state[3] * state[3] + state[4] * state[4] + state[5] * state[5]);
                for (int i = 0; i < 3; i++) {
                    slope[3 + i] += size * state[3 + i] / speed;
                }
                return;
            }
            double pitch = ascent.pitchRad() * Math.clamp((sinceS - ascent.riseS()) / ascent.pitchS(), 0.0, 1.0);
            double level = size * Exact.sin(pitch);
            double east = level * Exact.sin(ascent.azimuthRad());
            double north = level * Exact.cos(ascent.azimuthRad());
            double up = size * Exact.cos(pitch);
            for (int i = 0; i < 3; i++) {
                slope[3 + i] += east * axes[i] + north * axes[3 + i] + up * axes[6 + i];
            }
        }
    }
}
