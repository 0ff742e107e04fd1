package vedette.format.remoteid;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import vedette.model.Decoder;
import vedette.model.LeapSeconds;
import vedette.model.Measurement;
import vedette.model.Measurement.PositionReport;
import vedette.model.Measurement.UasReport;
import vedette.model.Moment;
import vedette.model.Rejected;
import vedette.model.SensorId;

/// A receiver in a test: hears captured packets and JSON at chosen times.
final class Ears implements Decoder.Sink {
    /// 2026-06-01T12:00:00 UTC.
    static final Moment NOON = LeapSeconds.standard().moment(1_780_315_200_000_000_000L);

    final List<Measurement> measurements = new ArrayList<>();
    final List<Rejected> refusals = new ArrayList<>();
    final RemoteIdDecoder decoder =
            new RemoteIdDecoder(new RemoteIdSource(new SensorId("ear"), false, LeapSeconds.standard()));

    @Override
    public void measured(Measurement measurement) {
        measurements.add(measurement);
    }

    @Override
    public void rejected(Rejected rejected) {
        refusals.add(rejected);
    }

    /// A packet of Wi-Fi from an address: counter, then messages.
    void packet(int address, int counter, String digits, Moment at) {
        hear("e0" + String.format(java.util.Locale.ROOT, "%012x%02x", address, counter) + digits, at);
    }

    void hear(String digits, Moment at) {
        byte[] bytes = HexFormat.of().parseHex(digits);
        decoder.decode(bytes, 0, bytes.length, at, this);
    }

    List<PositionReport> places() {
        return measurements.stream()
                .filter(PositionReport.class::isInstance)
                .map(PositionReport.class::cast)
                .toList();
    }

    List<UasReport> flights() {
        return measurements.stream()
                .filter(UasReport.class::isInstance)
                .map(UasReport.class::cast)
                .toList();
    }
}
