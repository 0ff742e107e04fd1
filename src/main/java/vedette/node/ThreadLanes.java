package vedette.node;

import static vedette.math.Require.require;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import vedette.math.Lanes;

/// Lanes on threads: the caller's own and some that wait for work. For one caller at a time.
public final class ThreadLanes implements Lanes, AutoCloseable {
    /// More lanes than this are not opened.
    public static final int MOST = 64;

    private final int count;
    private final ExecutorService threads;

    /// Opens lanes; close them at the end.
    ///
    /// @param count how many, the caller's own included, 1 to [#MOST]
    public ThreadLanes(int count) {
        require(count >= 1 && count <= MOST, "%s lanes", count);
        this.count = count;
        threads = Executors.newFixedThreadPool(
                Math.max(1, count - 1),
                Thread.ofPlatform().name("vedette-lane-", 1).daemon().factory());
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public void run(Work work) {
        List<Future<?>> others = new ArrayList<>(count - 1);
        for (int lane = 1; lane < count; lane++) {
            int number = lane;
            others.add(threads.submit(() -> work.lane(number)));
        }
        RuntimeException fault = null;
        try {
            work.lane(0);
        } catch (RuntimeException own) {
            fault = own;
        }
        for (Future<?> other : others) {
            fault = joined(other, fault);
        }
        if (fault != null) {
            throw fault;
        }
    }

    // Waits to the end even when interrupted: the lanes write to places that the caller goes on with.
    private static @Nullable RuntimeException joined(Future<?> lane, @Nullable RuntimeException fault) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    lane.get();
                    return fault;
                } catch (InterruptedException waiting) {
                    interrupted = true;
                } catch (ExecutionException thrown) {
                    return fault != null ? fault : new IllegalStateException(thrown.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
