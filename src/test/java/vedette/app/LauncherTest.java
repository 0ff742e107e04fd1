package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher `./vedette` in a folder of its own with spaces in its name, with a JDK and a Maven that only say what
/// they
/// were asked.
class LauncherTest {
    private record Run(int code, String out, String err) {}

    @TempDir
    Path temp;

    private Path project;
    private Path jdk;
    private Path tools;

    @BeforeEach
    void aProjectAJdkAndAMaven() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: no /bin/sh");
        project = Files.createDirectories(temp.resolve("my project"));
        jdk = temp.resolve("jdk 99");
        tools = temp.resolve("tools");
        script(project.resolve("vedette"), Files.readString(Path.of("vedette")));
        write(project.resolve("pom.xml"), "<project/>");
        write(project.resolve("src/main/java/A.java"), "class A {}");
        write(project.resolve("src/test/java/vedette/model/ATest.java"), "class ATest {}");
        aJdk(jdk, "99.0.1");
        script(
                tools.resolve("mvn"),
                "#!/bin/sh\necho \"$JAVA_HOME|$*\" >>'" + temp + "/mvn.log'\n"
                        + "[ -e broken ] && echo '[ERROR] /x/A.java:[1,2] broken' && exit 1\n"
                        + "mkdir -p target && touch target/vedette.jar\n"
                        + "echo '[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 1'\n");
    }

    private static void aJdk(Path home, String version) throws IOException {
        write(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/java"), "#!/bin/sh\nfor word in \"$@\"; do echo \"<$word>\"; done\n");
        script(home.resolve("bin/javac"), "#!/bin/sh\n");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void script(Path file, String text) throws IOException {
        write(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Run vedette(String... args) throws IOException, InterruptedException {
        return run(temp, project.resolve("vedette"), args);
    }

    private Run run(Path folder, Path launcher, String... args) throws IOException, InterruptedException {
        Path out = temp.resolve("out.txt");
        Path err = temp.resolve("err.txt");
        ProcessBuilder process =
                new ProcessBuilder(Stream.concat(Stream.of("/bin/sh", launcher.toString()), Stream.of(args))
                        .toList());
        process.directory(folder.toFile());
        process.redirectOutput(out.toFile()).redirectError(err.toFile());
        process.environment().keySet().removeIf(name -> name.startsWith("VEDETTE_") || name.endsWith("MAVEN_OPTS"));
        process.environment().put("JAVA_HOME", jdk.toString());
        process.environment().put("PATH", tools + ":/usr/bin:/bin");
        int code = process.start().waitFor();
        return new Run(code, Files.readString(out), Files.readString(err));
    }

    private List<String> builds() throws IOException {
        Path log = temp.resolve("mvn.log");
        return Files.exists(log) ? Files.readAllLines(log, StandardCharsets.UTF_8) : List.of();
    }

    @Test
    void theFirstCallBuildsWithTheJdkItFoundAndRuns() throws Exception {
        Run run = vedette("decode", "a b", "*");

        assertEquals(0, run.code(), run.err());
        assertTrue(
                run.out().endsWith("<-jar>\n<" + real(project) + "/target/vedette.jar>\n<decode>\n<a b>\n<*>\n"),
                run.out());
        assertEquals(1, builds().size(), builds().toString());
        assertTrue(
                builds().getFirst().startsWith(jdk + "|") && builds().getFirst().contains("-Dquick"),
                builds().toString());
    }

    private static Path real(Path path) throws IOException {
        return path.toRealPath();
    }

    @Test
    void nothingIsBuiltWhileTheSourcesStay() throws Exception {
        vedette("one");
        vedette("two");

        assertEquals(1, builds().size());
    }

    @Test
    void aTouchedAnAddedAndARemovedSourceEachBuildAgain() throws Exception {
        vedette("one");
        Files.setLastModifiedTime(project.resolve("pom.xml"), FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
        vedette("two");
        write(project.resolve("web/page one.html"), "x");
        vedette("three");
        Files.delete(project.resolve("web/page one.html"));
        vedette("four");

        assertEquals(4, builds().size());
    }

    @Test
    void itWorksThroughASymlinkFromAnywhere() throws Exception {
        Path link = Files.createSymbolicLink(temp.resolve("v"), Path.of("my project/vedette"));

        Run run = run(Path.of("/"), link, "x");

        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains(real(project) + "/target/vedette.jar"), run.out());
    }

    @Test
    void anOldJavaHomeIsPassedOver() throws Exception {
        aJdk(jdk, "17.0.1");

        Run run = vedette("x");

        assertFalse(run.out().contains("<x>") && builds().getFirst().startsWith(jdk + "|"), builds().toString());
    }

    @Test
    void aFailedBuildIsOneLineThatNamesTheSourceAndTheLog() throws Exception {
        write(project.resolve("broken"), "");

        Run run = vedette("x");

        assertEquals(1, run.code());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains("A.java:[1,2] broken") && run.err().contains("build.log"), run.err());
    }

    @Test
    void theServiceRunsOnTheCollectorWithShortPauses() throws Exception {
        assertTrue(vedette("run").out().contains("<-XX:+UseZGC>"));
        assertTrue(vedette("decode").out().contains("<-XX:+UseSerialGC>"));
    }

    @Test
    void aRoomsTestsRunWithTheHouseRulesAndEndWithTheSum() throws Exception {
        Run run = vedette("test", "model");

        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().endsWith("Tests run: 3, Failures: 0, Errors: 0, Skipped: 1\n"), run.out());
        assertTrue(
                builds().getFirst().contains("vedette/ArchitectureTest,vedette/model/**/*Test"), builds().toString());
    }

    @Test
    void anUnknownRoomIsWrongUsageAndTellsWhichThereAre() throws Exception {
        Run run = vedette("test", "modle");

        assertEquals(2, run.code());
        assertEquals("vedette: test: no tests in a room 'modle'. There are: model \n", run.err());
        assertEquals(List.of(), builds());
    }

    @Test
    void unknownOptionsAreWrongUsage() throws Exception {
        assertEquals(2, vedette("test", "--fast").code());
        assertEquals(2, vedette("bench", "--fast").code());
        assertEquals(2, vedette("test", "model", "math").code());
    }
}
