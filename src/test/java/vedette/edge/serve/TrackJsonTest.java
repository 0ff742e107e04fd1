package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vedette.math.SymMatrix;
import vedette.model.Affiliation;
import vedette.model.Altitude;
import vedette.model.Assessment;
import vedette.model.Enu;
import vedette.model.Identity;
import vedette.model.Kinds;
import vedette.model.Kinematics;
import vedette.model.LatLon;
import vedette.model.LeapSeconds;
import vedette.model.ObjectKind;
import vedette.model.Releasability;
import vedette.model.SensorId;
import vedette.model.Track;
import vedette.model.TrackId;
import vedette.model.ZoneId;

/// What a track's line says of what nobody knows.
class TrackJsonTest {
    private static TrackView view(double drone, double bird) {
        return new TrackView(new Track(
                new TrackId(1),
                Track.Stage.CONFIRMED,
                new Kinematics(
                        FakePicture.BEGIN,
                        LatLon.ofDegrees(57, 24).at(60),
                        new Enu(5, 0, 0),
                        SymMatrix.diagonal(9, 9, 9, 1, 1, 1)),
                Altitude.UNKNOWN,
                Identity.NONE,
                new Kinds(List.of(
                        new Kinds.Chance(ObjectKind.MULTIROTOR, drone), new Kinds.Chance(ObjectKind.BIRD, bird))),
                Affiliation.PENDING,
                0.99,
                List.of(new SensorId("radar")),
                OptionalInt.empty(),
                FakePicture.BEGIN,
                FakePicture.BEGIN,
                Releasability.OPEN));
    }

    private static boolean saysUndecided(TrackView view) {
        return new TrackJson(new Utc(LeapSeconds.standard())).live(view).contains("\"undecided\":true");
    }

    @Test
    void whatMayBeABirdAndMayBeADroneIsSaidToBeUndecided() {
        assertTrue(saysUndecided(view(0.4, 0.6)));
        assertTrue(saysUndecided(view(0.8, 0.2)));
    }

    @Test
    void whatIsSurelyTheOneOrTheOtherIsNot() {
        assertFalse(saysUndecided(view(0.95, 0.05)));
        assertFalse(saysUndecided(view(0.05, 0.95)));
    }

    @Test
    void whatAZoneWarnsOfIsNotSaidToBeLeftOut() {
        TrackView view = view(0.8, 0.2);

        view.assessed(new Assessment.Intrusion(
                new TrackId(1), new ZoneId("Z"), Assessment.Relation.INSIDE, Optional.empty(), 1, -5, true, "inside"));

        assertFalse(saysUndecided(view));
    }
}
