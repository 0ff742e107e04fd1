package vedette.app;

import java.util.List;
import vedette.app.LauncherCommand.Bench;
import vedette.app.LauncherCommand.Test;

/// Every command of the program, in the order the help lists them. A command that is not here does not exist.
final class Commands {
    private Commands() {}

    /// New command objects: picocli writes the arguments into their fields, so they serve one run only.
    static List<Object> all() {
        return List.of(
                // The order of the README; the empty comments keep one command a line.
                new DemoCommand(), //
                new RunCommand(), //
                new DecodeCommand(), //
                new EncodeCommand(), //
                new ReplayCommand(), //
                new TrackCommand(), //
                new ScoreCommand(), //
                new WarnCommand(), //
                new RaidCommand(), //
                new EvaluateCommand(), //
                new JournalCommand(), //
                new ZonesCommand(), //
                new PeopleCommand(), //
                new Test(), //
                new Bench());
    }
}
