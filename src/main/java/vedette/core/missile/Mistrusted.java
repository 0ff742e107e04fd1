package vedette.core.missile;

/// A radar whose measurements do not fit those of others.
///
/// @param radar its place in the list of radars
/// @param words what was found
/// @param atS when it was found last, watch seconds
/// @param rate whether it is its range rates alone: they are not used
record Mistrusted(int radar, String words, double atS, boolean rate) {}
