package vedette.format.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    private static final String TEXT = """
            {"a":1,
             "b":[2,
                  {"c":
                     "x"},
                  [5,
                   6]],
             "d":null}
            """;

    @Test
    void everyValueHasTheLineItBeginsOn() {
        List<String> paths = List.of("$", "$.a", "$.b[0]", "$.b[1].c", "$.b[2][1]", "$.d");

        assertEquals(List.of(1, 1, 2, 4, 6, 7), JsonLines.of(TEXT, paths));
    }

    @Test
    void whatIsNotThereHasNoLine() {
        assertEquals(List.of(0, 0), JsonLines.of(TEXT, List.of("$.e", "$.b[9]")));
    }

    @Test
    void aBrokenTextGivesTheLinesBeforeItsFault() {
        assertEquals(List.of(1, 0), JsonLines.of("{\"a\":1,\n\"b\":}", List.of("$.a", "$.b")));
    }
}
