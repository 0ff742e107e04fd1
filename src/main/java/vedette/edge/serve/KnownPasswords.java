package vedette.edge.serve;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Passwords that everybody tries first (ASVS 4.0.3, 2.1.7). It is a list of our own, of words that such passwords
/// are made of, and no list of passwords that were found in breaches: it refuses the obvious, not the known.
final class KnownPasswords {
    private static final int SHORTEST_RUN = 4;

    private static final List<String> WORDS = List.of(
            "password",
            "passwort",
            "passwd",
            "motdepasse",
            "contrasena",
            "contraseña",
            "parole",
            "пароль",
            "haslo",
            "hasło",
            "salasana",
            "losenord",
            "lösenord",
            "geheim",
            "secret",
            "letmein",
            "welcome",
            "willkommen",
            "bienvenue",
            "changeme",
            "change",
            "default",
            "login",
            "logon",
            "admin",
            "administrator",
            "root",
            "user",
            "guest",
            "test",
            "demo",
            "operator",
            "releaser",
            "director",
            "viewer",
            "vedette",
            "radar",
            "alarm",
            "warning",
            "missile",
            "qwerty",
            "qwertz",
            "azerty",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "asdf",
            "qazwsx",
            "qazwsxedc",
            "йцукен",
            "abc",
            "abcdef",
            "abcdefgh",
            "iloveyou",
            "dragon",
            "monkey",
            "football",
            "baseball",
            "master",
            "superman",
            "batman",
            "sunshine",
            "princess",
            "shadow",
            "michael",
            "jordan",
            "computer",
            "internet",
            "summer",
            "winter",
            "spring",
            "autumn",
            "sommer",
            "monday",
            "friday",
            "trustno",
            "whatever",
            "starwars",
            "pokemon",
            "correcthorsebatterystaple",
            "my",
            "the",
            "is",
            "and",
            "new",
            "old",
            "pass",
            "word");

    private KnownPasswords() {}

    /// Why a password is one that is tried first; empty when it is not.
    ///
    /// @param name of its account
    static String objection(String name, char[] password) {
        String text = new String(password).toLowerCase(Locale.ROOT);
        if (isMade(letters(text), name) || isMade(letters(read(text)), name)) {
            return "it is made of words that everybody tries first";
        }
        return isRun(new String(password)) ? "it is one run or repetition of characters" : "";
    }

    private static boolean isMade(String letters, String name) {
        String left = letters;
        for (String word : sorted(name)) {
            left = left.replace(word, " ");
        }
        return !letters.isEmpty() && left.isBlank();
    }

    // The longest first: what is left of a word must not hide it.
    private static List<String> sorted(String name) {
        return Stream.concat(WORDS.stream(), Stream.of(letters(name.toLowerCase(Locale.ROOT))))
                .filter(word -> !word.isEmpty())
                .sorted((a, b) -> b.length() - a.length())
                .toList();
    }

    // Figures and signs beside a word make it no better.
    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}]", "");
    }

    // Nor do those in it that stand for letters.
    private static String read(String text) {
        return text.replaceAll("[^\\p{L}]+$", "")
                .replace('0', 'o')
                .replace('3', 'e')
                .replace('1', 'i')
                .replace('@', 'a')
                .replace('$', 's');
    }

    // All of it in steps of one, up or down (123456789012), or a short piece again and again (abcabcabcabc).
    private static boolean isRun(String text) {
        for (int piece = 1; piece <= SHORTEST_RUN; piece++) {
            String first = text.substring(0, Math.min(piece, text.length()));
            if (first.repeat(text.length() / piece + 1).startsWith(text)) {
                return true;
            }
        }
        int same = 0;
        for (int i = 1; i < text.length(); i++) {
            int step = text.charAt(i) - text.charAt(i - 1);
            // 9 and 0 are neighbours on a keyboard.
            boolean next = Math.abs(step) == 1 || Math.abs(step) == '9' - '0';
            same += next ? 1 : 0;
        }
        return same == text.length() - 1;
    }
}
