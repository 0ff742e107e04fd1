package vedette.model;

/// What the tracker found about a sensor from its measurements.
///
/// @param sensor which
/// @param fits whether what it measures fits what it states of itself
/// @param words what was found, with numbers and their sigmas; empty where there is nothing to say
/// @param refused messages of it that could not be used, since its site became known
public record SensorFinding(SensorId sensor, boolean fits, String words, long refused) {}
