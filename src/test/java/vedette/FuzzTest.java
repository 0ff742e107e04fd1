package vedette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Hostile bytes: every decoder under the fuzzer (Jazzer), seconds each in the normal suite, ten minutes each
/// in the long one. A target is a public class with `public static void fuzzerTestOneInput(byte[])`, and
/// perhaps `public static List<byte[]> seeds()`; it fails by throwing.
///
/// The fuzzer runs in a process of its own: it instruments every class, and a hang or a growth must not end the
/// suite. As many run at a time as there are processors, two at most: most of their time they start. So in the normal
/// suite a few targets share one.
class FuzzTest {
    private static final int SECONDS = Integer.getInteger("vedette.fuzz.seconds", 2);
    private static final int LONG_SECONDS = Integer.getInteger("vedette.fuzz.longSeconds", 600);

    private static final int SEED = 20_261_124;

    /// Targets that share a process in the normal suite.
    private static final int TOGETHER = 4;

    /// An input that takes longer hangs. On a busy machine the first one, which loads the classes, took over ten.
    private static final int TIMEOUT_S = 30;

    /// Of the whole process, with the fuzzer's own tables.
    private static final int RSS_LIMIT_MB = 2048;

    /// By the beginnings of their files' names.
    private static final List<String> DECODERS_NEED = List.of("jazzer", "jackson", "snakeyaml");

    /// One line a target.
    static Stream<String> targets() {
        return Stream.of(
                "vedette.app.BenchFilesFuzz",
                "vedette.app.SettingsReaderFuzz",
                "vedette.edge.serve.AccountsTextFuzz",
                "vedette.edge.serve.IdTokenFuzz",
                "vedette.edge.serve.OrderTextFuzz",
                "vedette.format.adsb.AvrFuzz",
                "vedette.format.adsb.BeastFuzz",
                "vedette.format.adsb.ModeSCsvFuzz",
                "vedette.format.adsb.ModeSFuzz",
                "vedette.format.asterix.AsterixFuzz",
                "vedette.format.asterix.AsterixRoundTripFuzz",
                "vedette.format.asterix.AsterixLineFuzz",
                "vedette.format.carrier.FramesFuzz",
                "vedette.format.mqtt.MqttFuzz",
                "vedette.format.remoteid.RemoteIdFuzz",
                "vedette.format.sapient.SapientFuzz",
                "vedette.format.sapient.SapientDecoderFuzz",
                "vedette.format.share.ShareFuzz",
                "vedette.canon.CanonFuzz",
                "vedette.format.journal.SegmentFuzz",
                "vedette.format.cap.CapFuzz",
                "vedette.format.cot.CotFuzz",
                "vedette.format.flightlog.FlightLogFuzz",
                "vedette.format.ground.Egm96Fuzz",
                "vedette.format.lines.SensedFuzz",
                "vedette.format.lines.CatalogueFuzz",
                "vedette.format.lines.TablesFuzz",
                "vedette.format.orbit.OrbitFuzz",
                "vedette.format.text.TextFuzz",
                "vedette.format.text.XmlSealFuzz",
                "vedette.format.zones.FlightFileFuzz",
                "vedette.format.zones.ZonesFuzz",
                "vedette.simulate.ScenarioTextFuzz");
    }

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    static Path folder;

    private static final ExecutorService SOME = Executors.newFixedThreadPool(
            Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 2),
            Thread.ofPlatform().daemon().factory());

    /// What became of each process, by its targets.
    private static final Map<List<String>, Future<String>> BEGUN = new ConcurrentHashMap<>();

    @AfterAll
    static void endAll() {
        SOME.shutdownNow();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void hostileBytesDoNoHarm(String target) throws Exception {
        assertEquals("", outcome(target, TOGETHER, SECONDS));
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("targets")
    void tenMinutesOfHostileBytesDoNoHarm(String target) throws Exception {
        assertEquals("", outcome(target, 1, LONG_SECONDS));
    }

    // The first that is asked for begins all.
    private static String outcome(String target, int together, int seconds) throws Exception {
        List<String> all = targets().toList();
        List<String> asked = List.of();
        for (int from = 0; from < all.size(); from += together) {
            List<String> some = all.subList(from, Math.min(all.size(), from + together));
            BEGUN.computeIfAbsent(some, _ -> SOME.submit(() -> fuzz(some, seconds * some.size())));
            asked = some.contains(target) ? some : asked;
        }
        return BEGUN.get(asked).get();
    }

    // Nothing, or what went wrong.
    private static String fuzz(List<String> targets, int seconds) throws Exception {
        Path own = Files.createDirectory(folder.resolve(targets.getFirst() + "-" + seconds));
        Path log = own.resolve("fuzz.log");
        Process process = new ProcessBuilder(command(targets, own, seconds))
                .directory(own.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            // Starting and instrumenting takes long on a busy machine.
            if (!process.waitFor(seconds + 180L, TimeUnit.SECONDS)) {
                return targets + ": the fuzzer hangs:\n" + tail(log);
            }
            boolean well = process.exitValue() == 0 && tail(log).contains("Done ");
            return well ? "" : targets + " ended with " + process.exitValue() + ":\n" + tail(log);
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> command(List<String> targets, Path own, int seconds) throws Exception {
        Path corpus = Files.createDirectory(own.resolve("corpus"));
        for (int i = 0; i < targets.size(); i++) {
            writeSeeds(targets.get(i), i, corpus);
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-D" + FuzzSeveral.TARGETS + "=" + String.join(",", targets),
                "-cp",
                decodersAndFuzzer(),
                "com.code_intelligence.jazzer.Jazzer"));
        if (seconds < 60) {
            // Most of such a run is starting, where the second compiler takes more than it gives.
            command.add(1, "-XX:TieredStopAtLevel=1");
        }
        command.addAll(List.of(
                "--target_class=" + FuzzSeveral.class.getName(),
                "--instrumentation_includes=vedette.**",
                "-max_total_time=" + seconds,
                "-timeout=" + TIMEOUT_S,
                "-rss_limit_mb=" + RSS_LIMIT_MB,
                "-max_len=2049",
                corpus.toString()));
        if (seconds < 60) {
            // What every change is tried with is the same for all; the long run draws anew.
            command.add("-seed=" + SEED);
        }
        return command;
    }

    // The fuzzer looks through every library that it is given before it begins, and decoders need next to none: to give
    // it the few halves the start. What a decoder comes to need fails here by its name.
    private static String decodersAndFuzzer() {
        return Stream.of(ClassPath.text().split(File.pathSeparator))
                .filter(each -> !each.endsWith(".jar")
                        || DECODERS_NEED.stream()
                                .anyMatch(Path.of(each).getFileName().toString()::startsWith))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void writeSeeds(String target, int place, Path corpus)
            throws ReflectiveOperationException, IOException {
        Object seeds;
        try {
            seeds = Class.forName(target).getMethod("seeds").invoke(null);
        } catch (NoSuchMethodException _) {
            return;
        } catch (InvocationTargetException broken) {
            throw new IllegalStateException(target + ".seeds() fails", broken);
        }
        int number = 0;
        for (Object seed : (List<?>) seeds) {
            byte[] bytes = (byte[]) seed;
            byte[] addressed = new byte[bytes.length + 1];
            addressed[0] = (byte) place;
            System.arraycopy(bytes, 0, addressed, 1, bytes.length);
            Files.write(corpus.resolve("seed" + place + "-" + number++), addressed);
        }
    }

    private static String tail(Path log) {
        try {
            List<String> lines = Files.readString(log, StandardCharsets.ISO_8859_1)
                    .lines()
                    .filter(line -> !line.startsWith("INFO:") && !line.matches("#\\d+\\s+(NEW|REDUCE|pulse|RELOAD).*"))
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException gone) {
            return gone.toString();
        }
    }
}
