package vedette.edge.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vedette.edge.Feed;
import vedette.edge.Intake;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Rejected;
import vedette.model.SensorId;
import vedette.model.SensorSite;

/// Plays a recording into a node as if it came now: at its own pace, faster, or as fast as the node takes it.
public final class FileFeed implements Feed {
    private final Source source;
    private final File file;
    private final Tally tally = new Tally();
    private final Crew crew;

    /// What is played, and how.
    ///
    /// @param path the recording
    /// @param opener tells from its bytes what it is
    /// @param speed how many seconds of it pass in one of ours; 0: as fast as the node takes it
    public record File(Path path, Opener opener, double speed) {}

    /// Opens a recording.
    @FunctionalInterface
    public interface Opener {
        /// A recording of these bytes.
        ///
        /// @param bytes the file
        /// @param presented told of each sensor that says in it where it stands and how it looks
        Recording open(byte[] bytes, Consumer<SensorSite> presented);
    }

    /// A feed that does not play yet.
    public FileFeed(Source source, File file) {
        this.source = source;
        this.file = file;
        crew = new Crew(source.feed().name(), tally::trouble);
    }

    @Override
    public SensorId id() {
        return source.feed();
    }

    /// What it has seen so far.
    public Counts counts() {
        return tally.counts();
    }

    /// Begins to play.
    ///
    /// @throws FeedFault when the file cannot be read
    @Override
    public void start(Intake intake) {
        byte[] bytes = load();
        Playing playing = new Playing(intake);
        Recording recording = file.opener().open(bytes, playing.presented::add);
        tally.linked();
        tally.bytes(bytes.length);
        crew.start("recording", () -> {
            recording.play(playing);
            tally.unlinked("the recording has ended");
        });
        crew.start("beat", new Beat(id(), tally, intake));
    }

    private byte[] load() {
        try {
            return Recording.load(file.path());
        } catch (IOException fault) {
            throw new FeedFault(
                    source.at("file", file.path()),
                    "cannot be read (" + Crew.said(fault) + ")",
                    "Correct the path or its permissions",
                    fault);
        }
    }

    @Override
    public void close() {
        crew.close();
    }

    private final class Playing implements Recording.Listener {
        private final Intake intake;
        private final Timebase.Retiming timing = source.timebase().begin();
        private Moment firstRecorded = new Moment(0);
        private Moment firstPlayed = new Moment(0);
        // Sensors that presented themselves since the last measurement: decoding may not wait, putting may.
        private final List<SensorSite> presented = new ArrayList<>();
        private boolean begun;

        Playing(Intake intake) {
            this.intake = intake;
        }

        @Override
        public void measured(Measurement measurement, Moment recordedAt) throws InterruptedException {
            await(recordedAt);
            for (SensorSite site : presented) {
                intake.presented(site);
            }
            presented.clear();
            Moment now = intake.now();
            tally.measured();
            intake.put(timing.retimed(measurement, now), now);
        }

        @Override
        public void rejected(Rejected rejected) {
            tally.rejected(rejected);
        }

        private void await(Moment recordedAt) throws InterruptedException {
            if (!begun) {
                begun = true;
                firstRecorded = recordedAt;
                firstPlayed = intake.now();
            }
            if (file.speed() <= 0) {
                return;
            }
            long dueNs = Math.round(recordedAt.nsSince(firstRecorded) / file.speed());
            long leftNs = dueNs - intake.now().nsSince(firstPlayed);
            if (leftNs > 0) {
                Thread.sleep(leftNs / 1_000_000, (int) (leftNs % 1_000_000));
            }
        }
    }
}
