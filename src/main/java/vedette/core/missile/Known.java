package vedette.core.missile;

/// An object of a catalogue that something may be.
///
/// @param number its number there
/// @param name its name there; may be empty
/// @param others how many other objects should be there too, as pieces that fly together are
record Known(long number, String name, int others) {}
