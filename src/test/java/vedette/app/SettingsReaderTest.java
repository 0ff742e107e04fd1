package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vedette.edge.TlsKeys;
import vedette.edge.serve.Admission;
import vedette.model.Domain;
import vedette.model.Operator;

class SettingsReaderTest {
    @Test
    void aDomainIsEnoughAndTheRestHasSafeDefaults() {
        Settings settings = read("domain: exercise");

        assertEquals(Domain.EXERCISE, settings.domain());
        assertEquals("127.0.0.1", settings.display().host());
        assertEquals(8080, settings.display().port());
        assertTrue(settings.journal().enabled());
    }

    @Test
    void theDomainHasNoDefault() {
        assertEquals(
                "vedette.yaml: domain is missing. Say live, exercise, test or simulation: there is no default.",
                refused("data: here"));
    }

    @Test
    void anUnknownKeyIsNamedWithItsLikelyMeaning() {
        assertEquals("vedette.yaml: feeds[0].adress is not a key. Perhaps 'address' is meant.", refused("""
            domain: test
            feeds:
              - name: north
                type: asterix-udp
                address: 127.0.0.1:8600
                adress: 127.0.0.1:8601
            """));
    }

    @Test
    void aBadValueIsNamedWithItsRange() {
        assertEquals(
                "vedette.yaml: display.port is 99999. Give a number from 1 to 65535.",
                refused("domain: test\ndisplay: {port: 99999}"));
        assertTrue(refused("domain: war").contains("domain is 'war'. Give one of live, exercise"));
        assertTrue(refused("domain: test\nqnh_hpa: high").contains("qnh_hpa is not a number"));
    }

    @Test
    void brokenYamlIsOneLineWithItsPlace() {
        String line = refused("domain: test\nfeeds: [\n");

        assertTrue(line.startsWith("vedette.yaml, line "), line);
        assertEquals(1, line.lines().count());
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        assertTrue(refused("domain: test\nzones: [no-such.geojson]").contains("no-such.geojson, which cannot be read"));
    }

    @Test
    void twoFeedsOfOneNameAreRefused() {
        assertTrue(refused("""
            domain: test
            feeds:
              - {name: a, type: beast-tcp, address: "127.0.0.1:30005"}
              - {name: a, type: beast-tcp, address: "127.0.0.1:30006"}
            """).contains("feeds[1].name is 'a' a second time"));
    }

    @Test
    void otherMachinesAreNotServedWithoutProtection() {
        assertTrue(refused("domain: test\ndisplay: {host: 0.0.0.0}").contains("Set display.tls.keystore"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "'::'", "ops.example", "localhost.example"})
    void anyAddressThatIsNotThisMachineNeedsTls(String host) {
        assertTrue(refused("domain: test\ndisplay: {host: " + host + "}").contains("Set display.tls.keystore"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.3.2.1", "'::1'", "localhost"})
    void thisMachineNeedsNone(String host) {
        assertTrue(read("domain: test\ndisplay: {host: " + host + "}")
                .display()
                .reach()
                .keys()
                .isEmpty());
    }

    @Test
    void otherMachinesAreServedWithTls(@TempDir Path folder) throws Exception {
        for (String file : List.of("d.p12", "t.p12", "pw", "r.crl")) {
            Files.writeString(folder.resolve(file), "x");
        }
        DisplaySetting display =
                SettingsReader.parse("vedette.yaml", folder, """
                    domain: test
                    display:
                      host: 0.0.0.0
                      names: [ops.example]
                      tls: {keystore: d.p12, truststore: t.p12, password_file: pw, revoked: r.crl}
                      certificates:
                        - {subject: 'CN=tower, O=Airport', account: Anna, role: operator}
                    """).display();
        TlsKeys keys = display.reach().keys().orElseThrow();

        assertEquals(folder.resolve("t.p12"), keys.truststore());
        assertEquals(Optional.of(folder.resolve("r.crl")), keys.revoked());
        assertEquals(List.of("ops.example"), display.reach().names());
        assertEquals(
                Operator.Role.OPERATOR, display.reach().certified().getFirst().role());
    }

    @Test
    void aProviderGivesTheRolesOfTheSettings() {
        DisplaySetting display = read("""
            domain: test
            display:
              sign_on:
                issuer: https://id.example/realm
                client_id: vedette
                redirect: https://ops.example/
                roles: [{there: signers, here: releaser}]
            """).display();

        assertEquals(
                java.util.Map.of("signers", Operator.Role.RELEASER),
                display.reach().provider().orElseThrow().roles());
    }

    @Test
    void howLongPeopleStayWhatTheyMayNotChooseAndWhereItIsWrittenDown(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("known.txt"), "tulips in amsterdam\n");
        Admission admission =
                SettingsReader.parse("vedette.yaml", folder, """
                    domain: test
                    display:
                      idle: {minutes: 10, ends_session: true}
                      refused_passwords: known.txt
                      security_log: {folder: log, file_mb: 2, files: 3}
                    """).display().admission();

        assertEquals(new Admission.Stay(10, true), admission.stay());
        assertEquals(Optional.of(folder.resolve("known.txt")), admission.refusedPasswords());
        assertEquals(
                Optional.of(new Admission.LogPlace(folder.resolve("log").resolve("security.jsonl"), 2, 3)),
                admission.log());
    }

    @Test
    void asUsualPeopleStayHalfAnHourAndEverythingStandsInTheDataFolder() {
        Admission admission = read("domain: test").display().admission();

        assertEquals(Admission.Stay.USUAL, admission.stay());
        assertEquals(
                "security.jsonl",
                admission.log().orElseThrow().file().getFileName().toString());
        assertEquals(
                "people.json", admission.accounts().orElseThrow().getFileName().toString());
    }

    @Test
    void aListOfPasswordsThatIsNotThereIsOneClearLine() {
        assertTrue(
                refused("domain: test\ndisplay: {refused_passwords: none.txt}").contains("display.refused_passwords"));
    }

    @Test
    void aProviderIsNotSpokenToInTheClear() {
        assertTrue(refused("""
            domain: test
            display: {sign_on: {issuer: 'http://id.example', client_id: v, redirect: 'https://o.example/', roles: []}}
            """).contains("display.sign_on.issuer is 'http://id.example'. Say https"));
    }

    @Test
    void noCertificateReleases(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("f"), "x");
        String yaml = """
            domain: test
            display:
              tls: {keystore: f, truststore: f, password_file: f}
              certificates: [{subject: CN=a, account: A, role: releaser}]
            """;

        assertTrue(assertThrows(Failure.class, () -> SettingsReader.parse("v", folder, yaml))
                .getMessage()
                .contains("no program signs a release"));
    }

    @Test
    void aSensorIsReadInDegreesAndMetres() {
        Settings settings =
                read("domain: test\nsensors:\n  - {id: north, lat: 57.5, lon: 18.25, alt_m: 40, period_s: 4.5}");

        assertEquals(57.5, settings.sensors().getFirst().place().latLon().latDeg(), 1e-12);
        assertEquals(4.5, settings.sensors().getFirst().periodS());
    }

    private static Settings read(String yaml) {
        return SettingsReader.parse("vedette.yaml", Path.of("/tmp"), yaml);
    }

    private static String refused(String yaml) {
        return assertThrows(Failure.class, () -> read(yaml)).getMessage();
    }

    @Test
    void aNameThatNoSensorCanHaveAndLimitsThatCrossAreOneLine() {
        String feed =
                refused("domain: test\nfeeds:\n  - {name: " + "n".repeat(65) + ", type: lines-udp, address: 'a:1'}\n");
        String sensor = "domain: test\nsensors:\n  - {id: R1, lat: 1, lon: 2, max_range_m: 9, %s}\n";

        assertTrue(feed.startsWith("vedette.yaml: feeds[0].name is no name"), feed);
        String range = refused(sensor.formatted("min_range_m: 9"));
        assertTrue(range.startsWith("vedette.yaml: sensors[0].min_range_m"), range);
        String high = refused(sensor.formatted("min_elevation_deg: 5, max_elevation_deg: 5"));
        assertTrue(high.startsWith("vedette.yaml: sensors[0].max_elevation_deg"), high);
    }
}
