package vedette.format.asterix;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import vedette.model.Altitude;
import vedette.model.Emergency;
import vedette.model.Enu;
import vedette.model.Identity;
import vedette.model.LatLon;
import vedette.model.Measurement.Phase;
import vedette.model.Measurement.SystemTrack;
import vedette.model.Measurement.Velocity;

/// Category 062: the tracks of a surveillance data processing system.
///
/// A last message (TSE) may come without a position; the track's latest one is then repeated, so that the end is told.
final class TrackReport implements Report {
    /// More tracks than any system carries at once.
    private static final int MAX_REMEMBERED = 100_000;

    private static final double DEG_M = 60 * Values.NM_M;

    private final Field source;
    private final Field time;
    private final Field number;
    private final Field latitude;
    private final Field longitude;
    private final Field eastward;
    private final Field northward;
    private final Field climb;
    private final Field simulated;
    private final Field ends;
    private final Field begins;
    private final Field coasts;
    private final Field sigmaX;
    private final Field sigmaY;
    private final Field sigmaLat;
    private final Field sigmaLon;
    private final TrackIdentity identity;
    private final TrackHeight height;
    private final Map<Integer, LatLon> latest = new HashMap<>();

    TrackReport(Plan plan) {
        source = plan.source();
        time = plan.field("070");
        number = plan.field("040");
        latitude = plan.field("105/LAT");
        longitude = plan.field("105/LON");
        eastward = plan.field("185/VX");
        northward = plan.field("185/VY");
        climb = plan.field("220");
        simulated = plan.field("080/SIM");
        ends = plan.field("080/TSE");
        begins = plan.field("080/TSB");
        coasts = plan.field("080/CST");
        sigmaX = plan.field("500/APC/X");
        sigmaY = plan.field("500/APC/Y");
        sigmaLat = plan.field("500/APW/LAT");
        sigmaLon = plan.field("500/APW/LON");
        identity = new TrackIdentity(plan);
        height = new TrackHeight(plan);
    }

    @Override
    public void read(AsterixRecord record, Reading reading) {
        if (record.raw(simulated) == 1 && !reading.takesTests()) {
            reading.reject(record, "062/080", "is marked as simulated, which this feed does not take");
            return;
        }
        Phase phase = phase(record);
        int track = (int) record.raw(number);
        int from = (int) record.raw(source);
        @Nullable LatLon position = position(record, from << 16 | track, phase);
        if (position == null || !record.has(number)) {
            reading.reject(record, "062/105", "is missing or impossible, or the track has no number");
            return;
        }
        reading.measured(new SystemTrack(
                Reading.provenance(reading.sensor(from), reading.time(record, time)),
                track,
                phase,
                position,
                height.of(record),
                velocity(record),
                identity.of(record),
                sigma(record)));
    }

    private Phase phase(AsterixRecord record) {
        if (record.raw(ends) == 1) {
            return Phase.LAST;
        }
        if (record.raw(begins) == 1) {
            return Phase.FIRST;
        }
        return record.raw(coasts) == 1 ? Phase.COASTED : Phase.HELD;
    }

    private @Nullable LatLon position(AsterixRecord record, int key, Phase phase) {
        @Nullable LatLon told = told(record);
        if (phase == Phase.LAST) {
            @Nullable LatLon known = latest.remove(key);
            return told == null ? known : told;
        }
        if (told != null && (latest.size() < MAX_REMEMBERED || latest.containsKey(key))) {
            latest.put(key, told);
        }
        return told;
    }

    private @Nullable LatLon told(AsterixRecord record) {
        double lat = record.number(latitude);
        return Math.abs(lat) <= 90 ? LatLon.ofDegrees(lat, record.number(longitude)) : null;
    }

    // The axes stand at the target, y to the geographical north (I062/185 note).
    private Optional<Velocity> velocity(AsterixRecord record) {
        if (!record.has(eastward)) {
            return Optional.empty();
        }
        boolean climbs = record.has(climb);
        double up = climbs ? record.number(climb) * Values.FT_MIN_MPS : 0;
        Enu enu = new Enu(record.number(eastward), record.number(northward), up);
        return Optional.of(new Velocity(enu, OptionalDouble.empty(), climbs));
    }

    private OptionalDouble sigma(AsterixRecord record) {
        double cartesian = Math.max(record.number(sigmaX), record.number(sigmaY));
        double angular = Math.max(record.number(sigmaLat), record.number(sigmaLon)) * DEG_M;
        double told = record.has(sigmaX) ? cartesian : angular;
        return told > 0 ? OptionalDouble.of(told) : OptionalDouble.empty();
    }

    /// Who it is held to be: the transponder's word first, then the system's, then the flight plan's.
    private static final class TrackIdentity {
        private final Field address;
        private final Field codeInvalid;
        private final Field codeGarbled;
        private final Field code;
        private final Field ownCallsign;
        private final Field systemCallsign;
        private final Field planCallsign;
        private final Field emergency;

        TrackIdentity(Plan plan) {
            address = plan.field("380/ADR");
            codeInvalid = plan.fieldOrAbsent("060/V");
            codeGarbled = plan.fieldOrAbsent("060/G");
            code = plan.field("060/MODE3A");
            ownCallsign = plan.field("380/ID");
            systemCallsign = plan.field("245/CHR");
            planCallsign = plan.field("390/CS");
            emergency = plan.field("380/SAB/STAT");
        }

        Identity of(AsterixRecord record) {
            boolean sound = record.has(code) && record.raw(codeInvalid) == 0 && record.raw(codeGarbled) == 0;
            OptionalInt modeA = sound ? OptionalInt.of((int) record.raw(code)) : OptionalInt.empty();
            Optional<String> callsign = Values.callsign(record, ownCallsign)
                    .or(() -> Values.callsign(record, systemCallsign))
                    .or(() -> Values.callsign(record, planCallsign));
            Emergency declared = Values.emergency(record.raw(emergency));
            return Values.identity(Values.number(record, address), modeA, callsign, declared);
        }
    }

    /// How high it is held to be: measured before calculated, pressure before geometry.
    private static final class TrackHeight {
        private final Field measuredLevel;
        private final Field qnhApplied;
        private final Field calculatedLevel;
        private final Field geometric;

        TrackHeight(Plan plan) {
            measuredLevel = plan.field("136");
            qnhApplied = plan.field("135/QNH");
            calculatedLevel = plan.field("135/CTB");
            geometric = plan.field("130");
        }

        Altitude of(AsterixRecord record) {
            if (record.has(measuredLevel)) {
                return Values.pressure(record.number(measuredLevel));
            }
            if (record.has(calculatedLevel)) {
                double level = record.number(calculatedLevel);
                return record.raw(qnhApplied) == 1 ? Values.amsl(level) : Values.pressure(level);
            }
            return record.has(geometric) ? Values.ellipsoidal(record.number(geometric)) : Altitude.UNKNOWN;
        }
    }
}
