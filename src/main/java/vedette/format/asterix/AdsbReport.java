package vedette.format.asterix;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import vedette.math.Exact;
import vedette.model.Altitude;
import vedette.model.Enu;
import vedette.model.Identity;
import vedette.model.LatLon;
import vedette.model.Measurement.PositionReport;
import vedette.model.Measurement.Velocity;

/// Category 021: what ADS-B ground stations heard.
final class AdsbReport implements Report {
    /// 95 % bounds of the horizontal position by NACp (DO-260B table 2-70, EPU), metres; 0 where unknown.
    private static final double[] EPU_M = {0, 18_520, 7408, 3704, 1852, 926, 555.6, 185.2, 92.6, 30, 10, 3, 0, 0, 0, 0};

    /// A circular normal error stays within so many sigmas of an axis in 95 %.
    private static final double SIGMAS_IN_95 = 2.45;

    private static final double ABSENT = Double.NaN;

    private final Field source;
    private final Field[] times;
    private final Field simulated;
    private final Field test;
    private final Field onGround;
    private final Field fineLat;
    private final Field fineLon;
    private final Field lat;
    private final Field lon;
    private final Field accuracy;
    private final Field level;
    private final Field geometric;
    private final Field speed;
    private final Field direction;
    private final Field baroRate;
    private final Field geometricRate;
    private final Field address;
    private final Field code;
    private final Field callsign;
    private final Field priority;

    AdsbReport(Plan plan) {
        boolean first = !plan.hasItem("071");
        source = plan.source();
        times = new Field[] {
            plan.fieldOrAbsent("073"), plan.fieldOrAbsent("071"), plan.fieldOrAbsent("030"), plan.fieldOrAbsent("077")
        };
        simulated = plan.field("040/SIM");
        test = plan.field("040/TST");
        onGround = plan.field("040/GBS");
        fineLat = plan.fieldOrAbsent("131/LAT");
        fineLon = plan.fieldOrAbsent("131/LON");
        lat = plan.field("130/LAT");
        lon = plan.field("130/LON");
        accuracy = plan.fieldOrAbsent("090/NACP");
        level = plan.field("145");
        geometric = plan.field("140");
        speed = plan.field("160/GS");
        direction = plan.field("160/TA");
        baroRate = plan.field(first ? "155" : "155/BVR");
        geometricRate = plan.field(first ? "157" : "157/GVR");
        address = plan.field("080");
        code = plan.field("070/MODE3A");
        callsign = plan.field("170");
        priority = plan.field(first ? "200" : "200/PS");
    }

    @Override
    public void read(AsterixRecord record, Reading reading) {
        boolean isTest = record.raw(simulated) == 1 || record.raw(test) == 1;
        if (isTest && !reading.takesTests()) {
            reading.reject(record, "021/040", "is marked as simulated or test, which this feed does not take");
            return;
        }
        boolean fine = record.has(fineLat);
        double latDeg = record.number(fine ? fineLat : lat);
        if (Double.isNaN(latDeg)) {
            return;
        }
        if (Math.abs(latDeg) > 90) {
            reading.reject(record, fine ? "021/131" : "021/130", "is a latitude of " + latDeg + "°");
            return;
        }
        reading.measured(new PositionReport(
                Reading.provenance(reading.sensor((int) record.raw(source)), reading.time(record, time(record))),
                LatLon.ofDegrees(latDeg, record.number(fine ? fineLon : lon)),
                sigma(record),
                altitude(record),
                velocity(record),
                identity(record),
                record.raw(onGround) == 1));
    }

    // Reception before applicability before transmission.
    private Field time(AsterixRecord record) {
        for (Field time : times) {
            if (record.has(time)) {
                return time;
            }
        }
        return Field.ABSENT;
    }

    private OptionalDouble sigma(AsterixRecord record) {
        double epuM = EPU_M[(int) record.raw(accuracy)];
        return epuM > 0 ? OptionalDouble.of(epuM / SIGMAS_IN_95) : OptionalDouble.empty();
    }

    private Altitude altitude(AsterixRecord record) {
        if (record.has(level)) {
            return Values.pressure(record.number(level));
        }
        return record.has(geometric) ? Values.ellipsoidal(record.number(geometric)) : Altitude.UNKNOWN;
    }

    private Optional<Velocity> velocity(AsterixRecord record) {
        if (!record.has(speed)) {
            return Optional.empty();
        }
        double speedMps = record.number(speed) * Values.NM_M;
        double directionRad = Math.toRadians(record.number(direction));
        double rate = record.has(baroRate)
                ? record.number(baroRate)
                : record.has(geometricRate) ? record.number(geometricRate) : ABSENT;
        boolean known = !Double.isNaN(rate);
        Enu enu = new Enu(
                speedMps * Exact.sin(directionRad),
                speedMps * Exact.cos(directionRad),
                known ? rate * Values.FT_MIN_MPS : 0);
        return Optional.of(new Velocity(enu, OptionalDouble.empty(), known));
    }

    private Identity identity(AsterixRecord record) {
        OptionalInt modeA = Values.number(record, code);
        return Values.identity(
                Values.number(record, address),
                modeA,
                Values.callsign(record, callsign),
                Values.emergency(record.raw(priority)));
    }
}
