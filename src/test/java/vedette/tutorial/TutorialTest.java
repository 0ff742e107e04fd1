package vedette.tutorial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vedette.core.track.TrackInput;
import vedette.core.track.TrackState;
import vedette.core.track.Tracker;
import vedette.model.Measurement;
import vedette.model.Moment;

/// The tutorial's code is code: what the page prints compiles, runs, and does what the page says.
class TutorialTest {
    private static final Path PAGE = Path.of("docs", "tutorial", "tracker.md");
    private static final Path CODE = Path.of("src", "test", "java", "vedette", "tutorial");

    @Test
    void thePageShowsTheFilesThatAreCompiled() throws IOException {
        List<String> blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .toList();

        assertEquals(
                List.of(code("PlotsInTracksOut"), code("OwnMotion"), code("Sky")),
                blocks,
                () -> "copy the files from " + CODE + " into " + PAGE);
    }

    private static String code(String name) throws IOException {
        return Files.readString(CODE.resolve(name + ".java"));
    }

    @Test
    void fiveAeroplanesAreTrackedFromAboutHundredMetresOfGospa() {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            PlotsInTracksOut.main(new String[0]);
        } finally {
            System.setOut(before);
        }

        String printed = bytes.toString(StandardCharsets.UTF_8);

        Matcher number = Pattern.compile("mean GOSPA, m: ([0-9.]+)").matcher(printed);
        assertTrue(number.find(), printed);
        // One aeroplane missed throughout would be 700 m alone; the errors of one plot are about 50 m each.
        assertTrue(Double.parseDouble(number.group(1)) < 200, printed);
    }

    @Test
    void aTrackerWithMotionsOfItsOwnFollowsTheFive() {
        Sky sky = new Sky();
        Tracker tracker = OwnMotion.tracker();
        TrackState state = tracker.step(TrackState.EMPTY, new TrackInput.Known(List.of(sky.radar())))
                .next();
        for (int t = 2; t <= 60; t += 2) {
            Moment now = new Moment(t * 1_000_000_000L);
            for (Measurement measurement : sky.seen(now)) {
                state = tracker.step(state, new TrackInput.Seen(t, now, measurement))
                        .next();
            }
        }

        assertEquals(5, tracker.picture(state, new Moment(60_000_000_000L)).size());
    }

    @Test
    void theTrackersProgramHasThirtyLines() throws IOException {
        String code = code("PlotsInTracksOut");

        long lines = code.substring(code.indexOf("public final class")).lines().count();

        assertTrue(lines <= 30, lines + " lines");
    }
}
