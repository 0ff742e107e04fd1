package vedette.core.missile;

import java.util.List;
import vedette.model.Configuration;
import vedette.model.Event;
import vedette.model.Measurement;
import vedette.model.SensorId;

/// The watch over everything that burns, flies without wings, or falls.
///
/// The engine calls [#step] for every event, before core.assess's step.
public final class MissileWatch {
    private MissileWatch() {}

    /// Takes one event.
    ///
    /// @param state what [MissileState#empty] or the step before gave
    /// @param event the event
    public static MissileStep step(MissileState state, Event event) {
        return new MissileStep(known(state, event), List.of());
    }

    /// Whether a measurement is for this watch, and not for the air picture.
    public static boolean concerns(MissileState state, Measurement measurement) {
        return switch (measurement) {
            case Measurement.Sight _ -> true;
            case Measurement.RadarPlot plot ->
                !state.radars().isEmpty() && isRadar(state, plot.provenance().sensor());
            case Measurement.PositionReport _,
                    Measurement.TransponderReport _,
                    Measurement.SystemTrack _,
                    Measurement.Sweep _,
                    Measurement.StatusReport _,
                    Measurement.FeedStatus _,
                    Measurement.SensorPose _ -> false;
        };
    }

    private static boolean isRadar(MissileState state, SensorId sensor) {
        return state.radars().stream().anyMatch(radar -> radar.sensor().equals(sensor));
    }

    private static MissileState known(MissileState state, Event event) {
        return switch (event) {
            case Event.Configured(var _, Configuration.WatchSensors(var satellites, var radars)) ->
                new MissileState(satellites, radars, state.notices());
            case Event.Configured(var _, Configuration.Notices(var notices)) ->
                new MissileState(state.satellites(), state.radars(), notices);
            case Event.Configured _,
                    Event.Observed _,
                    Event.Tick _,
                    Event.Ordered _,
                    Event.Received _,
                    Event.Delivered _ -> state;
        };
    }
}
