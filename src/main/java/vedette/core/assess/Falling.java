package vedette.core.assess;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vedette.model.Impact;
import vedette.model.Missile;
import vedette.model.Moment;
import vedette.model.Warning;

/// An object that may come down where people live, or that has come down as part of a raid.
///
/// @param missile its newest revision; of one that is no longer followed the last with an impact
/// @param scored the revision that the shares are of; 0 before the first
/// @param next the place to be held against the impact next, of the revision `scoring`
/// @param scoring the revision that is being held against the places
/// @param found shares found so far in doing so
/// @param shares the places it may come down in, rising
/// @param over whether it is down, by word or by time
/// @param doubtedSince since when it is held to be no attack; people are told so when that has lasted
public record Falling(
        Missile missile,
        int scored,
        int next,
        Missile scoring,
        List<Share> found,
        List<Share> shares,
        boolean over,
        Optional<Moment> doubtedSince) {
    /// Copies the lists.
    public Falling {
        found = List.copyOf(found);
        shares = List.copyOf(shares);
    }

    /// Its chance to come down in a place.
    ///
    /// @param place the place's position in the list
    /// @param probability (0, 1]
    /// @param earliest 2.5 % quantile of the moment, if it comes down there
    /// @param latest 97.5 % quantile
    public record Share(int place, double probability, Moment earliest, Moment latest) {}

    static Falling first(Missile missile) {
        return new Falling(missile, 0, 0, missile, List.of(), List.of(), false, Optional.empty());
    }

    /// The same object, known anew. What is being worked on is finished first: news that come faster than the
    /// work is done must not keep it from ever ending.
    Falling renewed(Missile now) {
        return new Falling(now, scored, next, next == 0 ? now : scoring, found, shares, false, Optional.empty());
    }

    /// Nothing of it comes down any more.
    Falling ended(Missile now) {
        return new Falling(now, now.revision(), 0, now, List.of(), List.of(), true, Optional.empty());
    }

    /// It is held to be no attack; that may be taken back.
    Falling doubted(Moment since) {
        return new Falling(
                missile, scored, next, scoring, found, shares, over, Optional.of(doubtedSince.orElse(since)));
    }

    Falling worked(int place, List<Share> more) {
        return new Falling(missile, scored, place, scoring, more, shares, over, doubtedSince);
    }

    Falling done(List<Share> all) {
        return new Falling(missile, scoring.revision(), 0, missile, List.of(), all, over, doubtedSince);
    }

    boolean isBehind() {
        return !over && scored != missile.revision();
    }

    /// Whether people are warned of it, and not only made ready.
    boolean isFirm() {
        return missile.verdict() == Missile.Verdict.ATTACK && missile.confidence() != Warning.Confidence.UNCONFIRMED;
    }

    boolean isAttack() {
        return missile.verdict() == Missile.Verdict.ATTACK;
    }

    Optional<Impact> impact() {
        return scoring.impact();
    }

    /// Its chance in a place, or null.
    @Nullable
    Share share(int place) {
        int low = 0;
        int high = shares.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Share there = shares.get(middle);
            if (there.place == place) {
                return there;
            }
            if (there.place < place) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }
}
