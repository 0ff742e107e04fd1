package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vedette.model.Operator;

class PeopleTest {
    private static final char[] PASSWORD = "a password of hers".toCharArray();

    @TempDir
    private Path folder = Path.of("");

    private People people = new People(Path.of("none"));

    @BeforeEach
    void addAnna() {
        people = new People(folder.resolve("people.json"));
        people.add("Anna", Operator.Role.RELEASER, PASSWORD);
    }

    @Test
    void theFileIsItsOwnersAloneAndHoldsNoPassword() throws Exception {
        Path file = folder.resolve("people.json");
        String text = Files.readString(file);

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertFalse(text.contains("a password of hers"));
        assertTrue(text.contains("pbkdf2-sha512$210000$"), text);
    }

    @Test
    void theRightPasswordAndNoOtherOpens() {
        assertEquals(Optional.of("Anna"), people.matching("anna", PASSWORD).map(Account::name));
        assertEquals(Optional.empty(), people.matching("Anna", "a password of his".toCharArray()));
        assertEquals(Optional.empty(), people.matching("Berta", PASSWORD));
    }

    @Test
    void twoSaltsMakeTwoHashesOfOnePassword() {
        people.add("Berta", Operator.Role.VIEWER, PASSWORD);

        assertFalse(people.all().get(0).password().equals(people.all().get(1).password()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "ANNA", "Ａｎｎａ", "", " ", "a/b", "<b>", "x\ny", "Operator"})
    void aNameThatIsTakenOrNoneIsRefused(String name) {
        assertThrows(IllegalArgumentException.class, () -> people.add(name, Operator.Role.VIEWER, PASSWORD));
    }

    @Test
    void shortPasswordsAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> people.add("Berta", Operator.Role.VIEWER, "eleven char".toCharArray()));
    }

    @Test
    void aKeyOpensUnderTheAccountsNameUntilItIsTakenAway() {
        String key = people.key("Anna", Operator.Role.OPERATOR, 1);
        Optional<Operator> before = people.holder(key);
        people.revoke("Anna", people.all().getFirst().keys().getFirst().id());

        assertEquals(Optional.of(new Operator("Anna", Operator.Role.OPERATOR)), before);
        assertEquals(Optional.empty(), people.holder(key));
        assertEquals(Optional.empty(), people.holder("vk_"));
    }

    @Test
    void aKeyThatIsOverOpensNothing() {
        String key = people.key("Anna", Operator.Role.OPERATOR, 0);

        assertEquals(Optional.empty(), people.holder(key));
    }

    @Test
    void noProgramsKeyReleases() {
        assertThrows(IllegalArgumentException.class, () -> people.key("Anna", Operator.Role.RELEASER, 1));
    }

    @Test
    void aRunningNodeSeesWhatAnotherProcessChanges() {
        People elsewhere = new People(folder.resolve("people.json"));
        elsewhere.remove("ANNA");

        assertEquals(Optional.empty(), people.of("Anna"));
    }

    @Test
    void aSpoiltFileLetsNobodyIn() throws Exception {
        Files.writeString(folder.resolve("people.json"), "{\"accounts\":[{}]}");

        assertThrows(CannotServe.class, () -> people.matching("Anna", PASSWORD));
    }
}
