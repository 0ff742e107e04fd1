package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.format.text.Json;
import vedette.model.Operator;

/// Somebody does nothing for long: the picture stays, orders and signatures wait.
class IdleTest {
    private static final String PRESENCE = "/api/v1/session/presence";

    @TempDir
    private Path folder = Path.of("");

    private final List<Desktop> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(Desktop::close);
    }

    private Desktop serve(Admission.Stay stay) {
        Desktop desk = new Desktop(folder, Admission.NONE.staying(stay), Reach.here());
        open.add(desk);
        desk.join("Anna", Operator.Role.RELEASER);
        return desk;
    }

    private Desktop serve() {
        return serve(Admission.Stay.USUAL);
    }

    private static boolean mayOrder(Desktop desk, String bearer) throws IOException {
        Json who = desk.wire.get("/api/v1/session", bearer).json();
        return who.member("mayOrder").equals(Optional.of(new Json.Truth(true)));
    }

    @Test
    void afterHalfAnHourNeitherOrdersNorSignaturesAreTakenAndThePictureStays() throws Exception {
        Desktop desk = serve();
        String anna = desk.session("Anna");
        desk.clock.addAndGet(TimeUnit.MINUTES.toNanos(30));
        Wire.Answer order = desk.wire.post("/api/v1/orders", Desktop.ACKNOWLEDGE, anna);

        assertEquals(401, order.status());
        assertEquals(Optional.of(new Json.Truth(true)), order.json().member("lapsed"));
        assertEquals(401, desk.orders(Desktop.APPROVE, anna));
        assertEquals(
                401,
                desk.wire
                        .post("/api/v1/flights", AuthorisationTest.FLIGHT, anna)
                        .status());
        assertEquals(401, desk.wire.post("/api/v1/lines/x", "{}", anna).status());
        assertEquals(200, desk.wire.get("/api/v1/flights", anna).status(), "an operator's view stays");
        assertTrue(mayOrder(desk, anna));
        assertTrue(desk.operators.isEmpty());
    }

    @Test
    void aMomentBeforeTheBorderAnOrderIsTakenAndBeginsTheTimeAnew() throws Exception {
        Desktop desk = serve();
        String anna = desk.session("Anna");
        for (int i = 0; i < 3; i++) {
            desk.clock.addAndGet(TimeUnit.MINUTES.toNanos(30) - 1);

            assertEquals(202, desk.orders(Desktop.ACKNOWLEDGE, anna));
        }
    }

    @Test
    void aPageThatAsksByItselfKeepsNobodyThere() throws Exception {
        Desktop desk = serve();
        String anna = desk.session("Anna");
        for (int minute = 0; minute < 30; minute++) {
            desk.pass(1);
            desk.wire.get("/api/v1/tracks/1", anna);
            desk.wire.get("/api/v1/session", anna);
        }

        assertEquals(401, desk.orders(Desktop.ACKNOWLEDGE, anna));
    }

    @Test
    void aClickKeepsWhoIsThereAndRevivesNobodyWhoLapsed() throws Exception {
        Desktop desk = serve();
        String anna = desk.session("Anna");
        desk.pass(29);
        int before = desk.wire.post(PRESENCE, "{}", anna).status();
        desk.pass(29);
        int order = desk.orders(Desktop.ACKNOWLEDGE, anna);
        desk.pass(30);
        int after = desk.wire.post(PRESENCE, "{}", anna).status();

        assertEquals("200 202 401", before + " " + order + " " + after);
        assertEquals(401, desk.orders(Desktop.ACKNOWLEDGE, anna));
    }

    @Test
    void whoProvesThemselvesAgainGetsAnotherSessionAndTheOldOneStaysLapsed() throws Exception {
        Desktop desk = serve();
        String before = desk.session("Anna");
        desk.pass(30);
        String after = desk.session("Anna");

        assertEquals(202, desk.orders(Desktop.APPROVE, after));
        assertEquals(401, desk.orders(Desktop.APPROVE, before), "the old token is replayed");
    }

    @Test
    void anActInASecondWindowOfItsOwnDoesNotKeepTheFirst() throws Exception {
        Desktop desk = serve();
        String first = desk.session("Anna");
        String second = desk.session("Anna");
        desk.pass(29);
        desk.orders(Desktop.ACKNOWLEDGE, second);
        desk.pass(1);

        assertEquals(401, desk.orders(Desktop.ACKNOWLEDGE, first));
        assertEquals(202, desk.orders(Desktop.ACKNOWLEDGE, second));
    }

    @Test
    void aLiveLineStaysWhileOrdersLapseAndEndsWithTheShift() throws Exception {
        Desktop desk = serve();
        String anna = desk.session("Anna");
        try (Watcher watcher = new Watcher(desk.server.port(), anna.substring(22))) {
            watcher.with("protocol");
            desk.pass(30);
            boolean looks = mayOrder(desk, anna);
            desk.pass(690);

            assertTrue(looks);
            assertTrue(watcher.isClosed());
            assertFalse(mayOrder(desk, anna));
        }
    }

    @Test
    void whereTheSettingsSaySoTheWholeSessionEnds() throws Exception {
        Desktop desk = serve(new Admission.Stay(5, true));
        String anna = desk.session("Anna");
        try (Watcher watcher = new Watcher(desk.server.port(), anna.substring(22))) {
            watcher.with("protocol");
            desk.pass(5);

            assertTrue(watcher.isClosed());
            assertEquals(401, desk.wire.get("/api/v1/flights", anna).status());
        }
    }

    @Test
    void thePageIsToldHowLongItHolds() throws Exception {
        Desktop desk = serve();
        String anna = desk.session("Anna");
        desk.pass(28);
        Json who = desk.wire.get("/api/v1/session", anna).json();

        assertEquals(120, who.whole("lapsesInS").orElse(0));
        assertEquals(692 * 60, who.whole("endsInS").orElse(0));
    }

    @Test
    void whoCameByTheOperatorKeyShowsItAgainAndTheKeyItselfDoesNotLapse() throws Exception {
        Desktop desk = serve();
        String named = Desktop.bearer(
                desk.wire.post("/api/v1/session", "{\"secret\":\"" + Desktop.KEY + "\",\"name\":\"Berta\"}"));
        desk.pass(30);

        assertEquals(401, desk.orders(Desktop.ACKNOWLEDGE, named));
        assertEquals(202, desk.orders(Desktop.ACKNOWLEDGE, "Authorization: Bearer " + Desktop.KEY));
    }

    @Test
    void aProgramsKeyIsProvedWithEachRequestAndDoesNotLapse() throws Exception {
        Desktop desk = serve();
        String key = "Authorization: Bearer " + desk.people().key("Anna", Operator.Role.OPERATOR, 1);
        desk.pass(10_000);

        assertEquals(202, desk.orders(Desktop.ACKNOWLEDGE, key));
    }
}
