package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it takes the place of standard input")
class PeopleCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String input, String... args) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            String[] all = new String[args.length + 3];
            all[0] = "people";
            System.arraycopy(args, 0, all, 1, args.length);
            all[args.length + 1] = "--data";
            all[args.length + 2] = folder.toString();
            return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void accountsAreAddedListedAndTakenAway() {
        int added = run("a password of hers\n", "add", "Anna", "--role", "releaser");
        int again = run("a password of hers\n", "add", "anna", "--role", "viewer");
        int changed = run("another password\n", "passwd", "Anna");
        int key = run("", "key", "Anna", "--role", "operator");
        int listed = run("", "list");
        int removed = run("", "remove", "Anna");
        int missing = run("", "remove", "Anna");

        assertEquals("0100001", "" + added + again + changed + key + listed + removed + missing, err.toString());
        assertTrue(out.toString().contains("Anna\treleaser"), out.toString());
        assertTrue(out.toString().contains("vk_"), out.toString());
    }

    @Test
    void aShortPasswordIsOneClearLine() {
        assertEquals(1, run("short\n", "add", "Anna", "--role", "viewer"));
        assertEquals(1, err.toString().lines().count());
        assertTrue(err.toString().contains("12 to 128 characters"), err.toString());
    }
}
