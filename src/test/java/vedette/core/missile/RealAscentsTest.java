package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vedette.model.Measurement;
import vedette.model.Missile;
import vedette.model.Missile.Verdict;
import vedette.simulate.launches.Looks;
import vedette.simulate.launches.RealAscents;

/// Real flights into space, told second by second by their webcasts.
class RealAscentsTest {
    private static final double WATCHED_S = 170;
    private static final double SOON_S = 60;

    private static Chain watching(RealAscents.Ascent ascent) {
        List<Measurement> looks = Looks.of(ascent.world(), Chain.START).stream()
                .filter(look -> look.provenance().observedAt().secondsSince(Chain.START) < ascent.secondS() + WATCHED_S)
                .toList();
        return Chain.watching(ascent.world(), looks);
    }

    // Whether anything was held to go into space at a moment.
    private static boolean isSpace(Chain chain, double timeS) {
        TreeMap<Long, Verdict> verdicts = new TreeMap<>();
        for (Chain.Told each : chain.told()) {
            if (each.timeS() <= timeS && each.missile().phase() != Missile.Phase.ENDED) {
                verdicts.put(each.missile().number(), each.missile().verdict());
            }
        }
        return verdicts.containsValue(Verdict.SPACE_LAUNCH);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "FormoSat-5",
                "Iridium_NEXT_4",
                "SES-10",
                "TESS",
                "NROL-76",
                "SpaceX_CRS-11",
                "SpaceX_CRS-12",
                "X-37B_OTV-5"
            })
    void aFlightIntoSpaceIsOneAMinuteAfterItsSecondStageLitAndNeverAnAttack(String flight) {
        RealAscents.Ascent ascent = RealAscents.of(flight, 0);

        Chain chain = watching(ascent);

        assertEquals(List.of(), chain.attacks());
        assertTrue(isSpace(chain, ascent.secondS() + SOON_S), () -> flight + " " + chain.latest());
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({"NROL-76, 4", "Iridium_NEXT_4, 9"})
    void neitherAStageThatReturnsNorAPauseWhoseEndIsSeenLateIsAnAttack(String flight, long seed) {
        Chain chain = Chain.watching(RealAscents.of(flight, seed).world());

        assertEquals(List.of(), chain.attacks());
    }

    @Test
    void whatLeavesItsStagingOtherwiseThanExpectedIsStillTheSame() {
        Chain chain = watching(RealAscents.of("TESS", 0));

        assertEquals(List.of(), chain.attacks());
        assertEquals(
                1,
                chain.latest().stream()
                        .filter(each -> each.missile().launch().isPresent())
                        .count());
    }
}
