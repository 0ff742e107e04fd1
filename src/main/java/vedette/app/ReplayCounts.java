package vedette.app;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vedette.edge.Emission;
import vedette.edge.Sender;
import vedette.model.Measurement;
import vedette.model.Output;
import vedette.model.Track;
import vedette.model.Warning;

/// Counts what goes into a replay and what comes out.
final class ReplayCounts implements Sender {
    private final Map<String, Long> measurements = new TreeMap<>();
    private final Set<Long> lives = new HashSet<>();
    private final Set<Long> reportedLives = new HashSet<>();
    private final Set<Integer> reportedNumbers = new TreeSet<>();
    private final Map<Warning.Kind, Long> warnings = new EnumMap<>(Warning.Kind.class);
    private final Map<String, Long> refused = new TreeMap<>();

    void count(Measurement measurement) {
        measurements.merge(
                switch (measurement) {
                    case Measurement.RadarPlot _ -> "radar plots";
                    case Measurement.PositionReport _ -> "position reports";
                    case Measurement.UasReport _ -> "reports of flights";
                    case Measurement.TransponderReport _ -> "transponder reports";
                    case Measurement.SystemTrack _ -> "system track updates";
                    case Measurement.Sweep _ -> "sweeps";
                    case Measurement.StatusReport _ -> "status reports";
                    case Measurement.FeedStatus _ -> "feed status";
                    case Measurement.SensorPose _ -> "sensor poses";
                    case Measurement.Presence _ -> "presences";
                    case Measurement.Sight _ -> "lines of sight";
                    case Measurement.Bearing _ -> "bearings";
                },
                1L,
                Long::sum);
    }

    @Override
    public void send(Emission emission) {
        switch (emission.output()) {
            case Output.TrackChanged(Track track) -> count(track);
            case Output.WarningDrafted(Warning warning) -> warnings.merge(warning.kind(), 1L, Long::sum);
            case Output.WarningReleased(Warning warning) -> released(warning);
            case Output.Refused(long _, String what, String _, long count) -> refused.put(what, count);
            case Output.TrackEnded _,
                    Output.GroupChanged _,
                    Output.GroupEnded _,
                    Output.Assessed _,
                    Output.PlacesChanged _,
                    Output.WarningRevised _,
                    Output.WarningEnded _,
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
                    Output.Heartbeat _ -> {}
        }
    }

    private void released(Warning warning) {
        if (warning.revision() == 1) {
            warnings.merge(warning.kind(), 1L, Long::sum);
        }
    }

    private void count(Track track) {
        if (!track.shown()) {
            return;
        }
        lives.add(track.id().number());
        track.reportedNumber().ifPresent(number -> {
            reportedLives.add(track.id().number());
            reportedNumbers.add(number);
        });
    }

    /// The counts as lines for people.
    String text() {
        StringBuilder text = new StringBuilder();
        measurements.forEach((what, count) -> line(text, what, count));
        line(text, "tracks shown", lives.size());
        if (!reportedNumbers.isEmpty()) {
            text.append("reported tracks: ")
                    .append(reportedLives.size())
                    .append(" track lives under ")
                    .append(reportedNumbers.size())
                    .append(" track numbers\n");
        }
        warnings.forEach((kind, count) -> line(text, "warnings " + kind.name().toLowerCase(Locale.ROOT), count));
        refused.forEach((what, count) -> line(text, "refused, " + what, count));
        return text.toString();
    }

    private static void line(StringBuilder text, String what, long count) {
        text.append(what).append(": ").append(count).append('\n');
    }

    @Override
    public void close() {}
}
