package vedette.format.remoteid;

import java.util.Optional;
import java.util.OptionalInt;
import vedette.format.remoteid.DroneMessage.Flight;
import vedette.format.remoteid.DroneMessage.Location;
import vedette.model.Measurement.UasReport;
import vedette.model.Moment;

/// What is remembered of one transmitter: messages come singly, and each again and again.
final class Transmitter {
    /// A message with the same counter and content within this time is one that another receiver heard too,
    /// or that the transmitter sent on another channel.
    private static final long REPEATED_NS = 700_000_000L;

    final Moment firstHeard;
    Optional<String> name = Optional.empty();
    Optional<Flight> flight = Optional.empty();
    Optional<String> operatorId = Optional.empty();
    Optional<UasReport> told = Optional.empty();

    private Optional<Location> place = Optional.empty();
    private OptionalInt counter = OptionalInt.empty();
    private Moment placedAt;

    Transmitter(Moment firstHeard) {
        this.firstHeard = firstHeard;
        this.placedAt = firstHeard;
    }

    /// Whether a location brings nothing new: the same message heard again.
    ///
    /// With a message counter on both sides the same counter is a repetition, another one is not. Without,
    /// the same time of the same place is.
    boolean isRepeated(Location location, OptionalInt number, Moment heardAt) {
        boolean same = place.isPresent()
                && place.get().equals(location)
                && Math.abs(heardAt.nsSince(placedAt)) <= REPEATED_NS
                && (number.isEmpty() || counter.isEmpty() || number.equals(counter));
        place = Optional.of(location);
        counter = number;
        placedAt = same ? placedAt : heardAt;
        return same;
    }
}
