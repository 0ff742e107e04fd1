package vedette.format.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlCharactersTest {
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "iso-8859-15", "windows-1252", "UTF-16"})
    void theEncodingThatIsNamedIsUsed(String encoding) {
        String text = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?><a>é</a>";

        assertEquals(Optional.of(text), XmlCharacters.of(text.getBytes(Charset.forName(encoding))));
    }

    @Test
    void aMarkOfByteOrderIsNoCharacter() {
        assertEquals(Optional.of("<a/>"), XmlCharacters.of("\uFEFF<a/>".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void bytesThatAreNoneOfTheEncodingAreRefused() {
        assertEquals(Optional.empty(), XmlCharacters.of(new byte[] {'<', 'a', (byte) 0xc3, '>'}));
        assertEquals(
                Optional.empty(),
                XmlCharacters.of("<?xml version='1.0' encoding='EBCDIC-XML'?><a/>".getBytes(StandardCharsets.UTF_8)));
    }
}
