package vedette.core.missile;

import java.util.ArrayList;
import java.util.List;
import vedette.math.Vec3;
import vedette.model.Configuration;
import vedette.model.Ecef;
import vedette.model.Event;
import vedette.model.InfraredSatellite;
import vedette.model.LaunchNotice;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.SensorFinding;
import vedette.model.SensorId;
import vedette.model.WarningRadar;

/// The watch over everything that burns, flies without wings, or falls.
///
/// It holds tools only; all that is known stands in the state. The engine calls [#step] for every event, before
/// core.assess's step.
public final class MissileWatch {
    /// Clocks of sensors go apart by less, seconds: what is stamped farther ahead is refused.
    static final double MOST_AHEAD_S = 2;
    /// What comes later than this is refused: what it tells is known by then, or of no use, seconds.
    static final double MOST_AGE_S = 120;
    private static final double LOWEST_EYE_M = 6.3e6;
    // Beyond the Moon.
    private static final double FARTHEST_M = 5e8;
    // What is here at the radar itself has no direction.
    private static final double NEAREST_M = 100;
    private static final double FASTEST_MPS = 1e5;
    // No eye sees so sharply; a claim near 0 would outweigh all other looks.
    private static final double LEAST_SIGMA_RAD = 1e-8;

    private List<InfraredSatellite> satellites = List.of();
    private List<WarningRadar> radars = List.of();
    private final Catalogue catalogue = new Catalogue();
    private Watching watching = new Watching(List.of(), List.of(), catalogue);

    /// A watch.
    public MissileWatch() {}

    /// Takes one event.
    ///
    /// @param state what [MissileState#empty] or the step before gave
    /// @param event the event
    public MissileStep step(MissileState state, Event event) {
        return switch (event) {
            case Event.Configured(var stamp, var configuration) -> configured(state, configuration, stamp);
            case Event.Observed(var stamp, Measurement.StatusReport report) -> told(state, stamp, report);
            case Event.Observed(var stamp, Measurement.FeedStatus status) -> told(state, stamp, status);
            case Event.Observed(var stamp, var measurement) ->
                concerns(state, measurement) ? seen(state, stamp, measurement) : unchanged(state);
            case Event.Tick(var stamp) -> state.things().isEmpty() ? unchanged(state) : passed(state, stamp);
            case Event.Ordered _, Event.Received _, Event.Delivered _ -> unchanged(state);
        };
    }

    private static MissileStep unchanged(MissileState state) {
        return new MissileStep(state, List.of());
    }

    /// Whether a measurement is for this watch, and not for the air picture.
    public static boolean concerns(MissileState state, Measurement measurement) {
        return switch (measurement) {
            case Measurement.Sight _ -> true;
            case Measurement.RadarPlot plot -> radar(state, plot.provenance().sensor()) >= 0;
            case Measurement.PositionReport _,
                    Measurement.UasReport _,
                    Measurement.TransponderReport _,
                    Measurement.SystemTrack _,
                    Measurement.Sweep _,
                    Measurement.StatusReport _,
                    Measurement.FeedStatus _,
                    Measurement.SensorPose _,
                    Measurement.Presence _,
                    Measurement.Bearing _ -> false;
        };
    }

    /// What was found about the sensors of the watch, one each.
    public static List<SensorFinding> findings(MissileState state) {
        List<SensorFinding> findings = new ArrayList<>();
        for (int i = 0; i < state.satellites().size(); i++) {
            if (!state.retired().satellites().contains(i)) {
                findings.add(eye(state, i));
            }
        }
        for (int i = 0; i < state.radars().size(); i++) {
            if (!state.retired().radars().contains(i)) {
                findings.add(finding(state, i));
            }
        }
        return findings;
    }

    private static SensorFinding eye(MissileState state, int satellite) {
        SensorId sensor = state.satellites().get(satellite).sensor();
        for (Askew each : state.askew()) {
            if (each.satellite() == satellite) {
                return new SensorFinding(sensor, false, each.words(), 0);
            }
        }
        return new SensorFinding(sensor, true, "", 0);
    }

    private static SensorFinding finding(MissileState state, int radar) {
        SensorId sensor = state.radars().get(radar).sensor();
        for (Mistrusted each : state.mistrusted()) {
            if (each.radar() == radar) {
                return new SensorFinding(sensor, false, each.words(), 0);
            }
        }
        return new SensorFinding(sensor, true, "", 0);
    }

    private static int radar(MissileState state, SensorId sensor) {
        for (int i = 0; i < state.radars().size(); i++) {
            if (state.radars().get(i).sensor().equals(sensor)
                    && !state.retired().radars().contains(i)) {
                return i;
            }
        }
        return -1;
    }

    private static int satellite(MissileState state, SensorId sensor) {
        for (int i = 0; i < state.satellites().size(); i++) {
            if (state.satellites().get(i).sensor().equals(sensor)
                    && !state.retired().satellites().contains(i)) {
                return i;
            }
        }
        return -1;
    }

    // A satellite's own word on its state.
    private MissileStep told(MissileState state, Event.Stamp stamp, Measurement.StatusReport report) {
        int satellite = satellite(state, report.about());
        if (satellite < 0) {
            return unchanged(state);
        }
        double timeS = report.provenance().observedAt().secondsSince(state.epoch());
        Vigil vigil = new Vigil(state.satellites());
        vigil.begin(state.lives(), List.of(), stamp.arrivedAt().secondsSince(state.epoch()));
        switch (report.condition()) {
            case OPERATIONAL, DEGRADED -> vigil.beaten(satellite, timeS);
            case FAILED -> vigil.failing(satellite);
            case UNKNOWN -> {}
        }
        return unchanged(state.living(vigil.lives()));
    }

    // The line of a feed that bears a satellite's name. That it stands tells nothing of the satellite.
    private MissileStep told(MissileState state, Event.Stamp stamp, Measurement.FeedStatus status) {
        int satellite = satellite(state, status.provenance().sensor());
        if (satellite < 0) {
            return unchanged(state);
        }
        Vigil vigil = new Vigil(state.satellites());
        vigil.begin(state.lives(), List.of(), stamp.arrivedAt().secondsSince(state.epoch()));
        if (status.connected()) {
            vigil.mended(satellite);
        } else {
            vigil.failing(satellite);
        }
        return unchanged(state.living(vigil.lives()));
    }

    private MissileStep configured(MissileState state, Configuration configuration, Event.Stamp stamp) {
        return switch (configuration) {
            case Configuration.WatchSensors(var satellites, var radars) ->
                enlisted(state, stamp, Enlisting.of(state, satellites, radars));
            case Configuration.Notices(var notices) -> unchanged(noticing(state, notices));
            case Configuration.Catalogue(var objects, var elements) -> knowing(state.knowing(objects, elements), stamp);
            case Configuration.Sensors _,
                    Configuration.Foreign _,
                    Configuration.Zones _,
                    Configuration.Feeds _,
                    Configuration.Pressure _,
                    Configuration.Leaps _,
                    Configuration.Places _,
                    Configuration.Releasing _,
                    Configuration.Flights _,
                    Configuration.Sharing _,
                    Configuration.Listeners _ -> unchanged(state);
        };
    }

    // What is too old to be used is told now, and not when it would be needed.
    private MissileStep knowing(MissileState state, Event.Stamp stamp) {
        Watching watch = watching(state).begin(state, stamp);
        watch.tellStale();
        return watch.done();
    }

    private MissileStep enlisted(MissileState state, Event.Stamp stamp, Enlisting next) {
        if (next.equals(new Enlisting(state.satellites(), state.radars(), state.retired()))) {
            return unchanged(state);
        }
        if (state.things().isEmpty() || !next.fits()) {
            return anew(state, stamp, next);
        }
        return unchanged(new MissileState(
                next.satellites(),
                next.radars(),
                state.notices(),
                state.epoch(),
                state.things(),
                state.made(),
                state.upkeptS(),
                state.limits(),
                state.mistrusted(),
                next.retired(),
                state.lives(),
                state.known(),
                state.elements(),
                state.askew()));
    }

    // Nothing is watched, or there is no place for both old and new sensors: only those of now have one.
    private MissileStep anew(MissileState state, Event.Stamp stamp, Enlisting next) {
        Watching watch = watching(state).begin(state, stamp);
        watch.forget();
        Enlisting now = next.active();
        if (!now.fits()) {
            watch.refuse(Limit.SENSORS, "only " + Enlisting.MOST + " of a kind have a place");
        }
        MissileStep last = watch.done();
        return new MissileStep(
                new MissileState(
                        first(now.satellites()),
                        first(now.radars()),
                        state.notices(),
                        stamp.arrivedAt(),
                        List.of(),
                        state.made(),
                        0,
                        last.state().limits(),
                        List.of(),
                        Retired.NONE,
                        List.of(),
                        state.known(),
                        state.elements(),
                        List.of()),
                last.outputs());
    }

    private static <S> List<S> first(List<S> all) {
        return all.subList(0, Math.min(Enlisting.MOST, all.size()));
    }

    private static MissileState noticing(MissileState s, List<LaunchNotice> notices) {
        return new MissileState(
                s.satellites(),
                s.radars(),
                notices,
                s.epoch(),
                s.things(),
                s.made(),
                s.upkeptS(),
                s.limits(),
                s.mistrusted(),
                s.retired(),
                s.lives(),
                s.known(),
                s.elements(),
                s.askew());
    }

    private Watching watching(MissileState state) {
        if (!satellites.equals(state.satellites()) || !radars.equals(state.radars())) {
            satellites = state.satellites();
            radars = state.radars();
            watching = new Watching(satellites, radars, catalogue);
        }
        return watching;
    }

    private MissileStep seen(MissileState state, Event.Stamp stamp, Measurement measurement) {
        Watching watch = watching(state).begin(state, stamp);
        double ageS = ageS(stamp.arrivedAt(), measurement.provenance().observedAt());
        if (ageS < -MOST_AHEAD_S || ageS > MOST_AGE_S) {
            watch.refuse(Limit.STAMPS, measurement.provenance().sensor() + " stamps a look " + ageS + " s old");
            return watch.done();
        }
        double timeS = measurement.provenance().observedAt().secondsSince(state.epoch());
        switch (measurement) {
            case Measurement.Sight sight ->
                light(watch, sight, satellite(state, sight.provenance().sensor()), timeS);
            case Measurement.RadarPlot plot ->
                echo(watch, plot, radar(state, plot.provenance().sensor()), timeS);
            case Measurement.PositionReport _,
                    Measurement.UasReport _,
                    Measurement.TransponderReport _,
                    Measurement.SystemTrack _,
                    Measurement.Sweep _,
                    Measurement.StatusReport _,
                    Measurement.FeedStatus _,
                    Measurement.SensorPose _,
                    Measurement.Presence _,
                    Measurement.Bearing _ -> {}
        }
        return watch.done();
    }

    // A stamp may be of any time.
    private static double ageS(Moment now, Moment observed) {
        return ((double) now.taiNs() - (double) observed.taiNs()) / 1e9;
    }

    private static void light(Watching watch, Measurement.Sight sight, int sensor, double timeS) {
        Ecef from = sight.from();
        double away = new Vec3(from.xM(), from.yM(), from.zM()).norm();
        if (sensor < 0) {
            watch.refuse(
                    Limit.STRANGERS,
                    "nobody told of a satellite " + sight.provenance().sensor());
        } else if (!(away > LOWEST_EYE_M && away < FARTHEST_M)) {
            watch.refuse(Limit.FAR, sight.provenance().sensor() + " says it is " + away + " m from the Earth's middle");
        } else {
            watch.light(light(sight, sensor, timeS));
        }
    }

    private static void echo(Watching watch, Measurement.RadarPlot plot, int sensor, double timeS) {
        var polar = plot.polar();
        double rate = polar.rangeRateMps().orElse(Double.NaN);
        if (polar.elevationRad().isEmpty()) {
            watch.refuse(Limit.FLAT, plot.provenance().sensor() + " measured no elevation");
        } else if (polar.rangeM() < NEAREST_M || polar.rangeM() > FARTHEST_M || Math.abs(rate) > FASTEST_MPS) {
            watch.refuse(
                    Limit.FAR, plot.provenance().sensor() + " measured " + polar.rangeM() + " m and " + rate + " m/s");
        } else {
            watch.echo(new Look.Echo(
                    sensor,
                    timeS,
                    polar.rangeM(),
                    polar.azimuthRad(),
                    polar.elevationRad().getAsDouble(),
                    rate));
        }
    }

    private static Look.Light light(Measurement.Sight sight, int sensor, double timeS) {
        Vec3 u = sight.along();
        double length = u.norm();
        return new Look.Light(
                sensor,
                timeS,
                sight.from().xM(),
                sight.from().yM(),
                sight.from().zM(),
                u.x() / length,
                u.y() / length,
                u.z() / length,
                Math.max(LEAST_SIGMA_RAD, sight.sigmaRad()));
    }

    private MissileStep passed(MissileState state, Event.Stamp stamp) {
        double nowS = stamp.arrivedAt().secondsSince(state.epoch());
        if (Math.floor(nowS) == Math.floor(state.upkeptS())) {
            return unchanged(state);
        }
        Watching watch = watching(state).begin(state, stamp);
        watch.upkeep();
        return watch.done();
    }
}
