package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vedette.format.text.Json;
import vedette.model.Domain;
import vedette.model.Moment;
import vedette.model.Operator;
import vedette.model.Order;
import vedette.model.Output;
import vedette.model.Standing;
import vedette.model.Warning;

/// How releases stand, as desks are shown it; and two people at two browsers who sign one.
class ReleaseDeskTest {
    private static final String KEY = "a-generated-operator-key";

    private final FakePicture fake = new FakePicture(Domain.EXERCISE, 5);
    private final DisplayServer display = new DisplayServer(
            DisplaySettings.of(Domain.EXERCISE, KEY).at("127.0.0.1", 0).openHere(),
            this::place,
            NodeView.PLAIN,
            new DisplayServer.Trial(Optional.empty(), TimeUnit.SECONDS.toNanos(60)));
    private final List<Standing.Signature> signed = new ArrayList<>();
    private Standing.State state = Standing.State.WAITING;
    private int second;

    @BeforeEach
    void aWarningWaits() {
        display.start();
        fake.second(second).forEach(display::send);
        fake.warning(second, 1, Warning.Stage.ISSUED).forEach(display::send);
        say();
    }

    @AfterEach
    void closeTheDisplay() {
        display.close();
    }

    // Two signatures of one revision, as the engine would have it: here so that the page alone is tested.
    private synchronized boolean place(Operator operator, Order order) {
        switch (order) {
            case Order.Approve(var _, int revision, String shown)
            when shown.equals("mark-1") -> {
                signed.removeIf(each -> each.name().equals(operator.name()));
                signed.add(new Standing.Signature(operator.name(), revision, now()));
                state = signed.size() > 1 ? Standing.State.PUBLIC : Standing.State.HALF;
            }
            case Order.Withdraw _ -> {
                signed.clear();
                state = Standing.State.WAITING;
            }
            case Order.TakeBack _ -> {
                signed.clear();
                state = Standing.State.TAKEN_BACK;
            }
            case Order.Approve _,
                    Order.SetIdentity _,
                    Order.Note _,
                    Order.Inhibit _,
                    Order.Acknowledge _,
                    Order.JudgeShared _,
                    Order.Authorise _,
                    Order.EndFlight _,
                    Order.TryChannels _ -> {}
        }
        say();
        return true;
    }

    private Moment now() {
        return FakePicture.BEGIN.plusS(second);
    }

    private void say() {
        boolean out = state == Standing.State.PUBLIC || state == Standing.State.TAKEN_BACK;
        List<Standing.Receipt> receipts = out
                ? List.of(new Standing.Receipt("radio", 1, now()), new Standing.Receipt("sirens", 0, now()))
                : List.of();
        Warning warning = fake.warningOf(now(), 1, Warning.Stage.ISSUED);
        Standing standing =
                new Standing(warning.id(), 1, state, "intrusions by two", "mark-1", signed, out ? 1 : 0, receipts);
        fake.emitted(now(), List.of(new Output.ReleaseStands(now(), standing))).forEach(display::send);
    }

    private static Json await(Wire wire, String header) throws Exception {
        for (int i = 0; i < 200; i++) {
            Json told = wire.get("/api/v1/releases", header).json();
            if (!told.items("releases").isEmpty()) {
                return told.items("releases").getFirst();
            }
            Thread.sleep(50);
        }
        throw new AssertionError("never told");
    }

    @Test
    void whoSignsAndWhichMarkIsForOperatorsOnly() throws Exception {
        Wire wire = new Wire(display.port());
        Json open = await(wire, "X-Nobody: 1");
        Json local = await(wire, "Authorization: Bearer " + KEY);

        assertEquals(Optional.of("WAITING"), open.text("state"));
        assertTrue(open.member("shown").isEmpty() && open.member("signed").isEmpty());
        assertEquals(Optional.of("mark-1"), local.text("shown"));
        assertEquals(Optional.of("intrusions by two"), local.text("rule"));
    }

    @Test
    void howItStandsComesInTheLivePicture() throws Exception {
        try (Watcher watcher = new Watcher(display.port(), KEY)) {
            Json news = watcher.with("releases");

            assertEquals(
                    Optional.of("WAITING"), news.items("releases").getFirst().text("state"));
        }
    }

    @Test
    void twoPeopleAtTwoBrowsersSignAndOneTakesItBack() throws Exception {
        Optional<Path> chromium = Browser.installed();
        Assumptions.assumeTrue(
                chromium.isPresent(), "no Chromium here: install it, or name it in VEDETTE_CHROMIUM, to test the page");
        Thread engine = Thread.ofPlatform().daemon().start(this::beat);
        try (ReleaseSeat anna = new ReleaseSeat(chromium.get());
                ReleaseSeat berta = new ReleaseSeat(chromium.get())) {
            anna.comeAs(display.address(), "Anna");
            berta.comeAs(display.address(), "Berta");
            anna.press("approve");
            anna.sees("document.querySelector('.release').innerText.includes('Another person must sign')");
            berta.sees("document.querySelector('.release[data-state=HALF]').innerText.includes('Anna')");
            berta.picture("half");
            assertFalse(anna.isSo("document.querySelector('[data-release=approve]')"));

            berta.press("approve");
            anna.sees("document.querySelector('.release[data-state=PUBLIC]')");
            anna.sees("document.querySelector('.receipts').innerText.includes('nothing yet')");
            anna.picture("public");

            anna.press("takeBack");
            berta.sees("document.querySelector('.release[data-state=TAKEN_BACK]')");
            assertEquals(List.of(), anna.errors());
            assertEquals(List.of(), berta.errors());
        } finally {
            engine.interrupt();
        }
    }

    private void beat() {
        try {
            while (true) {
                synchronized (this) {
                    fake.second(second++).forEach(display::send);
                }
                Thread.sleep(500);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
