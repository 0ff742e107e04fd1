package vedette.math;

/// Where pieces of work that do not touch each other are done: one after another, or at once where there are threads.
///
/// What comes out may not depend on it: each piece writes to places of its own, and whoever gave the work joins what
/// was written in an order of its own.
public interface Lanes {
    /// One lane: the caller's own thread.
    Lanes ONE = new Lanes() {
        @Override
        public int count() {
            return 1;
        }

        @Override
        public void run(Work work) {
            work.lane(0);
        }
    };

    /// How many lanes there are, at least 1.
    int count();

    /// Does the work of every lane and returns when all are done.
    ///
    /// @param work called once for each lane, in any order or at once
    /// @throws RuntimeException one that the work threw, after all lanes have ended
    void run(Work work);

    /// The work of one lane.
    @FunctionalInterface
    interface Work {
        /// Does it.
        ///
        /// @param number of the lane, from 0
        void lane(int number);
    }
}
