package vedette.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each rule of the house can fail: a small house breaks it, and the message names file, line, rule and remedy.
class HouseRulesTest {
    @TempDir
    Path folder;

    /// A house of files given as name and text, name and text, …; the package line is written for them.
    private House house(String... namesAndTexts) {
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            String room = namesAndTexts[i]
                    .substring(0, namesAndTexts[i].lastIndexOf('/'))
                    .replace('/', '.');
            files.put(namesAndTexts[i], "package vedette." + room + ";\n" + namesAndTexts[i + 1]);
        }
        return House.of(folder, files);
    }

    private static List<String> told(List<Violation> violations) {
        return violations.stream().sorted().map(Violation::toString).distinct().toList();
    }

    private static void assertTold(String expected, List<Violation> violations) {
        assertEquals(1, told(violations).size(), () -> told(violations).toString());
        assertTrue(
                told(violations).getFirst().contains(expected),
                () -> told(violations).toString());
    }

    private House method(String room, String body) {
        return house(
                room + "/A.java", "final class A {\n  Object a(double x) throws Exception {\n" + body + "\n  }\n}");
    }

    private static final String NOUN = "public final class Noun { public static int one() { return 1; } }";
    private static final String USES_NOUN = "final class User { int one() { return vedette.%s.Noun.one(); } }";

    @ParameterizedTest
    @CsvSource({
        "math, model",
        "model, core.track",
        "core.track, core.assess",
        "core.warn, core.track",
        "format.asterix, format.adsb",
        "format.text, format.carrier",
        "format.carrier, format.zones",
        "edge.serve, edge.record",
        "edge.feed, core.engine",
        "edge, edge.feed",
        "node, edge.serve",
        "core.engine, format.text",
        "score, core.track",
        "model, canon",
        "core.track, canon"
    })
    void anArrowBeyondTheCeilingIsTold(String from, String to) {
        House house = house(
                from.replace('.', '/') + "/User.java",
                USES_NOUN.formatted(to),
                to.replace('.', '/') + "/Noun.java",
                NOUN);

        assertTold("User.java:2: arrow " + from + " -> " + to + " is beyond the ceiling", Arrows.beyondCeiling(house));
    }

    @ParameterizedTest
    @CsvSource({
        "format.asterix, format.carrier",
        "core.engine, canon",
        "format.journal, canon",
        "edge.record, format.journal",
        "app, edge.serve",
        "app, edge",
        "simulate, format.asterix",
        "core.assess, core.catalogue"
    })
    void anArrowOfTheDesignIsAllowed(String from, String to) {
        House house = house(
                from.replace('.', '/') + "/User.java",
                USES_NOUN.formatted(to),
                to.replace('.', '/') + "/Noun.java",
                NOUN);

        assertEquals(List.of(), told(Arrows.beyondCeiling(house)));
    }

    @Test
    void anArrowThatIsNotInTheTableIsTold() {
        House house = house("model/User.java", USES_NOUN.formatted("math"), "math/Noun.java", NOUN);

        assertTold("arrow model -> math is not in arrows.txt", Arrows.unlikeTable(house, List.of()));
        assertEquals(List.of(), told(Arrows.unlikeTable(house, List.of("model -> math"))));
    }

    @Test
    void anArrowOfTheTableThatNobodyUsesIsTold() {
        House house = house("math/Noun.java", NOUN);

        assertTold("arrow model -> math is not in the code", Arrows.unlikeTable(house, List.of("model -> math")));
    }

    @Test
    void anUnusedImportAndAnInlinedConstantAreArrowsToo() {
        House house = house(
                "model/User.java",
                "import vedette.math.Size;\nfinal class User { int one() { return Size.ONE; } }",
                "math/Size.java",
                "public final class Size { public static final int ONE = 1; }");

        assertTold("model/User.java:2: arrow model -> math", Arrows.unlikeTable(house, List.of()));
    }

    @Test
    void aCircleOfTwoRoomsIsTold() {
        House house = house(
                "model/User.java",
                USES_NOUN.formatted("math"),
                "math/Noun.java",
                NOUN,
                "math/User.java",
                USES_NOUN.formatted("model"),
                "model/Noun.java",
                NOUN);

        assertTold("circle math -> model -> math", Arrows.circles(house));
    }

    @Test
    void aCircleSeenOnlyFromFartherAwayIsTold() {
        House house = house(
                "core/track/User.java",
                USES_NOUN.formatted("format.text"),
                "format/text/Noun.java",
                NOUN,
                "format/zones/User.java",
                USES_NOUN.formatted("core.warn"),
                "core/warn/Noun.java",
                NOUN);

        assertTold("circle core -> format -> core", Arrows.circles(house));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "core/track | return System.nanoTime(); | clock",
                "core/track | return System.currentTimeMillis(); | clock",
                "core/track | return System.getenv(\"A\"); | environment",
                "core/track | return System.getProperty(\"A\"); | environment",
                "format/text | System.out.println(x); return 1; | environment",
                "model | return new java.util.Random(1); | chance",
                "simulate | return Math.random(); | chance",
                "core/track | return Thread.currentThread(); | threads",
                "core/track | return new java.util.concurrent.atomic.AtomicLong(); | threads",
                "format/text | return new java.io.File(\"a\"); | files",
                "format/text | return java.nio.file.Path.of(\"a\"); | files",
                "format/text | return new java.net.Socket(); | files",
                "core/track | return java.util.logging.Logger.getLogger(\"a\"); | log",
                "core/track | return java.time.Instant.EPOCH; | java.time",
                "core/track | return java.util.Locale.getDefault(); | locale",
                "core/track | return String.format(\"%f\", x); | locale",
                "format/text | return \"%f\".formatted(x); | locale",
                "format/text | return \"A\".toLowerCase(); | locale",
                "format/text | return \"A\".getBytes(); | charset",
                "format/text | return new String(new byte[1]); | charset",
                "core/track | return System.identityHashCode(this); | environment",
                "core/track | return java.util.List.of(1).parallelStream(); | parallel",
                "core/track | return A.class.getResourceAsStream(\"a\"); | resources",
                "core/track | return new java.util.HashMap<String, String>().keySet(); | hash",
                "core/track | for (int i : new java.util.HashSet<Integer>()) { return i; } return 1; | hash",
                "core/track | return java.util.Map.of(); | change their order",
                "model | return java.util.Set.of(1); | change their order",
                "core/track | return java.util.stream.Stream.of(1).collect(java.util.stream.Collectors.groupingBy(i -> i)); | hash"
            })
    void whatIsNotPureIsTold(String room, String body, String rule) {
        List<String> told = told(Purity.breaches(method(room, body)));

        assertTrue(
                told.stream().anyMatch(line -> line.startsWith(room + "/A.java:4: ") && line.contains(rule)),
                told.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "edge/feed | return System.nanoTime();",
                "format/text | return java.time.Instant.EPOCH;",
                "format/text | return A.class.getResourceAsStream(\"a\");",
                "core/track | return String.format(java.util.Locale.ROOT, \"%f\", x);",
                "core/track | return new java.util.HashMap<String, String>().get(\"a\");",
                "core/track | System.arraycopy(new int[1], 0, new int[1], 0, 1); return 1;",
                "core/track | return java.util.List.of(1);",
                "format/text | return java.util.Map.of();"
            })
    void whatIsAllowedIsNotTold(String room, String body) {
        assertEquals(List.of(), told(Purity.breaches(method(room, body))));
    }

    @Test
    void transcendentalFunctionsAreToldOutsideExact() {
        House house = house(
                "core/track/A.java",
                "final class A {\n double a(double x) { return Math.sqrt(x) + Math.fma(x, x, x)\n + Math.sin(x); } }",
                "math/Exact.java",
                "final class Exact { static double sin(double x) { return StrictMath.sin(x); } }");

        assertTold("core/track/A.java:4: Math.sin", Purity.inexactFunctions(house));
    }

    @Test
    void strictMathIsToldOutsideExactAndMathIsToldInside() {
        House house = house(
                "math/A.java", "final class A { double a(double x) { return StrictMath.cos(x); } }",
                "math/Exact.java", "final class Exact { double a(double x) { return Math.pow(x, x); } }");

        assertEquals(2, told(Purity.inexactFunctions(house)).size());
    }

    @ParameterizedTest
    @CsvSource({
        "edge/serve, tools.jackson.databind.json.JsonMapper",
        "format/zones, tools.jackson.core.JsonParser",
        "format/cap, javax.xml.stream.XMLInputFactory",
        "node, io.helidon.webserver.WebServer",
        "edge/feed, picocli.CommandLine",
        "model, org.slf4j.Logger"
    })
    void aLibraryPastItsDoorIsTold(String room, String library) {
        House house = house(room + "/A.java", "final class A { Class<?> a() { return " + library + ".class; } }");

        assertTold(
                library + (library.startsWith("org.slf4j") ? " has no door" : " is used only in"),
                Doors.bypassed(house));
    }

    @Test
    void aLibraryThroughItsDoorIsNotTold() {
        House house = house(
                "app/A.java", "final class A { Class<?> a() { return picocli.CommandLine.class; } }",
                "format/text/A.java", "final class A { Class<?> a() { return tools.jackson.core.JsonParser.class; } }");

        assertEquals(List.of(), told(Doors.bypassed(house)));
    }

    private static String lines(int count, String line) {
        return IntStream.range(0, count).mapToObj(i -> line + "\n").collect(Collectors.joining());
    }

    private static String numbered(int count, String line) {
        return IntStream.range(0, count)
                .mapToObj(i -> line.replace("#", String.valueOf(i)))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aMethodOverFortyLinesIsToldAndCommentsDoNotCount() {
        House longer = house("app/A.java", "final class A {\nvoid a(int i) {\n" + lines(39, "i++;") + "}\n}");
        assertTold("app/A.java:3: 41 lines of code in A.a, 40 allowed", Sizes.beyond(longer));

        House justRight = house(
                "app/A.java", "final class A {\nvoid a(int i) {\n" + lines(38, "i++;") + lines(9, "// why\n") + "}\n}");
        assertEquals(List.of(), told(Sizes.beyond(justRight)));
    }

    @Test
    void aKernelMayHaveMoreLinesAndParametersButNotBePublic() {
        String kernel =
                "void a(" + numbered(12, "int i#,").replaceFirst(",$", "") + ") {\n" + lines(90, "i0++;") + "}\n";
        String type = "@interface Kernel {}\nfinal class A {\n@Kernel ";

        assertEquals(List.of(), told(Sizes.beyond(house("app/A.java", type + kernel + "}"))));
        assertTold("not package-private", Sizes.beyond(house("app/A.java", type + "public " + kernel + "}")));
    }

    @Test
    void aSwitchOfOneLineArmsIsATableAndDoesNotCount() {
        String table = "return switch (i) {\n" + numbered(60, "case # -> -i;") + "\ndefault -> i;\n};\n";
        String blocks = "return switch (i) {\n" + numbered(60, "case # -> { yield -i; }") + "\ndefault -> i;\n};\n";

        assertEquals(
                List.of(),
                told(Sizes.beyond(house("app/A.java", "final class A {\nint a(int i) {\n" + table + "}\n}"))));
        assertTold(
                "lines of code in A.a",
                Sizes.beyond(house("app/A.java", "final class A {\nint a(int i) {\n" + blocks + "}\n}")));
    }

    @Test
    void aFileOverFourHundredLinesIsTold() {
        assertTold(
                "402 lines of code in a file",
                Sizes.beyond(house("app/A.java", "final class A {\n" + numbered(400, "int i#;") + "\n}")));
    }

    @Test
    void sixParametersAreToldAndFifteenComponents() {
        House parameters = house("app/A.java", "final class A { void a(int a, int b, int c, int d, int e, int f) {} }");
        assertTold("6 parameters of A.a, 5 allowed", Sizes.beyond(parameters));

        String header = numbered(15, "int i#,").replaceFirst(",$", "");
        assertTold("15 components in record R", Sizes.beyond(house("app/A.java", "record R(" + header + ") {}")));
    }

    @ParameterizedTest
    @CsvSource({
        "TrackManager",
        "TrackHelper",
        "Utils",
        "MathUtil",
        "FeedImpl",
        "TrackService",
        "AbstractFeed",
        "BaseFeed"
    })
    void aNameThatSaysNothingIsTold(String name) {
        assertTold(
                "name " + name + " says nothing", Shapes.badNames(house("app/A.java", "final class " + name + " {}")));
    }

    @Test
    void aGetterIsToldUnlessAnInterfaceOfOthersAsksForIt() {
        House house = house(
                "app/A.java",
                "final class A extends RuntimeException {\n int getSpeed() { return 1; }\n"
                        + " @Override public String getMessage() { return \"\"; }\n void getsBetter() {} }");

        assertTold("app/A.java:3: getter getSpeed", Shapes.badNames(house));
    }

    @Test
    void anOpenClassIsTold() {
        House house = house(
                "app/A.java",
                "class A { Object o = new Object() {}; }\nfinal class B {}\nsealed abstract class C {}\n"
                        + "final class D extends C {}\nrecord E() {}\nenum F { X { } }\ninterface G {}");

        assertTold("app/A.java:2: class A is open", Shapes.openClasses(house));
    }

    @Test
    void anUndocumentedPublicTypeIsTold() {
        House house = house(
                "app/A.java",
                "/// A thing.\n@Deprecated\npublic final class A {\n  public record B() {}\n  /// A thing.\n  public enum C { X }\n}");

        assertTold("app/A.java:5: public B is not documented", Shapes.undocumented(house));
    }

    @Test
    void anAssertInTheCoreIsTold() {
        assertTold(
                "core/track/A.java:4: assert in core.track",
                Shapes.asserts(method("core/track", "assert x > 0; return 1;")));
    }

    @Test
    void aHashBehindMapIsTold() {
        House hidden = method("core/track", "java.util.Map<String, String> m = new java.util.HashMap<>(); return m;");
        House shown =
                method("core/track", "java.util.HashMap<String, String> m = new java.util.HashMap<>(); return m;");

        assertTold("a hash declared as", Shapes.hiddenHashes(hidden));
        assertEquals(List.of(), told(Shapes.hiddenHashes(shown)));
    }

    @Test
    void aRoomWithoutPackageInfoIsTold() {
        assertTold("room app has no package-info", Shapes.badPackageInfos(house("app/A.java", "final class A {}")));
    }

    @Test
    void aPackageInfoWithoutSentenceOrNullMarkedIsTold() {
        String infoOnly = "\n";

        List<String> told = told(Shapes.badPackageInfos(house("app/package-info.java", infoOnly)));

        assertEquals(2, told.size(), told.toString());
        assertTrue(told.getFirst().contains("@NullMarked") && told.getLast().contains("purpose"), told.toString());
    }

    @Test
    void inheritingTwiceIsToldExceptForExceptions() {
        House house = house(
                "app/A.java",
                "class A {}\nclass B extends A {}\nclass C extends B {}\n"
                        + "class D extends RuntimeException {}\nclass E extends D {}");

        assertTold("C inherits over two levels", Depth.inheritance(house));
    }

    @Test
    void recursionInTheCoreIsToldDirectAndRoundACorner() {
        House house = house(
                "core/track/A.java",
                "final class A {\n int a(int i) {\n return i > 0 ? a(i - 1) : 0; }\n"
                        + " int b(int i) { return c(i); }\n int c(int i) { Runnable r = () -> b(i); r.run(); return 1; }\n"
                        + " int d(int i) { return d(i, 1); }\n int d(int i, int j) { return i + j; } }",
                "format/text/A.java",
                "final class A { int a(int i) { return a(i); } }");

        List<String> told = told(Depth.recursion(house));

        assertEquals(3, told.size(), told.toString());
        assertTrue(told.stream().allMatch(line -> line.contains("recursion in core")), told.toString());
    }

    @Test
    void linesWithCodeAreCountedPastCommentsAndStrings() {
        String text = String.join(
                "\n",
                Arrays.asList(
                        "/* a comment",
                        "of lines */ int a;",
                        "// int b;",
                        "String c = \"// text\";",
                        "",
                        "char d = '\"'; // e",
                        "String f = \"\"\"",
                        "  // in a text block",
                        "  \"\"\";"));

        assertEquals(
                List.of(2, 4, 6, 7, 8, 9), CodeLines.of(text).stream().boxed().toList());
    }
}
