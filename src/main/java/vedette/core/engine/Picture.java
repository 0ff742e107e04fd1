package vedette.core.engine;

import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.Moment;

/// All that an engine knows between two events: one immutable value, so that a snapshot is a reference.
///
/// @param domain whether it is the real thing
/// @param seq the latest event taken
/// @param now the latest event's arrival; the start of 1970 before the first
/// @param digest the rolling digest of all outputs so far
/// @param refusals what was refused so far, counted
public record Picture(Domain domain, long seq, Moment now, long digest, Refusals refusals) {
    static Picture empty(Domain domain) {
        return new Picture(domain, 0, new Moment(0), 0, Refusals.NONE);
    }

    Picture at(Event.Stamp stamp) {
        return new Picture(domain, stamp.seq(), stamp.arrivedAt(), digest, refusals);
    }

    Picture refusing(Refusals next) {
        return new Picture(domain, seq, now, digest, next);
    }

    Picture digested(long next) {
        return new Picture(domain, seq, now, next, refusals);
    }
}
