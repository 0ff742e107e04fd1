package vedette.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import vedette.edge.TlsKeys;
import vedette.edge.serve.Account;
import vedette.edge.serve.Admission;
import vedette.edge.serve.DisplaySettings;
import vedette.edge.serve.Reach;
import vedette.model.Operator;

/// The settings' part `display`: where it listens, and how other machines come to it.
///
/// @param host where it listens; beyond this machine with TLS only
/// @param port TCP port
/// @param reach how other machines come to it
/// @param admission how people are let in; the accounts are named by the data folder
record DisplaySetting(String host, int port, Reach reach, Admission admission) {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int PORT = 8080;
    private static final int LARGEST_PORT = 65_535;

    /// The part.
    ///
    /// @param folder relative paths start here
    /// @param data where accounts and the security log are, unless that has a folder of its own
    static DisplaySetting of(SettingsKeys keys, Path folder, Path data) {
        String host = keys.text("host").orElse(LOOPBACK);
        int port = keys.whole("port", 1, LARGEST_PORT, PORT);
        Reach reach = keys.has("tls") ? reach(keys, folder) : Reach.here();
        if (reach.keys().isEmpty() && !isThisMachine(host)) {
            throw keys.wrong(
                    "host",
                    "is '" + host + "', which other machines reach, and there is no display.tls",
                    "Set display.tls.keystore and display.tls.password_file, or use 127.0.0.1");
        }
        Reach.Limits usual = Reach.Limits.USUAL;
        Reach.Limits limits = new Reach.Limits(
                keys.whole("clients", 1, Reach.Limits.MOST, usual.clients()),
                keys.whole("clients_per_address", 1, Reach.Limits.MOST, usual.perAddress()),
                keys.whole("requests_per_s", 1, Reach.Limits.MOST, usual.requestsPerS()));
        Reach limited = reach.within(limits);
        Reach whole = ProviderSetting.of(keys, folder).map(limited::signingOnAt).orElse(limited);
        Admission admission = admission(keys, folder, data);
        keys.nothingElse();
        return new DisplaySetting(host, port, whole, admission);
    }

    private static Admission admission(SettingsKeys display, Path folder, Path data) {
        SettingsKeys idle = display.part("idle");
        Admission.Stay usual = Admission.Stay.USUAL;
        Admission.Stay stay = new Admission.Stay(
                idle.whole("minutes", 1, Admission.Stay.LONGEST_IDLE_MIN, usual.idleMin()),
                idle.truth("ends_session", usual.endsIdle()));
        idle.nothingElse();
        Optional<Path> refused = display.text("refused_passwords")
                .map(file -> SettingsReader.readable(display, "refused_passwords", SettingsReader.path(folder, file)));
        SettingsKeys log = display.part("security_log");
        Path place =
                log.text("folder").map(own -> SettingsReader.path(folder, own)).orElse(data);
        Admission.LogPlace logged = Admission.LogPlace.usual(place.resolve("security.jsonl"));
        Admission.LogPlace bounded = new Admission.LogPlace(
                logged.file(),
                log.whole("file_mb", 1, 1_024, logged.fileMb()),
                log.whole("files", 1, 100, logged.files()));
        log.nothingElse();
        return new Admission(Optional.of(PeopleCommand.file(data)), stay, refused, Optional.of(bounded));
    }

    // Names are not asked of anybody: what a name server says today it may take back tomorrow.
    private static boolean isThisMachine(String host) {
        try {
            boolean literal = host.matches("[0-9.]+") || host.contains(":");
            return host.equals("localhost")
                    || (literal && InetAddress.getByName(host).isLoopbackAddress());
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }

    private static Reach reach(SettingsKeys display, Path folder) {
        SettingsKeys keys = display.part("tls");
        Path keystore = file(keys, "keystore", folder);
        Path password = file(keys, "password_file", folder);
        List<Reach.Certified> programs = programs(display);
        Optional<Path> trusted =
                keys.has("truststore") ? Optional.of(file(keys, "truststore", folder)) : Optional.empty();
        Optional<Path> revoked = trusted.flatMap(_ -> KeySettings.revoked(keys, folder));
        if (trusted.isPresent() == programs.isEmpty()) {
            throw display.wrong(
                    "certificates",
                    "and display.tls.truststore: there is one without the other",
                    "Give both: whose certificates are trusted, and who their subjects are");
        }
        keys.nothingElse();
        TlsKeys own = trusted.map(store -> new TlsKeys(keystore, store, password, revoked))
                .orElseGet(() -> TlsKeys.own(keystore, password));
        return Reach.with(own, display.texts("names")).knowing(programs);
    }

    private static List<Reach.Certified> programs(SettingsKeys display) {
        List<Reach.Certified> programs = new ArrayList<>();
        for (SettingsKeys each : display.parts("certificates")) {
            programs.add(program(each));
            each.nothingElse();
        }
        return programs;
    }

    private static Reach.Certified program(SettingsKeys keys) {
        Operator.Role role = keys.choice("role", Operator.Role.class).orElse(Operator.Role.VIEWER);
        if (!Account.Key.mayHold(role)) {
            throw keys.wrong("role", "is '" + role + "'", "Say viewer or operator: no program signs a release");
        }
        String subject = keys.required("subject", "Give the certificate's, as 'CN=tower, O=Airport'");
        String account = keys.required("account", "Give the account in whose name it comes");
        try {
            return new Reach.Certified(new X500Principal(subject), account, role);
        } catch (IllegalArgumentException noName) {
            throw keys.wrong("subject", "is '" + subject + "'", "Write it as 'CN=tower, O=Airport'");
        }
    }

    private static Path file(SettingsKeys keys, String key, Path folder) {
        return SettingsReader.readable(keys, key, SettingsReader.path(folder, keys.required(key, "Give a file")));
    }

    /// These settings in a display's.
    DisplaySettings in(DisplaySettings display) {
        return display.at(host, port).reaching(reach).admitting(admission);
    }
}
