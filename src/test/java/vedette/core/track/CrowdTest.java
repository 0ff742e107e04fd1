package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import vedette.model.Ecef;
import vedette.model.Enu;
import vedette.model.Track;

/// Many objects at once, so that sectors are worked on in pieces narrower than the gates.
class CrowdTest {
    private static final int MANY = 2000;

    // Evenly over a ring by the golden angle, each on a course of its own.
    private static Sky crowd() {
        Sky sky = new Sky().radar2d("A", 0, 10);
        for (int i = 0; i < MANY; i++) {
            double turn = 2.399963 * i;
            double far = 140_000 * Math.sqrt((i + 200.0) / (MANY + 200));
            double course = 1.7 * i;
            sky.flyer(
                    new Enu(far * Math.cos(turn), far * Math.sin(turn), 9000),
                    new Enu(180 * Math.cos(course), 180 * Math.sin(course), 0));
        }
        return sky;
    }

    private static int tracked(Sky sky, Sky.Seen seen, double atS) {
        int tracked = 0;
        for (int i = 0; i < MANY; i++) {
            Ecef truth = sky.place(i, atS).ecef();
            boolean found = false;
            for (Track track : seen.picture()) {
                found |= track.kinematics().position().ecef().distanceM(truth) < 5000;
            }
            tracked += found ? 1 : 0;
        }
        return tracked;
    }

    @Test
    void aCrowdIsTrackedThoughItsGatesReachOverManySectors() {
        Sky sky = crowd();

        Sky.Seen seen = sky.watched(60);

        int tracked = tracked(sky, seen, 60);
        assertTrue(tracked >= 0.96 * MANY, tracked + " of " + MANY);
        assertTrue(seen.picture().size() >= 0.94 * MANY, seen.picture().size() + " tracks");
        assertTrue(seen.picture().size() <= 1.05 * MANY, seen.picture().size() + " tracks");
    }
}
