package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vedette.Shared;
import vedette.format.text.Json;
import vedette.format.text.JsonText;

/// Real drone flights among simulated birds: who enters the protected circle is warned of in time, and no
/// bird ever is.
class FlightFoldersTest {
    /// A track is what flies within so many metres of it, most of the time.
    private static final double NEAR_M = 60;

    /// A radar's third plot, counted from its first, and three seconds to say something.
    private static final double AT_ONCE_S = 2.35 + 3;

    private static final double AHEAD_S = 10;

    @TempDir
    Path out;

    private record Row(int second, String id, String kind, double eastM, double northM) {}

    @ParameterizedTest
    @ValueSource(strings = {"single_real_drone", "swarm_with_birds", "birds_only", "radar_dies"})
    void everyDroneThatEntersIsWarnedOfAndNoBird(String name) throws IOException {
        Path folder = Shared.file("data/lowaltitude/flights/" + name);

        assertWatched(folder, folder);
    }

    /// The same flights as SAPIENT nodes tell them: no cross sections, no rotor modulation, no bearings, only places
    /// and a class for some of the looks.
    @ParameterizedTest
    @ValueSource(strings = {"single_real_drone", "swarm_with_birds", "birds_only", "radar_dies"})
    void thatHoldsWhenTheyComeBySapientMessagesAlone(String name) throws IOException {
        Path folder = Shared.file("data/lowaltitude/flights/" + name);
        Path messages = Files.createDirectory(out.resolve("messages"));
        Files.copy(folder.resolve("sapient.bin"), messages.resolve("sapient.bin"));
        Files.copy(folder.resolve("zones.geojson"), messages.resolve("zones.geojson"));

        assertWatched(messages, folder);
    }

    private void assertWatched(Path recording, Path folder) throws IOException {
        StringWriter err = new StringWriter();
        int code = Main.run(
                new PrintWriter(err), new PrintWriter(err), "raid", recording.toString(), "--out", out.toString());
        assertEquals(0, code, err.toString());
        List<Row> truth = rows(folder.resolve("truth.csv"), "time,id,kind,latitude,longitude");
        Map<String, String> owners = owners(truth, rows(out.resolve("tracks.csv"), "time_s,track_id,kind,lat,lon"));

        Map<String, Double> warned = warned(owners);

        for (String who : warned.keySet()) {
            assertTrue(
                    who.startsWith("drone"),
                    who + " was warned of: " + Files.readString(out.resolve("warnings.jsonl")));
        }
        Json expected = ((JsonText.Read) JsonText.read(Files.readString(folder.resolve("expected.json")))).value();
        if (expected.member("zoneEntrySecond").orElseThrow() instanceof Json.Members(List<Json.Member> entries)) {
            for (Json.Member entry : entries) {
                double entryS = entry.value().number().orElseThrow();
                assertInTime(entry.name(), entryS, firstS(truth, entry.name()), warned);
            }
        }
        expected.number("radarSilentFromSecond").ifPresent(this::assertSilenceTold);
    }

    private static void assertInTime(String who, double entryS, double firstS, Map<String, Double> warned) {
        double atS = warned.getOrDefault(who, Double.POSITIVE_INFINITY);
        boolean ahead = atS <= entryS - AHEAD_S;
        boolean atOnce = atS <= firstS + AT_ONCE_S;
        assertTrue(ahead || (atOnce && entryS - firstS < AHEAD_S), who + " enters at " + entryS + ", warned at " + atS);
    }

    private void assertSilenceTold(double sinceS) {
        try {
            assertTrue(
                    lines("sensors.jsonl").stream()
                            .anyMatch(line -> line.text("state").orElse("").equals("SILENT")
                                    && line.number("t").orElseThrow() > sinceS
                                    && line.number("t").orElseThrow() <= sinceS + 10),
                    "the radar's silence was not told within ten seconds");
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }

    private static double firstS(List<Row> truth, String id) {
        return truth.stream()
                .filter(row -> row.id.equals(id))
                .mapToInt(Row::second)
                .min()
                .orElseThrow();
    }

    // When each object was first warned of.
    private Map<String, Double> warned(Map<String, String> owners) throws IOException {
        Map<String, Double> warned = new TreeMap<>();
        for (Json line : lines("warnings.jsonl")) {
            if (line.text("kind").orElse("").equals("INTRUSION")) {
                for (double track : line.numbers("tracks")) {
                    String who = owners.getOrDefault(Long.toString((long) track), "nobody");
                    warned.merge(who, line.number("t").orElseThrow(), Math::min);
                }
            }
        }
        return warned;
    }

    private List<Json> lines(String name) throws IOException {
        List<Json> lines = new ArrayList<>();
        for (String line : Files.readAllLines(out.resolve(name))) {
            lines.add(((JsonText.Read) JsonText.read(line)).value());
        }
        return lines;
    }

    // Whose each track is: the object that it is nearest to most often.
    private static Map<String, String> owners(List<Row> truth, List<Row> tracks) {
        Map<Integer, List<Row>> at = new TreeMap<>();
        truth.forEach(
                row -> at.computeIfAbsent(row.second, _ -> new ArrayList<>()).add(row));
        Map<String, Map<String, Integer>> times = new TreeMap<>();
        for (Row track : tracks) {
            Row nearest = null;
            for (Row object : at.getOrDefault(track.second, List.of())) {
                nearest = nearest == null || distance(track, object) < distance(track, nearest) ? object : nearest;
            }
            if (nearest != null && distance(track, nearest) < NEAR_M) {
                times.computeIfAbsent(track.id, _ -> new TreeMap<>()).merge(nearest.id, 1, Integer::sum);
            }
        }
        Map<String, String> owners = new TreeMap<>();
        times.forEach((track, objects) -> owners.put(
                track,
                objects.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey()));
        return owners;
    }

    private static double distance(Row a, Row b) {
        return Math.hypot(a.eastM - b.eastM, a.northM - b.northM);
    }

    // second, id, kind, latitude and longitude of a CSV file, by its names for them.
    private static List<Row> rows(Path file, String names) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> header = List.of(lines.getFirst().split(","));
        int[] columns = java.util.Arrays.stream(names.split(","))
                .mapToInt(header::indexOf)
                .toArray();
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            double lat = Double.parseDouble(fields[columns[3]]);
            double lon = Double.parseDouble(fields[columns[4]]);
            rows.add(new Row(
                    (int) Double.parseDouble(fields[columns[0]]),
                    fields[columns[1]],
                    fields[columns[2]],
                    Math.toRadians(lon) * 6_378_137 * Math.cos(Math.toRadians(lat)),
                    Math.toRadians(lat) * 6_356_752));
        }
        return rows;
    }
}
