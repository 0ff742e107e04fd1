package vedette.app;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vedette.edge.serve.Account;
import vedette.edge.serve.People;
import vedette.model.Operator;

/// `vedette people`: who may log in at the display.
@Command(
        name = "people",
        description = {
            "Keeps the accounts of who may log in: viewer, operator, releaser, director, admin.",
            "A password is asked for, or is the first line of standard input; it is never an argument.",
            "A node that runs takes changes over at once."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            PeopleCommand.Add.class,
            PeopleCommand.Listing.class,
            PeopleCommand.Remove.class,
            PeopleCommand.Passwd.class,
            PeopleCommand.Link.class,
            PeopleCommand.Key.class
        })
final class PeopleCommand {
    private static final String WHO = "the account's name";

    /// Where a data folder keeps its accounts.
    static Path file(Path data) {
        return data.resolve("people.json");
    }

    /// What all of them have.
    static final class Shared {
        @Option(names = "--config", paramLabel = "FILE", description = "the settings (default: vedette.yaml)")
        private Path config = Path.of("vedette.yaml");

        @Option(names = "--data", paramLabel = "DIR", description = "the data folder (default: as the settings say)")
        private @Nullable Path data;

        // Where only the data folder is given, there may be no settings.
        People people() {
            if (data != null && !Files.exists(config)) {
                return new People(file(data));
            }
            Settings settings = SettingsReader.read(config);
            return new People(
                    file(data == null ? settings.data() : data),
                    settings.display().admission().refusedPasswords());
        }
    }

    /// Adds an account.
    @Command(name = "add", description = "Adds an account; asks for its password.")
    static final class Add implements Callable<Integer> {
        @Mixin
        private Shared shared = new Shared();

        @Parameters(index = "0", paramLabel = "NAME", description = WHO)
        private String name = "";

        @Option(names = "--role", required = true, description = "viewer, operator, releaser, director or admin")
        private Operator.Role role = Operator.Role.VIEWER;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            return withPassword(password -> {
                shared.people().add(name, role, password);
                out(spec).println(name + ": " + word(role));
            });
        }
    }

    /// Lists them.
    @Command(name = "list", description = "Prints each account with its role and keys.")
    static final class Listing implements Callable<Integer> {
        @Mixin
        private Shared shared = new Shared();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            for (Account account : shared.people().all()) {
                out(spec)
                        .println(account.name() + "\t" + word(account.role()) + (account.isAway() ? "\ttaken away" : "")
                                + account.identity()
                                        .map(who -> "\t" + who.issuer() + " " + who.subject())
                                        .orElse(""));
                account.keys()
                        .forEach(key -> out(spec)
                                .println("\tkey " + key.id() + "\t" + word(key.role()) + "\tuntil "
                                        + Instant.ofEpochSecond(key.untilS())));
            }
            return 0;
        }
    }

    /// Removes one.
    @Command(name = "remove", description = "Removes an account; its sessions and keys end.")
    static final class Remove implements Callable<Integer> {
        @Mixin
        private Shared shared = new Shared();

        @Parameters(index = "0", paramLabel = "NAME", description = WHO)
        private String name = "";

        @Override
        public Integer call() {
            if (!shared.people().remove(name)) {
                throw new Failure("There is no account '" + name + "'", "See 'vedette people list'");
            }
            return 0;
        }
    }

    /// Changes a password.
    @Command(name = "passwd", description = "Gives an account another password; its sessions end.")
    static final class Passwd implements Callable<Integer> {
        @Mixin
        private Shared shared = new Shared();

        @Parameters(index = "0", paramLabel = "NAME", description = WHO)
        private String name = "";

        @Override
        public Integer call() {
            return withPassword(password -> shared.people().change(name, password));
        }
    }

    /// Links an account with a provider's.
    @Command(
            name = "link",
            description = {
                "Says who an account's owner is at the OpenID provider: there they are the same person, and sign once.",
                "One person has one account."
            })
    static final class Link implements Callable<Integer> {
        @Mixin
        private Shared shared = new Shared();

        @Parameters(index = "0", paramLabel = "NAME", description = WHO)
        private String name = "";

        @Option(names = "--issuer", required = true, description = "the provider, as display.sign_on.issuer has it")
        private String issuer = "";

        @Option(names = "--subject", required = true, description = "the person's 'sub' there")
        private String subject = "";

        @Override
        public Integer call() {
            return refusing(() -> shared.people().link(name, new Account.Identity(issuer, subject)));
        }
    }

    /// Makes a key or takes it away.
    @Command(
            name = "key",
            description = {
                "Makes a key for a program of an account's, and prints it this once; or takes one away.",
                "A key looks (viewer) or gives an operator's orders (operator): no program releases a warning."
            })
    static final class Key implements Callable<Integer> {
        private static final int LONGEST_DAYS = 3_660;

        @Mixin
        private Shared shared = new Shared();

        @Parameters(index = "0", paramLabel = "NAME", description = WHO)
        private String name = "";

        @Option(names = "--role", defaultValue = "viewer", description = "viewer or operator (default: viewer)")
        private Operator.Role role = Operator.Role.VIEWER;

        @Option(names = "--days", defaultValue = "90", description = "for how long it holds (default: 90)")
        private int days = 90;

        @Option(names = "--revoke", paramLabel = "ID", description = "takes this key away instead")
        private @Nullable String revoked;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            return refusing(() -> {
                if (revoked != null && !shared.people().revoke(name, revoked)) {
                    throw new Failure(name + " has no key '" + revoked + "'", "See 'vedette people list'");
                }
                if (revoked == null) {
                    out(spec).println(shared.people().key(name, role, Math.clamp(days, 1, LONGEST_DAYS)));
                }
            });
        }
    }

    private interface WithPassword {
        void act(char[] password);
    }

    private static int withPassword(WithPassword then) {
        char[] password = password();
        try {
            return refusing(() -> then.act(password));
        } finally {
            Arrays.fill(password, ' ');
        }
    }

    private static int refusing(Runnable act) {
        try {
            act.run();
            return 0;
        } catch (IllegalArgumentException refused) {
            throw new Failure(
                    String.valueOf(refused.getMessage()),
                    "See 'vedette people --help' and 'vedette people list'",
                    refused);
        }
    }

    private static char[] password() {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(PeopleCommand::typed)
                .orElseGet(PeopleCommand::firstLine);
    }

    private static char[] typed(Console console) {
        char @Nullable [] typed = console.readPassword("Password: ");
        char @Nullable [] again = console.readPassword("Again: ");
        if (typed == null || again == null || !Arrays.equals(typed, again)) {
            throw new Failure("The two are not the same", "Type the password twice alike");
        }
        return typed;
    }

    private static char[] firstLine() {
        try {
            // Not closed: standard input is not ours to close.
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
            @Nullable String line = in.readLine();
            return line == null ? new char[0] : line.toCharArray();
        } catch (IOException fault) {
            throw new Failure("Cannot read the password from standard input", "Give it as its first line", fault);
        }
    }

    private static PrintWriter out(CommandSpec spec) {
        return spec.commandLine().getOut();
    }

    private static String word(Operator.Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
