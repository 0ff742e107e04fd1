package vedette.edge.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A person at a browser of their own, at the release desk.
public final class ReleaseSeat implements AutoCloseable {
    private static final int PATIENCE_S = 90;

    private final Browser browser;

    /// Opens a browser with its own profile: nothing is shared with another seat but the node.
    ///
    /// @param chromium the program
    public ReleaseSeat(Path chromium) throws Exception {
        browser = new Browser(chromium, 1280, 900);
    }

    /// Opens the display and says who sits here.
    public void comeAs(String address, String name) throws Exception {
        returnsTo(address);
        browser.value("(document.getElementById('operator').click(), 1)");
        browser.value("(document.querySelector('dialog [name=name]').value = '" + name + "', 1)");
        browser.value("(document.querySelector('dialog form').requestSubmit(), 1)");
        browser.await("document.getElementById('operator').innerText === '" + name + "'", PATIENCE_S);
    }

    /// Looks at nothing for a while, and draws nothing: software that draws maps takes much of a small machine.
    public void rests() throws Exception {
        browser.open("about:blank");
    }

    /// Opens the display again.
    public void returnsTo(String address) throws Exception {
        browser.open(address);
        browser.await("window.vedette && vedette.complete()", PATIENCE_S);
    }

    /// Presses an act of the release and says yes in its dialog, on whose "Cancel" the focus stands.
    ///
    /// @param act approve, withdraw or takeBack
    public void press(String act) throws Exception {
        String button = "document.querySelector('[data-release=" + act + "]')";
        browser.await(button, PATIENCE_S);
        browser.value("(" + button + ".click(), 1)");
        browser.await("document.getElementById('dialog').open", PATIENCE_S);
        browser.value("(document.querySelector('dialog form').requestSubmit(), 1)");
    }

    /// Waits until an expression of the page is true.
    public void sees(String expression) throws Exception {
        browser.await(expression, PATIENCE_S);
    }

    /// Whether an expression of the page is true now.
    public boolean isSo(String expression) throws Exception {
        return browser.value("Boolean(" + expression + ")").equals("true");
    }

    /// For eyes: where VEDETTE_PICTURE names a file, the page is kept beside it.
    public void picture(String name) throws Exception {
        @Nullable String file = System.getenv("VEDETTE_PICTURE");
        if (file != null) {
            Files.write(Path.of(file + "-" + name + ".png"), browser.picture());
        }
    }

    /// Errors of the page, refused loads among them.
    public List<String> errors() {
        return browser.errors();
    }

    @Override
    public void close() throws IOException {
        browser.close();
    }
}
