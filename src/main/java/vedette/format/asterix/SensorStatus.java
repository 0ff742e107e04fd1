package vedette.format.asterix;

import vedette.model.Measurement.Condition;
import vedette.model.Measurement.StatusReport;
import vedette.model.Provenance;

/// Category 063: what a data processing system says of the sensors it takes in.
final class SensorStatus implements Report {
    private final Field source;
    private final Field time;
    private final Field sensor;
    private final Field connection;

    SensorStatus(Plan plan) {
        source = plan.source();
        time = plan.field("030");
        sensor = plan.source("050");
        connection = plan.field("060/CON");
    }

    @Override
    public void read(AsterixRecord record, Reading reading) {
        if (!record.has(sensor)) {
            return;
        }
        Provenance provenance =
                Reading.provenance(reading.sensor((int) record.raw(source)), reading.time(record, time));
        int state = record.has(connection) ? (int) record.raw(connection) : -1;
        String words = switch (state) {
            case 0 -> "operational";
            case 1 -> "degraded";
            case 2 -> "in initialisation";
            case 3 -> "not connected";
            default -> "not told";
        };
        Condition condition = switch (state) {
            case 0 -> Condition.OPERATIONAL;
            case 1, 2 -> Condition.DEGRADED;
            case 3 -> Condition.FAILED;
            default -> Condition.UNKNOWN;
        };
        reading.measured(new StatusReport(provenance, reading.sensor((int) record.raw(sensor)), condition, words));
    }
}
