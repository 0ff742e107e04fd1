package vedette.core.warn;

import java.util.Optional;
import vedette.model.Measurement;
import vedette.model.Releasability;
import vedette.model.SensorId;

/// What warnings need to know of one sensor.
///
/// @param sensor its name
/// @param physics how it comes to know where an object is
/// @param releasability who may see what it says: the meet of all it has said
/// @param made how many warnings of it were ever opened
/// @param open the warning about it that has not ended
public record SensorFile(SensorId sensor, Physics physics, Releasability releasability, int made, Optional<Open> open) {
    /// How a sensor comes to know where an object is.
    public enum Physics {
        /// Not seen yet.
        UNKNOWN,
        /// It measures by itself.
        MEASURED,
        /// It hears or sees by itself what the object sends out: a radio, a sound, a light.
        HEARD,
        /// The same, as one of the many nodes of a net: that one of them is silent is no warning of its own.
        NODE,
        /// The object tells it.
        TOLD,
        /// It passes on what other sensors found; which, is not known.
        PASSED_ON
    }

    static SensorFile of(SensorId sensor) {
        return new SensorFile(sensor, Physics.UNKNOWN, Releasability.OPEN, 0, Optional.empty());
    }

    /// What a measurement tells of its sensor.
    SensorFile heard(Measurement measurement) {
        Physics seen = switch (measurement) {
            case Measurement.RadarPlot _ -> Physics.MEASURED;
            case Measurement.Bearing _ -> Physics.HEARD;
            case Measurement.Presence _ -> physics == Physics.NODE ? physics : Physics.HEARD;
            case Measurement.PositionReport _, Measurement.TransponderReport _, Measurement.UasReport _ -> Physics.TOLD;
            case Measurement.SystemTrack _ -> Physics.PASSED_ON;
            case Measurement.Sweep _,
                    Measurement.StatusReport _,
                    Measurement.FeedStatus _,
                    Measurement.SensorPose _,
                    Measurement.Sight _ -> physics;
        };
        Releasability to = measurement.provenance().releasability();
        Releasability meet = releasability.equals(to) ? to : releasability.meet(to);
        return seen == physics && meet.equals(releasability) ? this : new SensorFile(sensor, seen, meet, made, open);
    }

    SensorFile inNet() {
        return new SensorFile(sensor, Physics.NODE, releasability, made, open);
    }

    SensorFile opened(Open added) {
        return new SensorFile(sensor, physics, releasability, made + 1, Optional.of(added));
    }

    SensorFile with(Optional<Open> changed) {
        return new SensorFile(sensor, physics, releasability, made, changed);
    }
}
