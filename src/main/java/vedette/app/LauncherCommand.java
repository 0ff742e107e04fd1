package vedette.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What the launcher `./vedette` does itself, since it needs the sources and Maven. The commands stand here so
/// that the help tells of them; asked of the jar alone they say where they are.
sealed interface LauncherCommand extends Runnable {
    /// The name as typed.
    String command();

    @Override
    default void run() {
        throw new Failure(
                "The jar cannot run '" + command() + "': it needs the sources",
                "Type ./vedette " + command() + " in the project's folder");
    }

    /// Runs the test suite, or one room's tests.
    @Command(name = "test", description = "Runs the test suite (what CI runs), or one room's tests in seconds.")
    final class Test implements LauncherCommand {
        @Parameters(arity = "0..1", paramLabel = "ROOM", description = "a package below vedette, as format.asterix")
        private String room = "";

        @Option(names = "--long", description = "also the long tests: kill rounds, fuzzing, interpreted replays")
        private boolean withLong;

        @Override
        public String command() {
            return "test" + (room.isEmpty() ? "" : " " + room) + (withLong ? " --long" : "");
        }
    }

    /// Runs the benches.
    @Command(name = "bench", description = "Runs the JMH benches and prints medians and spread.")
    final class Bench implements LauncherCommand {
        @Parameters(
                arity = "0..1",
                paramLabel = "NAME",
                description = "only benches whose name contains this; or: accuracy SCENARIO_DIR…, the tracking table;"
                        + " or: steps SECONDS SCENARIO_DIR…, how long single steps take")
        private String name = "";

        @Override
        public String command() {
            return "bench" + (name.isEmpty() ? "" : " " + name);
        }
    }
}
