package vedette.format.asterix;

import org.jspecify.annotations.Nullable;
import vedette.model.Decoder;
import vedette.model.Moment;
import vedette.model.Rejected;

/// ASTERIX datagrams to measurements: plots (001, 048), ADS-B positions (021), system tracks (062), sweeps of the beam
/// (002, 034), and what sensors and services say of themselves (034, 063, 065).
///
/// Hand it whole data blocks: a datagram, or a frame of a recording. It remembers where each antenna was, and each
/// system
/// track's latest position.
public final class AsterixDecoder implements Decoder {
    private static final int CATEGORIES = 256;

    private final AsterixReader reader;
    private final Reading reading;
    private final @Nullable Report[] reports = new Report[CATEGORIES];

    /// A decoder for one feed.
    ///
    /// @param setting what the bytes do not tell
    public AsterixDecoder(AsterixSetting setting) {
        reader = new AsterixReader(setting.editions());
        reading = new Reading(setting);
        for (int category : Editions.categories()) {
            reports[category] = report(setting.editions().plan(category).orElseThrow());
        }
    }

    private static Report report(Plan plan) {
        return switch (plan.category()) {
            case 1 -> new FirstPlotReport(plan);
            case 2, 34 -> new ScanReport(plan);
            case 21 -> new AdsbReport(plan);
            case 48 -> new PlotReport(plan);
            case 62 -> new TrackReport(plan);
            case 63 -> new SensorStatus(plan);
            default -> new SystemStatus(plan);
        };
    }

    @Override
    public int decode(byte[] bytes, int from, int to, Moment arrivedAt, Sink sink) {
        reading.open(from, arrivedAt, sink);
        reader.open(bytes, from, to);
        for (var step = reader.next(); step != AsterixReader.Step.END; step = reader.next()) {
            if (step == AsterixReader.Step.REJECTED) {
                sink.rejected(rejected(from));
                continue;
            }
            AsterixRecord record = reader.record();
            @Nullable Report report = reports[record.category()];
            if (report != null) {
                report.read(record, reading);
            }
        }
        return to - from;
    }

    private Rejected rejected(int from) {
        AsterixReader.Rejection found = reader.rejection();
        String item = Text.category(found.category()) + (found.item().isEmpty() ? "" : "/" + found.item());
        return new Rejected(found.offset() - from, item, found.reason());
    }
}
