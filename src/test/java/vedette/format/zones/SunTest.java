package vedette.format.zones;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vedette.model.LatLon;

class SunTest {
    private static final double DAY_S = 86_400;

    private static long day(String date) {
        return LocalDate.parse(date).toEpochDay();
    }

    /// Times of almanacs, given there to the minute.
    @ParameterizedTest
    @CsvSource({
        "51.5, -0.12, 2024-12-21, SR, 2024-12-21T08:04",
        "51.5, -0.12, 2024-12-21, SS, 2024-12-21T15:53",
        "51.5, -0.12, 2024-06-21, SR, 2024-06-21T03:43",
        "51.5, -0.12, 2024-06-21, SS, 2024-06-21T20:21",
        "40.7, -74.0, 2024-03-20, SR, 2024-03-20T10:59",
        "40.7, -74.0, 2024-03-20, SS, 2024-03-20T23:08",
    })
    void theSunRisesAndSetsWhenAlmanacsSay(double lat, double lon, String date, Sun.Event event, String expected) {
        double atS = new Sun(LatLon.ofDegrees(lat, lon)).at(event, day(date));

        assertEquals(LocalDateTime.parse(expected).toEpochSecond(ZoneOffset.UTC), atS, 75);
    }

    @Test
    void inThePolarNightADayHasNoLengthAndUnderTheMidnightSunAllOfIt() {
        Sun tromso = new Sun(LatLon.ofDegrees(69.65, 18.96));

        long winter = day("2026-12-21");
        long summer = day("2026-06-21");

        assertEquals(0, tromso.at(Sun.Event.SS, winter) - tromso.at(Sun.Event.SR, winter), 1e-6);
        assertTrue(tromso.at(Sun.Event.EECT, winter) > tromso.at(Sun.Event.BMCT, winter) + 3600);
        assertEquals(DAY_S, tromso.at(Sun.Event.SS, summer) - tromso.at(Sun.Event.SR, summer), 30);
    }

    @Test
    void besideThePoleAtTheEquinoxTwilightIsNotAfterSunrise() {
        Sun pole = new Sun(LatLon.ofDegrees(89.88, -4.47));

        assertTrue(pole.at(Sun.Event.BMCT, 25_644) <= pole.at(Sun.Event.SR, 25_644));
        assertTrue(pole.at(Sun.Event.SS, 25_644) <= pole.at(Sun.Event.EECT, 25_644));
    }

    @Property(tries = 500)
    void theEventsOfADayComeInTheirOrderAndWithinHalfADayOfNoon(
            @ForAll @DoubleRange(min = -89.9, max = 89.9) double lat,
            @ForAll @DoubleRange(min = -180, max = 179.9) double lon,
            @ForAll @IntRange(min = 10_000, max = 30_000) int epochDay) {
        Sun sun = new Sun(LatLon.ofDegrees(lat, lon));
        double noonS = epochDay * DAY_S + DAY_S / 2 - lon / 360 * DAY_S;

        double before = noonS - DAY_S / 2 - 1_100;
        for (Sun.Event event : Sun.Event.values()) {
            double atS = sun.at(event, epochDay);
            assertTrue(atS >= before - 1, event + " of day " + epochDay);
            before = atS;
        }
        assertTrue(before <= noonS + DAY_S / 2 + 1_100);
    }
}
