package vedette;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vedette.house.Arrows;
import vedette.house.Depth;
import vedette.house.Doors;
import vedette.house.House;
import vedette.house.Purity;
import vedette.house.Shapes;
import vedette.house.Sizes;
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
        if (!violations.isEmpty()) {
            fail(violations.stream()
                    .sorted()
                    .map(Violation::toString)
                    .distinct()
                    .collect(Collectors.joining("\n", violations.size() + " against the house rules:\n", "\n")));
        }
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

    @Test
    void methodsFilesAndHeadersAreSmall() {
        holds(Sizes.beyond(house));
    }

    @Test
    void namesSaySomething() {
        holds(Shapes.badNames(house));
    }

    @Test
    void classesAreFinalOrSealed() {
        holds(Shapes.openClasses(house));
    }

    @Test
    void publicTypesAreDocumented() {
        holds(Shapes.undocumented(house));
    }

    @Test
    void theCoreHasNoAsserts() {
        holds(Shapes.asserts(house));
    }

    @Test
    void theCoreShowsItsHashes() {
        holds(Shapes.hiddenHashes(house));
    }

    @Test
    void everyRoomSaysItsPurpose() {
        holds(Shapes.badPackageInfos(house));
    }

    @Test
    void classesInheritOnceAtMost() {
        holds(Depth.inheritance(house));
    }

    @Test
    void theCoreDoesNotCallItself() {
        holds(Depth.recursion(house));
    }
}
