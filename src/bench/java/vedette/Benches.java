package vedette;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;
import vedette.app.Accuracy;
import vedette.app.BarMarks;
import vedette.app.StepTails;

/// Runs the benches and prints a table: median and spread over the measured iterations, a row as each one ends.
///
/// A bench class may name its own `@Fork`, `@Warmup` and `@Measurement`; without them it gets one fork, three
/// warm-up and five measured seconds (JMH's own default would take eight minutes a bench).
public final class Benches {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Benches() {}

    /// Runs the benches whose full name contains a text; all of them without one.
    ///
    /// `accuracy SCENARIO_DIR…` is no bench of speed: it prints the table of the tracking benchmark ([Accuracy]).
    /// `bar [draws=20] [FOLDER…]` prints how far off told impact and launch points are ([BarMarks]).
    /// `steps SECONDS SCENARIO_DIR…` prints how long single steps of the tracker take ([StepTails]).
    ///
    /// @param args at most one text, as `Asterix` or `math.MatchingBench`; or `accuracy` and folders
    /// @throws RunnerException when a bench fails
    /// @throws IOException when a scenario's folder cannot be read
    public static void main(String[] args) throws RunnerException, IOException {
        if (args.length > 1 && args[0].equals("accuracy")) {
            Accuracy.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        if (args.length > 0 && args[0].equals("bar")) {
            BarMarks.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        if (args.length > 1 && args[0].equals("steps")) {
            StepTails.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        String wanted = args.length == 0 ? "" : args[0];
        List<String> names = names(wanted);
        if (names.isEmpty()) {
            System.err.println(
                    "vedette bench: no bench is called '" + wanted + "'. There are: " + String.join(" ", shortNames()));
            System.exit(2);
        }
        OUT.println(machine());
        OUT.printf(Locale.ROOT, "%-58s %12s %12s %12s %3s %s%n", "bench", "median", "least", "most", "n", "unit");
        for (String name : names) {
            run(name).forEach(Benches::print);
        }
    }

    private static List<String> names(String wanted) {
        return BenchmarkList.defaultList()
                .find(
                        OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT),
                        List.of(".*" + Pattern.quote(wanted) + ".*"),
                        List.of())
                .stream()
                .map(entry -> entry.getUsername())
                .distinct()
                .toList();
    }

    private static List<String> shortNames() {
        return names("").stream().map(Benches::withoutRoot).toList();
    }

    private static String withoutRoot(String name) {
        return name.replaceFirst("^vedette\\.", "");
    }

    private static Iterable<RunResult> run(String name) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(name) + "$")
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        Class<?> bench = classOf(name);
        if (!bench.isAnnotationPresent(Fork.class)) {
            options.forks(1);
        }
        if (!bench.isAnnotationPresent(Warmup.class)) {
            options.warmupIterations(3).warmupTime(TimeValue.seconds(1));
        }
        if (!bench.isAnnotationPresent(Measurement.class)) {
            options.measurementIterations(5).measurementTime(TimeValue.seconds(1));
        }
        return new Runner(options.build()).run();
    }

    private static Class<?> classOf(String name) {
        try {
            return Class.forName(name.substring(0, name.lastIndexOf('.')));
        } catch (ClassNotFoundException fault) {
            throw new IllegalStateException("JMH lists a bench that is not there: " + name, fault);
        }
    }

    private static void print(RunResult result) {
        Statistics seen = result.getPrimaryResult().getStatistics();
        OUT.printf(
                Locale.ROOT,
                "%-58s %12s %12s %12s %3d %s%n",
                label(result),
                figure(seen.getPercentile(50)),
                figure(seen.getMin()),
                figure(seen.getMax()),
                seen.getN(),
                result.getPrimaryResult().getScoreUnit());
    }

    private static String label(RunResult result) {
        StringBuilder label = new StringBuilder(withoutRoot(result.getParams().getBenchmark()));
        for (String key : result.getParams().getParamsKeys()) {
            label.append(' ').append(key).append('=').append(result.getParams().getParam(key));
        }
        return label.toString();
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.3f" : "%,.0f", value);
    }

    private static String machine() {
        return "%s, %d cores, %s %s, %s"
                .formatted(
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.vm.vendor"),
                        System.getProperty("java.version"),
                        System.getProperty("os.name"));
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.replaceFirst(".*: *", ""))
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException elsewhere) {
            return System.getProperty("os.arch");
        }
    }
}
