package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// docs/asvs.md names every point once, and tests that there are.
class AsvsTest {
    /// The points of levels 1 and 2 of ASVS 4.0.3.
    private static final String POINTS = """
        1.1: 1-7; 1.2: 1-4; 1.4: 1,4-5; 1.5: 1-4; 1.6: 1-4; 1.7: 1-2; 1.8: 1-2; 1.9: 1-2; 1.10: 1; 1.11: 1-2; 1.12: 2; 1.14: 1-6
        2.1: 1-12; 2.2: 1-3; 2.3: 1-3; 2.4: 1-5; 2.5: 1-7; 2.6: 1-3; 2.7: 1-6; 2.8: 1-7; 2.9: 1-3; 2.10: 1-4
        3.1: 1; 3.2: 1-4; 3.3: 1-4; 3.4: 1-5; 3.5: 1-3; 3.7: 1
        4.1: 1-3,5; 4.2: 1-2; 4.3: 1-3
        5.1: 1-5; 5.2: 1-8; 5.3: 1-10; 5.4: 1-3; 5.5: 1-4
        6.1: 1-3; 6.2: 1-6; 6.3: 1-2; 6.4: 1-2
        7.1: 1-4; 7.2: 1-2; 7.3: 1,3-4; 7.4: 1-3
        8.1: 1-4; 8.2: 1-3; 8.3: 1-8
        9.1: 1-3; 9.2: 1-4
        10.2: 1-2; 10.3: 1-3
        11.1: 1-8
        12.1: 1-3; 12.2: 1; 12.3: 1-6; 12.4: 1-2; 12.5: 1-2; 12.6: 1
        13.1: 1,3-5; 13.2: 1-3,5-6; 13.3: 1-2; 13.4: 1-2
        14.1: 1-4; 14.2: 1-6; 14.3: 2-3; 14.4: 1-7; 14.5: 1-4
        """;

    private static final Pattern NUMBER = Pattern.compile("\\d+\\.\\d+\\.\\d+");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)(?:\\.(\\w+))?`");
    private static final Path TESTS = Path.of("src/test/java");

    private record Row(List<String> points, String standing, String why, String proof) {}

    private static List<Row> table() throws IOException {
        return Files.readString(Path.of("docs/asvs.md"))
                .lines()
                .filter(line -> line.matches("\\| \\d.*"))
                .map(line -> line.split("\\|", -1))
                .map(cells -> new Row(
                        NUMBER.matcher(cells[1])
                                .results()
                                .map(each -> each.group())
                                .toList(),
                        cells[2].strip(),
                        cells[3].strip(),
                        cells[4].strip()))
                .toList();
    }

    private static List<String> points() {
        List<String> all = new ArrayList<>();
        for (String section : POINTS.strip().split("[;\\n]")) {
            String[] parts = section.strip().split(": ");
            Arrays.stream(parts[1].split(","))
                    .flatMap(AsvsTest::numbers)
                    .forEach(each -> all.add(parts[0] + "." + each));
        }
        return all;
    }

    private static Stream<Integer> numbers(String range) {
        String[] ends = range.split("-");
        return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                .boxed();
    }

    @Test
    void everyPointStandsOnce() throws Exception {
        List<String> named =
                table().stream().flatMap(row -> row.points().stream()).sorted().toList();

        assertEquals(259, points().size());
        assertEquals(points().stream().sorted().toList(), named);
    }

    @Test
    void everyTestAndPageThatIsNamedIsThere() throws Exception {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(TESTS)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        List<String> missing = new ArrayList<>();
        for (Row row :
                table().stream().filter(each -> each.standing().equals("kept")).toList()) {
            NAMED.matcher(row.proof()).results().forEach(test -> {
                String source = sources.getOrDefault(test.group(1), "");
                if (!Pattern.compile("@(ParameterizedTest|Test|Property)\\b((?!\n    }\n)[\\s\\S])*?void "
                                + test.group(2) + "\\(")
                        .matcher(source)
                        .find()) {
                    missing.add(test.group());
                }
            });
        }

        assertEquals(List.of(), missing);
    }

    @Test
    void whatIsKeptNamesATestAndWhatIsNotSaysWhy() throws Exception {
        for (Row row : table()) {
            boolean right = switch (row.standing()) {
                case "kept" -> NAMED.matcher(row.proof()).find();
                case "documented" -> Files.exists(Path.of(row.proof().replace("`", "")));
                case "not kept", "does not apply" -> row.proof().isEmpty();
                default -> false;
            };

            assertTrue(right && !row.why().isEmpty(), row.toString());
        }
    }

    @Test
    void theSumsAreRight() throws Exception {
        Map<String, Integer> sums = new TreeMap<>();
        table().forEach(row -> sums.merge(row.standing(), row.points().size(), Integer::sum));
        String told = "Kept %d, documented %d, not kept %d, does not apply %d."
                .formatted(sums.get("kept"), sums.get("documented"), sums.get("not kept"), sums.get("does not apply"));

        assertTrue(Files.readString(Path.of("docs/asvs.md")).contains(told), told);
    }
}
