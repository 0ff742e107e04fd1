package vedette.format.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The characters of an XML document's bytes.
///
/// They are decoded here, strictly: the JDK's reader prints its complaint about a bad byte on the standard error
/// stream besides throwing it.
final class XmlCharacters {
    private static final int DECLARED_WITHIN = 200;
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    private XmlCharacters() {}

    /// The characters; nothing when the bytes are none of their encoding, or the encoding is not one of UTF-8, UTF-16,
    /// US-ASCII, ISO-8859-1, ISO-8859-15 and Windows-1252.
    static Optional<String> of(byte[] bytes) {
        Optional<Charset> charset = charset(bytes);
        if (charset.isEmpty()) {
            return Optional.empty();
        }
        try {
            String text = charset.get()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException fault) {
            return Optional.empty();
        }
    }

    /// Roughly the characters of the first bytes: what is none of the encoding becomes a replacement mark.
    ///
    /// @param most how many bytes
    static String head(byte[] bytes, int most) {
        int length = Math.min(bytes.length, most);
        String text = new String(bytes, 0, length, charset(bytes).orElse(StandardCharsets.ISO_8859_1));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Optional<Charset> charset(byte[] bytes) {
        if (bytes.length > 1 && ((bytes[0] == -2 && bytes[1] == -1) || (bytes[0] == -1 && bytes[1] == -2))) {
            return Optional.of(StandardCharsets.UTF_16);
        }
        String head = new String(bytes, 0, Math.min(bytes.length, DECLARED_WITHIN), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(head.replace("\u00ef\u00bb\u00bf", ""));
        if (!declared.find()) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        return switch (declared.group(1).toUpperCase(Locale.ROOT)) {
            case "UTF-8", "UTF8" -> Optional.of(StandardCharsets.UTF_8);
            case "US-ASCII", "ASCII" -> Optional.of(StandardCharsets.US_ASCII);
            case "ISO-8859-1", "LATIN1" -> Optional.of(StandardCharsets.ISO_8859_1);
            case "ISO-8859-15", "WINDOWS-1252" -> Optional.of(Charset.forName(declared.group(1)));
            default -> Optional.empty();
        };
    }
}
