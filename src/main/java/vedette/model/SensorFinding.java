package vedette.model;

/// What the tracker found about a sensor from its measurements.
///
/// @param sensor which
/// @param fits whether what it measures fits what it states of itself
/// @param words what was found, with numbers and their sigmas; empty where there is nothing to say
public record SensorFinding(SensorId sensor, boolean fits, String words) {}
