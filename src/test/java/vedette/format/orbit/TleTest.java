package vedette.format.orbit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vedette.Shared;
import vedette.format.text.Utc;
import vedette.model.LeapSeconds;
import vedette.model.MeanElements;
import vedette.model.Moment;

class TleTest {
    private static OrbitFile.Contents read(String text) {
        return OrbitFile.tle(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ElementSet only(String text) {
        OrbitFile.Contents contents = read(text);
        assertEquals(List.of(), contents.refusals());
        assertEquals(1, contents.sets().size());
        return contents.sets().getFirst();
    }

    private static String utc(Moment moment) {
        return Utc.text(moment, LeapSeconds.standard());
    }

    @Test
    void aSetIsReadByItsColumns() {
        ElementSet set = only(TleText.SET);

        assertEquals(new ElementSet.Label(99_001, "", "2026-101A", "U"), set.object());
        assertEquals("2026-07-09T12:00:00Z", utc(set.epoch()));
        assertEquals(new ElementSet.Orbit(15.05432109, 0.0012345, 53.0544, 123.4567, 45.6789, 314.1592), set.orbit());
        assertEquals(new ElementSet.Terms(0.56789e-4, 0.00001234, 0, 999, 1234), set.terms());
    }

    @Test
    void theElementsOfTheCoreAreTheSameInItsUnits() {
        MeanElements elements = only("0 ALPHA 7\n" + TleText.SET).elements();

        assertEquals("ALPHA 7", elements.name());
        assertEquals(15.05432109, elements.meanMotionRadps() / (2 * Math.PI) * 86_400, 1e-12);
        assertEquals(53.0544, Math.toDegrees(elements.inclinationRad()), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"'0 ALPHA  ', ALPHA", "BETA, BETA", "'0 0 ZERO', 0 ZERO", "'OBJECT 2  R/B', OBJECT 2  R/B"})
    void aLineBeforeTheTwoIsTheName(String line, String name) {
        ElementSet set = only("# a comment\r\n\r\n" + line + "\r\n" + TleText.SET.replace("\n", "  \r\n"));

        assertEquals(name, set.object().name());
        assertEquals(3, set.line());
    }

    @ParameterizedTest
    @CsvSource({
        "A0000, 100000",
        "E8493, 148493",
        "J2931, 182931",
        "P4018, 234018",
        "W1928, 301928",
        "Z9999, 339999",
        "'   05', 5"
    })
    void aLetterBeginsANumberBeyond99999(String five, long number) {
        assertEquals(number, only(TleText.numbered(five)).object().number());
    }

    @ParameterizedTest
    @CsvSource({
        "57001.00000000, 1957-01-01T00:00:00Z",
        "99365.99999999, 1999-12-31T23:59:59.999136Z",
        "56366.00000001, 2056-12-31T00:00:00.000864Z",
        "00060.25000000, 2000-02-29T06:00:00Z",
        "' 9  1.50000000', 2009-01-01T12:00:00Z"
    })
    void aYearOfTwoDigitsIsOneFrom1957To2056(String epoch, String utc) {
        assertEquals(utc, utc(only(TleText.with(1, 19, epoch)).epoch()));
    }

    @ParameterizedTest
    @CsvSource({
        "' 12345-3', 0.12345e-3",
        "'-12345-3', -0.12345e-3",
        "'+12345+0', 0.12345",
        "' 99999+2', 99.999",
        "'   123-3', 0.00123e-3",
        "' 00000-0', 0",
        "'        ', 0"
    })
    void dragHasAPowerOfTen(String field, double bstar) {
        assertEquals(bstar, only(TleText.with(1, 54, field)).terms().bstar());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 8, 'UU', column 9 is not blank",
        "1, 3, 'I0001', 'catalogue number ''I0001'' in columns 3 to 7 cannot be read'",
        "1, 3, '00000', 'its catalogue number is another one than that of its first line, 0'",
        "1, 3, '99002', 'its catalogue number is another one than that of its first line, 99002'",
        "1, 19, '26366.00000000', day 366 of the epoch is not within the year 2026",
        "1, 19, '26000.00000000', day 0 of the epoch is not within the year 2026",
        "1, 21, '19 .50000000', 'day of the epoch ''19 .50000000'' in columns 21 to 32 cannot be read'",
        "1, 54, ' 1234x-4', 'B* '' 1234x-4'' in columns 54 to 61 cannot be read'",
        "1, 54, ' 99999+9', B* 9.9999E8",
        "1, 63, '4', 'its elements are made for another theory than SGP4 (ephemeris type ''4'')'",
        "2, 9, ' 1e0.000', 'inclination '' 1e0.000'' in columns 9 to 16 cannot be read'",
        "2, 9, '180.0001', inclination 180.0001 is not within 0 and 180 degrees",
        "2, 18, '     NaN', 'right ascension of the node ''     NaN'' in columns 18 to 25 cannot be read'",
        "2, 18, '360.0001', right ascension of the node 360.0001 is not within 0 and 360 degrees",
        "2, 27, '00.2345', 'eccentricity ''00.2345'' in columns 27 to 33 cannot be read'",
        "2, 53, ' 0.00000000', mean motion of 0.0 turns a day",
        "2, 53, '20.00000001', mean motion of 20.00000001 turns a day"
    })
    void aBadLineIsRefusedWithItsNumberAndReasonAndItsNeighboursAreKept(
            int line, int column, String text, String reason) {
        OrbitFile.Contents contents = read(TleText.SET + TleText.with(line, column, text) + TleText.SET);

        assertEquals(2, contents.sets().size());
        assertEquals(1, contents.refused());
        OrbitFile.Refused refused = contents.refusals().getFirst();
        assertTrue(refused.reason().contains(reason), refused::reason);
        assertTrue(refused.line() == 3 || refused.line() == 4, () -> "line " + refused.line());
    }

    @ParameterizedTest
    @CsvSource({
        "'1 short', 1, it has 7 columns instead of 69",
        "'1 99001U 26101A   26190.50000000  .00001234  00000-0  56789-4 0  9993    0.0  10.0', 1, it has"
    })
    void aLineOfAnotherLengthIsRefused(String first, int line, String reason) {
        OrbitFile.Refused refused =
                read(first + "\n" + TleText.TWO + "\n").refusals().getFirst();

        assertEquals(line, refused.line());
        assertTrue(refused.reason().contains(reason), refused::reason);
    }

    @Test
    void linesThatHaveLostTheirFellowsCostNobodyElse() {
        String text = TleText.ONE + "\nGAMMA\nDELTA\n" + TleText.SET + TleText.TWO + "\n" + TleText.SET + TleText.ONE;

        OrbitFile.Contents contents = read(text);

        assertEquals(
                List.of(1, 2, 6, 9),
                contents.refusals().stream().map(OrbitFile.Refused::line).toList());
        assertEquals(
                List.of("DELTA", ""),
                contents.sets().stream().map(each -> each.object().name()).toList());
    }

    @Property(tries = 300)
    void whatIsWrittenIsRead(
            @ForAll @IntRange(max = 1_800_000) int inclination,
            @ForAll @IntRange(max = 9_999_999) int eccentricity,
            @ForAll @IntRange(max = 3_600_000) int anomaly,
            @ForAll @IntRange(min = 1, max = 1_999_999_999) int motion,
            @ForAll @IntRange(min = -99_999, max = 99_999) int drag) {
        ElementSet set = only(TleText.of(inclination, eccentricity, anomaly, motion, drag));

        assertEquals(
                new ElementSet.Orbit(
                        motion / 1e8, eccentricity / 1e7, inclination / 1e4, 123.4567, 45.6789, anomaly / 1e4),
                set.orbit());
        assertEquals(drag / 1e9, set.terms().bstar(), 1e-19);
    }

    @Property(tries = 300)
    void oneOtherDigitAnywhereIsRefused(
            @ForAll @IntRange(max = 137) int at, @ForAll @IntRange(min = 1, max = 9) int by) {
        String line = at < 69 ? TleText.ONE : TleText.TWO;
        int column = at % 69;
        char old = line.charAt(column);
        if (column < 2 || !Character.isDigit(old)) {
            return;
        }
        char other = (char) ('0' + (old - '0' + by) % 10);
        String bad = line.substring(0, column) + other + line.substring(column + 1);

        OrbitFile.Contents contents = read(at < 69 ? bad + "\n" + TleText.TWO : TleText.ONE + "\n" + bad);

        assertEquals(0, contents.sets().size());
        assertTrue(contents.refusals().getFirst().reason().startsWith("its checksum is "));
        assertEquals(at < 69 ? 1 : 2, contents.refusals().getFirst().line());
    }

    @Test
    void aWholeCatalogueIsReadWithoutLoss() throws IOException {
        byte[] bytes;
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(Shared.file("data/space/catalog/catalog-2023-282.3le.gz")))) {
            bytes = in.readAllBytes();
        }

        OrbitFile.Contents contents = OrbitFile.tle(bytes);

        assertEquals(OrbitFile.Form.TLE, OrbitFile.form(bytes));
        assertEquals(26_140, contents.sets().size());
        assertEquals(0, contents.refused());
    }

    @Test
    void moreThanTheMostIsRefusedAndCounted() {
        String text = TleText.SET.repeat(OrbitFile.MOST + 3);

        OrbitFile.Contents contents = read(text);

        assertEquals(OrbitFile.MOST, contents.sets().size());
        assertEquals(3, contents.refused());
    }

    @Test
    void manyRefusalsAreCountedAndTheFirstOnesTold() {
        OrbitFile.Contents contents = read("noise\n".repeat(20_000) + TleText.SET);

        assertEquals(1, contents.sets().size());
        assertEquals(19_999, contents.refused());
        assertEquals(OrbitFile.MOST_TOLD, contents.refusals().size());
    }
}
