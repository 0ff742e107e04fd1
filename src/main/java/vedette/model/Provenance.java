package vedette.model;

/// Whose claim a measurement is.
///
/// @param sensor who measured
/// @param observedAt when, by the sensor's own claim
/// @param releasability who may see it and what is made of it
public record Provenance(SensorId sensor, Moment observedAt, Releasability releasability) {
    /// An openly releasable claim.
    public static Provenance open(SensorId sensor, Moment observedAt) {
        return new Provenance(sensor, observedAt, Releasability.OPEN);
    }
}
