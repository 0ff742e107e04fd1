package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.model.Operator;

class RefusedPasswordsTest {
    @TempDir
    private Path folder = Path.of("");

    private Path file(List<String> lines, String end) throws IOException {
        return Files.writeString(folder.resolve("known.txt"), String.join(end, lines) + end);
    }

    private static boolean refuses(RefusedPasswords list, String password) {
        return !list.objection(password.toCharArray()).isEmpty();
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static List<String> hashed(Stream<String> passwords) {
        return passwords.map(each -> sha1(each) + ":" + each.length()).sorted().toList();
    }

    @Test
    void aPasswordThatStandsInAPlainListIsRefused() throws Exception {
        RefusedPasswords list = new RefusedPasswords(file(List.of("tulips in amsterdam", "пароль для всех"), "\r\n"));

        assertTrue(refuses(list, "tulips in amsterdam"));
        assertTrue(refuses(list, "Tulips In Amsterdam"));
        assertTrue(refuses(list, "пароль для всех"));
        assertFalse(refuses(list, "tulips in amsterda"));
        assertFalse(refuses(list, "roses in amsterdam"));
    }

    @Test
    void aPasswordWhoseHashStandsInAListIsRefusedInAnyOrderOfIt() throws Exception {
        List<String> hashes = List.of(sha1("tulips in amsterdam").toLowerCase(Locale.ROOT) + ":3", sha1("b"));
        RefusedPasswords list = new RefusedPasswords(file(hashes, "\n"));

        assertTrue(refuses(list, "tulips in amsterdam"));
        assertTrue(refuses(list, "b"));
        assertFalse(refuses(list, "roses in amsterdam"));
    }

    @Test
    void aLongListIsSearchedByHalvesAndFindsEachAndNoOther() throws Exception {
        List<String> hashes = hashed(IntStream.range(0, 2_000).mapToObj(i -> "pass " + i));
        RefusedPasswords list = new RefusedPasswords(file(hashes, "\r\n"), 0);

        assertEquals(
                List.of(),
                IntStream.range(0, 2_000)
                        .filter(i -> !refuses(list, "pass " + i))
                        .boxed()
                        .toList());
        assertEquals(
                List.of(),
                IntStream.range(2_000, 4_000)
                        .filter(i -> refuses(list, "pass " + i))
                        .boxed()
                        .toList());
    }

    @Test
    void aLongListWithoutALastLineEndIsReadToItsEnd() throws Exception {
        List<String> hashes = hashed(Stream.of("a", "b", "c"));
        Path file = Files.writeString(folder.resolve("known.txt"), String.join("\n", hashes));
        RefusedPasswords list = new RefusedPasswords(file, 0);

        assertTrue(refuses(list, "a") && refuses(list, "b") && refuses(list, "c"));
        assertFalse(refuses(list, "d"));
    }

    @Test
    void aLongListThatCannotBeSearchedIsOneClearLine() throws Exception {
        Path plain = file(List.of("tulips in amsterdam"), "\n");
        CannotServe fault = assertThrows(CannotServe.class, () -> new RefusedPasswords(plain, 0));
        List<String> upsideDown =
                hashed(IntStream.range(0, 500).mapToObj(i -> "pass " + i)).reversed();

        assertTrue(fault.getMessage().contains("HASH:count"), fault.getMessage());
        assertThrows(CannotServe.class, () -> new RefusedPasswords(file(upsideDown, "\n"), 0));
        assertThrows(CannotServe.class, () -> new RefusedPasswords(folder.resolve("none")));
    }

    @Test
    void whileTheListIsAwayNobodyChoosesAPassword() throws Exception {
        Path file = file(List.of("tulips in amsterdam"), "\n");
        People people = new People(folder.resolve("people.json"), Optional.of(file));
        people.add("Anna", Operator.Role.VIEWER, "a password of hers".toCharArray());
        Files.delete(file);

        assertThrows(CannotServe.class, () -> people.change("Anna", "quite another one".toCharArray()));
    }

    @Test
    void nobodyGetsAPasswordOfTheList() throws Exception {
        People people =
                new People(folder.resolve("people.json"), Optional.of(file(List.of("tulips in amsterdam"), "\n")));

        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> people.add("Anna", Operator.Role.VIEWER, "tulips in amsterdam".toCharArray()));
        assertTrue(String.valueOf(refused.getMessage()).contains("list of known passwords"));
    }

    @Test
    void aListMayBeReplacedWhileTheNodeRuns() throws Exception {
        RefusedPasswords list = new RefusedPasswords(file(List.of("a"), "\n"));
        file(List.of("tulips in amsterdam"), "\n");

        assertTrue(refuses(list, "tulips in amsterdam"));
    }
}
