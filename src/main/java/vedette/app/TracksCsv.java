package vedette.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vedette.edge.Emission;
import vedette.edge.Sender;
import vedette.model.Kinematics;
import vedette.model.LeapSeconds;
import vedette.model.Output;
import vedette.model.Track;

/// Writes a row for every news of a shown track. Used by a replay, which can wait for the disk.
final class TracksCsv implements Sender {
    private static final LeapSeconds LEAPS = LeapSeconds.standard();

    private final BufferedWriter out;

    private TracksCsv(BufferedWriter out) {
        this.out = out;
    }

    /// A file with its heading.
    static TracksCsv open(Path file) throws IOException {
        BufferedWriter out = Files.newBufferedWriter(file);
        out.write("unix_s,track_id,lat,lon,alt,vn,ve,vd,stage,callsign,mode_a,address,reported_number\n");
        return new TracksCsv(out);
    }

    @Override
    public void send(Emission emission) {
        if (emission.output() instanceof Output.TrackChanged(Track track) && track.shown()) {
            try {
                out.write(row(track));
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
    }

    private static String row(Track track) {
        Kinematics at = track.kinematics();
        var identity = track.identity();
        return String.join(
                        ",",
                        Numbers.fixed(LEAPS.unixNs(at.at()) / 1e9, 3),
                        track.id().toString(),
                        Numbers.fixed(at.position().latLon().latDeg(), 7),
                        Numbers.fixed(at.position().latLon().lonDeg(), 7),
                        Numbers.fixed(at.position().heightM(), 1),
                        Numbers.fixed(at.velocityMps().north(), 2),
                        Numbers.fixed(at.velocityMps().east(), 2),
                        Numbers.fixed(-at.velocityMps().up(), 2),
                        track.stage().name(),
                        identity.callsign().orElse("").replace(',', ' '),
                        identity.modeA().isPresent()
                                ? Numbers.octal(identity.modeA().getAsInt())
                                : "",
                        identity.address().isPresent()
                                ? Numbers.hex24(identity.address().getAsInt())
                                : "",
                        track.reportedNumber().isPresent()
                                ? Integer.toString(track.reportedNumber().getAsInt())
                                : "")
                + "\n";
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
