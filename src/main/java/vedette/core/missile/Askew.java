package vedette.core.missile;

/// A satellite whose lines of sight do not fit those of others.
///
/// @param satellite its place in the list of satellites
/// @param words what was found
/// @param atS when it was found last, watch seconds
/// @param byRadar whether radars told it, where the satellites' own lines need not
record Askew(int satellite, String words, double atS, boolean byRadar) {}
