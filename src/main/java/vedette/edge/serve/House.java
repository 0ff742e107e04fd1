package vedette.edge.serve;

import java.util.Optional;
import java.util.function.LongSupplier;

/// What the doors of a display share.
///
/// @param settings how it is set up
/// @param counters told of refusals
/// @param people who have an account, where anybody can
/// @param sessions who is in
/// @param log where decisions are written down
/// @param clock nanoseconds since anything
record House(
        DisplaySettings settings,
        Counters counters,
        Optional<People> people,
        Sessions sessions,
        SecurityLog log,
        LongSupplier clock) {
    static House of(DisplaySettings settings, Counters counters, LongSupplier clock) {
        Admission rules = settings.admission();
        return new House(
                settings,
                counters,
                rules.accounts().map(file -> new People(file, rules.refusedPasswords())),
                new Sessions(clock, rules.stay()),
                new SecurityLog(rules.log(), counters, clock),
                clock);
    }
}
