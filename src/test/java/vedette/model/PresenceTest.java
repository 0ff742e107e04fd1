package vedette.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import vedette.canon.Canon;

/// What a listening node says.
final class PresenceTest {
    private static final Provenance NODE = Provenance.open(new SensorId("acoustic-7"), new Moment(5));

    @Property
    void comesBackFromItsCanonicalForm(
            @ForAll @DoubleRange(min = -10, max = 10) double bearingRad,
            @ForAll @DoubleRange(min = 0, max = 1) double confidence) {
        Canon<Measurement> canon = Canon.of(Measurement.class);
        Measurement heard =
                new Measurement.Presence(NODE, new LatLon(0.85, 0.53), OptionalDouble.of(bearingRad), confidence);

        assertEquals(heard, canon.read(canon.bytes(heard)).orThrow());
    }

    @Test
    void aBearingIsKeptWithinOneTurn() {
        var heard = new Measurement.Presence(NODE, new LatLon(0, 0), OptionalDouble.of(-Math.PI / 2), 1);

        assertEquals(1.5 * Math.PI, heard.bearingRad().orElseThrow(), 1e-12);
    }

    @Test
    void aConfidenceIsAProbability() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Measurement.Presence(NODE, new LatLon(0, 0), OptionalDouble.empty(), 1.01));
    }
}
