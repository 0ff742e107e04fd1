package vedette.core.warn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vedette.math.LongMap;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.Place;
import vedette.model.PlaceAlert;
import vedette.model.PlaceRisk;
import vedette.model.Warning;
import vedette.model.WarningId;

/// What the people of places are told, within one step: pre-alert, warning, all-clear.
///
/// A place comes in at its threshold and leaves only well below it and after a while, so that no place drops
/// out and returns because an estimate trembles. An attack that only one sensor has seen makes a place ready;
/// when the time left is hardly more than its people need, it is warned all the same: who waits for a second
/// sensor until it is too late to take cover was not warned. For the same reason a place's own threshold holds
/// as soon as time is short, and until then one that the impact is likely to be in.
final class PlaceAlerts {
    /// People are made ready from this part of the threshold on.
    private static final double READY = 1 / 3.0;

    /// A place leaves below this part of what it came in at …
    private static final double LEAVES = 1 / 4.0;

    /// … after so long, seconds.
    private static final double LEAVES_S = 10;

    /// So much more than people need to reach shelter is time enough to wait for a second sensor, seconds.
    private static final double WAIT_S = 60;

    /// While there is more time than that, a place is made ready until an impact in it is more likely than not: the
    /// area still shrinks, and whoever is warned without need believes the next warning less (docs/benchmarks.md).
    private static final double LIKELY = 0.5;

    /// Who was told to take cover is told otherwise only when there is so much more time than needed,
    /// seconds.
    private static final double COVER_SLACK_S = 30;

    /// An earliest moment that moved by less is no news to people, seconds.
    private static final double NEWS_S = 2;

    /// A probability is news when it changed by this factor.
    private static final double NEWS_FACTOR = 1.5;

    private final Moment now;
    private List<Place> places;
    private LongMap<PlaceFile> files;
    private final TreeMap<Integer, PlaceFile> told = new TreeMap<>();
    private final List<Over> over = new ArrayList<>();

    /// A place that is told that it is over.
    private record Over(Place place, PlaceFile file) {}

    PlaceAlerts(FlightState state, Moment now) {
        this.now = now;
        places = state.places();
        files = state.alerts();
    }

    List<Place> places() {
        return places;
    }

    LongMap<PlaceFile> files() {
        return files;
    }

    boolean hasNews() {
        return !told.isEmpty() || !over.isEmpty();
    }

    /// Other places: who stays is told nothing, who is no more on the list gets the all-clear.
    void replace(List<Place> given) {
        TreeMap<String, Integer> positions = new TreeMap<>();
        for (int i = given.size() - 1; i >= 0; i--) {
            positions.put(given.get(i).id(), i);
        }
        LongMap<PlaceFile> kept = LongMap.empty();
        for (PlaceFile file : files.values()) {
            Place place = places.get(file.risk().place());
            @Nullable Integer position = positions.get(place.id());
            if (position == null) {
                over.add(new Over(place, file));
            } else {
                kept = kept.with(position, moved(file, position));
            }
        }
        places = List.copyOf(given);
        files = kept;
    }

    private static PlaceFile moved(PlaceFile file, int to) {
        return new PlaceFile(
                moved(file.risk(), to), file.stage(), file.takeCover(), file.lowSince(), moved(file.said(), to));
    }

    private static PlaceRisk moved(PlaceRisk risk, int to) {
        return new PlaceRisk(to, risk.firm(), risk.possible(), risk.earliest(), risk.latest(), risk.objects());
    }

    void take(List<PlaceRisk> risks) {
        for (PlaceRisk risk : risks) {
            if (risk.place() < places.size()) {
                take(risk, places.get(risk.place()));
            }
        }
    }

    private void take(PlaceRisk risk, Place place) {
        @Nullable PlaceFile known = files.get(risk.place());
        if (known != null) {
            follow(known.with(risk), place);
        } else {
            Optional<Warning.Stage> stage = called(risk, place);
            stage.ifPresent(first -> tell(new PlaceFile(risk, first, false, Optional.empty(), risk), place, first));
        }
    }

    /// What time alone does.
    void tick() {
        for (PlaceFile file : files.values()) {
            follow(file, places.get(file.risk().place()));
        }
    }

    private void follow(PlaceFile file, Place place) {
        PlaceRisk risk = file.risk();
        if (risk.objects().isEmpty()) {
            end(file, place);
            return;
        }
        Optional<Warning.Stage> called = called(risk, place);
        if (called.isPresent() && called.get() == Warning.Stage.ISSUED && !file.isWarned()) {
            tell(file.low(Optional.empty()), place, Warning.Stage.ISSUED);
            return;
        }
        boolean low = risk.possible() < LEAVES * (file.isWarned() ? 1 : READY) * place.threshold();
        Optional<Moment> since = low ? Optional.of(file.lowSince().orElse(now)) : Optional.empty();
        if (since.isPresent() && now.secondsSince(since.get()) >= LEAVES_S) {
            end(file, place);
        } else if (isNews(file, place)) {
            tell(file.low(since), place, file.isWarned() ? Warning.Stage.UPDATED : Warning.Stage.PREALERT);
        } else {
            keep(file.low(since));
        }
    }

    private boolean isNews(PlaceFile file, Place place) {
        double before = Math.max(file.said().possible(), 1e-9);
        double ratio = Math.max(file.risk().possible(), 1e-9) / before;
        double movedS = Math.abs(file.risk().earliest().secondsSince(file.said().earliest()));
        return cover(file, place, file.stage()) != file.takeCover()
                || movedS > NEWS_S
                || ratio > NEWS_FACTOR
                || ratio < 1 / NEWS_FACTOR;
    }

    // What a place that was told nothing is to be told.
    private Optional<Warning.Stage> called(PlaceRisk risk, Place place) {
        boolean late = leftS(risk, place) < place.shelterS() + WAIT_S;
        double bar = late ? place.threshold() : Math.max(place.threshold(), LIKELY);
        if (risk.firm() >= bar || (late && risk.possible() >= place.threshold())) {
            return Optional.of(Warning.Stage.ISSUED);
        }
        return risk.possible() >= READY * place.threshold() ? Optional.of(Warning.Stage.PREALERT) : Optional.empty();
    }

    private double leftS(PlaceRisk risk, Place place) {
        return risk.earliest().secondsSince(now) - place.deliveryS();
    }

    private boolean cover(PlaceFile file, Place place, Warning.Stage stage) {
        double slackS = file.takeCover() ? COVER_SLACK_S : 0;
        return stage != Warning.Stage.PREALERT && leftS(file.risk(), place) < place.shelterS() + slackS;
    }

    private void tell(PlaceFile file, Place place, Warning.Stage stage) {
        PlaceFile next = file.told(stage, cover(file, place, stage));
        told.put(next.risk().place(), next);
        keep(next);
    }

    private void keep(PlaceFile file) {
        long key = file.risk().place();
        if (!file.equals(files.get(key))) {
            files = files.with(key, file);
        }
    }

    private void end(PlaceFile file, Place place) {
        files = files.without(file.risk().place());
        told.remove(file.risk().place());
        over.add(new Over(place, file));
    }

    /// Whether the place is one that an object matters to.
    static boolean concerns(PlaceFile file, List<Long> objects) {
        for (Long object : file.said().objects()) {
            if (objects.contains(object)) {
                return true;
            }
        }
        for (Long object : file.risk().objects()) {
            if (objects.contains(object)) {
                return true;
            }
        }
        return false;
    }

    /// Says what changed.
    void say(LongMap<FlightCase> cases, List<Output> outputs) {
        if (!hasNews()) {
            return;
        }
        List<PlaceAlert> news = new ArrayList<>();
        for (PlaceFile file : told.values()) {
            news.add(alert(places.get(file.risk().place()), file, file.stage(), cases));
        }
        for (Over each : over) {
            news.add(alert(each.place, each.file, Warning.Stage.ALL_CLEAR, cases));
        }
        outputs.add(new Output.PlacesChanged(now, news));
    }

    private PlaceAlert alert(Place place, PlaceFile file, Warning.Stage stage, LongMap<FlightCase> cases) {
        PlaceRisk risk = file.risk();
        List<WarningId> about = new ArrayList<>();
        for (FlightCase each : cases.values()) {
            if (concerns(file, each.objects())) {
                about.add(each.warning().id());
            }
        }
        boolean clear = stage == Warning.Stage.ALL_CLEAR;
        return new PlaceAlert(
                place.id(),
                stage,
                clear ? 0 : risk.possible(),
                risk.earliest(),
                risk.latest(),
                leftS(risk, place),
                !clear && file.takeCover(),
                about);
    }
}
