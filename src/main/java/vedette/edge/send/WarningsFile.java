package vedette.edge.send;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import vedette.edge.Emission;
import vedette.edge.Sender;
import vedette.format.lines.TimeForm;
import vedette.format.lines.WarningLines;
import vedette.model.Warning;

/// Writes `warnings.jsonl`: one line a revision.
public final class WarningsFile implements Sender {
    private final LineFile file;
    private final TimeForm times;
    private final Outbox outbox;

    /// A sender that adds to a file.
    ///
    /// @param path the file; its folder is made when it is missing
    /// @param times how moments stand in it
    /// @param whenFull what happens when the disk is too slow
    /// @param troubles told in one line when something goes wrong, and when it is well again
    public WarningsFile(Path path, TimeForm times, WhenFull whenFull, Consumer<String> troubles) {
        file = new LineFile(path);
        this.times = times;
        outbox = new Outbox(path.toString(), this::write, whenFull, troubles);
    }

    @Override
    public void send(Emission emission) {
        if (Revisions.in(emission.output()).isPresent()) {
            outbox.put(emission);
        }
    }

    private void write(Emission emission) throws IOException {
        Optional<Warning> warning = Revisions.in(emission.output());
        if (warning.isPresent()) {
            file.add(WarningLines.write(warning.get(), times));
        }
    }

    @Override
    public void close() {
        outbox.close();
        file.close();
    }
}
