package vedette.format.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// JSON in and out, without surprises.
class JsonTextTest {
    @Test
    void valuesAreFoundByTheirPath() {
        Json json = read("{\"a\": {\"b\": [1, 2.5, \"x\"], \"n\": 7}, \"t\": \"hello\", \"z\": null}");

        assertArrayEquals(new double[] {1, 2.5}, json.numbers("a", "b"));
        assertEquals(7, json.whole("a", "n").orElse(0));
        assertEquals("hello", json.text("t").orElse(""));
        assertTrue(json.number("z").isEmpty());
        assertTrue(json.number("a", "nothing", "here").isEmpty());
    }

    @Test
    void numbersAreWrittenAsTheBenchmarkWritesThem() {
        assertEquals("1000.0", JsonText.write(new Json.Real(1000), 0));
        assertEquals("12345670.0", JsonText.write(new Json.Real(12345670), 0));
        assertEquals("0.0001", JsonText.write(new Json.Real(1e-4), 0));
        assertEquals("1.5e-05", JsonText.write(new Json.Real(1.5e-5), 0));
        assertEquals("-1e+16", JsonText.write(new Json.Real(-1e16), 0));
        assertEquals("0.0", JsonText.write(new Json.Real(0), 0));
        assertEquals("null", JsonText.write(new Json.Real(Double.NaN), 0));
    }

    @Test
    void levelsAreIndented() {
        Json json = read("{\"a\":[1,{}],\"b\":true}");

        assertEquals("{\n \"a\": [\n  1,\n  {}\n ],\n \"b\": true\n}", JsonText.write(json, 1));
        assertEquals("{\"a\": [1, {}], \"b\": true}", JsonText.write(json, 0));
    }

    @Test
    void whatIsWrongIsToldWithoutTheLibrarysOwnSettings() {
        for (String wrong : List.of("{\"a\": NaN}", "[".repeat(600), "[1,\n", "{\"a\":\"")) {
            JsonText.NotJson refused = (JsonText.NotJson) JsonText.read(wrong);

            assertFalse(refused.reason().isBlank() || refused.reason().contains("`"), refused.reason());
            assertFalse(refused.reason().contains("Source:"), refused.reason());
        }
    }

    /// Found by the fuzzer: the library says nothing of it.
    @Test
    void anUnknownYamlAliasIsRefusedWithAReason() {
        JsonText.NotJson refused = (JsonText.NotJson) YamlText.read("a: &x [1]\nb: *x\uFFFD\uFFFD  - d: 2\n");

        assertFalse(refused.reason().isBlank());
    }

    @Test
    void whatIsNoJsonIsToldByItsLine() {
        JsonText.Parsed parsed = JsonText.read("{\n\"a\": ]}");

        assertEquals(2, assertInstanceOf(JsonText.NotJson.class, parsed).line());
    }

    @Property(tries = 300)
    void textsComeBackAsTheyWere(@ForAll String text) {
        Json back = read(JsonText.write(new Json.Text(text), 0));

        assertEquals(new Json.Text(text), back);
    }

    @Property(tries = 300)
    void realsComeBackAsTheyWere(@ForAll double number) {
        Json back = read(JsonText.write(new Json.Real(number), 0));

        assertEquals(new Json.Real(number), back);
    }

    private static Json read(String text) {
        return assertInstanceOf(JsonText.Read.class, JsonText.read(text)).value();
    }
}
