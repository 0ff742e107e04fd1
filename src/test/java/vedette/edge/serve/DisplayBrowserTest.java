package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import vedette.model.Assessment;
import vedette.model.Domain;
import vedette.model.Operator;
import vedette.model.Order;
import vedette.model.Output;
import vedette.model.Warning;

/// The page in a real browser: what is asserted is what was drawn, not what was sent.
class DisplayBrowserTest {
    private static final String KEY = "a-generated-operator-key";
    private static final int PATIENCE_S = 120;

    private final FakePicture fake = new FakePicture(Domain.EXERCISE, 40);
    private final DisplayServer display = new DisplayServer(
            DisplaySettings.of(Domain.EXERCISE, KEY)
                    .at("127.0.0.1", 0)
                    .titled("Browser test")
                    .showing(FakePicture.zones(), FakePicture.sites())
                    .warning(FakeFlights.places()),
            this::place,
            NodeView.PLAIN,
            new DisplayServer.Trial(Optional.empty(), TimeUnit.SECONDS.toNanos(60)));
    private volatile int second;
    private volatile boolean beating = true;

    // A desk and an engine in one: what is acknowledged is said to be.
    private boolean place(Operator operator, Order order) {
        if (order instanceof Order.Acknowledge(var warning, int revision)) {
            var at = FakePicture.BEGIN.plusS(second);
            synchronized (fake) {
                fake.emitted(at, List.of(new Output.WarningAcknowledged(warning, revision, operator, at)))
                        .forEach(display::send);
            }
        }
        return true;
    }

    private void beat() {
        try {
            while (true) {
                synchronized (fake) {
                    if (beating) {
                        fake.second(second++).forEach(display::send);
                    }
                }
                Thread.sleep(500);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void tracksAreDrawnAWarningIsSeenAndAcknowledgedAndSilenceIsGrey() throws Exception {
        Optional<Path> chromium = Browser.installed();
        Assumptions.assumeTrue(
                chromium.isPresent(), "no Chromium here: install it, or name it in VEDETTE_CHROMIUM, to test the page");
        display.start();
        Thread engine = Thread.ofPlatform().daemon().start(this::beat);
        try (Browser browser = new Browser(chromium.get(), 1280, 800)) {
            browser.open(display.operatorLink());
            tracksAreDrawn(browser);
            aTrackIsExplained(browser);
            aWarningIsSeenAndAcknowledged(browser);
            raidsAreDrawnWithWhatIsToldApartInThem(browser);
            missilesAreFollowedToTheGround(browser);
            silenceIsGreyAndEnds(browser);

            assertEquals(List.of(), browser.errors());
            assertTrue(
                    browser.requests().stream().allMatch(DisplayBrowserTest::isOurs),
                    () -> "asked elsewhere: " + browser.requests());
        } finally {
            engine.interrupt();
            display.close();
        }
    }

    private static boolean isOurs(String address) {
        return address.startsWith("http://127.0.0.1:")
                || address.startsWith("ws://127.0.0.1:")
                || address.startsWith("blob:http://127.0.0.1:")
                || address.startsWith("data:")
                || address.equals("about:blank");
    }

    private void tracksAreDrawn(Browser browser) throws Exception {
        browser.await("window.vedette && vedette.drawn().length === 41", PATIENCE_S);
        browser.await("vedette.drawn().every((t) => vedette.painted(t.x, t.y))", PATIENCE_S);
        browser.await("vedette.drawn().filter((t) => t.labelled).length >= 10", PATIENCE_S);
        browser.await("vedette.land() > 0 && vedette.zones() === 2 && vedette.rings() > 0", PATIENCE_S);
        assertEquals("\"EXERCISE\"", browser.value("document.getElementById('domain').innerText"));
        assertEquals("\"7px\"", browser.value("getComputedStyle(document.querySelector('#frame i')).height"));
        assertEquals("\"\"", browser.value("location.hash"), "the secret left the address bar");
    }

    private void aTrackIsExplained(Browser browser) throws Exception {
        browser.await("(vedette.select(1), true)", PATIENCE_S);
        browser.await("document.getElementById('track-body').innerText.includes('radar-north')", PATIENCE_S);
        browser.await("document.getElementById('track-body').innerText.includes('Suspect')", PATIENCE_S);
    }

    private void aWarningIsSeenAndAcknowledged(Browser browser) throws Exception {
        synchronized (fake) {
            fake.warning(second, 1, Warning.Stage.ISSUED).forEach(display::send);
        }
        browser.await("document.querySelectorAll('.warning.latched').length === 1", PATIENCE_S);
        browser.await("vedette.alarm().sounding", PATIENCE_S);
        browser.await("document.title.includes('WARNING')", PATIENCE_S);
        browser.press("a");
        browser.await("document.querySelectorAll('.warning.latched').length === 0", PATIENCE_S);
        browser.await("vedette.warnings().active === 1 && !vedette.alarm().sounding", PATIENCE_S);
        synchronized (fake) {
            fake.warning(second, 2, Warning.Stage.ALL_CLEAR).forEach(display::send);
        }
        browser.await("vedette.warnings().active === 0", PATIENCE_S);
        browser.await("document.querySelector('.warning.ended').innerText.includes('ALL CLEAR')", PATIENCE_S);
    }

    private void fly(int sinceLaunch) {
        synchronized (fake) {
            var now = FakePicture.BEGIN.plusS(second);
            fake.emitted(now, FakeFlights.at(now, sinceLaunch)).forEach(display::send);
        }
    }

    private void raidsAreDrawnWithWhatIsToldApartInThem(Browser browser) throws Exception {
        synchronized (fake) {
            var now = FakePicture.BEGIN.plusS(second);
            Output raid = new Output.Assessed(now, new Assessment.Stream(FakeFlights.airRaid(now)));
            fake.emitted(now, List.of(raid)).forEach(display::send);
        }
        browser.await("document.querySelectorAll('#flight-body .flight.raid').length === 1", PATIENCE_S);
        browser.press("f");
        browser.await("vedette.raids().raids === 1 && vedette.raids().members === 6", PATIENCE_S);
        browser.await("vedette.raids().ahead === 1", PATIENCE_S);
        picture(browser, "raid-");
    }

    private void missilesAreFollowedToTheGround(Browser browser) throws Exception {
        fly(100);
        browser.await(
                "document.querySelectorAll('#flight-body .flight[data-verdict=ATTACK]').length === 2", PATIENCE_S);
        browser.press("f");
        browser.await("vedette.flights().missiles === 2 && vedette.flights().areas === 4", PATIENCE_S);
        browser.await("vedette.flights().places === 4 && vedette.flights().cover === 0", PATIENCE_S);
        browser.await("document.querySelectorAll('.flight .ladder li.on').length === 6", PATIENCE_S);
        String list = browser.value("document.getElementById('flight-body').innerText");
        assertTrue(list.contains("RADAR-N 40") && list.contains("differ"), list);
        picture(browser, "");
        fly(200);
        browser.await("document.querySelectorAll('.place.cover').length === 3", PATIENCE_S);
        browser.await("vedette.flights().cover === 3", PATIENCE_S);
        fly(300);
        browser.await("document.querySelectorAll('.place.clear').length === 4", PATIENCE_S);
        browser.await("vedette.flights().areas === 0", PATIENCE_S);
    }

    /// For eyes: where VEDETTE_PICTURE names a file, the page is kept there.
    private static void picture(Browser browser, String prefix) throws Exception {
        @Nullable String file = System.getenv("VEDETTE_PICTURE");
        if (file != null) {
            Path path = Path.of(file).toAbsolutePath();
            Files.write(path.resolveSibling(prefix + path.getFileName()), browser.picture());
        }
    }

    private void silenceIsGreyAndEnds(Browser browser) throws Exception {
        beating = false;
        browser.await("vedette.stale() && !document.getElementById('veil').hidden", PATIENCE_S);
        assertTrue(browser.value("document.getElementById('veil').innerText").contains("No heartbeat"));
        beating = true;
        browser.await("!vedette.stale() && document.getElementById('veil').hidden", PATIENCE_S);
    }
}
