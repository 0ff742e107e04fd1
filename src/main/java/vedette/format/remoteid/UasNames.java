package vedette.format.remoteid;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import vedette.format.remoteid.DroneMessage.BasicId;

/// Under which serial number an aircraft is known: at most 20 printable characters, as
/// [vedette.model.Identity] asks.
///
/// Serial numbers and registrations as they are told; binary identifiers (UUID, session) and texts with other
/// characters as the hexadecimal digits of their first ten octets; aircraft that tell no identifier by their
/// transmitter's address, as `mac 0123456789ab`.
final class UasNames {
    private static final int LONGEST = 20;
    private static final int FRENCH_MODEL = 6;

    private UasNames() {}

    /// The best of an aircraft's identifiers: the serial number, else a registration, else any.
    static Optional<String> of(Broadcast broadcast) {
        Optional<BasicId> best = Optional.empty();
        for (BasicId id : broadcast.all(BasicId.class)) {
            best = best.isEmpty() || rank(id) < rank(best.get()) ? Optional.of(id) : best;
        }
        return best.flatMap(id -> id.isText() ? text(id.uasId()) : digits(id.uasId()));
    }

    private static int rank(BasicId id) {
        return id.idType() == 0 ? 16 : id.idType();
    }

    /// A name out of a text; nothing when it is blank.
    static Optional<String> text(String text) {
        String name = text.strip();
        boolean plain = name.length() <= LONGEST && name.chars().allMatch(c -> c >= ' ' && c <= '~');
        return plain ? Optional.of(name).filter(n -> !n.isBlank()) : digits(text);
    }

    private static Optional<String> digits(String text) {
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        return octets.length == 0
                ? Optional.empty()
                : Optional.of(HexFormat.of().formatHex(octets, 0, Math.min(LONGEST / 2, octets.length)));
    }

    /// The French beacon's name: its ANSI identifier, else maker, model and the end of its number.
    static Optional<String> of(FrenchBeacon beacon) {
        return beacon.idAnsi()
                .flatMap(UasNames::text)
                .or(() -> beacon.idFr()
                        .map(id -> id.substring(0, FRENCH_MODEL) + id.substring(id.length() - LONGEST + FRENCH_MODEL))
                        .flatMap(UasNames::text));
    }

    /// The name of an aircraft that tells none.
    static Optional<String> ofTransmitter(String address) {
        return text("mac " + address.replace(":", "").toLowerCase(Locale.ROOT)).filter(name -> !name.equals("mac "));
    }
}
