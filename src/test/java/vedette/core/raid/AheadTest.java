package vedette.core.raid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.model.Configuration;
import vedette.model.Place;

/// Which places a flier may reach.
final class AheadTest {
    private static final List<Place> TOWNS = List.of(
            Listening.town("NEAR", -40_000, 40_000),
            Listening.town("BESIDE", -60_000, -50_000),
            Listening.town("BEHIND", 60_000, 60_000),
            Listening.town("FAR", -110_000, 60_000));

    // At the middle of the net, northwards: at none of the towns.
    private static Flier north(double speedMps) {
        double[] row = new double[Modes.WIDTH];
        row[0] = 1;
        row[4] = speedMps;
        row[5] = 1e6;
        row[9] = 1e6;
        row[12] = 1;
        row[14] = 1;
        return new Flier(1, new Modes(row), 0, 1, 0, 9, 9, 9, 0, 1, List.of(1, 2, 3), List.of());
    }

    private static List<Outlook> ahead(Flier flier) {
        List<Configuration.Listener> nodes = Listening.square(20);
        return new Ahead(TOWNS, new Net(Net.middle(nodes), nodes)).of(flier);
    }

    @Test
    void aCruiseMissileThatPointsAtNoTownEndsInOneOfThemAndCrossesOthers() {
        List<Outlook> all = ahead(north(235));

        assertEquals(4, all.size());
        double sum = all.stream().mapToDouble(Outlook::missile).sum();
        assertTrue(sum > 0.95 && sum < 1.5, all.toString());
        assertTrue(all.getFirst().missile() > all.getLast().missile(), "whoever is near is crossed more often");
        assertTrue(all.stream().allMatch(each -> each.missile() > 0.24), all.toString());
    }

    @Test
    void ofADroneThatPointsAtNoTownNothingIsSaid() {
        assertTrue(ahead(north(48)).stream().allMatch(each -> each.probability() < 0.01));
    }
}
