package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.Shared;

class EvaluateCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int vedette(String... args) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    /// A radar a kilometre south of a drone that flies east at 10 m/s, seen once a second but for every fifth second.
    private Path recording() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            double east = -200 + 10 * i;
            double azimuth = Math.toDegrees(Math.atan2(east, 1000));
            if (i % 5 != 4) {
                lines.append(("{\"received\":%s,\"time\":%d,\"sensor\":\"radar\",\"kind\":\"plot\",\"rangeM\":%s,"
                                + "\"azimuthDeg\":%s,\"sigma\":{\"rangeM\":5,\"azimuthDeg\":0.3},"
                                + "\"position\":[56.9,24.1,10]}\n")
                        .formatted(i + 0.4, i, Math.hypot(1000, east), azimuth < 0 ? azimuth + 360 : azimuth));
            }
        }
        Files.writeString(folder.resolve("measurements.jsonl"), lines);
        return folder;
    }

    private Path log() throws IOException {
        double north = 1000 / 111_320.0;
        StringBuilder lines = new StringBuilder("time,latitude,longitude\n");
        for (int i = 0; i < 40; i++) {
            double lon = 24.1 + (-200 + 10 * i) / (111_320.0 * Math.cos(Math.toRadians(56.9)));
            lines.append("%d,%s,%s\n".formatted(i, 56.9 + north, lon));
        }
        Path log = folder.resolve("flight.csv");
        Files.writeString(log, lines);
        return log;
    }

    @Test
    void aFlightIsHeldAgainstSensorsAndPicture() throws IOException {
        int code = vedette(
                "evaluate",
                log().toString(),
                recording().toString(),
                "--out",
                folder.resolve("sheets").toString());

        assertEquals(0, code, err.toString());
        String sheet = Files.readString(folder.resolve("sheets").resolve("sheet.html"));
        // Of the 39 whole seconds of the flight 31 are measured.
        assertTrue(sheet.contains("<td>79 %</td>"), sheet);
        assertTrue(sheet.contains("0.40, 0.40"), "the latency is 0.4 s");
        assertTrue(err.toString().contains("lost 0 times"), err.toString());
    }

    @Test
    void aRealFlightIsTrackedAndItsSensorsAreMeasured() throws IOException {
        Path flight = Shared.file("data/lowaltitude/flights/single_real_drone");
        List<String> truth = Files.readAllLines(flight.resolve("truth.csv"));
        Path log = folder.resolve("drone.csv");
        Files.writeString(
                log,
                truth.stream()
                        .filter(line -> line.startsWith("time") || line.contains("drone-1"))
                        .collect(Collectors.joining("\n")));

        int code = vedette(
                "evaluate",
                log.toString(),
                flight.toString(),
                "--heights",
                "ELLIPSOID",
                "--raise",
                "20",
                "--out",
                folder.toString());

        assertEquals(0, code, err.toString());
        assertTrue(err.toString().contains("lost 0 times"), err.toString());
        String sheet = Files.readString(folder.resolve("sheet.html"));
        assertTrue(sheet.contains("Detection by range of radar"), "a plot of detection by range");
        assertTrue(sheet.contains("remoteid") && sheet.contains("rf") && sheet.contains("radar"));
    }

    @Test
    void whatIsNoLogOrNoRecordingIsSaid() throws IOException {
        assertEquals(1, vedette("evaluate", folder.resolve("none").toString(), "x", "--out", folder.toString()));
        Files.writeString(folder.resolve("noise"), "hello");
        assertEquals(1, vedette("evaluate", folder.resolve("noise").toString(), "x", "--out", folder.toString()));
        assertEquals(
                1, vedette("evaluate", log().toString(), folder.resolve("none").toString(), "--out", "x"));
        assertTrue(err.toString().contains("There is no recording"), err.toString());
    }
}
