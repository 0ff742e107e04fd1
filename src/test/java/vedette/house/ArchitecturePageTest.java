package vedette.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// docs/architecture.md shows the arrows that are in use, and no others.
class ArchitecturePageTest {
    @Test
    void thePageShowsTheArrowsInUse() {
        String page = ArchitecturePage.read();

        assertEquals(
                ArchitecturePage.with(page, Arrows.asMarkdown()),
                page,
                "run: JAVA_TOOL_OPTIONS=-Dvedette.arrows.update=true ./vedette test house");
    }
}
