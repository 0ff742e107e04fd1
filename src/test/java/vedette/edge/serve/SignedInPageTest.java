package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.model.Domain;
import vedette.model.Operator;

/// The page of somebody with an account, in a real browser: another password, and proving again who sits there.
class SignedInPageTest {
    private static final int PATIENCE_S = 40;
    private static final String NEW = "quite another one 7";
    private static final String OPEN = "document.querySelector('dialog[open]')";

    @TempDir
    private Path folder = Path.of("");

    private Optional<Desktop> open = Optional.empty();

    @AfterEach
    void close() {
        open.ifPresent(Desktop::close);
    }

    private Desktop serve() {
        Assumptions.assumeTrue(Browser.installed().isPresent(), "no Chromium on this machine");
        Desktop desk = new Desktop(folder);
        open = Optional.of(desk);
        desk.join("Anna", Operator.Role.OPERATOR);
        FakePicture fake = new FakePicture(Domain.LIVE, 2);
        fake.second(0).forEach(desk.server::send);
        return desk;
    }

    private static Browser logIn(Desktop desk) throws Exception {
        Browser browser = new Browser(Browser.installed().orElseThrow(), 1280, 900);
        browser.open(desk.server.address());
        browser.await("window.vedette && vedette.complete()", PATIENCE_S);
        logIn(browser);
        return browser;
    }

    private static void logIn(Browser browser) throws Exception {
        browser.press("k");
        fill(browser, "name", "Anna");
        fill(browser, "secret", Desktop.PASSWORD);
        browser.value("(" + OPEN + ".querySelector('[name=by]').value = 'account', 1)");
        submit(browser);
        browser.await("document.getElementById('operator').innerText === 'Anna'", PATIENCE_S);
    }

    private static void fill(Browser browser, String name, String text) throws Exception {
        String field = OPEN + ".querySelector('[name=" + name + "]')";
        browser.await(OPEN + " && " + field, PATIENCE_S);
        browser.value("(" + field + ".value = '" + text + "', " + field
                + ".dispatchEvent(new Event('input', {bubbles: true})), 1)");
    }

    private static void submit(Browser browser) throws Exception {
        browser.value("(" + OPEN + ".querySelector('form').requestSubmit(), 1)");
    }

    private static void picture(Browser browser, String name) throws Exception {
        Files.write(Files.createDirectories(Path.of("target")).resolve(name + ".png"), browser.picture());
    }

    @Test
    void aPasswordIsChangedByKeysAloneAndTheDeskIsKept() throws Exception {
        Desktop desk = serve();
        try (Browser browser = logIn(desk)) {
            browser.press("k");
            fill(browser, "what", "password");
            submit(browser);
            fill(browser, "current", Desktop.PASSWORD);
            fill(browser, "password", NEW);
            fill(browser, "again", NEW + "x");
            submit(browser);
            browser.await(OPEN + ".querySelector('.wrong').innerText.includes('not the same')", PATIENCE_S);
            picture(browser, "password");
            fill(browser, "again", NEW);
            submit(browser);
            browser.await("!" + OPEN, PATIENCE_S);
            browser.await("document.getElementById('operator').innerText === 'Anna'", PATIENCE_S);

            assertEquals(401, desk.logIn("Anna", Desktop.PASSWORD).status());
            assertEquals(200, desk.logIn("Anna", NEW).status());
            assertEquals(List.of(), browser.errors());
        }
    }

    @Test
    void aSecondWindowIsTheSameDeskAndNothingOfTheSessionIsInLocalStorage() throws Exception {
        Desktop desk = serve();
        try (Browser browser = logIn(desk)) {
            String kept = browser.value("Object.entries(localStorage).join()");
            browser.act("(window.other = window.open(location.href), 1)");
            browser.await("other.document.getElementById('operator')?.innerText === 'Anna'", PATIENCE_S);
            browser.value("(other.marked = 1)");
            browser.value("(other.sessionStorage.clear(), other.location.reload(), 1)");
            browser.await(
                    "!other.marked && other.sessionStorage.length && other.document.getElementById('operator')?.innerText === 'Anna'",
                    PATIENCE_S);
            browser.value("(import('/js/session.js').then(s => s.leave()).then(() => { window.left = true; }), 1)");
            browser.await("window.left", PATIENCE_S);
            browser.await("!other.sessionStorage.getItem('vedette.session')", PATIENCE_S);

            assertFalse(kept.contains("session"), kept);
            assertEquals(List.of(), browser.errors());
        }
    }

    @Test
    void whoLogsInInOneWindowSitsInTheOtherToo() throws Exception {
        Desktop desk = serve();
        try (Browser browser = new Browser(Browser.installed().orElseThrow(), 1280, 900)) {
            browser.open(desk.server.address());
            browser.await("window.vedette && vedette.complete()", PATIENCE_S);
            browser.act("(window.other = window.open(location.href), 1)");
            browser.await("other.vedette && other.vedette.complete()", PATIENCE_S);
            String before = browser.value("other.document.getElementById('operator').innerText");
            logIn(browser);
            browser.await("other.document.getElementById('operator').innerText === 'Anna'", PATIENCE_S);

            assertFalse(before.contains("Anna"), before);
            assertEquals(List.of(), browser.errors());
        }
    }

    // The page hears how the session stands a moment after it hears who sits there.
    @Test
    void whoHasJustComeMayChangeTheirPasswordAtOnce() throws Exception {
        Desktop desk = serve();
        try (Browser browser = new Browser(Browser.installed().orElseThrow(), 1280, 900)) {
            browser.open(desk.server.address());
            browser.await("window.vedette && vedette.complete()", PATIENCE_S);
            browser.value("(window.soon = window.fetch, window.fetch = (path, how) => how?.method ? soon(path, how)"
                    + " : new Promise(done => setTimeout(() => done(soon(path, how)), 2000)), 1)");
            logIn(browser);
            browser.press("k");
            fill(browser, "what", "password");
            submit(browser);
            fill(browser, "password", NEW);

            assertEquals(List.of(), browser.errors());
        }
    }

    @Test
    void aKeyRightAfterADialogCountsAndTheEndOfOneQuestionIsNotTheNextOnes() throws Exception {
        Desktop desk = serve();
        try (Browser browser = new Browser(Browser.installed().orElseThrow(), 1280, 900)) {
            browser.open(desk.server.address());
            browser.await("window.vedette && vedette.complete()", PATIENCE_S);
            browser.value("(import('/js/dialogs.js').then(({ ask }) => {"
                    + " const dialog = document.getElementById('dialog');"
                    + " ask('One', '', [{ name: 'one', label: 'One' }]); dialog.close();"
                    + " ask('Two', '', [{ name: 'two', label: 'Two' }]).then(() => { window.over = true; });"
                    + " dialog.addEventListener('close', () => setTimeout(() => { window.told = true; }), { once: true });"
                    + " }), 1)");
            browser.await("window.told", PATIENCE_S);
            String over = browser.value("Boolean(window.over)");
            browser.value("((dialog, field) => { dialog.close(); field.dispatchEvent("
                    + "new KeyboardEvent('keydown', { key: '?', bubbles: true })); })("
                    + OPEN + ", " + OPEN + ".querySelector('[name=two]'))");
            browser.await(OPEN + "?.querySelector('.keys')", PATIENCE_S);

            assertEquals("false", over);
            assertEquals(List.of(), browser.errors());
        }
    }

    @Test
    void whoIsLoggedInElsewhereSeesItAndEndsItAfterProvingWhoTheyAre() throws Exception {
        Desktop desk = serve();
        String elsewhere = desk.session("Anna");
        try (Browser browser = logIn(desk)) {
            desk.pass(6);
            browser.press("k");
            fill(browser, "what", "elsewhere");
            submit(browser);
            browser.await(OPEN + "?.innerText.includes('127.0.0.1')", PATIENCE_S);
            picture(browser, "elsewhere");
            fill(browser, "which", "others");
            submit(browser);
            browser.await("document.getElementById('proof').open", PATIENCE_S);
            browser.value("(document.querySelector('#proof [name=secret]').value = '" + Desktop.PASSWORD + "', 1)");
            browser.value("(document.querySelector('#proof form').requestSubmit(), 1)");
            browser.await("!" + OPEN, PATIENCE_S);
            browser.await("document.getElementById('operator').innerText === 'Anna'", PATIENCE_S);

            assertEquals(401, desk.wire.get("/api/v1/sessions", elsewhere).status());
            assertTrue(browser.errors().stream().allMatch(each -> each.contains("401")), "" + browser.errors());
        }
    }

    @Test
    void theFormOfAPasswordHelpsWhoeverTypes() throws Exception {
        Desktop desk = serve();
        try (Browser browser = logIn(desk)) {
            browser.press("k");
            fill(browser, "what", "password");
            submit(browser);
            fill(browser, "password", "abc");
            String form = OPEN + ".querySelector('.strength')";
            String first = browser.value(form + ".innerText");
            fill(browser, "password", NEW);
            String then = browser.value(form + ".innerText");
            browser.value("(" + OPEN + ".querySelectorAll('.secret button')[1].click(), 1)");

            assertTrue(first.contains("9 more"), first);
            assertTrue(then.contains("strong"), then);
            assertTrue(browser.value(OPEN + ".querySelector('[name=password]').type")
                    .contains("text"));
            assertTrue(browser.value(OPEN + ".querySelector('[name=current]').autocomplete")
                    .contains("current-password"));
            assertTrue(browser.value(OPEN + ".querySelector('[name=password]').autocomplete")
                    .contains("new-password"));
        }
    }

    @Test
    void anOrderWaitsWhileWhoSitsThereProvesAgainWhoTheyAre() throws Exception {
        Desktop desk = serve();
        try (Browser browser = logIn(desk)) {
            desk.pass(30);
            browser.value("(import('/js/session.js').then(s => s.order("
                    + "{act: 'note', track: 1, text: 'a draft'})).then(w => { window.gave = w || 'given'; }), 1)");
            browser.await(OPEN + "?.id === 'proof'", PATIENCE_S);
            fill(browser, "secret", "a wrong password");
            submit(browser);
            browser.await(OPEN + ".querySelector('.wrong').innerText.includes('wrong password')", PATIENCE_S);
            picture(browser, "proof");
            boolean none = desk.operators.isEmpty();
            fill(browser, "secret", Desktop.PASSWORD);
            submit(browser);
            browser.await("window.gave", PATIENCE_S);

            assertTrue(none);
            assertEquals("given", browser.value("window.gave").replace("\"", ""));
            assertEquals(List.of(new Operator("Anna", Operator.Role.OPERATOR)), desk.operators);
        }
    }

    @Test
    void thePageSaysInTimeThatOrdersWillAsk() throws Exception {
        Desktop desk = serve();
        try (Browser browser = logIn(desk)) {
            desk.pass(29);
            browser.open(desk.server.address());
            browser.await("document.getElementById('banners').innerText.includes('STILL THERE?')", PATIENCE_S);
            picture(browser, "still-there");
            browser.press("l");
            browser.await("!document.getElementById('banners').innerText.includes('STILL THERE?')", PATIENCE_S);
            desk.pass(30);
            browser.open(desk.server.address());
            browser.await("document.getElementById('banners').innerText.includes('WHO IS THERE?')", PATIENCE_S);
            desk.pass(655);
            browser.open(desk.server.address());
            browser.await("document.getElementById('banners').innerText.includes('SESSION ENDS')", PATIENCE_S);
            // The picture is there all the while.
            browser.await("window.vedette && vedette.complete()", PATIENCE_S);
        }
    }
}
