package vedette.format.asterix;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import vedette.model.Altitude;
import vedette.model.Emergency;
import vedette.model.Identity;

/// Values of records in the units and kinds of the model.
final class Values {
    static final double NM_M = 1852;
    static final double FT_M = 0.3048;
    static final double FT_MIN_MPS = FT_M / 60;
    static final double KT_MPS = NM_M / 3600;

    private static final double FLIGHT_LEVEL_M = 100 * FT_M;

    /// Of barometric altimetry, one sigma: 245 ft are three (ICAO Doc 9574 RVSM, altimetry system error).
    private static final double PRESSURE_SIGMA_M = 245 * FT_M / 3;

    /// Of geometric heights without a told accuracy: a vertical figure of satellite navigation, 45 m in 95 %
    /// (DO-260B GVA 2), one sigma.
    private static final double GEOMETRIC_SIGMA_M = 45 / 1.96;

    private Values() {}

    static Altitude pressure(double flightLevel) {
        return new Altitude.Pressure(flightLevel * FLIGHT_LEVEL_M, PRESSURE_SIGMA_M);
    }

    static Altitude amsl(double flightLevel) {
        return new Altitude.Amsl(flightLevel * FLIGHT_LEVEL_M, PRESSURE_SIGMA_M);
    }

    static Altitude ellipsoidal(double feet) {
        return new Altitude.Ellipsoidal(feet * FT_M, GEOMETRIC_SIGMA_M);
    }

    static OptionalInt number(AsterixRecord record, Field field) {
        return record.has(field) ? OptionalInt.of((int) record.raw(field)) : OptionalInt.empty();
    }

    static OptionalDouble scaled(AsterixRecord record, Field field, double unit) {
        return record.has(field) ? OptionalDouble.of(record.number(field) * unit) : OptionalDouble.empty();
    }

    static Optional<String> callsign(AsterixRecord record, Field field) {
        if (!record.has(field)) {
            return Optional.empty();
        }
        String letters = record.text(field).strip();
        return letters.isEmpty() ? Optional.empty() : Optional.of(letters);
    }

    /// An identity; the Mode A code tells its emergency unless a better source did.
    static Identity identity(OptionalInt address, OptionalInt modeA, Optional<String> callsign, Emergency declared) {
        Emergency emergency =
                declared == Emergency.NONE && modeA.isPresent() ? Emergency.ofModeA(modeA.getAsInt()) : declared;
        return new Identity(address, modeA, callsign, emergency);
    }

    /// The priority status of ADS-B (I021/200 PS, I062/380 SAB).
    static Emergency emergency(long status) {
        return switch ((int) status) {
            case 1 -> Emergency.GENERAL;
            case 2 -> Emergency.MEDICAL;
            case 3 -> Emergency.MINIMUM_FUEL;
            case 4 -> Emergency.NO_COMMUNICATION;
            case 5 -> Emergency.UNLAWFUL_INTERFERENCE;
            case 6 -> Emergency.DOWNED;
            default -> Emergency.NONE;
        };
    }
}
