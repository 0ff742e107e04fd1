package vedette.format.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// What stands before the root is judged from the first bytes alone.
class XmlTextTest {
    private static final int MANY = 400_000;

    private static String bomb() {
        StringBuilder bomb = new StringBuilder("<?xml version=\"1.0\"?>\n<!DOCTYPE a [\n");
        for (int i = 0; i < MANY; i++) {
            bomb.append("<!ENTITY e").append(i).append(" \"&e").append(i + 1).append(";&x;\">\n");
        }
        return bomb.append("]><a>&e0;</a>").toString();
    }

    @Test
    void megabytesOfEntitiesAreRefusedInEveryEncoding() {
        String bomb = bomb();
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
            byte[] bytes = bomb.substring(0, 7_900_000).getBytes(charset);
            long startNs = System.nanoTime();
            XmlText.NotXml refused = assertInstanceOf(XmlText.NotXml.class, XmlText.read(bytes));
            System.out.println(String.format(
                    Locale.ROOT,
                    "%s, %.1f MB: %.2f ms",
                    charset,
                    bytes.length / 1e6,
                    (System.nanoTime() - startNs) / 1e6));

            assertEquals("a document type declaration is not allowed", refused.reason());
            assertEquals(2, refused.line());
        }
    }

    @Test
    void aTypeThatHidesBehindAMegabyteOfCommentsIsRefusedWithThem() {
        String hidden = "<!--" + "x".repeat(1_000_000) + "--><!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>";

        XmlText.NotXml refused =
                assertInstanceOf(XmlText.NotXml.class, XmlText.read(hidden.getBytes(StandardCharsets.UTF_8)));

        assertTrue(refused.reason().startsWith("no element within its first"), refused.reason());
    }

    @Test
    void commentsAndInstructionsBeforeTheRootDoNoHarm() {
        String plain = "\uFEFF<?xml version=\"1.0\"?><!-- <!DOCTYPE a> -->\n<?x y?> <a>b</a>";

        XmlText.Read read = assertInstanceOf(XmlText.Read.class, XmlText.read(plain.getBytes(StandardCharsets.UTF_8)));

        assertEquals("b", read.root().text());
    }
}
