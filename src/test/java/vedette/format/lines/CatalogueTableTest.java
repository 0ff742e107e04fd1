package vedette.format.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vedette.model.KnownObject;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

class CatalogueTableTest {
    static final String HEAD = "catalogue,name,epoch,epoch_s,x_m,y_m,z_m,vx_mps,vy_mps,vz_mps,sigma_m,sigma_mps\n";
    static final String ROW = "123456789,ALPHA,2026-11-23T00:00:00Z,,7000000,0,0,0,7000,1000,100,0.1\n";
    private static final Moment ZERO = new Moment(0);

    private static Taken<KnownObject> read(String rows) {
        return CatalogueTable.read(HEAD + rows, ZERO);
    }

    @Test
    void anObjectIsReadWithNineDigits() {
        KnownObject object = read(ROW).items().getFirst();

        assertEquals(123_456_789, object.number());
        assertEquals("ALPHA", object.name());
        assertEquals("2026-11-23T00:00:00Z", vedette.format.text.Utc.text(object.at(), LeapSeconds.standard()));
        assertEquals(7_000_000, object.place().xM());
        assertEquals(1000, object.velocityMps().z());
    }

    @Test
    void secondsCountFromTheMomentThatIsToldWithTheFile() {
        assertEquals(
                ZERO.plusS(12.5),
                read("7,,,12.5,7000000,0,0,0,7000,0,100,0.1\n")
                        .items()
                        .getFirst()
                        .at());
    }

    @ParameterizedTest
    @CsvSource({
        "'1000000000,,,0,7e6,0,0,0,7e3,0,1,1', catalogue number 1000000000",
        "'0,,,0,7e6,0,0,0,7e3,0,1,1', catalogue number 0",
        "'1.5,,,0,7e6,0,0,0,7e3,0,1,1', 'catalogue ''1.5'' is no whole number'",
        "'ISS,,,0,7e6,0,0,0,7e3,0,1,1', catalogue is no number",
        "'1,,yesterday,,7e6,0,0,0,7e3,0,1,1', epoch is no time as 2026-11-23T00:00:00Z",
        "'1,,,,7e6,0,0,0,7e3,0,1,1', epoch_s is no number",
        "'1,,,0,NaN,0,0,0,7e3,0,1,1', x_m is not finite",
        "'1,,,0,6e6,0,0,0,7e3,0,1,1', 6000000.0 m from the Earth's middle",
        "'1,,,0,7e6,0,0,0,9e9,0,1,1', 9.0E9 m/s",
        "'1,,,0,7e6,0,0,0,7e3,0,0,1', sigmaM 0.0",
        "'1,,,0,7e6,0,0,0,7e3,0,1,-1', sigmaMps -1.0"
    })
    void whatCannotBeIsRefusedWithItsLineAndReason(String row, String reason) {
        Taken<KnownObject> taken = read(ROW + row + "\n");

        assertEquals(1, taken.items().size());
        assertEquals(List.of(new Taken.Refusal("line 3", reason)), taken.refusals());
    }

    @Test
    void aNumberTwiceIsRefused() {
        assertEquals(
                List.of(new Taken.Refusal("line 3", "catalogue number 123456789 stands twice in the file")),
                read(ROW + ROW).refusals());
    }

    @Test
    void aFileWithoutTheColumnIsRefused() {
        assertEquals(
                List.of(new Taken.Refusal("line 1", "no column 'catalogue'")),
                CatalogueTable.read("1 25544U 98067A\n", ZERO).refusals());
    }
}
