package vedette.core.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vedette.math.LongMap;
import vedette.math.TextKey;
import vedette.model.Assessment;
import vedette.model.Configuration;
import vedette.model.Event;
import vedette.model.Health;
import vedette.model.Identity;
import vedette.model.LatLon;
import vedette.model.Measurement;
import vedette.model.Measurement.PositionReport;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.UasReport;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.SensorId;
import vedette.model.SensorSite;
import vedette.model.Tally;
import vedette.model.Track;
import vedette.model.UasFlight;

/// Weighs what unmanned aircraft claim of themselves against itself and against own sensors, and tells where
/// their operators are.
final class Claims {
    /// Aircraft weighed at a time.
    static final int MOST = 5_000;

    /// An aircraft that was not heard for so long has ended, seconds.
    static final double SILENT_S = 60;

    /// What is shown of a flight is shown anew so often, seconds.
    private static final double ANEW_S = 5;

    /// Ticks from one round to the next: one second.
    private static final int ROUND = 10;

    /// A position older than this is not looked at, seconds.
    private static final double FRESH_S = 10;

    /// Ticks from one counting of disturbed aircraft to the next: ten seconds.
    private static final int COUNTING = 100;

    private final Event.Stamp stamp;
    private final List<Output> outputs;
    private final LongMap<SensorWatch> sensors;
    private final LongMap<Track> tracks;
    private final long ticks;
    private LongMap<ClaimFile> files;
    private ClaimCells places;
    private LongMap<Newcomers> newcomers;
    private LongMap<Interference.Witness> witnesses;
    private LongMap<Interference.Cell> cells;
    private LongMap<Silents.Silent> silents;
    private List<SensorSite> sites;
    private Tally refused;
    private final AirClaims aircraft;
    private final Echoes echoes;
    private Optional<String> touched = Optional.empty();

    Claims(AssessState state, Event.Stamp stamp, Assess.Around around, List<Output> outputs) {
        this.stamp = stamp;
        this.outputs = outputs;
        this.tracks = around.tracks();
        echoes = around.echoes();
        aircraft = new AirClaims(state, stamp, around.echoes(), outputs);
        sensors = state.sensors();
        ticks = state.ticks();
        files = state.claims().files();
        places = new ClaimCells(state.claims().droneCells());
        newcomers = state.claims().newcomers();
        witnesses = state.claims().witnesses();
        cells = state.claims().cells();
        silents = state.claims().silents();
        sites = state.claims().sites();
        refused = state.claims().refused();
    }

    /// Takes one event, and what it did to tracks.
    void take(Event event, List<Output> trackChanges) {
        switch (event) {
            case Event.Observed observed -> hear(observed.measurement(), trackChanges);
            case Event.Tick _ -> tick();
            case Event.Configured configured -> configure(configured.configuration());
            case Event.Ordered _, Event.Received _, Event.Delivered _ -> {}
        }
        take(trackChanges);
        settle();
    }

    ClaimState state() {
        ClaimState before = new ClaimState(
                files,
                newcomers,
                witnesses,
                cells,
                silents,
                sites,
                refused,
                LongMap.empty(),
                LongMap.empty(),
                places.cells(),
                LongMap.empty(),
                Optional.empty());
        return aircraft.into(before);
    }

    private void configure(Configuration configuration) {
        if (configuration instanceof Configuration.Sensors(List<SensorSite> given)) {
            sites = given;
        }
    }

    private void hear(Measurement measurement, List<Output> trackChanges) {
        if (measurement instanceof PositionReport report) {
            report.identity().serial().ifPresent(serial -> heard(serial, report));
            aircraft.hear(report, trackChanges);
            witnesses = Interference.heard(witnesses, report, now());
        } else if (measurement instanceof UasReport report) {
            file(report.serial(), report.provenance().sensor()).ifPresent(file -> put(flown(file, report)));
        } else if (measurement instanceof RadarPlot plot) {
            aircraft.see(plot);
            see(plot);
        }
    }

    // A radar saw something: whose place does it speak of?
    private void see(RadarPlot plot) {
        new Besides(sites, sensors, echoes)
                .found(plot, places, this::told, Beside.Size.SMALL)
                .ifPresent(found -> {
                    @Nullable ClaimFile file = files.get(found.key());
                    if (file != null) {
                        put(file.seenBeside(found.beside()));
                    }
                });
    }

    private Besides.@Nullable Told told(long key) {
        @Nullable ClaimFile file = files.get(key);
        return file == null
                ? null
                : file.path()
                        .map(path -> new Besides.Told(
                                key, path.latest(), file.beside().orElse(Beside.NOTHING)))
                        .orElse(null);
    }

    private void heard(String serial, PositionReport report) {
        file(serial, report.provenance().sensor()).ifPresent(file -> {
            @Nullable
            LatLon before = file.path().map(path -> path.latest().position()).orElse(null);
            places = places.moved(TextKey.of(serial), before, report.position());
            put(file.heard(report, now()));
        });
    }

    private Moment now() {
        return stamp.arrivedAt();
    }

    private void put(ClaimFile file) {
        files = files.with(TextKey.of(file.serial()), file);
        touched = Optional.of(file.serial());
    }

    private Optional<ClaimFile> known(String serial) {
        @Nullable ClaimFile file = files.get(TextKey.of(serial));
        return file != null && file.serial().equals(serial) ? Optional.of(file) : Optional.empty();
    }

    private Optional<ClaimFile> file(String serial, SensorId receiver) {
        Optional<ClaimFile> known = known(serial);
        if (known.isPresent()) {
            return known;
        }
        if (files.size() >= MOST) {
            String why = "aircraft " + serial + " is beyond the " + MOST + " whose claims are weighed";
            refused = refused.passed(stamp.seq(), now(), why, outputs);
            return Optional.empty();
        }
        return Optional.of(come(ClaimFile.first(serial, receiver, now())));
    }

    // One of a flood stands for it: people need one warning, not hundreds.
    private ClaimFile come(ClaimFile file) {
        long key = TextKey.of(file.receiver().name());
        @Nullable Newcomers before = newcomers.get(key);
        Newcomers after = before == null ? Newcomers.first(file.receiver(), now()) : before.plus(now());
        newcomers = newcomers.with(key, after);
        boolean begins = after.isFlood() && after.count() == Newcomers.FLOOD;
        return begins ? file.amid(after.count()) : file;
    }

    private ClaimFile flown(ClaimFile before, UasReport report) {
        ClaimFile after = before.heard(report, now());
        boolean news = !before.flight().map(UasReport::stations).equals(Optional.of(report.stations()))
                || now().secondsSince(before.shownAt()) >= ANEW_S;
        return news ? shown(after, false) : after;
    }

    private ClaimFile shown(ClaimFile file, boolean ended) {
        List<UasFlight.Place> places = file.places(now());
        if (places.isEmpty()) {
            return file;
        }
        Optional<String> operator = file.flight().flatMap(UasReport::operatorId);
        say(new Assessment.Uas(new UasFlight(file.serial(), file.track(), places, operator, file.flightAt(), ended)));
        return file.shown(now());
    }

    private void say(Assessment assessment) {
        outputs.add(new Output.Assessed(now(), assessment));
    }

    // Which track bears which serial number.
    private void take(List<Output> trackChanges) {
        for (Output output : trackChanges) {
            if (output instanceof Output.TrackChanged(Track track)) {
                bearer(track).ifPresent(file -> put(shown(file.borneBy(Optional.of(track.id())), false)));
            } else if (output instanceof Output.TrackEnded(Track track, String _)) {
                bearer(track)
                        .filter(file -> file.track().equals(Optional.of(track.id())))
                        .ifPresent(file -> put(file.borneBy(Optional.empty())));
            }
        }
    }

    private Optional<ClaimFile> bearer(Track track) {
        Identity identity = track.identity();
        return identity.serial()
                .flatMap(this::known)
                .filter(file -> !file.track().equals(Optional.of(track.id())) || !track.shown());
    }

    // Says what has changed for the aircraft of this event.
    private void settle() {
        touched.flatMap(this::known).ifPresent(this::judge);
    }

    private void judge(ClaimFile file) {
        Suspicions.Judged judged = Suspicions.of(file, now(), site(file.receiver()));
        if (file.said().isNews(judged.probability())) {
            put(file.said(new ClaimFile.Said(judged.probability(), now())));
            say(doubted(file, judged));
        }
    }

    private static Assessment.Doubted doubted(ClaimFile file, Suspicions.Judged judged) {
        return new Assessment.Doubted(
                file.track(),
                file.serial(),
                judged.suspicion(),
                judged.probability(),
                List.of(file.receiver()),
                judged.why());
    }

    private Optional<SensorSite> site(SensorId sensor) {
        return sites.stream().filter(site -> site.sensor().equals(sensor)).findFirst();
    }

    // Whether a radar that works should see what flies where the aircraft says it is.
    private boolean covers(SensorSite site, ClaimFile file) {
        return file.path()
                .filter(path -> site.kind() != SensorSite.Kind.REPORTS && works(site.sensor()))
                .map(path -> Coverage.sees(site, path.latest()))
                .orElse(false);
    }

    private boolean works(SensorId sensor) {
        @Nullable SensorWatch watch = sensors.get(TextKey.of(sensor.name()));
        return watch != null && watch.published().state() == Health.State.OK;
    }

    // Time passes: once a second all are looked at, those not heard for long end.
    private void tick() {
        aircraft.tick(ticks);
        if (ticks % ROUND != 0) {
            return;
        }
        if (ticks % COUNTING == 0 && !witnesses.isEmpty()) {
            Interference.Round round = Interference.counted(witnesses, cells, now(), outputs);
            witnesses = round.witnesses();
            cells = round.cells();
        }
        if (!files.isEmpty() || !silents.isEmpty()) {
            silents = new Silents(tracks, sites, now(), outputs).second(silents, files);
        }
        List<ClaimFile> all = new ArrayList<>(files.values());
        for (ClaimFile file : all) {
            if (now().secondsSince(file.heardAt()) > SILENT_S) {
                end(file);
            } else {
                look(file);
            }
        }
    }

    private void end(ClaimFile file) {
        shown(file, true);
        if (file.said().probability() > 0) {
            String why = "It is no longer heard";
            say(doubted(file, new Suspicions.Judged(Assessment.Suspicion.NONE, 0, why)));
        }
        long key = TextKey.of(file.serial());
        files = files.without(key);
        file.path().ifPresent(path -> places = places.without(key, path.latest().position()));
    }

    private void look(ClaimFile file) {
        Answer before = file.answer().orElseGet(Answer.Size.SMALL::first);
        Answer answer = before;
        boolean fresh = now().secondsSince(file.heardAt()) <= FRESH_S;
        for (Echoes.Look look : fresh ? file.track().map(echoes::of).orElse(List.of()) : List.<Echoes.Look>of()) {
            answer = answer.isNew(look) ? counted(file, answer, look) : answer;
        }
        boolean same = answer.equals(before);
        if (!same) {
            put(file.answered(answer));
        }
        if (!same || file.said().probability() > 0) {
            known(file.serial()).ifPresent(this::judge);
        }
    }

    private Answer counted(ClaimFile file, Answer answer, Echoes.Look look) {
        Optional<SensorSite> site = site(look.sensor());
        return site.isPresent() && covers(site.get(), file)
                ? answer.after(look, site.get().performance().detection(), Answer.Size.SMALL)
                : answer.passing(look);
    }
}
