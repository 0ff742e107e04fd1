package vedette.edge.serve;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import vedette.model.Operator;

/// Any text as the file of accounts: refused with a reason, or the same once more when written and read.
public final class AccountsTextFuzz {
    // Loads the JSON library before the fuzzer's clock of the first input runs.
    static {
        seeds().forEach(AccountsTextFuzz::fuzzerTestOneInput);
    }

    private AccountsTextFuzz() {}

    /// A person with a key, and one who signs on elsewhere.
    public static List<byte[]> seeds() {
        Account anna = new Account(
                "Anna",
                Operator.Role.RELEASER,
                "pbkdf2",
                List.of(new Account.Key("1", Operator.Role.VIEWER, "00ff", 4_000_000_000L)),
                Optional.empty());
        Account ben = new Account(
                "Ben", Operator.Role.VIEWER, Account.SIGNS_ON, List.of(), Optional.of(new Account.Identity("i", "s")));
        return List.of(AccountsText.write(List.of(anna, ben)).getBytes(StandardCharsets.UTF_8));
    }

    /// What the fuzzer calls.
    public static void fuzzerTestOneInput(byte[] bytes) {
        List<Account> accounts;
        try {
            accounts = AccountsText.read(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException refused) {
            if (String.valueOf(refused.getMessage()).isBlank()) {
                throw new AssertionError("refused without a reason", refused);
            }
            return;
        }
        if (!AccountsText.read(AccountsText.write(accounts)).equals(accounts)) {
            throw new AssertionError("does not come back: " + accounts);
        }
    }
}
