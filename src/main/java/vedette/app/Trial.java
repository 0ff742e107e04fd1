package vedette.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vedette.model.Geodetic;
import vedette.model.LeapSeconds;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.SensorId;
import vedette.model.SensorSite;
import vedette.model.Warning;
import vedette.score.FlownPath;
import vedette.score.PictureTrial;
import vedette.score.SensorTrial;

/// One aircraft's flight, held against a recording while it passes.
final class Trial {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final int MOST_WARNINGS = 10_000;

    private final String name;
    private final FlownPath path;
    private final PictureTrial picture;
    private final Map<SensorId, SensorTrial> sensors = new TreeMap<>();
    private final List<String> warnings = new ArrayList<>();
    private long secondNs;

    /// @param name the aircraft's
    Trial(String name, FlownPath path) {
        this.name = name;
        this.path = path;
        picture = new PictureTrial(path);
        secondNs = Math.ceilDiv(path.from().taiNs(), SECOND_NS) * SECOND_NS;
    }

    String name() {
        return name;
    }

    FlownPath path() {
        return path;
    }

    PictureTrial.Result picture() {
        return picture.result();
    }

    List<SensorTrial.Result> sensors() {
        return sensors.values().stream().map(SensorTrial::result).toList();
    }

    List<String> warnings() {
        return warnings;
    }

    void stands(SensorSite site) {
        sensor(site.sensor()).stands(site.place());
    }

    void measured(Measurement measurement, Optional<Geodetic> from, Moment arrivedAt) {
        switch (measurement) {
            case Measurement.RadarPlot _,
                    Measurement.PositionReport _,
                    Measurement.Bearing _,
                    Measurement.SystemTrack _,
                    Measurement.UasReport _ -> {
                SensorTrial sensor = sensor(measurement.provenance().sensor());
                from.ifPresent(sensor::stands);
                sensor.measured(measurement, arrivedAt);
            }
            case Measurement.TransponderReport _,
                    Measurement.Sweep _,
                    Measurement.StatusReport _,
                    Measurement.FeedStatus _,
                    Measurement.SensorPose _,
                    Measurement.Sight _,
                    Measurement.Presence _ -> {}
        }
    }

    private SensorTrial sensor(SensorId id) {
        return sensors.computeIfAbsent(id, each -> new SensorTrial(each, path));
    }

    void said(Output output, Moment at) {
        passed(at);
        switch (output) {
            case Output.TrackChanged(var track) -> picture.changed(track);
            case Output.TrackEnded(var track, var _) -> picture.ended(track);
            case Output.WarningDrafted(Warning warning) -> warned(warning);
            case Output.WarningReleased(Warning warning) -> warned(warning);
            case Output.WarningRevised(Warning warning) -> warned(warning);
            case Output.WarningEnded(Warning warning) -> warned(warning);
            case Output.GroupChanged _,
                    Output.GroupEnded _,
                    Output.Assessed _,
                    Output.PlacesChanged _,
                    Output.WarningAcknowledged _,
                    Output.Published _,
                    Output.Tried _,
                    Output.ReleaseStands _,
                    Output.Signed _,
                    Output.OrderTaken _,
                    Output.Shareable _,
                    Output.NeighbourChanged _,
                    Output.ForeignChanged _,
                    Output.SensorHealth _,
                    Output.Refused _,
                    Output.Heartbeat _ -> {}
        }
    }

    /// Time has passed: whole seconds are looked at when all that was known at them is known.
    void passed(Moment at) {
        while (secondNs < at.taiNs() && secondNs <= path.until().taiNs()) {
            picture.second(new Moment(secondNs));
            secondNs += SECOND_NS;
        }
    }

    private void warned(Warning warning) {
        if (warnings.size() < MOST_WARNINGS) {
            warnings.add(Numbers.fixed(warning.at().secondsSince(path.from()), 1) + " s: " + warning.stage() + " "
                    + warning.kind() + ", " + warning.words().headline());
        }
    }

    /// The day of a moment, for the page.
    static String utc(Moment moment) {
        return vedette.format.text.Utc.text(moment, LeapSeconds.standard());
    }
}
