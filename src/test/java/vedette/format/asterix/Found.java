package vedette.format.asterix;

import java.util.ArrayList;
import java.util.List;
import vedette.model.Decoder;
import vedette.model.LeapSeconds;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Rejected;

/// What a decoder found, and records by hand.
final class Found implements Decoder.Sink {
    final List<Measurement> measurements = new ArrayList<>();
    final List<Rejected> rejections = new ArrayList<>();

    @Override
    public void measured(Measurement measurement) {
        measurements.add(measurement);
    }

    @Override
    public void rejected(Rejected rejected) {
        rejections.add(rejected);
    }

    <T> List<T> of(Class<T> kind) {
        return measurements.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// A moment by UTC time.
    static Moment utc(String iso) {
        return LeapSeconds.standard().moment(java.time.Instant.parse(iso).toEpochMilli() * 1_000_000L);
    }

    /// A block of one record.
    static byte[] block(int category, Tree.Branch items) {
        Plan plan = Editions.preferred().plan(category).orElseThrow();
        return switch (AsterixEncoder.record(plan, items)) {
            case AsterixEncoder.Encoded record -> AsterixEncoder.block(category, record.bytes());
            case AsterixEncoder.NotEncoded(String reason) -> throw new IllegalArgumentException(reason);
        };
    }

    static Tree.Branch values() {
        return new Tree.Branch();
    }

    /// A record's items with its source.
    static Tree.Branch from(int sac, int sic) {
        return values().with("010", values().with("SAC", sac).with("SIC", sic));
    }

    static Found decoded(AsterixDecoder decoder, byte[] bytes, Moment arrivedAt) {
        Found found = new Found();
        decoder.decode(bytes, 0, bytes.length, arrivedAt, found);
        return found;
    }

    static Found decoded(byte[] bytes, Moment arrivedAt) {
        return decoded(new AsterixDecoder(AsterixSetting.usual()), bytes, arrivedAt);
    }
}
