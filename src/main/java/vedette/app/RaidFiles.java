package vedette.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import vedette.core.engine.Engine;
import vedette.format.lines.SensorLines;
import vedette.format.lines.TimeForm;
import vedette.format.lines.WarningLines;
import vedette.math.SymMatrix;
import vedette.model.AirRaid;
import vedette.model.Assessment;
import vedette.model.Health;
import vedette.model.Kinematics;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.SensorId;
import vedette.model.Track;
import vedette.model.Warning;

/// The three files that `raid` writes: every revision of every warning, every shown track once a second, every change
/// of
/// a sensor's state.
final class RaidFiles implements RaidRun.Files, AutoCloseable {
    private static final String HEADER =
            "time_s,track_id,lat,lon,alt,vn,ve,vd,pnn,pne,pee,pnd,ped,pdd,stage,kind,probability,serial\n";

    private final TimeForm times;
    private final BufferedWriter warnings;
    private final BufferedWriter tracks;
    private final BufferedWriter sensors;
    private final Map<SensorId, Health.State> states = new TreeMap<>();
    private final EnumMap<Warning.Kind, Long> begun = new EnumMap<>(Warning.Kind.class);
    private long revisions;

    /// Opens the files in a folder, which is made where there is none.
    RaidFiles(Path folder, TimeForm times) throws IOException {
        Files.createDirectories(folder);
        this.times = times;
        warnings = Files.newBufferedWriter(folder.resolve("warnings.jsonl"));
        tracks = Files.newBufferedWriter(folder.resolve("tracks.csv"));
        sensors = Files.newBufferedWriter(folder.resolve("sensors.jsonl"));
        tracks.write(HEADER);
    }

    /// Warnings begun, by what they are of.
    Map<Warning.Kind, Long> begun() {
        return begun;
    }

    /// Lines of `warnings.jsonl`.
    long revisions() {
        return revisions;
    }

    @Override
    public void say(Output output, Moment at) throws IOException {
        switch (output) {
            case Output.WarningDrafted(Warning warning) -> write(warning);
            case Output.WarningReleased(Warning warning) -> write(warning);
            case Output.WarningRevised(Warning warning) -> write(warning);
            case Output.WarningEnded(Warning warning) -> write(warning);
            case Output.SensorHealth(Health health) -> write(health, at);
            case Output.Assessed(var _, Assessment.Stream(AirRaid raid)) -> write(raid);
            case Output.TrackChanged _,
                    Output.TrackEnded _,
                    Output.GroupChanged _,
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
                    Output.Refused _,
                    Output.Heartbeat _ -> {}
        }
    }

    private void write(Warning warning) throws IOException {
        revisions++;
        if (warning.revision() == 1) {
            begun.merge(warning.kind(), 1L, Long::sum);
        }
        warnings.write(WarningLines.write(warning, times));
        warnings.write('\n');
    }

    // Counts change once a second; only a change of state is a line.
    private void write(Health health, Moment at) throws IOException {
        if (states.put(health.sensor(), health.state()) != health.state()) {
            sensors.write(SensorLines.write(health, at, times));
            sensors.write('\n');
        }
    }

    @Override
    public void second(Engine engine, Moment at) throws IOException {
        StringBuilder rows = new StringBuilder();
        engine.picture().tracks().forEachValue(track -> {
            if (track.shown()) {
                rows.append(row(track, at));
            }
        });
        tracks.append(rows);
    }

    // What a net hears has no height: 0, and known to some kilometres only.
    private void write(AirRaid raid) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (AirRaid.Member each : raid.members()) {
            double variance = each.sigmaM() * each.sigmaM();
            rows.append(String.join(
                            ",",
                            time(raid.at()),
                            "R" + raid.number() + "-" + each.number(),
                            Numbers.fixed(each.place().latDeg(), 6),
                            Numbers.fixed(each.place().lonDeg(), 6),
                            "0," + Numbers.fixed(each.northMps(), 2),
                            Numbers.fixed(each.eastMps(), 2),
                            "0",
                            Numbers.fixed(variance, 0),
                            "0",
                            Numbers.fixed(variance, 0),
                            "0,0",
                            HEIGHT_UNKNOWN_M2,
                            "CONFIRMED",
                            raid.speedMps() < FAST_MPS ? "ONE_WAY_ATTACK_DRONE" : "CRUISE_MISSILE",
                            Numbers.fixed(each.probability(), 3)))
                    .append(",\n");
        }
        tracks.append(rows);
    }

    private static final String HEIGHT_UNKNOWN_M2 = "9000000";

    /// Drones with propellers are slower, metres a second.
    private static final double FAST_MPS = 100;

    // A track stands where it was last said to be, carried on in a straight line to the second.
    private String row(Track track, Moment at) {
        Kinematics k = track.kinematics();
        SymMatrix p = k.covariance();
        double dt = Math.max(0, at.secondsSince(k.at()));
        var place = Ahead.of(k, dt);
        return String.join(
                        ",",
                        time(at),
                        track.id().toString(),
                        Numbers.fixed(place.latLon().latDeg(), 8),
                        Numbers.fixed(place.latLon().lonDeg(), 8),
                        Numbers.fixed(place.heightM(), 2),
                        Numbers.fixed(k.velocityMps().north(), 3),
                        Numbers.fixed(k.velocityMps().east(), 3),
                        Numbers.fixed(-k.velocityMps().up(), 3),
                        Numbers.fixed(p.get(1, 1), 3),
                        Numbers.fixed(p.get(0, 1), 3),
                        Numbers.fixed(p.get(0, 0), 3),
                        Numbers.fixed(-p.get(1, 2), 3),
                        Numbers.fixed(-p.get(0, 2), 3),
                        Numbers.fixed(p.get(2, 2), 3),
                        track.stage().name(),
                        track.kinds().most().name(),
                        Numbers.fixed(track.kinds().chances().getFirst().probability(), 3),
                        track.identity().serial().orElse("").replace(',', ' '))
                + "\n";
    }

    private String time(Moment at) {
        return switch (times) {
            case TimeForm.Scenario(Moment zero) -> Numbers.fixed(at.secondsSince(zero), 3);
            case TimeForm.Calendar calendar -> calendar.json(at).text().orElseThrow();
        };
    }

    @Override
    public void close() throws IOException {
        warnings.close();
        tracks.close();
        sensors.close();
    }
}
