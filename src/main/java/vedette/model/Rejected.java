package vedette.model;

/// Bytes that were refused, and why.
///
/// @param offset of the first byte that could not be taken, from the start of what was handed in
/// @param item the field it belongs to, in the words of the format's specification
/// @param reason what is wrong with it, short
public record Rejected(long offset, String item, String reason) {}
