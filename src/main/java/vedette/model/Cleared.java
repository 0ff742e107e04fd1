package vedette.model;

import static vedette.math.Require.require;

/// A bulletin in the type of its domain. A channel takes one of these types only, so that a rehearsal cannot even be
/// handed to a channel of the real thing. A simulation has none.
public sealed interface Cleared {
    /// What is sent.
    Bulletin bulletin();

    /// The real thing.
    ///
    /// @param bulletin of a LIVE engine
    record Live(Bulletin bulletin) implements Cleared {
        /// Checks the domain.
        public Live {
            of(Domain.LIVE, bulletin);
        }
    }

    /// A rehearsal with people; marked in every form.
    ///
    /// @param bulletin of an EXERCISE engine
    record Exercise(Bulletin bulletin) implements Cleared {
        /// Checks the domain.
        public Exercise {
            of(Domain.EXERCISE, bulletin);
        }
    }

    /// A trial of the equipment; marked in every form.
    ///
    /// @param bulletin of a TEST engine
    record Trial(Bulletin bulletin) implements Cleared {
        /// Checks the domain.
        public Trial {
            of(Domain.TEST, bulletin);
        }
    }

    /// The bulletin in the type of its domain.
    static Cleared of(Bulletin bulletin) {
        return switch (bulletin.warning().domain()) {
            case LIVE -> new Live(bulletin);
            case EXERCISE -> new Exercise(bulletin);
            case TEST -> new Trial(bulletin);
            case SIMULATION -> throw new IllegalArgumentException("a simulation has no public form");
        };
    }

    private static void of(Domain domain, Bulletin bulletin) {
        Domain given = bulletin.warning().domain();
        require(given == domain, "a bulletin of domain %s among %s", given, domain);
    }
}
