package vedette.format.adsb;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import vedette.model.Altitude;
import vedette.model.Emergency;
import vedette.model.Enu;
import vedette.model.Identity;
import vedette.model.LatLon;
import vedette.model.Measurement;
import vedette.model.Provenance;

/// What an aircraft told, in the nouns of the field: SI units, each quality as a standard deviation.
final class Reports {
    private static final double METRES_IN_FOOT = 0.3048;
    private static final double MPS_IN_KNOT = 1852 / 3600.0;
    private static final double MPS_IN_FPM = METRES_IN_FOOT / 60;

    /// A velocity is passed on with a place for this long after it was heard; it is sent twice a second.
    private static final long VELOCITY_NS = 5_000_000_000L;

    /// Altimetry error of an ordinary airliner plus the 25-foot step, metres (ICAO Doc 9574: 3σ at most 75 m).
    private static final double PRESSURE_SIGMA_M = 25;

    /// Vertical accuracy by GVA, metres: 95 % bounds 150 and 45 (DO-260B Table 2-71); 0 and 3 say nothing.
    private static final double[] GVA_SIGMA_M = {150, 150 / 1.96, 45 / 1.96, 150};

    private static final Emergency[] STATES = {
        Emergency.NONE,
        Emergency.GENERAL,
        Emergency.MEDICAL,
        Emergency.MINIMUM_FUEL,
        Emergency.NO_COMMUNICATION,
        Emergency.UNLAWFUL_INTERFERENCE,
        Emergency.DOWNED,
        Emergency.NONE
    };

    private Reports() {}

    /// A place with all that is known beside it.
    static Measurement position(Aircraft aircraft, Provenance provenance) {
        CprFix place = aircraft.place;
        return new Measurement.PositionReport(
                provenance,
                LatLon.ofDegrees(place.latitudeDeg, place.longitudeDeg),
                known(sigmaM(aircraft)),
                altitude(aircraft),
                velocity(aircraft, provenance.observedAt().taiNs()),
                identity(aircraft),
                aircraft.onGround);
    }

    /// Who it is or how high, without a place.
    static Measurement transponder(Aircraft aircraft, AircraftMemory.News news, Provenance provenance) {
        Altitude altitude = news == AircraftMemory.News.HEIGHT ? altitude(aircraft) : Altitude.UNKNOWN;
        return new Measurement.TransponderReport(provenance, identity(aircraft), altitude);
    }

    // Version 0 states its uncertainty by the type code (NUCp), later ones by NACp.
    private static double sigmaM(Aircraft aircraft) {
        return aircraft.version == 0
                ? Quality.sigmaOfNucP(Quality.nucP(aircraft.positionTypecode))
                : Quality.sigmaOfNacP(aircraft.nacP);
    }

    private static Altitude altitude(Aircraft aircraft) {
        if (aircraft.heightFt == ModeSFrame.ABSENT) {
            return Altitude.UNKNOWN;
        }
        double heightM = aircraft.heightFt * METRES_IN_FOOT;
        return aircraft.heightIsGeometric
                ? new Altitude.Ellipsoidal(heightM, GVA_SIGMA_M[aircraft.gva])
                : new Altitude.Pressure(heightM, PRESSURE_SIGMA_M);
    }

    private static Optional<Measurement.Velocity> velocity(Aircraft aircraft, long nowNs) {
        if (Math.abs(nowNs - aircraft.velocityNs) > VELOCITY_NS) {
            return Optional.empty();
        }
        boolean climbs = aircraft.climbFpm != ModeSFrame.ABSENT;
        Enu enu = new Enu(
                aircraft.eastKt * MPS_IN_KNOT,
                aircraft.northKt * MPS_IN_KNOT,
                climbs ? aircraft.climbFpm * MPS_IN_FPM : 0);
        return Optional.of(new Measurement.Velocity(enu, known(Quality.sigmaOfNacV(aircraft.nacV)), climbs));
    }

    private static Identity identity(Aircraft aircraft) {
        return new Identity(
                aircraft.isForeign() ? OptionalInt.empty() : OptionalInt.of(aircraft.address()),
                aircraft.squawk == ModeSFrame.ABSENT ? OptionalInt.empty() : OptionalInt.of(octal(aircraft.squawk)),
                aircraft.callsign.isEmpty() ? Optional.empty() : Optional.of(aircraft.callsign),
                emergency(aircraft));
    }

    // What the aircraft says in so many words first, then its code, then the bare alert of a position message.
    private static Emergency emergency(Aircraft aircraft) {
        Emergency state = STATES[aircraft.emergencyState];
        if (state != Emergency.NONE) {
            return state;
        }
        Emergency code =
                aircraft.squawk == ModeSFrame.ABSENT ? Emergency.NONE : Emergency.ofModeA(octal(aircraft.squawk));
        return code == Emergency.NONE && aircraft.alert ? Emergency.GENERAL : code;
    }

    // 7700 as four decimal digits becomes the twelve bits 07700.
    private static int octal(int digits) {
        return ((digits / 1000) << 9) | ((digits / 100 % 10) << 6) | ((digits / 10 % 10) << 3) | (digits % 10);
    }

    private static OptionalDouble known(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
