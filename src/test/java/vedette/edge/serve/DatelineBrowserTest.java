package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import vedette.model.Area;
import vedette.model.Assessment;
import vedette.model.Domain;
import vedette.model.Impact;
import vedette.model.LatLon;
import vedette.model.Missile;
import vedette.model.Output;
import vedette.model.Zone;

/// The page where areas cross the antimeridian: they stand together, not at both ends of the world.
class DatelineBrowserTest {
    private static final int PATIENCE_S = 120;
    // With everything in view the antimeridian is the middle of the map.
    private static final String BOTH_SIDES = """
        (() => {
          const { clientWidth: w, clientHeight: h } = document.getElementById('overlay');
          return [-60, 60].every((dx) => vedette.painted(w / 2 + dx, h / 2 + 20));
        })()\
        """;
    private static final LatLon MIDDLE = LatLon.ofDegrees(-17, 180);

    private final DisplayServer display = new DisplayServer(
            DisplaySettings.of(Domain.EXERCISE, "a-generated-operator-key")
                    .at("127.0.0.1", 0)
                    .titled("Dateline")
                    .showing(List.of(zone()), List.of())
                    .warning(List.of()),
            (_, _) -> true,
            NodeView.PLAIN,
            new DisplayServer.Trial(Optional.empty(), TimeUnit.SECONDS.toNanos(60)));

    private static Zone zone() {
        Zone any = FakePicture.zones().getFirst();
        return new Zone(
                any.id(),
                any.title(),
                square(1.4),
                any.floor(),
                any.ceiling(),
                any.active(),
                any.appliesTo(),
                any.exceptAffiliations(),
                any.warnAheadS(),
                any.geoid());
    }

    private static Area square(double halfDeg) {
        List<LatLon> ring = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ring.add(LatLon.ofDegrees(
                    MIDDLE.latDeg() + (i < 2 ? -halfDeg : halfDeg), 180 + (i == 0 || i == 3 ? -halfDeg : halfDeg)));
        }
        return new Area.Polygon(ring, List.of());
    }

    private static Missile missile() {
        Missile any = FakeFlights.at(FakePicture.BEGIN, 100).stream()
                .filter(each -> each instanceof Output.Assessed(var _, Assessment.Flying _))
                .map(each -> ((Assessment.Flying) ((Output.Assessed) each).assessment()).missile())
                .findFirst()
                .orElseThrow();
        Impact impact = any.impact().orElseThrow();
        Impact.Spot spot = impact.whole();
        Impact.Spot there =
                new Impact.Spot(MIDDLE, spot.eastM2(), spot.northM2(), spot.eastNorthM2(), spot.at(), spot.sigmaS());
        return new Missile(
                any.number(),
                any.revision(),
                any.phase(),
                any.verdict(),
                any.odds(),
                any.confidence(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Impact(
                        List.of(new Impact.Part(1, there)),
                        there,
                        List.of(new Impact.Contour(0.5, square(0.5)), new Impact.Contour(0.95, square(1))),
                        impact.earliest(),
                        impact.latest())),
                any.support(),
                any.why());
    }

    @Test
    void anAreaOverTheAntimeridianStandsTogether() throws Exception {
        Optional<Path> chromium = Browser.installed();
        Assumptions.assumeTrue(
                chromium.isPresent(), "no Chromium here: install it, or name it in VEDETTE_CHROMIUM, to test the page");
        FakePicture fake = new FakePicture(Domain.EXERCISE, 0);
        display.start();
        try (Browser browser = new Browser(chromium.get(), 1280, 800)) {
            browser.open(display.operatorLink());
            browser.await("window.vedette && vedette.complete()", PATIENCE_S);
            fake.emitted(
                            FakePicture.BEGIN,
                            List.of(new Output.Assessed(FakePicture.BEGIN, new Assessment.Flying(missile()))))
                    .forEach(display::send);
            browser.await("vedette.flights().areas === 2", PATIENCE_S);
            browser.press("f");
            browser.await("vedette.zones() >= 2", PATIENCE_S);
            browser.await(BOTH_SIDES, PATIENCE_S);
            @Nullable String file = System.getenv("VEDETTE_PICTURE");
            if (file != null) {
                Files.write(Path.of(file), browser.picture());
            }
            assertEquals(List.of(), browser.errors());
        } finally {
            display.close();
        }
    }
}
