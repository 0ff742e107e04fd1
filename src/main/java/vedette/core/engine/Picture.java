package vedette.core.engine;

import java.util.List;
import vedette.core.assess.AssessState;
import vedette.core.missile.MissileState;
import vedette.core.nature.NatureState;
import vedette.core.raid.RaidState;
import vedette.core.release.ReleaseState;
import vedette.core.share.ShareState;
import vedette.core.track.TrackState;
import vedette.core.warn.WarnState;
import vedette.math.LongMap;
import vedette.model.AuthorisedFlight;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.Moment;
import vedette.model.Track;

/// All that an engine knows between two events: one immutable value, so that a snapshot is a reference.
///
/// @param domain whether it is the real thing
/// @param seq the latest event taken
/// @param now the latest event's arrival; the start of 1970 before the first
/// @param digest the rolling digest of all outputs so far
/// @param refusals what was refused so far, counted
/// @param tracking what the tracker remembers
/// @param tracks the tracks as last said, by number
/// @param missiles what the missile watch remembers
/// @param raids what the raid watch remembers
/// @param natures what is remembered of what objects are
/// @param assessing what assess remembers
/// @param warning what warn remembers
/// @param sharing what share remembers
/// @param releasing what release remembers
public record Picture(
        Domain domain,
        long seq,
        Moment now,
        long digest,
        Refusals refusals,
        TrackState tracking,
        LongMap<Track> tracks,
        MissileState missiles,
        RaidState raids,
        NatureState natures,
        AssessState assessing,
        WarnState warning,
        ShareState sharing,
        ReleaseState releasing) {
    static Picture empty(Domain domain) {
        return new Picture(
                domain,
                0,
                new Moment(0),
                0,
                Refusals.NONE,
                TrackState.EMPTY,
                LongMap.empty(),
                MissileState.empty(),
                RaidState.empty(),
                NatureState.empty(),
                AssessState.empty(),
                WarnState.empty(),
                ShareState.empty(),
                ReleaseState.empty());
    }

    /// Warnings that have not ended.
    public int openWarnings() {
        return warning.open();
    }

    /// The flights that orders authorised.
    public List<AuthorisedFlight> orderedFlights() {
        return assessing.permits().ordered();
    }

    /// The greatest number of a peer's link that was taken; 0 before the first.
    public long last(String link) {
        return sharing.last(link);
    }

    Picture at(Event.Stamp stamp) {
        return new Picture(
                domain,
                stamp.seq(),
                stamp.arrivedAt(),
                digest,
                refusals,
                tracking,
                tracks,
                missiles,
                raids,
                natures,
                assessing,
                warning,
                sharing,
                releasing);
    }

    Picture refusing(Refusals next) {
        return new Picture(
                domain, seq, now, digest, next, tracking, tracks, missiles, raids, natures, assessing, warning, sharing,
                releasing);
    }

    Picture digested(long next) {
        return new Picture(
                domain, seq, now, next, refusals, tracking, tracks, missiles, raids, natures, assessing, warning,
                sharing, releasing);
    }

    Picture tracking(TrackState next, LongMap<Track> said) {
        return new Picture(
                domain, seq, now, digest, refusals, next, said, missiles, raids, natures, assessing, warning, sharing,
                releasing);
    }

    Picture watching(MissileState next) {
        return new Picture(
                domain, seq, now, digest, refusals, tracking, tracks, next, raids, natures, assessing, warning, sharing,
                releasing);
    }

    Picture naming(NatureState next) {
        return new Picture(
                domain, seq, now, digest, refusals, tracking, tracks, missiles, raids, next, assessing, warning,
                sharing, releasing);
    }

    Picture listening(RaidState next) {
        return new Picture(
                domain, seq, now, digest, refusals, tracking, tracks, missiles, next, natures, assessing, warning,
                sharing, releasing);
    }

    Picture sharing(ShareState next) {
        return new Picture(
                domain, seq, now, digest, refusals, tracking, tracks, missiles, raids, natures, assessing, warning,
                next, releasing);
    }

    Picture releasing(ReleaseState next) {
        return new Picture(
                domain, seq, now, digest, refusals, tracking, tracks, missiles, raids, natures, assessing, warning,
                sharing, next);
    }

    Picture judging(AssessState assessed, WarnState warned) {
        return new Picture(
                domain, seq, now, digest, refusals, tracking, tracks, missiles, raids, natures, assessed, warned,
                sharing, releasing);
    }
}
