package vedette.core.assess;

import java.util.List;
import java.util.Optional;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Moment;
import vedette.model.SensorId;
import vedette.model.TrackId;

/// What own sensors that look by themselves saw: the tracker knows.
public interface Echoes {
    /// Nobody looks.
    Echoes NONE = new Echoes() {
        @Override
        public List<Look> of(TrackId track) {
            return List.of();
        }

        @Override
        public Optional<Straight> straight(RadarPlot plot) {
            return Optional.empty();
        }
    };

    /// The latest look of each sensor at a track.
    List<Look> of(TrackId track);

    /// A plot without what is known of its sensor's biases; nothing where its sensor cannot be held against others.
    Optional<Straight> straight(RadarPlot plot);

    /// A look.
    ///
    /// @param sensor whose
    /// @param at when
    /// @param seen whether it saw something there
    record Look(SensorId sensor, Moment at, boolean seen) {}

    /// A plot without what is known of its sensor's biases.
    ///
    /// @param plot the plot
    /// @param rangeM one sigma of the bias that is left, metres
    /// @param azimuthRad the same of azimuth, radians
    /// @param timeS the same of its clock, seconds
    record Straight(RadarPlot plot, double rangeM, double azimuthRad, double timeS) {}
}
