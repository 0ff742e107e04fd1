package vedette.canon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import vedette.model.Event;
import vedette.model.Output;

/// The nouns of the field have a canonical form.
final class EventCanonTest {
    @Test
    void everyEventAndEveryOutputHasACanonicalForm() {
        assertTrue(Canon.of(Event.class).schemaText().contains("kinds Event "));
        assertTrue(Canon.of(Output.class).schemaText().contains("kinds Output "));
    }

    @Test
    void aPlotComesBackAndIsShort() {
        Canon<Event> canon = Canon.of(Event.class);

        byte[] bytes = canon.bytes(Plots.event(123_456));

        assertEquals(Plots.event(123_456), canon.read(bytes).orThrow());
        assertTrue(bytes.length < 160, "a plot of " + bytes.length + " bytes");
    }
}
