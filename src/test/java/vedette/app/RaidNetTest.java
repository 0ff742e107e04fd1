package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.Shared;
import vedette.format.lines.NetLines;
import vedette.model.Moment;
import vedette.model.SensorId;
import vedette.simulate.raids.RaidSetting;
import vedette.simulate.raids.RaidWorld;

/// `raid` over a net of listening nodes.
final class RaidNetTest {
    @TempDir
    Path folder;

    @Test
    void whoBeatUntilTheEndBeatsOnAndTheDeadDoNot() {
        List<NetLines.Beats> beats = List.of(
                new NetLines.Beats(new SensorId("alive"), 0, 600, 60),
                new NetLines.Beats(new SensorId("dead"), 0, 0, 60));
        RaidNet.Pulse pulse = new RaidNet(List.of(), beats, new Moment(0)).pulse();

        int first = pulse.until(new Moment(0)).size();
        int later = pulse.until(new Moment(0).plusS(1_200)).size();

        assertEquals(2, first);
        assertEquals(20, later);
    }

    @Test
    @Tag("long")
    void aRaidOfNineIsWarnedOfInTime() throws IOException {
        RaidWorld world = new RaidWorld(RaidSetting.usual(3, 9).lying(0.01));
        RaidFolders.write(world, folder);

        RaidFolders.Score score = RaidFolders.run(world, folder);

        assertEquals(score.arrivals(), score.threeMinutes(), score.toString());
        assertTrue(score.cityLeadsS().get(score.cityLeadsS().size() / 2) >= 600, score.toString());
        assertTrue(score.falseCities() <= 1 && score.falseWarnings() <= 1 && score.open() == 0, score.toString());
        assertTrue(score.deadFound() >= 0.9 * score.deadAll(), score.toString());
        assertTrue(score.deadFound() >= 0.8 * (score.deadFound() + score.deadWrong()), score.toString());
    }

    @Test
    @Tag("long")
    void everyCityOfThePublicRaidIsWarnedTwentyMinutesAhead() throws IOException {
        Path raid =
                Shared.file("data/lowaltitude/raids/raid_40/measurements.jsonl").getParent();

        Main.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                "raid",
                raid.toString(),
                "--out",
                folder.toString());

        List<String> issued = Files.readAllLines(folder.resolve("warnings.jsonl")).stream()
                .filter(line -> line.contains("\"stage\": \"ISSUED\""))
                .toList();
        assertWarned(issued, "NORTH", 3_341);
        assertWarned(issued, "WEST", 4_420);
        assertWarned(issued, "SOUTH", 2_560);
        assertWarned(issued, "CENTRE", 3_530);
    }

    private static void assertWarned(List<String> issued, String city, double arrivalS) {
        double first = issued.stream()
                .filter(line -> line.contains("\"areas\": [\"" + city + "\"]"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll(".*\"t\": ([0-9.]+),.*", "$1")))
                .min()
                .orElseThrow();
        assertTrue(first < arrivalS - 1_200, city + " warned at " + first);
    }
}
