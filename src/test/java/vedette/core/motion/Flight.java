package vedette.core.motion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// A flight of `flights.txt`: boost parameters, burnout and impacts that another integrator found.
record Flight(double rangeKm, double lnBeta, double[] p, double burnoutS, double[] burnout, double[][] impacts) {
    static List<Flight> all() {
        return lines("flights.txt").stream().map(Flight::of).toList();
    }

    /// The flights that Orekit landed, with one impact each and without a burn.
    static List<Flight> byOrekit() {
        return lines("orekit.txt").stream().map(Flight::ofOrekit).toList();
    }

    private static Flight ofOrekit(String line) {
        String[] parts = line.split(" \\| ", -1);
        double[] start = numbers(parts[0]);
        return new Flight(
                0, Math.log(start[6]), new double[0], 0, Arrays.copyOf(start, 6), new double[][] {numbers(parts[1])});
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(Flight.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Flight of(String line) {
        String[] parts = line.split(" \\| ", -1);
        double[] head = numbers(parts[0]);
        double[] burnout = numbers(parts[1]);
        return new Flight(
                head[0],
                Math.log(head[1]),
                Arrays.copyOfRange(head, 3, head.length),
                burnout[0],
                Arrays.copyOfRange(burnout, 1, 7),
                new double[][] {numbers(parts[2]), numbers(parts[3])});
    }

    /// Burnout, ln β and a wind, as [Fall] starts.
    double[] start(double windEast, double windNorth) {
        double[] start = Arrays.copyOf(burnout, 9);
        start[6] = lnBeta;
        start[7] = windEast;
        start[8] = windNorth;
        return start;
    }

    int stages() {
        return (p.length - Ascent.STAGE) / Ascent.PER_STAGE;
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.strip().split(" +"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    static double distance(double[] a, int fromA, double[] b, int fromB) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += Math.pow(a[fromA + i] - b[fromB + i], 2);
        }
        return Math.sqrt(sum);
    }

    @Override
    public String toString() {
        return rangeKm + " km";
    }
}
