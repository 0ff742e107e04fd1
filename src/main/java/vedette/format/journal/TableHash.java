package vedette.format.journal;

/// A table in use when the journal was written: a replay with another one may differ.
///
/// @param name what it is, e.g. `geoid`
/// @param sha256 of its bytes, 64 hexadecimal digits
public record TableHash(String name, String sha256) {}
