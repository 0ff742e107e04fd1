package vedette.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/// The entry of the program: one command a process, exit code 0 (done), 1 (failed) or 2 (wrong usage).
@Command(
        name = "vedette",
        description = {
            "Attack warning and low-altitude surveillance. It ends at the warning.",
            "'vedette COMMAND --help' explains a command; '-' is standard input or output."
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        scope = ScopeType.INHERIT)
public final class Main {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    /// Held here: a logger that nobody holds forgets its level.
    private static final Logger WEB_SHELL = Logger.getLogger("io.helidon");

    /// It logs a page of trace for a port in use, of which the user is told in one line.
    private static final Logger WEB_SHELL_START = Logger.getLogger("io.helidon.webserver.LoomServer");

    private Main() {}

    /// Runs one command and ends the process with its exit code.
    ///
    /// @param args the command and its arguments, as typed after `./vedette`
    public static void main(String[] args) {
        WEB_SHELL.setLevel(Level.WARNING);
        WEB_SHELL_START.setLevel(Level.OFF);
        System.exit(run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                args));
    }

    /// Runs one command and returns its exit code; the process lives on.
    ///
    /// @param out what the command prints: standard output, or a test's string
    /// @param err where its one line goes when it fails
    /// @param args the command and its arguments
    /// @return 0 done, 1 failed, 2 wrong usage
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        int code = commandLine().setOut(out).setErr(err).execute(args);
        out.flush();
        err.flush();
        return code;
    }

    private static CommandLine commandLine() {
        CommandLine root = new CommandLine(new Main());
        Commands.all().forEach(root::addSubcommand);
        return root.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((wrong, _) -> sayWrongUsage(wrong))
                .setExecutionExceptionHandler((fault, command, _) -> sayFailure(fault, command));
    }

    private static int sayWrongUsage(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr()
                .println(name + ": " + FailureLine.oneLine(said(wrong)) + didYouMean(wrong) + " Try '" + name
                        + " --help'.");
        return WRONG_USAGE;
    }

    private static @Nullable String said(ParameterException wrong) {
        return wrong instanceof UnmatchedArgumentException unmatched
                        && wrong.getCommandLine().getParent() == null
                        && !unmatched.getUnmatched().isEmpty()
                ? "There is no command or option '" + unmatched.getUnmatched().getFirst() + "'"
                : wrong.getMessage();
    }

    private static String didYouMean(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            return " Did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?";
        }
        return "";
    }

    private static int sayFailure(Exception fault, CommandLine command) {
        PrintWriter err = command.getErr();
        err.println(command.getCommandSpec().qualifiedName() + ": " + FailureLine.of(fault));
        if ("1".equals(System.getenv("VEDETTE_TRACE"))) {
            fault.printStackTrace(err);
        }
        return FAILED;
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            @Nullable String built = Main.class.getPackage().getImplementationVersion();
            return new String[] {"vedette " + (built == null ? "(not packaged)" : built)};
        }
    }
}
