package vedette.core.missile;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import vedette.math.Vec3;
import vedette.model.Altitude;
import vedette.model.Assessment;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.Ecef;
import vedette.model.Event;
import vedette.model.Identity;
import vedette.model.InfraredSatellite;
import vedette.model.Measurement;
import vedette.model.Missile;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.PlotSigma;
import vedette.model.Provenance;
import vedette.model.SensorId;
import vedette.model.WarningRadar;

/// A missile watch alone in a test: it is told and shown things, and what it says is kept.
final class Watched {
    static final Moment START = new Moment(1_000_000_000_000L);

    private final MissileWatch watch = new MissileWatch();
    private final List<Missile> told = new ArrayList<>();
    private final List<Output.Refused> refused = new ArrayList<>();
    private MissileState state = MissileState.empty();
    private long seq;

    static Watched with(List<InfraredSatellite> satellites, List<WarningRadar> radars) {
        Watched watched = new Watched();
        watched.told(-100, satellites, radars);
        return watched;
    }

    void told(double atS, List<InfraredSatellite> satellites, List<WarningRadar> radars) {
        take(new Event.Configured(stamp(atS), new Configuration.WatchSensors(satellites, radars)));
    }

    /// A satellite sees something now.
    void light(String satellite, double timeS, double[] eye, double[] at) {
        light(satellite, timeS, timeS, eye, at);
    }

    void light(String satellite, double timeS, double arrivedS, double[] eye, double[] at) {
        Vec3 way = new Vec3(at[0] - eye[0], at[1] - eye[1], at[2] - eye[2]);
        Measurement.Sight sight = new Measurement.Sight(
                Provenance.open(new SensorId(satellite), START.plusS(timeS)),
                new Ecef(eye[0], eye[1], eye[2]),
                way.times(1 / way.norm()),
                30e-6);
        take(new Event.Observed(stamp(arrivedS), sight));
    }

    /// A radar measures something.
    void echo(String radar, double timeS, double arrivedS, Measurement.Polar polar) {
        Measurement.RadarPlot plot = new Measurement.RadarPlot(
                Provenance.open(new SensorId(radar), START.plusS(timeS)),
                polar,
                new PlotSigma(30, 1e-3, 1e-3, 5),
                Altitude.UNKNOWN,
                Identity.NONE,
                Measurement.Detection.PRIMARY,
                OptionalInt.empty());
        take(new Event.Observed(stamp(arrivedS), plot));
    }

    /// A sensor's look, arriving when it is made.
    void look(Measurement look) {
        seq++;
        take(new Event.Observed(new Event.Stamp(seq, look.provenance().observedAt(), Domain.TEST), look));
    }

    void tick(double atS) {
        take(new Event.Tick(stamp(atS)));
    }

    private void take(Event event) {
        MissileStep step = watch.step(state, event);
        state = step.state();
        for (Output output : step.outputs()) {
            if (output instanceof Output.Assessed(var at, Assessment.Flying(var missile))) {
                told.add(missile);
            } else if (output instanceof Output.Refused each) {
                refused.add(each);
            }
        }
    }

    List<Missile> told() {
        return told;
    }

    /// What was refused, the limit's words.
    List<String> refused() {
        return refused.stream().map(Output.Refused::what).toList();
    }

    MissileState state() {
        return state;
    }

    private Event.Stamp stamp(double timeS) {
        seq++;
        return new Event.Stamp(seq, START.plusS(timeS), Domain.TEST);
    }
}
