package vedette.core.assess;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vedette.math.LongMap;
import vedette.math.TextKey;
import vedette.model.Assessment;
import vedette.model.Event;
import vedette.model.Health;
import vedette.model.Measurement.PositionReport;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.SensorId;
import vedette.model.SensorSite;
import vedette.model.Tally;
import vedette.model.Track;
import vedette.model.TrackId;

/// Weighs where aircraft say they are (ADS-B) against themselves and against what own radars see there.
///
/// Where a radar that works must see an aircraft, its looks at the track there count: see [Answer]. A look of a radar
/// that is in doubt itself, near the end of its reach, low over the ground or at an unknown height counts nothing.
final class AirClaims {
    /// Aircraft weighed at a time: a continent's.
    static final int MOST = 20_000;

    /// A position older than this is not looked at, seconds.
    private static final double FRESH_S = 10;

    /// A receiver that heard nothing for so long begins anew: all that fly then are new to it, seconds.
    private static final double PAUSE_S = 5;

    /// All are looked at within so many ticks.
    private static final int SLICES = 10;

    private final Event.Stamp stamp;
    private final List<Output> outputs;
    private final LongMap<SensorWatch> sensors;
    private final Echoes echoes;
    private final List<SensorSite> sites;
    private LongMap<AirFile> files;
    private ClaimCells cells;
    private LongMap<Newcomers> newcomers;
    private Tally refused;

    AirClaims(AssessState state, Event.Stamp stamp, Echoes echoes, List<Output> outputs) {
        this.stamp = stamp;
        this.outputs = outputs;
        this.echoes = echoes;
        sensors = state.sensors();
        sites = state.claims().sites();
        files = state.claims().aircraft();
        cells = new ClaimCells(state.claims().airCells());
        newcomers = state.claims().receivers();
        refused = state.claims().aircraftRefused();
    }

    /// What is remembered, laid into the rest.
    ClaimState into(ClaimState state) {
        return state.with(files, cells, newcomers, refused);
    }

    private Moment now() {
        return stamp.arrivedAt();
    }

    /// An aircraft tells where it is.
    ///
    /// @param trackChanges what the tracker made of it: the track that took it
    void hear(PositionReport report, List<Output> trackChanges) {
        if (report.identity().address().isEmpty()) {
            return;
        }
        int address = report.identity().address().getAsInt();
        @Nullable AirFile known = files.get(address);
        if (known == null && files.size() >= MOST) {
            String why = "an aircraft is beyond the " + MOST + " whose places are weighed";
            refused = refused.passed(stamp.seq(), now(), why, outputs);
            return;
        }
        cells = cells.moved(
                address, known == null ? null : known.path().latest().position(), report.position());
        AirFile heard = known == null ? AirFile.first(report, now(), crowd(report)) : known.heard(report, now());
        judge(taken(address, trackChanges)
                .map(id -> heard.borneBy(Optional.of(id)))
                .orElse(heard));
    }

    /// A radar saw something: whose place does it speak of?
    void see(RadarPlot plot) {
        new Besides(sites, sensors, echoes)
                .found(plot, cells, this::told, Beside.Size.LARGE)
                .ifPresent(found -> {
                    @Nullable AirFile file = files.get(found.key());
                    if (file != null) {
                        judge(file.seenBeside(found.beside()));
                    }
                });
    }

    private Besides.@Nullable Told told(long address) {
        @Nullable AirFile file = files.get(address);
        return file == null
                ? null
                : new Besides.Told(address, file.path().latest(), file.beside().orElse(Beside.NOTHING));
    }

    private static Optional<TrackId> taken(int address, List<Output> trackChanges) {
        for (Output output : trackChanges) {
            if (output instanceof Output.TrackChanged(Track track)
                    && track.identity().address().orElse(-1) == address) {
                return Optional.of(track.id());
            }
        }
        return Optional.empty();
    }

    // One of a flood stands for it: people need one warning, not hundreds.
    private int crowd(PositionReport report) {
        SensorId receiver = report.provenance().sensor();
        long key = TextKey.of(receiver.name());
        @Nullable Newcomers before = newcomers.get(key);
        @Nullable SensorWatch watch = sensors.get(key);
        boolean paused = watch == null || now().secondsSince(watch.lastHeardAt()) > PAUSE_S;
        Newcomers after = before == null || paused ? Newcomers.first(receiver, now()) : before.plus(now());
        newcomers = newcomers.with(key, after);
        return after.isFlood() && after.count() == Newcomers.FLOOD ? after.count() : 0;
    }

    /// Time passes: a part of them is looked at.
    void tick(long ticks) {
        long slice = ticks % SLICES;
        files.forEachValue(file -> {
            if (file.address() % SLICES == slice) {
                look(file);
            }
        });
    }

    private void look(AirFile file) {
        double silentS = now().secondsSince(file.path().at());
        if (silentS > Claims.SILENT_S) {
            end(file);
        } else if (silentS <= FRESH_S && file.track().isPresent() && !sites.isEmpty()) {
            Answer answer = file.answer();
            for (Echoes.Look look : echoes.of(file.track().get())) {
                answer = answer.isNew(look) ? counted(file, answer, look) : answer;
            }
            if (!answer.equals(file.answer())) {
                judge(file.answered(answer));
            }
        }
    }

    private Answer counted(AirFile file, Answer answer, Echoes.Look look) {
        for (SensorSite site : sites) {
            if (site.sensor().equals(look.sensor())) {
                boolean must = site.kind() != SensorSite.Kind.REPORTS
                        && works(site.sensor())
                        && Coverage.seesAircraft(site, file.path().latest());
                return must
                        ? answer.after(look, site.performance().detection(), Answer.Size.LARGE)
                        : answer.passing(look);
            }
        }
        return answer;
    }

    private boolean works(SensorId sensor) {
        @Nullable SensorWatch watch = sensors.get(TextKey.of(sensor.name()));
        return watch != null && watch.published().state() == Health.State.OK;
    }

    private void end(AirFile file) {
        if (file.said().probability() > 0) {
            say(file, new Suspicions.Judged(Assessment.Suspicion.NONE, 0, "It is no longer heard"));
        }
        files = files.without(file.address());
        cells = cells.without(file.address(), file.path().latest().position());
    }

    private void judge(AirFile file) {
        Suspicions.Judged judged = Suspicions.of(file, now(), site(file.receiver()));
        if (file.said().isNews(judged.probability())) {
            files = files.with(file.address(), file.said(new ClaimFile.Said(judged.probability(), now())));
            say(file, judged);
        } else {
            files = files.with(file.address(), file);
        }
    }

    private void say(AirFile file, Suspicions.Judged judged) {
        outputs.add(new Output.Assessed(
                now(),
                new Assessment.Doubted(
                        file.track(),
                        file.name(),
                        judged.suspicion(),
                        judged.probability(),
                        List.of(file.receiver()),
                        judged.why())));
    }

    private Optional<SensorSite> site(SensorId sensor) {
        return sites.stream().filter(site -> site.sensor().equals(sensor)).findFirst();
    }
}
