package vedette.core.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vedette.math.LongMap;
import vedette.math.SymMatrix;
import vedette.math.TextKey;
import vedette.model.Affiliation;
import vedette.model.Altitude;
import vedette.model.Assessment;
import vedette.model.Assessment.Suspicion;
import vedette.model.Enu;
import vedette.model.Identity;
import vedette.model.Kinds;
import vedette.model.Kinematics;
import vedette.model.LatLon;
import vedette.model.Measurement.PositionReport;
import vedette.model.Moment;
import vedette.model.ObjectKind;
import vedette.model.Output;
import vedette.model.PlotSigma;
import vedette.model.Provenance;
import vedette.model.Releasability;
import vedette.model.SensorId;
import vedette.model.SensorSite;
import vedette.model.Track;
import vedette.model.TrackId;

/// Who is seen and tells nothing, among others that do.
class SilentsTest {
    private static final SensorId RADAR = new SensorId("radar");
    private static final SensorId EAR = new SensorId("ear");
    private static final LatLon TOWN = LatLon.ofDegrees(49.25, -123.24);
    private static final List<SensorSite> SITES = List.of(new SensorSite(
            RADAR,
            SensorSite.Kind.FRAME,
            TOWN.at(20),
            SymMatrix.diagonal(1, 1, 1),
            new SensorSite.Volume(0, 3_000, 0, 2 * Math.PI, -0.1, 1),
            new PlotSigma(4, 0.007, 0.014, 0),
            new SensorSite.Performance(0.9, 3, 0),
            1));

    private final List<Output> said = new ArrayList<>();
    private LongMap<Silents.Silent> silents = LongMap.empty();

    private static Track track(Identity identity, Kinds kinds, Moment at) {
        SymMatrix covariance = SymMatrix.diagonal(25, 25, 25, 1, 1, 1);
        return new Track(
                new TrackId(7),
                Track.Stage.CONFIRMED,
                new Kinematics(at, TOWN.at(60), new Enu(5, 0, 0), covariance),
                Altitude.UNKNOWN,
                identity,
                kinds,
                Affiliation.UNKNOWN,
                1,
                List.of(RADAR),
                OptionalInt.empty(),
                at,
                at,
                Releasability.OPEN,
                Optional.empty());
    }

    private static LongMap<ClaimFile> heard(int count, Moment at) {
        LongMap<ClaimFile> files = LongMap.empty();
        for (int i = 0; i < count; i++) {
            String serial = "SN-" + i;
            LatLon place = LatLon.ofDegrees(49.25, -123.24 + 0.002 * (i + 1));
            PositionReport report = new PositionReport(
                    Provenance.open(EAR, at),
                    place,
                    OptionalDouble.of(5),
                    Altitude.UNKNOWN,
                    Optional.empty(),
                    Identity.ofSerial(serial),
                    false);
            files = files.with(
                    TextKey.of(serial), ClaimFile.first(serial, EAR, at).heard(report, at));
        }
        return files;
    }

    private void pass(int fromS, int toS, int others, Identity identity, Kinds kinds) {
        for (int s = fromS; s < toS; s++) {
            Moment at = new Moment(0).plusS(1_000 + s);
            LongMap<Track> tracks = LongMap.<Track>empty().with(7, track(identity, kinds, at));
            silents = new Silents(tracks, SITES, at, said).second(silents, heard(others, at));
        }
    }

    private List<Suspicion> suspicions() {
        return said.stream()
                .map(each -> ((Assessment.Doubted) ((Output.Assessed) each).assessment()).suspicion())
                .toList();
    }

    @Test
    void aDroneThatIsSeenAndSilentAmongOthersIsSaidSo() {
        pass(0, 30, 2, Identity.NONE, Kinds.certain(ObjectKind.MULTIROTOR));

        assertEquals(List.of(Suspicion.SILENT), suspicions());
    }

    @Test
    void whenItTellsOfItselfThatIsOver() {
        pass(0, 30, 2, Identity.NONE, Kinds.certain(ObjectKind.MULTIROTOR));
        pass(30, 32, 2, Identity.ofSerial("SN-9"), Kinds.certain(ObjectKind.MULTIROTOR));

        assertEquals(List.of(Suspicion.SILENT, Suspicion.NONE), suspicions());
        assertTrue(silents.isEmpty());
    }

    @Test
    void aBirdNeedNotTell() {
        pass(0, 30, 5, Identity.NONE, Kinds.certain(ObjectKind.BIRD));

        assertEquals(List.of(), suspicions());
    }

    @Test
    void whereNobodyElseIsHeardSilenceTellsNothing() {
        pass(0, 30, 1, Identity.NONE, Kinds.certain(ObjectKind.MULTIROTOR));

        assertEquals(List.of(), suspicions());
    }
}
