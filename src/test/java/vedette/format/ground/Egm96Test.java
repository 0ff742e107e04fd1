package vedette.format.ground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vedette.model.LatLon;

class Egm96Test {
    private static final Egm96 GEOID = Egm96.standard();

    /// The points that NIMA gave with its own program for EGM96 (F477), by them to the millimetre.
    @ParameterizedTest
    @CsvSource({
        "38.6281550, 269.7791550, -31.628",
        "-14.6212170, 305.0211140, -2.969",
        "46.8743190, 102.4487290, -43.575",
        "-23.6174460, 133.8747120, 15.871",
        "38.6254730, 359.9995000, 50.066",
        "-.4667440, .0023000, 17.329"
    })
    void theGeoidIsWhereItsMakersPutIt(double lat, double lon, double undulationM) {
        assertEquals(undulationM, GEOID.undulationM(LatLon.ofDegrees(lat, lon)), 1.5);
    }

    @Property(tries = 500)
    void itIsDefinedEverywhereAndContinuous(
            @ForAll @DoubleRange(min = -90, max = 90) double lat,
            @ForAll @DoubleRange(min = -180, max = 180) double lon) {
        double here = GEOID.undulationM(LatLon.ofDegrees(lat, lon));
        double beside = GEOID.undulationM(LatLon.ofDegrees(Math.clamp(lat + 1e-6, -90.0, 90.0), lon + 1e-6));

        assertTrue(here > -107 && here < 86);
        assertEquals(here, beside, 1e-3);
    }
}
