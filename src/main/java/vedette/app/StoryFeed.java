package vedette.app;

import java.util.List;
import java.util.concurrent.TimeUnit;
import vedette.edge.Feed;
import vedette.edge.Intake;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.SensorId;

/// Plays the missile story into a node, look by look at its time, again and again.
final class StoryFeed implements Feed {
    private static final SensorId ID = new SensorId("missile-story");

    /// The first look comes so long after the start, seconds of the story: the display is open by then.
    private static final double FIRST_S = 3;

    /// Between two tellings, seconds of the story.
    private static final double PAUSE_S = 30;

    private static final double LONGEST_SLEEP_S = 0.2;

    private static final long CLOSING_MS = 2_000;

    private final MissileStory story;
    private final double speed;
    private final Thread thread =
            Thread.ofPlatform().name("missile-story").daemon().unstarted(this::play);
    private volatile boolean closing;
    private volatile Intake intake = NOWHERE;

    private static final Intake NOWHERE = new Intake() {
        @Override
        public Moment now() {
            return new Moment(0);
        }

        @Override
        public void put(Measurement measurement, Moment arrivedAt) {}

        @Override
        public boolean offer(Measurement measurement, Moment arrivedAt) {
            return false;
        }
    };

    /// A feed that does not play yet.
    ///
    /// @param speed how many seconds of the node's clock pass in one of ours, at most
    StoryFeed(MissileStory story, double speed) {
        this.story = story;
        this.speed = speed;
    }

    @Override
    public SensorId id() {
        return ID;
    }

    @Override
    public void start(Intake into) {
        intake = into;
        thread.start();
    }

    private void play() {
        try {
            Moment start = intake.now().plusS(FIRST_S);
            while (!closing) {
                tell(story.looks(start));
                start = start.plusS(story.lengthS() + PAUSE_S);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(List<Measurement> looks) throws InterruptedException {
        for (Measurement look : looks) {
            await(look.provenance().observedAt());
            if (closing) {
                return;
            }
            intake.put(look, intake.now());
        }
    }

    // Asked anew after each sleep: the node's clock may go slower than we were told, and no look may come before its
    // time.
    private void await(Moment then) throws InterruptedException {
        double waitS = then.secondsSince(intake.now());
        while (waitS > 0 && !closing) {
            TimeUnit.NANOSECONDS.sleep(Math.round(Math.min(waitS / speed, LONGEST_SLEEP_S) * 1e9));
            waitS = then.secondsSince(intake.now());
        }
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join(CLOSING_MS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
