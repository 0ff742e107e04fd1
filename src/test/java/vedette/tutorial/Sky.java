package vedette.tutorial;

import java.util.ArrayList;
import java.util.List;
import vedette.math.Draws;
import vedette.math.SymMatrix;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.LocalFrame;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.PlotSigma;
import vedette.model.SensorId;
import vedette.model.SensorSite;
import vedette.score.ScoredState;

/// Five aeroplanes abreast, flying west past one radar that sees nine plots in ten and two false ones a look.
public final class Sky {
    private final SensorSite radar = new SensorSite(
            new SensorId("hill"),
            SensorSite.Kind.FRAME, // all plots of a look have one time; ROTATING: each azimuth has its own
            new Geodetic(0.87, 0.17, 300), // radians, metres
            SymMatrix.diagonal(0, 0, 0), // it stands where it says
            SensorSite.Volume.around(100_000), // metres
            new PlotSigma(30, 0.002, 0.003, 0), // metres, radians, radians, no Doppler
            new SensorSite.Performance(0.9, 2, 0), // detection, false plots a look, no Doppler
            2); // seconds between looks
    private final LocalFrame hill = LocalFrame.at(radar.place());
    private final List<ScoredState> truth = new ArrayList<>();

    public SensorSite radar() {
        return radar;
    }

    /// All that was true in the looks so far.
    public List<ScoredState> truth() {
        return truth;
    }

    /// One look: its plots, and that it is over.
    public List<Measurement> seen(Moment now) {
        double t = now.taiNs() * 1e-9;
        Draws draws = Draws.of(1, now.taiNs(), "tutorial");
        List<Measurement> seen = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Enu at = new Enu(20_000 - 200 * t, 10_000 + 3000 * i, 5000);
            truth.add(ScoredState.truth(t, "aeroplane " + i, "", hill.ecef(at).geodetic(), new Enu(-200, 0, 0)));
            double rangeM = Math.hypot(at.horizontal(), at.up()) + 30 * draws.gaussian();
            double azimuthRad = Math.atan2(at.east(), at.north()) + 0.002 * draws.gaussian();
            double elevationRad = Math.atan2(at.up(), at.horizontal()) + 0.003 * draws.gaussian();
            if (draws.uniform() < 0.9) {
                seen.add(plot(now, rangeM, azimuthRad, elevationRad));
            }
        }
        for (int k = 0; k < 2; k++) {
            seen.add(plot(now, 100_000 * draws.uniform(), 2 * Math.PI * draws.uniform(), draws.uniform()));
        }
        seen.add(Measurement.Sweep.whole(radar, now));
        return seen;
    }

    private Measurement plot(Moment now, double rangeM, double azimuthRad, double elevationRad) {
        return Measurement.RadarPlot.primary(radar, now, Measurement.Polar.solid(rangeM, azimuthRad, elevationRad));
    }
}
