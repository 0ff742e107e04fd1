package vedette.core.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.core.sense.RadarView;
import vedette.model.Measurement.RadarPlot;
import vedette.model.SensorFinding;
import vedette.model.SensorSite;

/// What the tracker knows of its sensors from what they measured.
///
/// @param registration the biases of all of them together
/// @param sensors each one's, in the order of the sites
/// @param count good residuals so far, of which every few are learnt from
record Knowledge(Registration registration, List<SensorKnowledge> sensors, long count) {
    static final Knowledge NONE = of(List.of());

    Knowledge {
        sensors = List.copyOf(sensors);
    }

    /// As the sensors declare themselves.
    static Knowledge of(List<SensorSite> sites) {
        return new Knowledge(
                Registration.of(sites), sites.stream().map(SensorKnowledge::of).toList(), 0);
    }

    /// What is known of one sensor.
    SensorKnowledge of(int sensor) {
        return sensors.get(sensor);
    }

    /// A plot without all that is known of its sensor's biases, also what is too small to be taken off for tracks.
    Optional<Tracker.Straight> straight(int sensor, RadarPlot plot) {
        SensorKnowledge known = of(sensor);
        if (!registration.registers(sensor)
                || !known.place().isStated()
                || known.poses().moves()) {
            return Optional.empty();
        }
        Bias left = new Bias(left(sensor, 0), left(sensor, 1), left(sensor, 2), left(sensor, 3));
        return Optional.of(new Tracker.Straight(
                left.off(known.corrected(plot)),
                registration.estimate(sensor, 0).sigma(),
                registration.estimate(sensor, 1).sigma(),
                registration.estimate(sensor, 3).sigma()));
    }

    private double left(int sensor, int kind) {
        return registration.left(sensor, kind) * registration.unit(sensor, kind);
    }

    /// A sensor sent what none should.
    Knowledge odd(int sensor, Oddities.Kind kind) {
        return with(sensor, of(sensor).noting(of(sensor).oddities().with(kind)));
    }

    /// What a sensor sends was held against what another one sends.
    Knowledge beside(int sensor, Twin twin) {
        return with(sensor, of(sensor).noting(of(sensor).oddities().beside(twin)));
    }

    /// A sensor that moves told where it stands.
    Knowledge posed(int sensor, Poses poses) {
        return with(sensor, of(sensor).standing(poses));
    }

    /// A sensor's stamps lie otherwise to their arrival.
    Knowledge on(int sensor, Clock clock) {
        return with(sensor, of(sensor).noting(of(sensor).oddities().on(clock)));
    }

    /// Tracks were doubted for what a sensor's bias is known to be now.
    Knowledge doubted(int sensor, long ns) {
        Oddities.Doubted now = new Oddities.Doubted(of(sensor).bias(), ns);
        return with(sensor, of(sensor).noting(of(sensor).oddities().doubting(now)));
    }

    private Knowledge with(int sensor, SensorKnowledge knowledge) {
        List<SensorKnowledge> changed = new ArrayList<>(sensors);
        changed.set(sensor, knowledge);
        return new Knowledge(registration, changed, count);
    }

    /// With what a look taught.
    ///
    /// @param lesson the look
    /// @param sites all sensors
    /// @param views their views
    Knowledge learnt(Lesson lesson, List<SensorSite> sites, List<RadarView> views) {
        int sensor = lesson.sensor;
        SensorKnowledge after = of(sensor).learnt(lesson, sites.get(sensor));
        boolean moved = !after.coarse().equals(of(sensor).coarse())
                || !after.place().equals(of(sensor).place());
        Registration next = moved ? registration.forgetting(sensor) : registration.learnt(lesson, views);
        List<SensorKnowledge> all = new ArrayList<>(sensors);
        all.set(sensor, after);
        for (int s = 0; s < all.size(); s++) {
            all.set(s, all.get(s).with(lesson.falsePlots(s)));
        }
        Drift drift =
                after.drift().learnt(lesson.residuals, sensor, sites.get(sensor).periodS(), lesson.endNs, next);
        boolean otherwise = !drift.change().isNone();
        all.set(sensor, otherwise ? all.get(sensor).changed() : all.get(sensor).drifting(drift));
        if (otherwise) {
            next = next.reopened(sensor, drift);
        }
        if (otherwise || next.due(lesson.endNs)) {
            next = next.solved(lesson.endNs);
            for (int s = 0; s < all.size(); s++) {
                SensorKnowledge registered = all.get(s).registered(s, next);
                all.set(s, otherwise ? registered.undoubted(lesson.endNs) : registered);
            }
        }
        return new Knowledge(next, all, lesson.count);
    }

    /// With a report of a track that is under study.
    Knowledge reported(Study.Sighting report, StudyKernel kernel, List<RadarView> views) {
        return new Knowledge(registration.sighted(report, kernel, views), sensors, count);
    }

    /// What there is to say of each sensor, in the order of the sites.
    List<SensorFinding> findings(List<SensorSite> sites) {
        List<SensorFinding> findings = new ArrayList<>();
        for (int s = 0; s < sensors.size(); s++) {
            findings.add(new Findings(sites.get(s), of(s), registration, s).finding());
        }
        return findings;
    }
}
