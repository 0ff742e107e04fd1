package vedette.core.missile;

import java.util.List;

/// Sensors that are not listened to any more, but have seen what is still watched.
///
/// @param satellites their places in the list of satellites
/// @param radars their places in the list of radars
record Retired(List<Integer> satellites, List<Integer> radars) {
    static final Retired NONE = new Retired(List.of(), List.of());

    Retired {
        satellites = List.copyOf(satellites);
        radars = List.copyOf(radars);
    }
}
