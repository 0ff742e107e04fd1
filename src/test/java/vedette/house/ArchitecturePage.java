package vedette.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// docs/architecture.md, whose table of arrows is written from the list of those in use.
final class ArchitecturePage {
    private static final Path PAGE = Path.of("docs", "architecture.md");
    private static final String OPEN = "<!-- arrows -->\n";
    private static final String CLOSE = "<!-- /arrows -->";

    private ArchitecturePage() {}

    static String read() {
        try {
            return Files.readString(PAGE);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static String with(String page, String table) {
        return page.substring(0, page.indexOf(OPEN) + OPEN.length()) + table + page.substring(page.indexOf(CLOSE));
    }

    static void write(String table) {
        try {
            Files.writeString(PAGE, with(read(), table));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
