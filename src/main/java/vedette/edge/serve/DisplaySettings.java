package vedette.edge.serve;

import static vedette.math.Require.require;

import java.nio.file.Path;
import java.util.List;
import vedette.model.Domain;
import vedette.model.LeapSeconds;
import vedette.model.Place;
import vedette.model.SensorSite;
import vedette.model.Zone;

/// How a display is set up.
///
/// @param title what stands at the top of the page, 1 to 60 characters
/// @param host where it listens; beyond loopback with the keys of `reach` only
/// @param port TCP port; 0 takes any free one
/// @param domain what every screen says it is
/// @param replay whether this is a recording: then there is no desk, and every screen says REPLAY
/// @param access who may give orders and see where sensors stand
/// @param admission how people with accounts are let in
/// @param operatorKey the generated key, at least [#SHORTEST_KEY] characters
/// @param zones the protected zones to begin with
/// @param sites the sensors to begin with
/// @param places the places whose people are to be warned
/// @param leaps atomic time against UTC
/// @param staleAfterS without the engine's heartbeat for so long, the picture is greyed, seconds
/// @param reach how other machines come to it
public record DisplaySettings(
        String title,
        String host,
        int port,
        Domain domain,
        boolean replay,
        Access access,
        Admission admission,
        String operatorKey,
        List<Zone> zones,
        List<SensorSite> sites,
        List<Place> places,
        LeapSeconds leaps,
        double staleAfterS,
        Reach reach) {
    /// Fewer characters could be guessed.
    public static final int SHORTEST_KEY = 16;

    private static final int LONGEST_TITLE = 60;
    private static final int LAST_PORT = 65_535;
    private static final double STALE_AFTER_S = 3;

    /// Who may give orders and see where sensors stand.
    public enum Access {
        /// Who holds the operator key, or a one-time link made from it.
        BY_KEY,
        /// Everyone at this machine: for invented worlds only, never for LIVE.
        EVERYONE_HERE
    }

    /// Checks the ranges.
    public DisplaySettings {
        zones = List.copyOf(zones);
        sites = List.copyOf(sites);
        places = List.copyOf(places);
        require(!title.isBlank() && title.length() <= LONGEST_TITLE, "title '%s'", title);
        require(port >= 0 && port <= LAST_PORT, "port %s", port);
        require(operatorKey.length() >= SHORTEST_KEY, "operator key of %s characters", operatorKey.length());
        require(access == Access.BY_KEY || domain != Domain.LIVE, "access without a key in a LIVE node%s", "");
        require(staleAfterS > 0, "staleAfterS %s", staleAfterS);
        require(access == Access.BY_KEY || reach.keys().isEmpty(), "access for everyone with TLS%s", "");
    }

    /// The usual display of a node: 127.0.0.1, port 8080, orders by key.
    ///
    /// @param domain what every screen says it is
    /// @param operatorKey the generated key
    public static DisplaySettings of(Domain domain, String operatorKey) {
        return new DisplaySettings(
                "Vedette",
                "127.0.0.1",
                8080,
                domain,
                false,
                Access.BY_KEY,
                Admission.NONE,
                operatorKey,
                List.of(),
                List.of(),
                List.of(),
                LeapSeconds.standard(),
                STALE_AFTER_S,
                Reach.here());
    }

    /// The same at another place.
    ///
    /// @param newHost a loopback address, or any with TLS
    /// @param newPort TCP port; 0 takes any free one
    public DisplaySettings at(String newHost, int newPort) {
        return new DisplaySettings(
                title,
                newHost,
                newPort,
                domain,
                replay,
                access,
                admission,
                operatorKey,
                zones,
                sites,
                places,
                leaps,
                staleAfterS,
                reach);
    }

    /// Whether everybody who comes must say who they are, under a name of their own: so it is wherever TLS is
    /// spoken.
    public boolean guarded() {
        return reach.keys().isPresent();
    }

    /// The same for other machines too.
    public DisplaySettings reaching(Reach newReach) {
        return new DisplaySettings(
                title,
                host,
                port,
                domain,
                replay,
                access,
                admission,
                operatorKey,
                zones,
                sites,
                places,
                leaps,
                staleAfterS,
                newReach);
    }

    /// The same with accounts.
    ///
    /// @param file where they are kept; it need not be there yet
    public DisplaySettings knowing(Path file) {
        return admitting(admission.knowing(file));
    }

    /// The same with other rules for letting people in.
    public DisplaySettings admitting(Admission rules) {
        return new DisplaySettings(
                title,
                host,
                port,
                domain,
                replay,
                access,
                rules,
                operatorKey,
                zones,
                sites,
                places,
                leaps,
                staleAfterS,
                reach);
    }

    /// The same under another title.
    public DisplaySettings titled(String newTitle) {
        return new DisplaySettings(
                newTitle,
                host,
                port,
                domain,
                replay,
                access,
                admission,
                operatorKey,
                zones,
                sites,
                places,
                leaps,
                staleAfterS,
                reach);
    }

    /// The same for a recording.
    public DisplaySettings replaying() {
        return new DisplaySettings(
                title,
                host,
                port,
                domain,
                true,
                access,
                admission,
                operatorKey,
                zones,
                sites,
                places,
                leaps,
                staleAfterS,
                reach);
    }

    /// The same with orders from everyone at this machine.
    public DisplaySettings openHere() {
        return new DisplaySettings(
                title,
                host,
                port,
                domain,
                replay,
                Access.EVERYONE_HERE,
                admission,
                operatorKey,
                zones,
                sites,
                places,
                leaps,
                staleAfterS,
                reach);
    }

    /// The same with zones and sensors.
    public DisplaySettings showing(List<Zone> newZones, List<SensorSite> newSites) {
        return new DisplaySettings(
                title,
                host,
                port,
                domain,
                replay,
                access,
                admission,
                operatorKey,
                newZones,
                newSites,
                places,
                leaps,
                staleAfterS,
                reach);
    }

    /// The same with places whose people are to be warned.
    public DisplaySettings warning(List<Place> newPlaces) {
        return new DisplaySettings(
                title,
                host,
                port,
                domain,
                replay,
                access,
                admission,
                operatorKey,
                zones,
                sites,
                newPlaces,
                leaps,
                staleAfterS,
                reach);
    }
}
