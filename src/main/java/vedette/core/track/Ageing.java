package vedette.core.track;

import vedette.math.LongTable;

/// Looks over all tracks once a second: who fell silent, who coasts, who flies together.
///
/// A step looks at a part of them and the next tick goes on, so that no step is long however much flies: 100,000
/// tracks take seven ticks. What is told of a track is told at most so much later.
final class Ageing {
    /// A look over all begins at most so often, nanoseconds.
    private static final long EVERY_NS = 1_000_000_000L;

    /// One step goes on until about this much was done, a glance at a track being 1: about 1 ms.
    private static final int WORK = 15_000;

    /// What it takes to move a track's filters, in glances.
    private static final int MOVING = 15;

    private final Working working;
    private final long ns;
    private final Lives lives;
    private final Systems systems;
    private int done;

    Ageing(Workshop shop, Working working, long ns) {
        this.working = working;
        this.ns = ns;
        lives = new Lives(shop, working);
        systems = new Systems(working);
    }

    void work() {
        Walk walk = working.state().walk();
        if (walk.at() == Walk.Part.OVER && walk.sinceNs() != Long.MIN_VALUE && ns - walk.sinceNs() < EVERY_NS) {
            return;
        }
        Walk at = walk.at() == Walk.Part.OVER ? Walk.begun(ns) : walk;
        do {
            at = part(at);
        } while (at.at() != Walk.Part.OVER && done < WORK);
        working.state(working.state().walked(at));
    }

    private Walk part(Walk walk) {
        return switch (walk.at()) {
            case TRACKS -> tracks(walk);
            case REPORTED -> reported(walk);
            case GROUPS -> {
                new Groups(working, ns, Groups.chosen(walk)).find();
                yield walk.over();
            }
            case OVER -> walk;
        };
    }

    private Walk tracks(Walk walk) {
        LongTable watched = table(walk.watched());
        LongTable low = table(walk.low());
        long[] next = {0};
        boolean over = working.files().walk(walk.next(), (id, file) -> {
            if (done >= WORK) {
                next[0] = id;
                return false;
            }
            done += lives.age(file, ns) ? MOVING : 1;
            if (Groups.watches(file)) {
                Groups.watch(file, watched, low);
            }
            return true;
        });
        Walk after = walk.watching(keys(watched), keys(low));
        return over ? after.to(Walk.Part.REPORTED, Long.MIN_VALUE) : after.to(Walk.Part.TRACKS, next[0]);
    }

    private Walk reported(Walk walk) {
        long[] next = {0};
        boolean over = working.state().reported().walk(walk.next(), (key, track) -> {
            if (done >= WORK) {
                next[0] = key;
                return false;
            }
            done++;
            systems.age(key, track, ns);
            return true;
        });
        return over ? walk.to(Walk.Part.GROUPS, 0) : walk.to(Walk.Part.REPORTED, next[0]);
    }

    private static LongTable table(long[] keys) {
        LongTable table = new LongTable(Math.max(16, keys.length));
        for (long key : keys) {
            table.add(key);
        }
        return table;
    }

    private static long[] keys(LongTable table) {
        long[] keys = new long[table.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = table.key(i);
        }
        return keys;
    }
}
