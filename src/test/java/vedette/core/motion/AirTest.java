package vedette.core.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AirTest {
    // U.S. Standard Atmosphere 1976, table I, by geometric height; five digits printed there up to 86 km.
    @ParameterizedTest
    @CsvSource({
        "0, 1.2250, 1e-4", "1000, 1.1117, 1e-4", "5000, 0.73643, 1e-4", "10000, 0.41351, 1e-4",
        "11000, 0.36480, 1e-4", "20000, 8.8910e-2, 1e-4", "30000, 1.8410e-2, 1e-4", "40000, 3.9957e-3, 1e-4",
        "50000, 1.0269e-3, 1e-4", "60000, 3.0968e-4, 1e-4", "70000, 8.2829e-5, 1e-4", "80000, 1.8458e-5, 1e-4",
        "86000, 6.958e-6, 1e-4", "100000, 5.604e-7, 1e-9", "120000, 2.222e-8, 1e-9", "500000, 5.215e-13, 1e-9",
        "95000, 1.393e-6, 1e-2", "160000, 1.233e-9, 6e-2", "250000, 6.073e-11, 4e-2"
    })
    void densityIsThatOfTheStandardsTable(double heightM, double density, double share) {
        assertEquals(density, Air.density(heightM), share * density);
    }

    @Test
    void thereIsNoAirAboveAThousandKilometresAndNoMoreBelowTheGround() {
        assertEquals(3.561e-15, Air.density(999_999.999), 1e-20);
        assertEquals(0, Air.density(1e6));
        assertEquals(0, Air.densityPerM(2e6));
        assertEquals(Air.density(-5000), Air.density(-1e7));
        assertEquals(0, Air.densityPerM(-1e7));
    }

    @Property
    void densityFallsWithHeightAsItsDerivativeSays(@ForAll @DoubleRange(min = -4900, max = 999_000) double heightM) {
        double step = heightM < 86_000 ? 0.5 : 5;

        double difference = (Air.density(heightM + step) - Air.density(heightM - step)) / (2 * step);

        assertTrue(Air.densityPerM(heightM) < 0);
        assertEquals(difference, Air.densityPerM(heightM), 3e-3 * Math.abs(difference));
    }

    @Test
    void cornersAreTheTopsOfTheLayers() {
        assertEquals(11_019, Air.cornerBelow(15_000), 1);
        assertEquals(71_802, Air.cornerBelow(1e6), 1);
        assertEquals(Double.NEGATIVE_INFINITY, Air.cornerBelow(5000));
    }
}
