package vedette.core.track;

/// A track that a look should see, and the plots within its gate.
///
/// @param file the track
/// @param detection probability that the look sees it
/// @param existence its existence before the look
/// @param atNs when the beam passes it
/// @param due whether the beam has passed the whole gate
/// @param sure whether it surely is where the sensor sees
/// @param place where its bounds stand on the bench
/// @param firstPair its first pair
/// @param pairs how many plots lie within its gate
record Prospect(
        TrackFile file,
        double detection,
        double existence,
        long atNs,
        boolean due,
        boolean sure,
        int place,
        int firstPair,
        int pairs) {
    /// Whether its place lies in the sensor's volume: outside it may be seen, but is not missed.
    boolean inside() {
        return detection != Round.OUTSIDE_DETECTION;
    }

    Prospect with(int newFirst, int newPairs) {
        return new Prospect(file, detection, existence, atNs, due, sure, place, newFirst, newPairs);
    }
}
