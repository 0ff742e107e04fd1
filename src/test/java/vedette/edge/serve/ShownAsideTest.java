package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vedette.edge.DeliveryState;
import vedette.edge.Emission;
import vedette.format.text.Json;
import vedette.model.Area;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.ForeignAlert;
import vedette.model.LatLon;
import vedette.model.Moment;
import vedette.model.Output;

/// What stands beside the engine's picture, at the HTTP interface and for pages.
class ShownAsideTest {
    private static final String KEY = "a-generated-operator-key";
    private static final Moment NOON = FakePicture.BEGIN;

    private final DisplayServer display =
            new DisplayServer(DisplaySettings.of(Domain.TEST, KEY).at("127.0.0.1", 0), (_, _) -> true, node());

    /// A node with a neighbour's alert and a channel in trouble.
    static NodeView node() {
        return new NodeView() {
            @Override
            public Report report() {
                return NodeView.PLAIN.report();
            }

            @Override
            public String metrics() {
                return "";
            }

            @Override
            public List<DeliveryState> channels() {
                return List.of(new DeliveryState(
                        "national",
                        1,
                        12.34,
                        Optional.of("Connection refused"),
                        Optional.of(NOON),
                        7,
                        Optional.of(new DeliveryState.Had("LIVE.IMPACT-1.2", NOON)),
                        1,
                        List.of(new DeliveryState.Dead("LIVE.IMPACT-0.1", NOON, "HTTP status 500"))));
            }
        };
    }

    private static ForeignAlert alert() {
        return new ForeignAlert(
                "fi",
                "fmi@fi.example",
                "F1",
                "signed by CN=fmi",
                ForeignAlert.Status.ACTUAL,
                ForeignAlert.Type.ALERT,
                new ForeignAlert.Said("storm", "Storm <b>", "Stay in", "Uusimaa", "Immediate", "Severe", "Likely"),
                NOON,
                NOON.plusS(3_600),
                List.of(List.of(LatLon.ofDegrees(60, 24), LatLon.ofDegrees(60, 25), LatLon.ofDegrees(61, 25))),
                List.of(new Area.Circle(LatLon.ofDegrees(60, 24), 5_000)));
    }

    @BeforeEach
    void open() throws Exception {
        display.start();
        display.send(overheard());
        for (int i = 0; i < 500 && foreign().isEmpty(); i++) {
            Thread.sleep(10);
        }
    }

    private List<Json> foreign() throws Exception {
        return new Wire(display.port()).get("/api/v1/foreign").json().items("foreign");
    }

    /// What one look at a neighbour's alerts brought.
    static Emission overheard() {
        return said(1, new Output.ForeignChanged(NOON, new Configuration.Foreign("fi", List.of(alert()), List.of())));
    }

    private static Emission said(long seq, Output output) {
        return new Emission(NOON, seq, 0, output);
    }

    @Test
    void whatItsSenderTookDownLeaves() throws Exception {
        display.send(said(
                2,
                new Output.ForeignChanged(NOON, new Configuration.Foreign("fi", List.of(), List.of(alert().key())))));

        for (int i = 0; i < 500 && !foreign().isEmpty(); i++) {
            Thread.sleep(10);
        }
        assertEquals(List.of(), foreign());
    }

    @AfterEach
    void close() {
        display.close();
    }

    @Test
    void othersAlertsSayWhoseTheyAre() throws Exception {
        Json alert = new Wire(display.port())
                .get("/api/v1/foreign")
                .json()
                .items("foreign")
                .getFirst();

        assertEquals(Optional.of(new Json.Truth(true)), alert.member("foreign"));
        assertEquals("fmi@fi.example", alert.text("sender").orElseThrow());
        assertEquals("signed by CN=fmi", alert.text("proven").orElseThrow());
        assertEquals(24, alert.items("polygons").getFirst().items().getFirst().numbers()[0]);
        assertTrue(new Wire(display.port()).get("/api/v1/warnings").body().contains("\"warnings\":[]"));
    }

    @Test
    void operatorsSeeWhatAChannelHasAndWhatItHasNot() throws Exception {
        Json all = channel("Authorization: Bearer " + KEY);
        Json part = channel("X-Nobody: x");

        assertEquals("Connection refused", all.text("fault").orElseThrow());
        assertEquals("LIVE.IMPACT-1.2", all.text("last", "parcel").orElseThrow());
        assertEquals(
                "LIVE.IMPACT-0.1", all.items("dead").getFirst().text("parcel").orElseThrow());
        assertEquals(12.3, all.number("oldestS").orElseThrow());
        assertEquals(Optional.of(new Json.Truth(false)), part.member("well"));
        assertTrue(part.member("fault").isEmpty() && part.member("dead").isEmpty());
    }

    private Json channel(String header) throws Exception {
        return new Wire(display.port())
                .get("/api/v1/channels", header)
                .json()
                .items("channels")
                .getFirst();
    }

    @Test
    void pagesAreToldOfBoth() throws Exception {
        try (Watcher watcher = new Watcher(display.port(), KEY)) {
            assertEquals(
                    "F1",
                    watcher.with("foreign")
                            .items("foreign")
                            .getFirst()
                            .text("identifier")
                            .orElseThrow());
        }
        try (Watcher watcher = new Watcher(display.port(), "")) {
            Json channel = watcher.with("channels").items("channels").getFirst();
            assertTrue(channel.member("fault").isEmpty(), channel::toString);
        }
    }
}
