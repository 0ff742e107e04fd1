package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class KnownPasswordsTest {
    @Test
    void whatEverybodyTriesFirstIsRefused() {
        for (String bad : List.of(
                "password1234",
                "P@ssw0rd2026!",
                "passwordpassword",
                "123456789012",
                "210987654321",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "qwertyuiop12",
                "Welcome-Admin-1",
                "changeme12345",
                "correcthorsebatterystaple",
                "Vedette2026!!",
                "Пароль123456",
                "anna.anna.2026")) {
            assertFalse(KnownPasswords.objection("Anna", bad.toCharArray()).isEmpty(), bad);
        }
    }

    @Test
    void whatIsNotAmongThemIsTaken() {
        for (String good :
                List.of("a long enough one", "kelp drum orbit 7", "x7Gq-92hd-PLmz", "four brown bears sleep")) {
            assertEquals("", KnownPasswords.objection("Anna", good.toCharArray()), good);
        }
    }
}
