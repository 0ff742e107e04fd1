package vedette.format.asterix;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import vedette.model.Emergency;
import vedette.model.Measurement.Detection;
import vedette.model.Measurement.Polar;
import vedette.model.Measurement.RadarPlot;
import vedette.model.PlotSigma;
import vedette.model.SensorId;

/// Category 001, the elder form of 048: plots, and tracks that still tell where the echo was.
///
/// Later records of a block may leave out their source; the one before holds.
final class FirstPlotReport implements Report {
    private static final int PRIMARY = 1;
    private static final int SECONDARY = 2;
    private static final int COMBINED = 3;

    private final Field source;
    private final Field time;
    private final Field detected;
    private final Field simulated;
    private final Field test;
    private final Field monitor;
    private final Field range;
    private final Field azimuth;
    private final Field doppler;
    private final Field track;
    private final ModeFields modes;
    private int lastSource;

    FirstPlotReport(Plan plan) {
        source = plan.source();
        time = plan.field("141");
        detected = plan.field("020/SSRPSR");
        simulated = plan.field("020/SIM");
        test = plan.field("020/TST");
        monitor = plan.field("020/RAB");
        range = plan.field("040/RHO");
        azimuth = plan.field("040/THETA");
        doppler = plan.field("120");
        track = plan.field("161");
        modes = new ModeFields(plan, "090/HGT");
    }

    @Override
    public void read(AsterixRecord record, Reading reading) {
        lastSource = record.has(source) ? (int) record.raw(source) : lastSource;
        boolean isTest = record.raw(simulated) == 1 || record.raw(test) == 1;
        if (isTest && !reading.takesTests()) {
            reading.reject(record, "001/020", "is marked as simulated or test, which this feed does not take");
            return;
        }
        if (!record.has(range) || record.raw(detected) == 0) {
            return;
        }
        SensorId sensor = reading.sensor(lastSource);
        PlotSigma sigma = reading.sigma(sensor);
        OptionalInt modeA = modes.modeA(record);
        reading.measured(new RadarPlot(
                Reading.provenance(sensor, reading.truncatedTime(record, time)),
                polar(record, sigma),
                sigma,
                modes.altitude(record),
                Values.identity(OptionalInt.empty(), modeA, Optional.empty(), Emergency.NONE),
                detection(record),
                Values.number(record, track)));
    }

    private Polar polar(AsterixRecord record, PlotSigma sigma) {
        return new Polar(
                record.number(range) * Values.NM_M,
                Math.toRadians(record.number(azimuth)),
                OptionalDouble.empty(),
                sigma.rangeRateMps() > 0 ? Values.scaled(record, doppler, Values.NM_M) : OptionalDouble.empty());
    }

    private Detection detection(AsterixRecord record) {
        if (record.raw(monitor) == 1) {
            return Detection.MONITOR;
        }
        return switch ((int) record.raw(detected)) {
            case PRIMARY -> Detection.PRIMARY;
            case SECONDARY -> Detection.SECONDARY;
            case COMBINED -> Detection.COMBINED;
            default -> Detection.UNKNOWN;
        };
    }
}
