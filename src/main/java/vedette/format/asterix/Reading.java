package vedette.format.asterix;

import org.jspecify.annotations.Nullable;
import vedette.model.Decoder;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.PlotSigma;
import vedette.model.Provenance;
import vedette.model.Rejected;
import vedette.model.SensorId;

/// What the reports of one datagram have in common: when it came, who takes what is found, what sensors are called.
final class Reading {
    private static final int SOURCES = 1 << 16;

    private final AsterixSetting setting;
    private final DayClock clock;
    private final @Nullable SensorId[] names = new SensorId[SOURCES];
    private int first;
    private Moment arrivedAt = new Moment(0);
    private Decoder.Sink sink = Nobody.HERE;

    private enum Nobody implements Decoder.Sink {
        HERE;

        @Override
        public void measured(Measurement measurement) {}

        @Override
        public void rejected(Rejected rejected) {}
    }

    Reading(AsterixSetting setting) {
        this.setting = setting;
        this.clock = new DayClock(setting.leapSeconds());
    }

    void open(int from, Moment arrival, Decoder.Sink taker) {
        first = from;
        arrivedAt = arrival;
        sink = taker;
    }

    Moment arrivedAt() {
        return arrivedAt;
    }

    void measured(Measurement measurement) {
        sink.measured(measurement);
    }

    /// Refuses a record for its content.
    ///
    /// @param item as `048/040`
    void reject(AsterixRecord record, String item, String reason) {
        sink.rejected(new Rejected(record.offset() - first, item, reason));
    }

    /// @param source SAC × 256 + SIC
    SensorId sensor(int source) {
        SensorId known = names[source];
        if (known == null) {
            known = setting.naming().name(source >>> 8, source & 0xFF);
            names[source] = known;
        }
        return known;
    }

    PlotSigma sigma(SensorId sensor) {
        return setting.sigma().of(sensor);
    }

    boolean takesTests() {
        return setting.takesTests();
    }

    /// When a record was true: its time of day, else the arrival.
    ///
    /// @param time 1/128 s since midnight
    Moment time(AsterixRecord record, Field time) {
        return record.has(time) ? clock.resolve(record.raw(time), arrivedAt) : arrivedAt;
    }

    /// The same for a time of which only the rest by 512 s is told.
    Moment truncatedTime(AsterixRecord record, Field time) {
        return record.has(time) ? clock.resolveTruncated(record.raw(time), arrivedAt) : arrivedAt;
    }

    static Provenance provenance(SensorId sensor, Moment observedAt) {
        return Provenance.open(sensor, observedAt);
    }
}
