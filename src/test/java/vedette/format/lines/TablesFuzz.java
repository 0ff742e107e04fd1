package vedette.format.lines;

import static vedette.math.Require.require;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vedette.format.text.Utc;
import vedette.model.InfraredSatellite;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.WarningRadar;

/// Any text as each of the tables and settings that commands read: nets of nodes, beats, places, a missile watch's
/// sensors, notices and looks.
public final class TablesFuzz {
    private static final Moment EPOCH = new Moment(0);
    private static final String SENSORS = """
            {"ir_sensors":[{"id":"G1","revisit_s":10,"sigma_urad":30,"bias_urad":10,"pd":0.95}],
            "radars":[{"id":"R1","lat_deg":54,"lon_deg":20,"alt_m":50,"period_s":2,"sigma_r_m":30,"sigma_ang_deg":0.1,
            "sigma_rr_mps":5,"bias_r_m":20,"bias_ang_deg":0.02,"min_el_deg":3,"max_range_m":4000000,"pd":0.9}]}""";
    private static final List<InfraredSatellite> SATELLITES =
            WatchSettings.satellites(SENSORS).items();
    private static final List<WarningRadar> RADARS =
            WatchSettings.radars(SENSORS).items();

    // Loads the JSON library before the fuzzer's clock of the first input runs.
    static {
        seeds().forEach(TablesFuzz::fuzzerTestOneInput);
    }

    private TablesFuzz() {}

    /// One of each.
    public static List<byte[]> seeds() {
        return List.of(
                bytes(SENSORS),
                bytes("[{\"id\":\"A1\",\"latitude\":48.5,\"longitude\":30.1}]"),
                bytes("sensor,first_s,last_s,interval_s\nA1,0,3600,30\n"),
                bytes("name,lat_deg,lon_deg,radius_m,population\nRiga,56.9,24.1,9000,600000\n"),
                bytes("sensor,t,sx,sy,sz,ux,uy,uz,sigma_rad\nG1,10,42164000,0,0,-1,0,0,0.00003\n"),
                bytes("radar,t,range_m,az_deg,el_deg,rr_mps\nR1,10,900000,90,12,-2000\n"),
                bytes("[{\"id\":\"N1\",\"kind\":\"space_launch\",\"lat\":5,\"lon\":-52,\"from_s\":0,\"to_s\":600}]"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// What the fuzzer calls.
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        check(NetLines.nodes(text));
        check(NetLines.beats(text));
        check(PlaceTable.read(text));
        check(WatchSettings.satellites(text));
        check(WatchSettings.radars(text));
        check(WatchSettings.notices(text, EPOCH));
        check(WatchLooks.sights(text, SATELLITES, EPOCH));
        check(WatchLooks.plots(text, RADARS, EPOCH));
        lines(text);
        CsvTable table = CsvTable.parse(text);
        for (String name : table.names()) {
            require(table.texts(name).size() == table.size() && table.numbers(name).length == table.size(), "%s", name);
        }
    }

    // Lines that we wrote ourselves come back from other hands too.
    private static void lines(String text) {
        if (WarningLines.read(text, new TimeForm.Scenario(EPOCH)) instanceof WarningLines.NoRevision(var _, var why)) {
            require(!why.isBlank(), "no warning, without a reason");
        }
        WarningLines.read(text, new TimeForm.Calendar(LeapSeconds.standard()));
        AuditLines.open(text);
        Utc.moment(text, LeapSeconds.standard());
    }

    private static void check(Taken<?> taken) {
        require(taken.refused() >= taken.refusals().size(), "refused %s", taken.refused());
        taken.refusals().forEach(each -> require(!each.reason().isBlank(), "refused without a reason: %s", each));
    }
}
