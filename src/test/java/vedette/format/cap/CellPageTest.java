package vedette.format.cap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import vedette.format.text.Json;

/// Cell broadcasts in octets, with the names of 3GPP TS 23.041.
class CellPageTest {
    @Test
    void eightCharactersStandInSevenOctets() {
        CellPage page = CellPage.sevenBit("hellohello");

        // Ten characters are 70 bits: the last two of the ninth octet are the first that fill the page.
        assertTrue(page.octets().startsWith("e8329bfd4697d9ec77"), page.octets());
        assertEquals(9, page.length());
        assertEquals(2 * CellPage.OCTETS, page.octets().length());
    }

    @Test
    void aFullPageOfNinetyThreeCharactersFillsEightyTwoOctets() {
        CellPage page = CellPage.sevenBit("x".repeat(CellBroadcast.SEVEN_BIT_PAGE));

        assertEquals(CellPage.OCTETS, page.length());
        assertEquals("x".repeat(CellBroadcast.SEVEN_BIT_PAGE), page.sevenBitText());
    }

    @Test
    void whatIsNotUsedIsFilledWithCarriageReturns() {
        CellPage page = CellPage.sevenBit("");

        assertEquals(0, page.length());
        assertEquals("\r".repeat(93), new CellPage(page.octets(), CellPage.OCTETS).sevenBitText());
    }

    @Test
    void aPageOfUnicodeBeginsWithItsLanguage() {
        CellPage page = CellPage.unicode("uk", "Ї");

        byte[] octets = HexFormat.of().parseHex(page.octets());
        int letters = (octets[0] & 0xFF) | ((octets[1] & 0xFF) << 8);
        assertEquals("uk", "" + (char) (letters & 0x7F) + (char) ((letters >> 7) & 0x7F));
        assertEquals("0407", page.octets().substring(4, 8));
        assertEquals("000d", page.octets().substring(8, 12));
        assertEquals(4, page.length());
    }

    @Property(tries = 500)
    void whatFitsAPageComesBackAsItWas(@ForAll("texts") String text) {
        List<String> pages = CellBroadcast.pages(text, false);

        for (String page : pages) {
            CellPage encoded = CellPage.sevenBit(page);
            assertTrue(encoded.length() <= CellPage.OCTETS);
            // Seven free bits at the end of the last octet read as one more character: the one that fills.
            String read = encoded.sevenBitText();
            assertTrue(read.equals(page) || read.equals(page + "\r"), read + " of " + page);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars((CellBroadcast.ALPHABET + CellBroadcast.EXTENSION).toCharArray())
                .ofMinLength(1)
                .ofMaxLength(300);
    }

    @Test
    void theSerialNumberCountsTheBulletinsOfAWarningAndTellsLanguagesApart() {
        var first = CellBroadcast.SerialNumber.of("IMPACT-1", "de", 1);
        var second = CellBroadcast.SerialNumber.of("IMPACT-1", "de", 2);
        var french = CellBroadcast.SerialNumber.of("IMPACT-1", "fr", 1);

        assertEquals(first.messageCode(), second.messageCode());
        assertEquals(first.value() + 1, second.value());
        assertTrue(first.messageCode() != french.messageCode());
        assertEquals(1, first.value() >> 14);
        assertEquals(0, CellBroadcast.SerialNumber.of("IMPACT-1", "de", 17).updateNumber());
    }

    @Test
    void theFieldsBearTheNamesOfTheStandard() {
        CellBroadcast german =
                new CellBroadcast("de", CellBroadcast.Level.LEVEL_1, 4370, false, List.of("Alarm", "Ende"));

        Json json = german.json("IMPACT-1", 1);

        assertEquals(4370, json.number("message_identifier").orElseThrow());
        assertEquals(0, json.number("data_coding_scheme").orElseThrow());
        assertEquals(2, json.number("number_of_pages").orElseThrow());
        assertEquals(2, json.items("page_contents").size());
        assertEquals(
                164,
                json.items("page_contents")
                        .getFirst()
                        .text("cbs_message_information_page")
                        .orElseThrow()
                        .length());
        assertEquals(
                0x11, new CellBroadcast("uk", CellBroadcast.Level.TEST, 4393, true, List.of("Ї")).dataCodingScheme());
    }
}
