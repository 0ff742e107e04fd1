package vedette;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vedette.house.Arrows;
import vedette.house.Doors;
import vedette.house.House;
import vedette.house.Purity;
import vedette.house.Violation;

/// The rules of the house, held over the project's own main sources. How each rule can fail is shown in
/// `vedette.house`.
class ArchitectureTest {
    private static House house;

    @BeforeAll
    static void readTheHouse() {
        house = House.ours();
        if (Boolean.getBoolean("vedette.arrows.update")) {
            Arrows.writeTable(house);
        }
    }

    private static void holds(List<Violation> violations) {
        assertTrue(
                violations.isEmpty(),
                () -> violations.stream()
                        .sorted()
                        .map(Violation::toString)
                        .distinct()
                        .collect(Collectors.joining("\n", violations.size() + " against the house rules:\n", "\n")));
    }

    @Test
    void arrowsStayBelowTheCeiling() {
        holds(Arrows.beyondCeiling(house));
    }

    @Test
    void arrowsInTheCodeAreThoseInTheTable() {
        holds(Arrows.unlikeTable(house, Arrows.table()));
    }

    @Test
    void noRoomsFormACircleAtAnyDepth() {
        holds(Arrows.circles(house));
    }

    @Test
    void pureRoomsTouchNothingOutside() {
        holds(Purity.breaches(house));
    }

    @Test
    void onlyExactKnowsTranscendentalFunctions() {
        holds(Purity.inexactFunctions(house));
    }

    @Test
    void librariesAreUsedThroughTheirDoors() {
        holds(Doors.bypassed(house));
    }
}
