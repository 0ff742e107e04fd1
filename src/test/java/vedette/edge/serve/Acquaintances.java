package vedette.edge.serve;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.model.Operator;

/// People for tests of something else than passwords: theirs are kept by so few rounds that a log-in costs nothing.
final class Acquaintances {
    private static final int ROUNDS = 1_000;

    private Acquaintances() {}

    /// Adds somebody to the accounts in a file.
    static void join(Path accounts, String name, Operator.Role role, String password) {
        PeopleFile file = new PeopleFile(accounts);
        file.alone(() -> {
            List<Account> all = new ArrayList<>(file.all());
            String kept = Passwords.kept(password.toCharArray(), ROUNDS);
            all.add(new Account(name, role, kept, List.of(), Optional.empty()));
            file.keep(all);
            return true;
        });
    }
}
