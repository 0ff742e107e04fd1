package vedette.format.asterix;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import vedette.model.Altitude;
import vedette.model.Emergency;
import vedette.model.Identity;
import vedette.model.Measurement.Detection;
import vedette.model.Measurement.Polar;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Moment;
import vedette.model.PlotSigma;
import vedette.model.SensorId;

/// Category 048: target reports of a monoradar to plots.
///
/// A report without detection (TYP 0) is the radar's own extrapolation: no evidence, no plot.
final class PlotReport implements Report {
    private static final int PRIMARY = 1;
    private static final int SECONDARY = 2;
    private static final int COMBINED = 3;

    /// One sigma of a 3D radar's height where it tells none.
    private static final double HEIGHT_SIGMA_M = 300;

    private final Field source;
    private final Field time;
    private final Field type;
    private final Field simulated;
    private final Field test;
    private final Field monitor;
    private final Field range;
    private final Field azimuth;
    private final Field farRange;
    private final Field dopplerDoubtful;
    private final Field doppler;
    private final Field height;
    private final Field track;
    private final Field address;
    private final Field callsign;
    private final ModeFields modes;

    PlotReport(Plan plan) {
        source = plan.source();
        time = plan.field("140");
        type = plan.field("020/TYP");
        simulated = plan.field("020/SIM");
        test = plan.field("020/TST");
        monitor = plan.field("020/RAB");
        range = plan.field("040/RHO");
        azimuth = plan.field("040/THETA");
        farRange = plan.fieldOrAbsent("RE/ERR");
        dopplerDoubtful = plan.field("120/CAL/D");
        doppler = plan.field("120/CAL/CAL");
        height = plan.field("110/3DH");
        track = plan.field("161/TRN");
        address = plan.field("220");
        callsign = plan.field("240");
        modes = new ModeFields(plan, "090/FL");
    }

    @Override
    public void read(AsterixRecord record, Reading reading) {
        boolean isTest = record.raw(simulated) == 1 || record.raw(test) == 1;
        if (isTest && !reading.takesTests()) {
            reading.reject(record, "048/020", "is marked as simulated or test, which this feed does not take");
            return;
        }
        if (!record.has(range) || (record.has(type) && record.raw(type) == 0)) {
            return;
        }
        SensorId sensor = reading.sensor((int) record.raw(source));
        Moment observedAt = reading.time(record, time);
        PlotSigma sigma = reading.sigma(sensor);
        reading.measured(new RadarPlot(
                Reading.provenance(sensor, observedAt),
                polar(record, sigma),
                sigma,
                altitude(record),
                identity(record),
                detection(record),
                Values.number(record, track)));
    }

    // The extended range tells targets beyond what 040 can carry.
    private Polar polar(AsterixRecord record, PlotSigma sigma) {
        double rangeNm = record.has(farRange) ? record.number(farRange) : record.number(range);
        boolean hasDoppler = sigma.rangeRateMps() > 0 && record.has(doppler) && record.raw(dopplerDoubtful) == 0;
        return new Polar(
                rangeNm * Values.NM_M,
                Math.toRadians(record.number(azimuth)),
                OptionalDouble.empty(),
                hasDoppler ? OptionalDouble.of(record.number(doppler)) : OptionalDouble.empty());
    }

    private Altitude altitude(AsterixRecord record) {
        Altitude level = modes.altitude(record);
        return level == Altitude.UNKNOWN && record.has(height)
                ? new Altitude.Amsl(record.number(height) * Values.FT_M, HEIGHT_SIGMA_M)
                : level;
    }

    private Identity identity(AsterixRecord record) {
        OptionalInt told = Values.number(record, address);
        return Values.identity(told, modes.modeA(record), Values.callsign(record, callsign), Emergency.NONE);
    }

    private Detection detection(AsterixRecord record) {
        if (record.raw(monitor) == 1) {
            return Detection.MONITOR;
        }
        return !record.has(type)
                ? Detection.UNKNOWN
                : switch ((int) record.raw(type)) {
                    case PRIMARY -> Detection.PRIMARY;
                    case SECONDARY -> Detection.SECONDARY;
                    case COMBINED -> Detection.COMBINED;
                    default -> Detection.MODE_S;
                };
    }
}
