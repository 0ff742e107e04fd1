package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import vedette.core.estimate.Mixture;
import vedette.core.estimate.associate.Marginal;
import vedette.model.Ecef;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.LatLon;
import vedette.model.LocalFrame;
import vedette.model.Measurement.PositionReport;
import vedette.model.Provenance;
import vedette.model.SensorId;
import vedette.model.Tangent;

/// Reports of another time, and of tracks that nobody has measured for long.
class ReportsTest {
    private static final int ADDRESS = 0x3C1234;
    private final Workshop shop = new Workshop(new Marginal());

    // 200 m/s east along the equator of the sky.
    private static PositionReport report(double stampedS, double flownS) {
        Geodetic at =
                LocalFrame.at(Sky.HOME).ecef(new Enu(200 * flownS, 0, 9000)).geodetic();
        return Sky.report(stampedS, new LatLon(at.latRad(), at.lonRad()), ADDRESS, 9000);
    }

    private TrackState reported(TrackState before, double stampedS, double arrivedS) {
        Working working = new Working(before, 1);
        new Reports(shop, working)
                .position(report(stampedS, arrivedS), Sky.at(arrivedS).taiNs());
        return working.done().next();
    }

    private static TrackFile only(TrackState state) {
        assertEquals(1, state.files().size());
        return state.files().values().getFirst();
    }

    @Test
    void aReportStampedAheadIsTakenAsItCameAndKeepsNobodyOut() {
        TrackState state = TrackState.EMPTY;
        for (int s = 0; s < 10; s++) {
            state = reported(state, s, s);
        }
        state = reported(state, 10 + 50, 10);
        TrackFile ahead = only(state);
        state = reported(state, 11, 11);

        assertEquals(Sky.at(10).taiNs(), ahead.estimate().ns());
        assertEquals(Sky.at(11).taiNs(), only(state).estimate().ns());
        assertEquals(12, only(state).plots());
        assertEquals(List.of(), state.refusals());
    }

    @Test
    void aReportOfAnotherTimeIsRefused() {
        TrackState state = reported(reported(TrackState.EMPTY, 0, 0), 100, 1);

        assertEquals(1, only(state).plots());
        assertEquals("report from the future", state.refusals().getFirst().what());
    }

    // Free fall from orbit straight through the Earth for an hour: the filters lead nowhere, or to no number at all.
    @Test
    void aBearerInSpaceThatNobodySawForAnHourStaysANumber() {
        for (double downMps : new double[] {0, 7000, 11_000}) {
            Working working = new Working(TrackState.EMPTY, 1);
            PositionReport first = report(0, 0);
            Ecef high = LocalFrame.at(Sky.HOME).ecef(new Enu(0, 0, 400_000));
            double[] merged = new double[Mixture.BLOCK];
            double length = Math.sqrt(high.xM() * high.xM() + high.yM() * high.yM() + high.zM() * high.zM());
            double[] place = {high.xM(), high.yM(), high.zM()};
            merged[0] = 1;
            for (int i = 0; i < 3; i++) {
                merged[Mixture.MEAN + i] = place[i];
                merged[Mixture.MEAN + 3 + i] = -downMps * place[i] / length;
                merged[Mixture.COVARIANCE + Mixture.at(i, i)] = 1e4;
                merged[Mixture.COVARIANCE + Mixture.at(3 + i, 3 + i)] = 100;
            }
            int models = shop.models(Realm.SPACE, merged);
            double[] blocks = new double[models * Mixture.BLOCK];
            for (int m = 0; m < models; m++) {
                System.arraycopy(merged, 0, blocks, m * Mixture.BLOCK, Mixture.BLOCK);
                blocks[m * Mixture.BLOCK] = 1.0 / models;
            }
            Claims claims = Claims.first(first.provenance(), first.identity(), first.altitude());
            TrackFile.Estimate estimate =
                    new TrackFile.Estimate(Sky.at(0).taiNs(), Tangent.earthFixed(), blocks, Workshop.merged(blocks));
            TrackFile bearer = TrackFile.begun(
                    working.newId(), Realm.SPACE, estimate, Optional.empty(), new TrackFile.Begin(-1, 1, claims));
            working.put(bearer);
            working.index(bearer);

            TrackState after = reported(working.done().next(), 3600, 3600);

            for (TrackFile file : after.files().values()) {
                for (double number : file.estimate().merged()) {
                    assertTrue(Double.isFinite(number), downMps + " m/s down: " + number);
                }
            }
        }
    }

    @Test
    void reportsOfOtherReceiversAreOfTheSameTrack() {
        TrackState state = reported(TrackState.EMPTY, 0, 0);
        Working working = new Working(state, 2);
        PositionReport heard = report(1, 1);
        new Reports(shop, working)
                .position(
                        new PositionReport(
                                Provenance.open(new SensorId("OTHER"), Sky.at(1)),
                                heard.position(),
                                OptionalDouble.of(50),
                                heard.altitude(),
                                heard.velocity(),
                                heard.identity(),
                                false),
                        Sky.at(1.1).taiNs());

        assertEquals(2, only(working.done().next()).plots());
    }
}
