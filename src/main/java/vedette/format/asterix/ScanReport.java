package vedette.format.asterix;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import vedette.math.Exact;
import vedette.model.Measurement.Condition;
import vedette.model.Measurement.StatusReport;
import vedette.model.Measurement.Sweep;
import vedette.model.Moment;
import vedette.model.Provenance;
import vedette.model.SensorId;

/// Categories 034 and 002: where the beam is, and how the radar does.
///
/// A sector message tells that the beam enters a sector, so it has swept from the last message's azimuth to this one's.
/// The first message, and one that comes so late that a turn may lie between, only set the start.
final class ScanReport implements Report {
    private static final int NORTH = 1;
    private static final int SECTOR = 2;

    /// Slower radars than one turn in half a minute are not believed without their own word.
    private static final double SLOWEST_TURN_S = 30;

    /// How much of a turn may lie between two messages that are taken as neighbours.
    private static final double MOST_OF_A_TURN = 0.9;

    private final Field source;
    private final Field type;
    private final Field time;
    private final Field sector;
    private final Field period;
    private final Field stopped;
    private final Field[] degraded;
    private final Map<Integer, Antenna> antennas = new HashMap<>();

    private static final class Antenna {
        private @Nullable Moment at;
        private double azimuthRad;
        private double periodS;
        private String words = "";
    }

    ScanReport(Plan plan) {
        source = plan.source();
        type = plan.field("000");
        time = plan.field("030");
        sector = plan.field("020");
        period = plan.field("041");
        stopped = plan.fieldOrAbsent("050/COM/NOGO");
        degraded = new Field[] {
            plan.fieldOrAbsent("050/COM/OVLRDP"),
            plan.fieldOrAbsent("050/COM/OVLXMT"),
            plan.fieldOrAbsent("050/COM/MSC"),
            plan.fieldOrAbsent("050/COM/TSV")
        };
    }

    @Override
    public void read(AsterixRecord record, Reading reading) {
        int from = (int) record.raw(source);
        Antenna antenna = antennas.computeIfAbsent(from, _ -> new Antenna());
        Provenance provenance = Reading.provenance(reading.sensor(from), reading.time(record, time));
        if (record.has(period) && record.number(period) > 0) {
            antenna.periodS = record.number(period);
        }
        int kind = (int) record.raw(type);
        if (kind == NORTH || (kind == SECTOR && record.has(sector))) {
            sweep(kind == NORTH ? 0 : Math.toRadians(record.number(sector)), antenna, provenance, reading);
        }
        status(record, antenna, provenance, reading);
    }

    private static void sweep(double azimuthRad, Antenna antenna, Provenance provenance, Reading reading) {
        @Nullable Moment before = antenna.at;
        double widthRad = Exact.turn(azimuthRad - antenna.azimuthRad);
        double turnS = antenna.periodS > 0 ? antenna.periodS : SLOWEST_TURN_S;
        double elapsedS = before == null ? turnS : provenance.observedAt().secondsSince(before);
        if (before != null && widthRad == 0 && elapsedS < turnS / 2) {
            return; // north marker and sector 0 tell the same
        }
        if (elapsedS >= 0 && elapsedS < turnS * MOST_OF_A_TURN && widthRad > 0) {
            OptionalDouble told = antenna.periodS > 0 ? OptionalDouble.of(antenna.periodS) : OptionalDouble.empty();
            reading.measured(new Sweep(provenance, antenna.azimuthRad, widthRad, told));
        }
        antenna.at = provenance.observedAt();
        antenna.azimuthRad = azimuthRad;
    }

    // Told again only when it changes: it comes with every turn.
    private void status(AsterixRecord record, Antenna antenna, Provenance provenance, Reading reading) {
        if (!record.has(stopped)) {
            return;
        }
        String words = words(record);
        if (words.equals(antenna.words)) {
            return;
        }
        antenna.words = words;
        SensorId sensor = provenance.sensor();
        Condition condition = switch (words) {
            case "operational" -> Condition.OPERATIONAL;
            case "not released for operational use" -> Condition.FAILED;
            default -> Condition.DEGRADED;
        };
        reading.measured(new StatusReport(provenance, sensor, condition, words));
    }

    private String words(AsterixRecord record) {
        if (record.raw(stopped) == 1) {
            return "not released for operational use";
        }
        String[] troubles = {
            "overload of the data processor", "overload of the transmission", "monitoring disconnected", "invalid time"
        };
        for (int i = 0; i < troubles.length; i++) {
            if (record.raw(degraded[i]) == 1) {
                return troubles[i];
            }
        }
        return "operational";
    }
}
