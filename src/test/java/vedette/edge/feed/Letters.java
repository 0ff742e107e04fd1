package vedette.edge.feed;

import java.util.Optional;
import java.util.OptionalInt;
import vedette.model.Altitude;
import vedette.model.Decoder;
import vedette.model.Emergency;
import vedette.model.Identity;
import vedette.model.Measurement.TransponderReport;
import vedette.model.Moment;
import vedette.model.Provenance;
import vedette.model.Rejected;
import vedette.model.SensorId;

/// A wire form for tests: a message is a letter and `.`; `!` is refused, `#` makes the decoder itself fail.
final class Letters implements Decoder {
    static final SensorId SENSOR = new SensorId("letters");

    static Source source(String feed) {
        return Source.of(feed, Letters::new);
    }

    @Override
    public int decode(byte[] bytes, int from, int to, Moment arrivedAt, Sink sink) {
        int at = from;
        while (at < to && (bytes[at] == '!' || bytes[at] == '#' || at + 1 < to)) {
            at += message(bytes, at, arrivedAt, sink);
        }
        return at - from;
    }

    private static int message(byte[] bytes, int at, Moment arrivedAt, Sink sink) {
        switch (bytes[at]) {
            case '#' -> throw new IllegalStateException("a defect of the decoder");
            case '!' -> sink.rejected(new Rejected(at, "letter", "is no letter"));
            default -> {
                sink.measured(report(bytes[at], arrivedAt));
                return 2;
            }
        }
        return 1;
    }

    static TransponderReport report(int letter, Moment at) {
        Identity who = new Identity(OptionalInt.empty(), OptionalInt.of(letter), Optional.empty(), Emergency.NONE);
        return new TransponderReport(Provenance.open(SENSOR, at), who, Altitude.UNKNOWN);
    }
}
