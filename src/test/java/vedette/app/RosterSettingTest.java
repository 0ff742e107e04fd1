package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.model.Configuration;
import vedette.model.LatLon;
import vedette.model.SensorId;
import vedette.model.Zone;

/// The roster of listening nodes in the settings, and feeds by a broker.
class RosterSettingTest {
    @TempDir
    private Path folder;

    private Settings read(String yaml) throws IOException {
        return SettingsReader.read(Files.writeString(folder.resolve("vedette.yaml"), yaml));
    }

    private static <T> T only(List<Configuration> all, Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList().getLast();
    }

    @Test
    void theEngineIsToldWhereTheNodesStandAndHowOftenTheirHeartsBeat() throws IOException {
        Files.writeString(folder.resolve("nodes.json"), """
                [{"id": "a1", "latitude": 50, "longitude": 30}, {"id": "a2", "latitude": 51, "longitude": 31}]""");
        Settings settings = read("""
                domain: test
                listeners:
                  files: [nodes.json]
                  nodes:
                    - {id: roof, lat: 50.5, lon: 30.5}
                  period_s: 300
                """);

        List<Configuration> told = Configurations.of(settings, List.of(), List.of());

        Configuration.Listeners nodes = only(told, Configuration.Listeners.class);
        assertEquals(3, nodes.nodes().size());
        assertEquals(LatLon.ofDegrees(50.5, 30.5), nodes.nodes().getLast().place());
        assertEquals(
                new Configuration.Expectation(new SensorId("a1"), 300, 60),
                only(told, Configuration.Feeds.class).feeds().getFirst());
    }

    @Test
    void whereNobodyNamesPlacesTheZonesPeopleAreWarnedOfRaids() throws IOException {
        Settings settings = read("domain: test\nlisteners:\n  nodes:\n    - {id: roof, lat: 50.5, lon: 30.5}\n");
        Zone zone = new Zone(
                new vedette.model.ZoneId("TOWN"),
                "Town",
                new vedette.model.Area.Circle(LatLon.ofDegrees(50, 30), 5000),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                60);

        List<Configuration> told = Configurations.of(settings, List.of(zone), List.of());

        assertEquals(
                "TOWN",
                only(told, Configuration.Places.class).places().getFirst().id());
    }

    @Test
    void aRosterThatCannotBeReadEndsTheStartInOneSentence() throws IOException {
        Files.writeString(folder.resolve("nodes.json"), "[{\"id\": \"a1\", \"latitude\": 95, \"longitude\": 30}]");

        Failure failure = assertThrows(Failure.class, () -> read("domain: test\nlisteners:\n  files: [nodes.json]\n"));
        assertTrue(
                failure.getMessage().contains("nodes.json")
                        && failure.getMessage().contains("item 1"),
                failure.getMessage());
        Failure twice = assertThrows(
                Failure.class,
                () -> read(
                        "domain: test\nlisteners:\n  nodes:\n    - {id: a, lat: 1, lon: 1}\n    - {id: a, lat: 2, lon: 1}\n"));
        assertTrue(twice.getMessage().contains("name a twice"), twice.getMessage());
    }

    @Test
    void aBrokersTopicsAreAskedFor() throws IOException {
        Failure failure = assertThrows(
                Failure.class,
                () -> read("domain: test\nfeeds:\n  - {name: n, type: lines-mqtt, address: 'localhost:1883'}\n"));
        assertTrue(failure.getMessage().contains("topics is missing"), failure.getMessage());

        Settings settings = read(
                "domain: test\nfeeds:\n  - {name: n, type: remoteid-mqtt, address: 'localhost:1883', topics: ['rid/#']}\n");
        assertEquals(
                "vedette-n", settings.feeds().getFirst().broker().orElseThrow().client());
    }
}
