package vedette.canon;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import vedette.model.Altitude;
import vedette.model.Domain;
import vedette.model.Emergency;
import vedette.model.Event;
import vedette.model.Identity;
import vedette.model.Measurement.Detection;
import vedette.model.Measurement.Polar;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Moment;
import vedette.model.PlotSigma;
import vedette.model.Provenance;
import vedette.model.SensorId;

/// Events as a busy radar makes them, for tests and benches.
public final class Plots {
    private static final long START_NS = 1_770_000_000_000_000_000L;
    private static final SensorId RADAR = new SensorId("riga-psr");

    private Plots() {}

    /// A Mode S plot; every `seq` gives another one, always the same.
    public static Event event(long seq) {
        Moment at = new Moment(START_NS + seq * 1_234_567);
        Identity identity = new Identity(
                OptionalInt.of((int) (0x400000 + seq % 5000)),
                OptionalInt.of((int) (seq % 4096)),
                Optional.of("VED" + seq % 1000),
                Emergency.NONE);
        Polar polar =
                new Polar(1000 + seq % 90_000, seq % 6283 / 1000.0, OptionalDouble.empty(), OptionalDouble.of(-35.5));
        RadarPlot plot = new RadarPlot(
                Provenance.open(RADAR, at.plusNs(-250_000_000)),
                polar,
                new PlotSigma(30, 0.001, 0, 1),
                new Altitude.Pressure(10_000 + seq % 100, 7.6),
                identity,
                Detection.MODE_S,
                OptionalInt.of((int) (seq % 4000)));
        return new Event.Observed(new Event.Stamp(seq, at, Domain.SIMULATION), plot);
    }
}
