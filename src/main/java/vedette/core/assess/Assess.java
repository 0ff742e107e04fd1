package vedette.core.assess;

import java.util.ArrayList;
import java.util.List;
import vedette.math.LongMap;
import vedette.model.Event;
import vedette.model.Output;
import vedette.model.SensorFinding;
import vedette.model.Track;

/// What the picture means: intrusions into protected zones, declared distress, raids, what may come down
/// where people live, the health of sensors.
///
/// The engine calls [#step] for every event, after the tracker's step and before core.warn's.
public final class Assess {
    private Assess() {}

    /// Takes one event.
    ///
    /// It reads `Observed` (who is heard), `Configured` (zones, sensors, feeds, pressure), `Ordered` (flights,
    /// answered by `OrderTaken`) and `Tick` (silence, zone schedules, objects that coast); everything else only
    /// for the changes of tracks that it
    /// led to.
    ///
    /// @param state what [AssessState#empty] or the step before gave
    /// @param event the event
    /// @param trackChanges what tracker and missile watch said of it: `TrackChanged`, `TrackEnded` and
    /// `Assessed` with `Flying` are read, the rest is skipped
    /// @param tracks the tracks after the tracker's step, by their number; tentative ones may be among them
    /// and are not assessed
    public static AssessStep step(AssessState state, Event event, List<Output> trackChanges, LongMap<Track> tracks) {
        return step(state, event, trackChanges, new Around(tracks, List.of(), Echoes.NONE));
    }

    /// What the engine knows beside the event.
    ///
    /// @param tracks the tracks after the tracker's step, by their number
    /// @param findings about sensors, or none where nothing was looked for
    /// @param echoes what own sensors saw of tracks
    public record Around(LongMap<Track> tracks, List<SensorFinding> findings, Echoes echoes) {}

    /// Takes one event, and what the tracker found about sensors and tracks up to it.
    public static AssessStep step(AssessState state, Event event, List<Output> trackChanges, Around around) {
        List<Output> outputs = new ArrayList<>();
        SensorWatches watches = new SensorWatches(state, event.stamp(), outputs);
        Intrusions intrusions = new Intrusions(state, event.stamp(), around.tracks(), outputs);
        Risks risks = new Risks(state.falls(), event.stamp(), outputs);
        Claims claims = new Claims(state, event.stamp(), around, outputs);
        long ticks = state.ticks();
        watches.find(around.findings());
        switch (event) {
            case Event.Observed observed -> watches.hear(observed.measurement());
            case Event.Tick _ -> {
                watches.tick();
                intrusions.tick(ticks);
                risks.tick();
                ticks++;
            }
            case Event.Configured configured -> {
                watches.configure(configured.configuration());
                intrusions.configure(configured.configuration());
                risks.configure(configured.configuration());
            }
            case Event.Ordered ordered -> intrusions.order(ordered);
            case Event.Received _, Event.Delivered _ -> {}
        }
        intrusions.take(trackChanges);
        intrusions.workOff();
        claims.take(event, trackChanges);
        risks.take(trackChanges);
        risks.workOff();
        FallState falls = Raids.counted(risks.state(), event.stamp().arrivedAt(), outputs);
        return new AssessStep(
                watches.into(intrusions.into(state), ticks).with(falls).with(claims.state()), outputs);
    }
}
