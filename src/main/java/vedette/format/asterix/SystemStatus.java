package vedette.format.asterix;

import vedette.model.Measurement.Condition;
import vedette.model.Measurement.StatusReport;
import vedette.model.Provenance;
import vedette.model.SensorId;

/// Category 065: what a data processing system says of itself. Ends of batches say nothing of it.
final class SystemStatus implements Report {
    private static final int END_OF_BATCH = 2;
    private static final int SERVICE_REPORT = 3;
    private static final int UNKNOWN = 3;

    private final Field source;
    private final Field time;
    private final Field type;
    private final Field state;
    private final Field overload;
    private final Field invalidTime;
    private final Field service;

    SystemStatus(Plan plan) {
        source = plan.source();
        time = plan.field("030");
        type = plan.field("000");
        state = plan.field("040/NOGO");
        overload = plan.field("040/OVL");
        invalidTime = plan.field("040/TSV");
        service = plan.field("050");
    }

    @Override
    public void read(AsterixRecord record, Reading reading) {
        int kind = (int) record.raw(type);
        if (kind == END_OF_BATCH) {
            return;
        }
        SensorId system = reading.sensor((int) record.raw(source));
        Provenance provenance = Reading.provenance(system, reading.time(record, time));
        reading.measured(
                kind == SERVICE_REPORT
                        ? serviceReport(record, provenance)
                        : new StatusReport(provenance, system, condition(record), words(record)));
    }

    // The codes of I065/050.
    private StatusReport serviceReport(AsterixRecord record, Provenance provenance) {
        int code = (int) record.raw(service);
        Condition condition = switch (code) {
            case 1, 3, 6, 8, 11, 14 -> Condition.DEGRADED;
            case 4, 5, 7, 12, 16 -> Condition.FAILED;
            case 2, 9, 10, 13, 15 -> Condition.OPERATIONAL;
            default -> Condition.UNKNOWN;
        };
        return new StatusReport(provenance, provenance.sensor(), condition, "service status " + code);
    }

    private Condition condition(AsterixRecord record) {
        if (!record.has(state) || record.raw(state) == UNKNOWN) {
            return Condition.UNKNOWN;
        }
        if (record.raw(state) == 2) {
            return Condition.FAILED;
        }
        boolean sound = record.raw(state) == 0 && record.raw(overload) == 0 && record.raw(invalidTime) == 0;
        return sound ? Condition.OPERATIONAL : Condition.DEGRADED;
    }

    private String words(AsterixRecord record) {
        if (record.raw(invalidTime) == 1) {
            return "invalid time";
        }
        if (record.raw(overload) == 1) {
            return "overload";
        }
        return switch ((int) record.raw(state)) {
            case 0 -> "operational";
            case 1 -> "degraded";
            case 2 -> "not connected";
            default -> "not told";
        };
    }
}
