package vedette.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import vedette.edge.Sender;
import vedette.edge.send.CapFolder;
import vedette.edge.send.CapShelf;
import vedette.edge.send.SapientUpstream;
import vedette.edge.send.SensorsFile;
import vedette.edge.send.Ties;
import vedette.edge.send.WarningsFile;
import vedette.edge.send.WhenFull;
import vedette.format.cap.CapProfile;
import vedette.format.lines.TimeForm;
import vedette.model.Domain;
import vedette.model.LeapSeconds;

/// The files that warnings go to.
final class Outlets {
    /// How moments stand in files.
    static final TimeForm.Calendar TIMES = new TimeForm.Calendar(LeapSeconds.standard());
    private static final String SENDER_NAME = "Vedette";

    /// The channel behind which the folder of CAP messages and their feed stand.
    static final String SHELF = "cap-feed";

    /// Who the messages of a replay come from.
    static final String NOBODY = "vedette.invalid";

    private Outlets() {}

    /// As the settings ask for; a slow disk never holds up the engine.
    ///
    /// @param troubles told in one line when something goes wrong, and when it is well again
    static List<Sender> of(Settings.Outputs outputs, Domain domain, Consumer<String> troubles) {
        List<Sender> senders = new ArrayList<>();
        outputs.warnings().ifPresent(file -> senders.add(new WarningsFile(file, TIMES, WhenFull.DROP, troubles)));
        outputs.sensors().ifPresent(file -> senders.add(new SensorsFile(file, TIMES, WhenFull.DROP, troubles)));
        outputs.cap()
                .ifPresent(folder -> senders.add(
                        new CapFolder(folder.resolve("drafts"), profile(outputs.sender()), WhenFull.DROP, troubles)));
        outputs.sapient().ifPresent(above -> senders.add(new SapientUpstream(above, domain, troubles)));
        return senders;
    }

    /// All of them in one folder; the engine waits for the disk.
    static List<Sender> in(Path folder, Consumer<String> troubles) {
        return List.of(
                new WarningsFile(folder.resolve("warnings.jsonl"), TIMES, WhenFull.WAIT, troubles),
                new SensorsFile(folder.resolve("sensors.jsonl"), TIMES, WhenFull.WAIT, troubles),
                new CapFolder(folder.resolve("cap"), profile(NOBODY), WhenFull.WAIT, troubles));
    }

    /// What went out as CAP, where the settings keep it.
    ///
    /// @param ties to the node; the folder is another one
    static Optional<CapShelf> shelf(Settings.Outputs outputs, Ties ties) {
        return outputs.cap().map(folder -> shelf(outputs.sender(), seal(outputs.capKey()), ties.in(folder)));
    }

    private static UnaryOperator<String> seal(Optional<ChannelSetting.CapKey> key) {
        try {
            return ChannelSetting.CapKey.seal(key);
        } catch (IOException fault) {
            throw new Failure(
                    "outputs.cap_keystore: " + fault.getMessage(),
                    "Correct it, or leave it out: CAP is unsigned",
                    fault);
        }
    }

    /// What went out as CAP.
    ///
    /// @param ties their folder is the messages' own
    static CapShelf shelf(String sender, UnaryOperator<String> seal, Ties ties) {
        return new CapShelf(profile(sender), seal, ties);
    }

    private static CapProfile profile(String sender) {
        return new CapProfile(sender, SENDER_NAME, LeapSeconds.standard());
    }
}
