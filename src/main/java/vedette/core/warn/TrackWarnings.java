package vedette.core.warn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.model.TrackId;
import vedette.model.ZoneId;

/// The warnings of one track.
///
/// @param track its number
/// @param made how many were ever opened, so that names are never used again
/// @param open those that have not ended
public record TrackWarnings(TrackId track, int made, List<Open> open) {
    /// Copies the list.
    public TrackWarnings {
        open = List.copyOf(open);
    }

    /// The open warning about a zone.
    Optional<Open> about(ZoneId zone) {
        return open.stream()
                .filter(each -> each.finding() instanceof Open.Finding.OfZone(var intrusion)
                        && intrusion.zone().equals(zone))
                .findFirst();
    }

    /// The open warning about the aircraft's distress.
    Optional<Open> aboutDistress() {
        return open.stream()
                .filter(each -> each.finding() instanceof Open.Finding.OfDistress)
                .findFirst();
    }

    /// The open warning about what an authorised flight breaches.
    Optional<Open> aboutBreach() {
        return open.stream()
                .filter(each -> each.finding() instanceof Open.Finding.OfBreach)
                .findFirst();
    }

    /// The open warning about an object that is near.
    Optional<Open> aboutProximity(TrackId other) {
        return open.stream()
                .filter(each -> each.finding() instanceof Open.Finding.OfProximity(var proximity)
                        && proximity.other().equals(other))
                .findFirst();
    }

    /// The open warning about what the object claims of itself.
    Optional<Open> aboutClaim() {
        return open.stream()
                .filter(each -> each.finding() instanceof Open.Finding.OfClaim)
                .findFirst();
    }

    TrackWarnings opened(Open added) {
        List<Open> more = new ArrayList<>(open);
        more.add(added);
        return new TrackWarnings(track, made + 1, more);
    }

    /// With another state of the warning of the same name.
    TrackWarnings with(Open changed) {
        return new TrackWarnings(
                track,
                made,
                open.stream()
                        .map(each -> isSame(each, changed) ? changed : each)
                        .toList());
    }

    TrackWarnings without(Open ended) {
        return new TrackWarnings(
                track, made, open.stream().filter(each -> !isSame(each, ended)).toList());
    }

    private static boolean isSame(Open a, Open b) {
        return a.warning().id().equals(b.warning().id());
    }
}
