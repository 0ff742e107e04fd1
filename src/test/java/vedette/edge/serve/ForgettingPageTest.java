package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.edge.TlsKeys;
import vedette.edge.share.Pki;
import vedette.model.Domain;
import vedette.model.Operator;

/// Where everybody says who they are, a page whose session is over shows nothing more and keeps nothing (ASVS 4.0.3,
/// 8.2.3).
class ForgettingPageTest {
    private static final int PATIENCE_S = 40;
    private static final String SHIFT = "vedette.complete() && vedette.tracks() === 2";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aPageWhoseSessionIsOverForgetsThePictureAndTheSession() throws Exception {
        Assumptions.assumeTrue(Browser.installed().isPresent(), "no Chromium on this machine");
        Pki.files(folder, List.of("display"));
        TlsKeys keys = TlsKeys.own(folder.resolve("display.p12"), folder.resolve("password"));
        try (Desktop desk = new Desktop(folder, Admission.NONE, Reach.with(keys, List.of()));
                // The key of this test is nobody's whom a browser knows.
                Browser browser =
                        new Browser(Browser.installed().orElseThrow(), 1280, 900, "--ignore-certificate-errors")) {
            desk.join("Anna", Operator.Role.OPERATOR);
            new FakePicture(Domain.LIVE, 2).second(0).forEach(desk.server::send);
            browser.open(desk.server.address());
            browser.await("document.querySelector('dialog[open] [name=secret]')", PATIENCE_S);
            browser.value("((form) => { form.querySelector('[name=name]').value = 'Anna';"
                    + " form.querySelector('[name=secret]').value = '" + Desktop.PASSWORD
                    + "'; form.requestSubmit(); })"
                    + "(document.querySelector('dialog[open] form'))");
            browser.await("window.vedette && " + SHIFT, PATIENCE_S);
            browser.value("(window.before = true)");
            desk.pass(12 * 60 + 1);
            browser.await("!window.before && document.querySelector('dialog[open] [name=secret]')", PATIENCE_S);

            String kept = browser.value("JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie");
            assertEquals("0", browser.value("window.vedette ? vedette.tracks() : 0"));
            assertFalse(browser.value("document.documentElement.innerText").contains("VDT"));
            assertTrue(!kept.contains("VDT") && !kept.contains("Anna") && !kept.contains("vedette.session"), kept);
        }
    }
}
