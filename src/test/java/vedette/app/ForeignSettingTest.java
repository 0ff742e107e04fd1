package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.edge.Feed;
import vedette.edge.feed.CapWatch;
import vedette.edge.send.TestKeys;
import vedette.model.Domain;
import vedette.model.Moment;

/// Feeds of others' alerts in the settings.
class ForeignSettingTest {
    private static final String ON_DISK = "  - {name: fi, type: cap-file, file: inbox}\n";
    private static final String ON_WEB =
            "  - {name: fi, type: cap-http, url: 'https://cap.example/feed.atom', period_s: 60}\n";

    @TempDir
    Path folder;

    private Settings.FeedSetting read(String feed) {
        return SettingsReader.parse(
                        "v.yaml", folder, "domain: live\noutputs: {sender: us@example.org}\nfeeds:\n" + feed)
                .feeds()
                .getFirst();
    }

    private static Feed made(Settings.FeedSetting setting) {
        return Feeds.of(setting, new Wire.Known(Domain.LIVE, List.of()), new Moment(0));
    }

    private String refused(String feed) {
        return String.valueOf(assertThrows(Failure.class, () -> read(feed)).getMessage());
    }

    @Test
    void aFolderAndAnAddressAreReadAndMade() {
        for (String feed : List.of(ON_DISK, ON_WEB)) {
            Settings.FeedSetting setting = read(feed);
            Feed made = made(setting);
            assertInstanceOf(CapWatch.class, made);
            assertEquals("us@example.org", setting.cap().orElseThrow().ourselves());
            made.close();
        }
        assertEquals(30, read(ON_DISK).periodS());
        assertEquals(60, read(ON_WEB).periodS());
    }

    @Test
    void signersAreReadAtTheStart() throws Exception {
        TestKeys.made(folder, "fmi", "dns:fi.example");
        String signed = ON_DISK.replace("}", ", signers: fmi-trust.p12, signers_password_file: password}");

        made(read(signed)).close();

        Files.writeString(folder.resolve("password"), "another\n");
        Settings.FeedSetting setting = read(signed);
        Failure failure = assertThrows(Failure.class, () -> made(setting));
        assertTrue(String.valueOf(failure.getMessage()).contains("certificates"), failure::toString);
    }

    @Test
    void mistakesAreNamed() {
        assertTrue(refused(ON_WEB.replace("https", "http")).contains("plain HTTP"));
        assertTrue(refused(ON_DISK.replace(", file: inbox", "")).contains("file"));
        assertTrue(refused(ON_DISK.replace("}", ", period_s: 1}")).contains("period_s"));
        assertTrue(refused(ON_DISK.replace("}", ", signers: none.p12}")).contains("none.p12"));
    }
}
