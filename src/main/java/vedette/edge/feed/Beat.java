package vedette.edge.feed;

import vedette.edge.Intake;
import vedette.model.SensorId;

/// Tells once a second how a feed does, so that one that has fallen silent is seen to be silent.
record Beat(SensorId feed, Tally tally, Intake intake) implements Crew.Job {
    private static final long PERIOD_MS = 1000;

    @Override
    public void run() throws InterruptedException {
        while (true) {
            intake.put(tally.beat(feed, intake.now()), intake.now());
            Thread.sleep(PERIOD_MS);
        }
    }
}
