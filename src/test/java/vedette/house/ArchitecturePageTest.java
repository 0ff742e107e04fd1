package vedette.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// docs/architecture.md shows the arrows that are in use, and no others.
class ArchitecturePageTest {
    private static final Path PAGE = Path.of("docs", "architecture.md");
    private static final String OPEN = "<!-- arrows -->\n";
    private static final String CLOSE = "<!-- /arrows -->";

    @Test
    void thePageShowsTheArrowsInUse() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(OPEN) + OPEN.length();
        int to = page.indexOf(CLOSE);
        if (Boolean.getBoolean("vedette.arrows.update")) {
            Files.writeString(PAGE, page.substring(0, from) + Arrows.asMarkdown() + page.substring(to));
            return;
        }

        assertEquals(
                Arrows.asMarkdown(),
                page.substring(from, to),
                "run: JAVA_TOOL_OPTIONS=-Dvedette.arrows.update=true ./vedette test house");
    }
}
