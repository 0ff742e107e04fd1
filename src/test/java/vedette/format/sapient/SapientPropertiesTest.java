package vedette.format.sapient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vedette.format.text.JsonText;

class SapientPropertiesTest {
    @Property(tries = 400)
    void anyBytesAreTakenOrRefusedWithAReason(@ForAll @Size(max = 300) byte[] bytes) {
        assertSaid(Sapient.binary(bytes, 0, bytes.length, Optional.empty()));
        assertSaid(Sapient.binary(bytes, 0, bytes.length, Optional.of(Edition.V1)));
    }

    @Property(tries = 600)
    void aChangedByteNeverBreaksTheReader(
            @ForAll @IntRange(max = 8) int content, @ForAll @IntRange(max = 4000) int place, @ForAll byte octet) {
        byte[] bytes = Sapient.binary(Sample.full(Edition.V2, Sample.contents().get(content)));
        bytes[place % bytes.length] = octet;

        assertSaid(Sapient.binary(bytes, 0, bytes.length, Optional.empty()));
    }

    @Property(tries = 300)
    void whatIsTakenIsWrittenBackTheSame(
            @ForAll @IntRange(max = 8) int content, @ForAll @IntRange(max = 4000) int place, @ForAll byte octet) {
        byte[] bytes = Sapient.binary(Sample.full(Edition.V2, Sample.contents().get(content)));
        bytes[place % bytes.length] = octet;

        if (Sapient.binary(bytes, 0, bytes.length, Optional.empty()) instanceof Sapient.Taken taken) {
            byte[] again = Sapient.binary(taken.part());
            String json = JsonText.write(Sapient.json(taken.part()), 0);

            assertEquals(taken.part(), part(Sapient.binary(again, 0, again.length, Optional.of(taken.edition()))));
            assertEquals(taken.part(), part(Sapient.json(json, Optional.of(taken.edition()))));
        }
    }

    private static Part part(Sapient.Reading reading) {
        return ((Sapient.Taken) reading).part();
    }

    private static void assertSaid(Sapient.Reading reading) {
        if (reading instanceof Sapient.Refused refused) {
            assertFalse(refused.findings().isEmpty());
            assertFalse(refused.findings().getFirst().field().isBlank());
        }
    }
}
