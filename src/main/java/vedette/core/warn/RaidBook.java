package vedette.core.warn;

import java.util.List;
import java.util.Optional;
import vedette.math.LongMap;
import vedette.model.Moment;
import vedette.model.Place;
import vedette.model.PlaceAhead;
import vedette.model.Warning;

/// Which places were warned of raids.
///
/// @param places all that may be, in the order they were given
/// @param files by the place's position: those warned now
/// @param made how many warnings were ever opened: no name is used again
public record RaidBook(List<Place> places, LongMap<File> files, int made) {
    static final RaidBook EMPTY = new RaidBook(List.of(), LongMap.empty(), 0);

    /// Copies the list.
    public RaidBook {
        places = List.copyOf(places);
    }

    /// A place that was warned.
    ///
    /// @param warning the last revision
    /// @param told what it was made of
    /// @param now the newest outlook
    /// @param heardAt when that came
    /// @param calmSince since when nothing would have been said
    /// @param issued whether people were told to act, and not only to be ready
    /// @param likelySince since when it has been likely enough to be warned of, without a break
    public record File(
            Warning warning,
            PlaceAhead told,
            PlaceAhead now,
            Moment heardAt,
            Optional<Moment> calmSince,
            boolean issued,
            Optional<Moment> likelySince) {
        File hears(PlaceAhead next, Moment at, Optional<Moment> calm) {
            return new File(warning, told, next, at, calm, issued, likelySince);
        }

        File likely(Optional<Moment> since) {
            return new File(warning, told, now, heardAt, calmSince, issued, since);
        }

        File says(Warning revised, boolean nowIssued) {
            return new File(revised, now, now, heardAt, calmSince, nowIssued, likelySince);
        }
    }
}
