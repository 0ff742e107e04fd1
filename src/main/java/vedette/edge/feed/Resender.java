package vedette.edge.feed;

import static vedette.math.Require.require;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import vedette.format.carrier.Frame;
import vedette.format.carrier.Frames;
import vedette.format.carrier.Framing;

/// Sends the datagrams of a recording again, at their own pace or faster: a radar for tests and rehearsals.
public final class Resender {
    private final byte[] recording;
    private final Framing framing;
    private final double rate;

    /// A sender of a recording.
    ///
    /// @param recording in memory; not changed
    /// @param framing how datagrams lie in it; RAW and ORADIS tell no times, so they are sent at once
    /// @param rate how many seconds of it pass in one of ours; 0 is as fast as possible
    public Resender(byte[] recording, Framing framing, double rate) {
        require(rate >= 0 && rate < 1e6, "rate %s", rate);
        this.recording = recording;
        this.framing = framing;
        this.rate = rate;
    }

    /// Sends all of it on the caller's thread.
    ///
    /// @param outlet where to
    /// @return how many datagrams were sent
    /// @throws IOException when one cannot be sent
    /// @throws InterruptedException when interrupted while waiting
    public long send(Player.Outlet outlet) throws IOException, InterruptedException {
        Frames frames = new Frames(recording, framing);
        long startNs = System.nanoTime();
        long sent = 0;
        long firstNs = Long.MIN_VALUE;
        for (Frames.Step step = frames.next(); step != Frames.Step.END; step = frames.next()) {
            Frame frame = frames.frame();
            if (step == Frames.Step.FRAME) {
                firstNs = firstNs == Long.MIN_VALUE ? frame.timeNs() : firstNs;
                await(startNs, frame.timeNs() - firstNs);
                outlet.send(Arrays.copyOfRange(frame.bytes(), frame.offset(), frame.end()));
                sent++;
            }
        }
        return sent;
    }

    private void await(long startNs, long sinceFirstNs) throws InterruptedException {
        if (rate > 0) {
            long dueNs = startNs + Math.round(sinceFirstNs / rate);
            TimeUnit.NANOSECONDS.sleep(dueNs - System.nanoTime());
        }
    }
}
