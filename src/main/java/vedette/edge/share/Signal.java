package vedette.edge.share;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Tells a thread that there is something to do; what was told while it worked is not missed.
final class Signal {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition raised = lock.newCondition();
    private boolean up;

    void raise() {
        lock.lock();
        try {
            up = true;
            raised.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until it is raised, or so long.
    void await(long ms) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(ms);
            while (!up && left > 0) {
                left = raised.awaitNanos(left);
            }
            up = false;
        } finally {
            lock.unlock();
        }
    }
}
