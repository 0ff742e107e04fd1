package vedette.format.adsb;

import java.util.Optional;
import vedette.model.LatLon;

/// How frames are read.
///
/// @param repair whether one flipped bit is turned back (see [ModeSFrame#readRepairing])
/// @param receiver where the receiver stands: places beyond its reach are not believed, and surface positions need it
public record AdsbOptions(boolean repair, Optional<LatLon> receiver) {
    /// Nothing repaired, receiver unknown.
    public static final AdsbOptions PLAIN = new AdsbOptions(false, Optional.empty());

    /// The receiver as a reference; without numbers when it is unknown.
    CprFix reference() {
        CprFix fix = new CprFix();
        receiver.ifPresent(place -> {
            fix.latitudeDeg = place.latDeg();
            fix.longitudeDeg = place.lonDeg();
        });
        return fix;
    }
}
