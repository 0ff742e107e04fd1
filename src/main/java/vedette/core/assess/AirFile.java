package vedette.core.assess;

import java.util.Locale;
import java.util.Optional;
import vedette.model.Measurement.PositionReport;
import vedette.model.Moment;
import vedette.model.SensorId;
import vedette.model.TrackId;

/// What one aircraft claims of its place, and what own radars answer.
///
/// @param address its 24 bits
/// @param receiver who heard it last
/// @param track the track that bears the address where it says it is, if one does
/// @param path where it says it is and was
/// @param crowd how many came with it, when it came in a flood; else 0
/// @param answer what own radars see there
/// @param said what was last said against it
/// @param beside how far beside own radars see it, once they do
public record AirFile(
        int address,
        SensorId receiver,
        Optional<TrackId> track,
        ClaimFile.Path path,
        int crowd,
        Answer answer,
        ClaimFile.Said said,
        Optional<Beside> beside) {
    /// Faster than any aircraft that tells its place, m/s.
    private static final double FASTEST_MPS = 900;

    private static final int HEX = 16;

    static AirFile first(PositionReport report, Moment at, int crowd) {
        return new AirFile(
                report.identity().address().orElseThrow(),
                report.provenance().sensor(),
                Optional.empty(),
                ClaimFile.Path.first(report, at),
                crowd,
                Answer.Size.LARGE.first(),
                ClaimFile.Said.NOTHING,
                Optional.empty());
    }

    AirFile heard(PositionReport report, Moment at) {
        SensorId by = report.provenance().sensor();
        return new AirFile(address, by, track, path.plus(report, at, FASTEST_MPS), crowd, answer, said, beside);
    }

    AirFile borneBy(Optional<TrackId> now) {
        return new AirFile(address, receiver, now, path, crowd, answer, said, beside);
    }

    AirFile answered(Answer now) {
        return new AirFile(address, receiver, track, path, crowd, now, said, beside);
    }

    AirFile seenBeside(Beside now) {
        return new AirFile(address, receiver, track, path, crowd, answer, said, Optional.of(now));
    }

    AirFile said(ClaimFile.Said now) {
        return new AirFile(address, receiver, track, path, crowd, answer, now, beside);
    }

    /// What people call it.
    String name() {
        String hex = Integer.toString(1 << 24 | address, HEX).substring(1).toUpperCase(Locale.ROOT);
        return "aircraft " + hex;
    }
}
