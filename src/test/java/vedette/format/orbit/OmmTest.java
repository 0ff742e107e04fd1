package vedette.format.orbit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vedette.Shared;
import vedette.format.text.JsonText;
import vedette.format.text.Utc;
import vedette.model.LeapSeconds;

class OmmTest {
    static final String KVN = """
        CCSDS_OMM_VERS = 2.0
        COMMENT made for a test
        CREATION_DATE =
        ORIGINATOR =
        OBJECT_NAME = ALPHA
        OBJECT_ID = 2026-101A
        CENTER_NAME = EARTH
        REF_FRAME = TEME
        TIME_SYSTEM = UTC
        MEAN_ELEMENT_THEORY = SGP4
        EPOCH = 2026-07-09T12:00:00.000864
        MEAN_MOTION = 15.05432109 [rev/day]
        ECCENTRICITY = .0012345
        INCLINATION = 53.0544 [deg]
        RA_OF_ASC_NODE = 123.4567
        ARG_OF_PERICENTER = 45.6789
        MEAN_ANOMALY = 314.1592
        EPHEMERIS_TYPE = 0
        CLASSIFICATION_TYPE = U
        NORAD_CAT_ID = 799500123
        ELEMENT_SET_NO = 999
        REV_AT_EPOCH = 1234
        BSTAR = .56789E-4
        MEAN_MOTION_DOT = .1234E-4
        MEAN_MOTION_DDOT = 0
        """;

    static final String XML = """
        <?xml version="1.0" encoding="UTF-8"?>
        <ndm><omm id="CCSDS_OMM_VERS" version="2.0"><header><CREATION_DATE/><ORIGINATOR/></header><body><segment>
        <metadata><OBJECT_NAME>ALPHA</OBJECT_NAME><OBJECT_ID>2026-101A</OBJECT_ID><CENTER_NAME>EARTH</CENTER_NAME>
        <REF_FRAME>TEME</REF_FRAME><TIME_SYSTEM>UTC</TIME_SYSTEM><MEAN_ELEMENT_THEORY>SGP4</MEAN_ELEMENT_THEORY>
        </metadata><data><meanElements><COMMENT>a</COMMENT><COMMENT>b</COMMENT><EPOCH>2026-190T12:00:00.000864Z</EPOCH>
        <MEAN_MOTION units="rev/day">15.05432109</MEAN_MOTION><ECCENTRICITY>.0012345</ECCENTRICITY>
        <INCLINATION units="deg">53.0544</INCLINATION><RA_OF_ASC_NODE>123.4567</RA_OF_ASC_NODE>
        <ARG_OF_PERICENTER>45.6789</ARG_OF_PERICENTER><MEAN_ANOMALY>314.1592</MEAN_ANOMALY></meanElements>
        <tleParameters><EPHEMERIS_TYPE>0</EPHEMERIS_TYPE><CLASSIFICATION_TYPE>U</CLASSIFICATION_TYPE>
        <NORAD_CAT_ID>799500123</NORAD_CAT_ID><ELEMENT_SET_NO>999</ELEMENT_SET_NO><REV_AT_EPOCH>1234</REV_AT_EPOCH>
        <BSTAR>.56789E-4</BSTAR><MEAN_MOTION_DOT>.1234E-4</MEAN_MOTION_DOT><MEAN_MOTION_DDOT>0</MEAN_MOTION_DDOT>
        </tleParameters></data></segment></body></omm></ndm>
        """;

    static final String JSON = """
        [{"OBJECT_NAME": "ALPHA", "OBJECT_ID": "2026-101A", "EPOCH": "2026-07-09T12:00:00.000864",
          "MEAN_MOTION": 15.05432109, "ECCENTRICITY": 0.0012345, "INCLINATION": 53.0544, "RA_OF_ASC_NODE": "123.4567",
          "ARG_OF_PERICENTER": 45.6789, "MEAN_ANOMALY": 314.1592, "EPHEMERIS_TYPE": 0, "CLASSIFICATION_TYPE": "U",
          "NORAD_CAT_ID": 799500123, "ELEMENT_SET_NO": 999, "REV_AT_EPOCH": "1234", "BSTAR": 5.6789e-5,
          "MEAN_MOTION_DOT": 1.234e-5, "MEAN_MOTION_DDOT": 0, "DECAYED": null}]
        """;

    static final String CSV = """
        OBJECT_NAME,OBJECT_ID,EPOCH,MEAN_MOTION,ECCENTRICITY,INCLINATION,RA_OF_ASC_NODE,ARG_OF_PERICENTER,MEAN_ANOMALY,\
        EPHEMERIS_TYPE,CLASSIFICATION_TYPE,NORAD_CAT_ID,ELEMENT_SET_NO,REV_AT_EPOCH,BSTAR,MEAN_MOTION_DOT,MEAN_MOTION_DDOT
        "ALPHA",2026-101A,2026-07-09T12:00:00.000864,15.05432109,.0012345,53.0544,123.4567,45.6789,"314.1592",\
        0,U,799500123,999,1234,.56789E-4,.1234E-4,0
        """;

    private static OrbitFile.Contents read(String text) {
        return OrbitFile.omm(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ElementSet only(String text) {
        OrbitFile.Contents contents = read(text);
        assertEquals(List.of(), contents.refusals());
        assertEquals(1, contents.sets().size());
        return contents.sets().getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {KVN, XML, JSON, CSV})
    void oneMessageIsTheSameInAllItsForms(String text) {
        ElementSet set = only(text);

        assertEquals(new ElementSet.Label(799_500_123, "ALPHA", "2026-101A", "U"), set.object());
        assertEquals("2026-07-09T12:00:00.000864Z", Utc.text(set.epoch(), LeapSeconds.standard()));
        assertEquals(new ElementSet.Orbit(15.05432109, 0.0012345, 53.0544, 123.4567, 45.6789, 314.1592), set.orbit());
        assertEquals(new ElementSet.Terms(0.56789e-4, 0.00001234, 0, 999, 1234), set.terms());
        assertEquals(OrbitFile.Form.OMM, OrbitFile.form(text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "'NORAD_CAT_ID = 799500123', 'NORAD_CAT_ID = 1234567890', catalogue number 1234567890, 1",
        "'NORAD_CAT_ID = 799500123', 'NORAD_CAT_ID = 12A', NORAD_CAT_ID '12A' is no whole number, 20",
        "'NORAD_CAT_ID = 799500123', 'X = 1', no NORAD_CAT_ID, 1",
        "'BSTAR = .56789E-4', '', no BSTAR, 1",
        "'BSTAR = .56789E-4', 'BSTAR = 1e999', BSTAR '1e999' is too large, 23",
        "'ECCENTRICITY = .0012345', 'ECCENTRICITY = NaN', ECCENTRICITY 'NaN' is no number, 13",
        "'ECCENTRICITY = .0012345', 'ECCENTRICITY = 1', eccentricity 1.0, 1",
        "'[rev/day]', '[deg/s]', MEAN_MOTION is in 'deg/s' instead of rev/day, 12",
        "'REF_FRAME = TEME', 'REF_FRAME = GCRF', REF_FRAME is 'GCRF': only TEME can be used, 8",
        "'TIME_SYSTEM = UTC', 'TIME_SYSTEM = TAI', TIME_SYSTEM is 'TAI': only UTC can be used, 9",
        "'CENTER_NAME = EARTH', 'CENTER_NAME = MARS', CENTER_NAME is 'MARS': only EARTH can be used, 7",
        "'THEORY = SGP4', 'THEORY = DSST', MEAN_ELEMENT_THEORY is 'DSST': only SGP4 can be used, 10",
        "'EPHEMERIS_TYPE = 0', 'EPHEMERIS_TYPE = 4', EPHEMERIS_TYPE is '4': only 0 can be used, 18",
        "'2026-07-09T', '2026-02-29T', EPOCH '2026-02-29T12:00:00.000864' is on no day, 11",
        "'2026-07-09T12', '2026-07-09T24', EPOCH '2026-07-09T24:00:00.000864' is no time, 11",
        "'2026-07-09T12', '2026-07-09 12', EPOCH '2026-07-09 12:00:00.000864' is no time of CCSDS, 11",
        "'2026-07-09T12', '1856-07-09T12', EPOCH '1856-07-09T12:00:00.000864' is no time, 11",
        "'RA_OF_ASC_NODE = 123.4567', 'INCLINATION = 12', INCLINATION stands twice in one message, 15",
        "'RA_OF_ASC_NODE = 123.4567', 'nonsense', neither a comment nor KEYWORD = value: 'nonsense', 15"
    })
    void aBadMessageIsRefusedWithLineAndReasonAndItsNeighboursAreKept(
            String old, String text, String reason, int line) {
        OrbitFile.Contents contents = read(KVN + KVN.replace(old, text) + KVN);

        assertEquals(2, contents.sets().size());
        assertEquals(List.of(new OrbitFile.Refused(25 + line, reason)), contents.refusals());
    }

    @Test
    void aRowOfAnotherLengthIsRefused() {
        String row = CSV.lines().skip(1).findFirst().orElseThrow() + "\n";

        OrbitFile.Contents contents = read(CSV + row.replace(",999,", ",") + row);

        assertEquals(2, contents.sets().size());
        assertEquals(List.of(new OrbitFile.Refused(3, "16 fields under 17 names")), contents.refusals());
    }

    @Test
    void anObjectOfAnArrayIsRefusedWithItsLine() {
        String object = JSON.strip().substring(1, JSON.strip().length() - 1);
        String bad = object.replace("53.0544", "true");

        OrbitFile.Contents contents = read("[\n" + object + ",\n" + bad + ",\n7,\n" + object + "]");

        assertEquals(2, contents.sets().size());
        assertEquals(
                List.of(new OrbitFile.Refused(7, "no INCLINATION"), new OrbitFile.Refused(12, "no JSON object")),
                contents.refusals());
    }

    @Test
    void otherMessagesInsideAreRefusedAndOursAreTaken() {
        OrbitFile.Contents contents = read(XML.replace("<ndm>", "<ndm><opm/><MESSAGE_ID>1</MESSAGE_ID>"));

        assertEquals(1, contents.sets().size());
        assertEquals(List.of(new OrbitFile.Refused(2, "element 'opm' is no omm")), contents.refusals());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE ndm [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE ndm SYSTEM \"http://127.0.0.1:1/x.dtd\">",
                "<!-- c --><!DOCTYPE ndm [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
            })
    void noDocumentTypeIsEverAllowed(String doctype) {
        OrbitFile.Contents contents = read(doctype + XML.lines().skip(1).reduce("", String::concat));

        assertEquals(0, contents.sets().size());
        assertEquals(
                "a document type declaration is not allowed",
                contents.refusals().getFirst().reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "<a>"})
    void deepNestingIsRefused(String opening) {
        OrbitFile.Contents contents = read(opening.repeat(100_000));

        assertEquals(0, contents.sets().size());
        assertEquals(1, contents.refused());
    }

    @Test
    void aFileBeyondTheLimitIsRefusedAsAWhole() {
        OrbitFile.Contents contents = OrbitFile.omm(new byte[OrbitFile.LONGEST + 1]);

        assertEquals(0, contents.refusals().getFirst().line());
        assertTrue(contents.refusals().getFirst().reason().contains("longer than"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "a,b\n1,2\n"})
    void whatIsNoMessageIsToldOrEmpty(String text) {
        OrbitFile.Contents contents = read(text);

        assertEquals(0, contents.sets().size());
        assertEquals(text.isEmpty() ? 0 : 1, contents.refused());
        assertEquals(OrbitFile.Form.NEITHER, OrbitFile.form(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Property(tries = 100)
    void setsWrittenAsLinesAreReadBackTheSame(
            @ForAll @IntRange(max = 1_800_000) int inclination,
            @ForAll @IntRange(max = 9_999_999) int eccentricity,
            @ForAll @IntRange(max = 3_600_000) int anomaly,
            @ForAll @IntRange(min = 1, max = 1_999_999_999) int motion,
            @ForAll @IntRange(min = -99_999, max = 99_999) int drag) {
        String text = "NAME\n" + TleText.of(inclination, eccentricity, anomaly, motion, drag) + TleText.SET;
        OrbitFile.Contents sets = OrbitFile.tle(text.getBytes(StandardCharsets.UTF_8));
        StringBuilder lines = new StringBuilder();
        sets.entries()
                .forEach(each ->
                        lines.append(JsonText.write(OrbitLines.line(each), 0)).append('\n'));

        OrbitFile.Contents again = read(lines.toString());

        assertEquals(
                sets.sets().stream().map(ElementSet::elements).toList(),
                again.sets().stream().map(ElementSet::elements).toList());
    }

    // What Orekit's own tests hold against a reader of these messages (CCSDS' examples among them).
    @ParameterizedTest
    @CsvSource({
        "OMM-empty-object-id.txt, ''",
        "OMM-empty-object-id.xml, ''",
        "OMM-with-units.xml, ''",
        "OMMExample1.txt, ''",
        "OMMExample2.txt, ''",
        "OMMExample2.xml, ''",
        "OMMExample4.txt, ''",
        "OMMExample4.xml, ''",
        "OMM-wrong-keyword.txt, ''",
        "OMM-number-format-error.txt, ARG_OF_PERICENTER 'this-is-not-a-number' is no number",
        "OMMExample3.txt, REF_FRAME is 'TOD': only TEME can be used",
        "OMMExample5.txt, MEAN_ELEMENT_THEORY is 'SGP4-XP': only SGP4 can be used"
    })
    void theStandardsExamplesAreTakenOrRefusedWithTheirReason(String name, String reason) throws IOException {
        byte[] bytes = Files.readAllBytes(Shared.file("data/space/ccsds/orekit-test/odm/omm/" + name));

        OrbitFile.Contents contents = OrbitFile.omm(bytes);

        assertEquals(reason.isEmpty() ? 1 : 0, contents.sets().size());
        assertEquals(
                reason.isEmpty() ? List.of() : List.of(reason),
                contents.refusals().stream().map(OrbitFile.Refused::reason).toList());
    }

    @Test
    void aWholeCatalogueOfCelestrakIsReadWithoutLoss() throws IOException {
        byte[] bytes;
        try (InputStream in = new GZIPInputStream(
                Files.newInputStream(Shared.file("data/space/catalog/gp-active-2026-191.csv.gz")))) {
            bytes = in.readAllBytes();
        }

        OrbitFile.Contents contents = OrbitFile.omm(bytes);

        assertEquals(15_985, contents.sets().size());
        assertEquals(0, contents.refused());
    }
}
