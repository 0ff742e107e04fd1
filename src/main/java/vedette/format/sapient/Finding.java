package vedette.format.sapient;

/// What is wrong with a field.
///
/// @param field the way to it in the standard's names, as `registration.capabilities.0.category`
/// @param reason what is wrong, short
public record Finding(String field, String reason) {}
