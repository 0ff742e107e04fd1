package vedette.format.zones;

/// A place in a file.
///
/// @param words a path into it, as `$.features[3]`, or what else names it
/// @param line its line, from 1; 0 where it has none yet
record Where(String words, int line) {
    static Where line(int line) {
        return new Where("line " + line, line);
    }

    ZoneFault fault(String reason) {
        return new ZoneFault(this, reason);
    }
}
