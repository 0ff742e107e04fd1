package vedette.format.cot;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vedette.math.SymMatrix;
import vedette.model.Affiliation;
import vedette.model.Altitude;
import vedette.model.Authority;
import vedette.model.Bulletin;
import vedette.model.Domain;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.Identity;
import vedette.model.Kinds;
import vedette.model.Kinematics;
import vedette.model.LatLon;
import vedette.model.Moment;
import vedette.model.ObjectKind;
import vedette.model.Releasability;
import vedette.model.SensorId;
import vedette.model.Track;
import vedette.model.TrackId;
import vedette.model.Warning;
import vedette.model.WarningId;

/// Objects to be told.
public final class CotSamples {
    /// When everything happens.
    public static final Moment NOW = new Moment(1_795_316_437_000_000_000L);

    private CotSamples() {}

    /// A drone over Munich that is surely there; its height as given.
    public static Track drone(long number, Altitude altitude, Releasability releasability) {
        double[] variances = {900, 400, 25, 1, 1, 1};
        Geodetic place = LatLon.ofDegrees(48.1, 11.5 + 0.001 * number).at(150);
        return new Track(
                new TrackId(number),
                Track.Stage.CONFIRMED,
                new Kinematics(NOW, place, new Enu(30, 40, 0), SymMatrix.diagonal(variances)),
                altitude,
                Identity.NONE,
                Kinds.certain(ObjectKind.MULTIROTOR),
                Affiliation.SUSPECT,
                0.99,
                List.of(new SensorId("secret-radar")),
                OptionalInt.empty(),
                NOW,
                NOW,
                releasability,
                Optional.empty());
    }

    /// A released warning of an intrusion.
    public static Bulletin bulletin(Domain domain, String id, int issue, Warning.Stage stage) {
        Warning warning = new Warning(
                new WarningId(id),
                issue,
                NOW,
                domain,
                stage,
                Warning.Kind.INTRUSION,
                new Warning.Gravity(
                        Warning.Severity.SEVERE,
                        Warning.Urgency.IMMEDIATE,
                        Warning.Certainty.OBSERVED,
                        Warning.Confidence.CONFIRMED),
                List.of(new TrackId(1)),
                List.of(),
                List.of(
                        LatLon.ofDegrees(48, 11),
                        LatLon.ofDegrees(48, 12),
                        LatLon.ofDegrees(49, 12),
                        LatLon.ofDegrees(49, 11)),
                new Warning.Validity(NOW, NOW, NOW.plusS(600)),
                List.of(new SensorId("secret-radar")),
                new Warning.Words("Drone near the works", "Two sensors see it.", "Go inside."),
                Releasability.OPEN);
        return new Bulletin(warning, issue, NOW, new Authority.Persons(List.of("ann", "ben")));
    }
}
