package vedette.core.missile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vedette.math.Draws;
import vedette.model.Assessment;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.Impact;
import vedette.model.LatLon;
import vedette.model.Measurement;
import vedette.model.Missile;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.SensorId;
import vedette.model.WarningRadar;
import vedette.simulate.launches.Flown;
import vedette.simulate.launches.LaunchWorld;
import vedette.simulate.launches.LaunchWorld.Story;
import vedette.simulate.launches.Looks;

/// What becomes of a warning when one of its sensors errs, or is lost.
///
/// `SensorsTable radars|satellites|right|loss [worlds] [first seed] [story…]`: one line for each story, set of sensors
/// and
/// error. `right`: nothing errs by more than declared. `radars`: one radar off by five standard deviations of its noise
/// in one of its four numbers, beside another
/// radar, or alone; the satellites see the burn. `satellites`: one off by five along the equator or across, seen by
/// radars too. Flagged within ten looks: after burnout, of the radar that errs, from the first on for which another
/// sensor has told of the flight; of radars, where a satellite errs. Areas: how often those of 95 % told last before
/// some moments held
/// the truth. `loss`: each sensor in turn is silent from a moment on, drawn evenly between its first and last look.
public final class SensorsTable {
    private static final double SIGMAS = 5;
    private static final double[] BEFORE_S = {60, 20};
    private static final double[] AFTER_S = {10, 30, 60};
    private static final double SIZE = Math.PI * 5.99e-6;

    private SensorsTable() {}

    /// One watch over a world, look by look.
    private static final class Run {
        final List<Chain.Told> told = new ArrayList<>();
        final Set<String> flagged = new TreeSet<>();
        int looksUntilFlagged = EyesWatched.NEVER;
        private final MissileWatch watch = new MissileWatch();
        private MissileState state = MissileState.empty();
        private long seq;

        Run(LaunchWorld world, List<Measurement> looks, String counted) {
            Moment dark = Chain.START.plusS(darkS(world.flown().getFirst()));
            step(new Event.Configured(stamp(Chain.START), world.told()));
            Moment tick = Chain.START.plusS(1);
            Set<String> others = new TreeSet<>();
            int count = 0;
            for (Measurement look : looks) {
                Moment now = look.provenance().observedAt();
                tick = ticked(tick, now);
                step(new Event.Observed(stamp(now), look));
                String name = look.provenance().sensor().name();
                boolean counts = counted.startsWith("IR") ? name.startsWith("RADAR") : name.equals(counted);
                if (!name.equals(counted)) {
                    others.add(name);
                }
                count += counts && !others.isEmpty() && now.isAfter(dark) ? 1 : 0;
                note(count);
            }
            ticked(tick, tick.plusS(150));
        }

        private static double darkS(Flown flown) {
            return flown.glows().isEmpty() ? 0 : flown.glows().getLast().toS();
        }

        private Moment ticked(Moment from, Moment to) {
            Moment tick = from;
            for (; !tick.isAfter(to); tick = tick.plusS(1)) {
                step(new Event.Tick(stamp(tick)));
            }
            return tick;
        }

        private void note(int count) {
            for (var finding : MissileWatch.findings(state)) {
                if (!finding.fits()) {
                    flagged.add(finding.sensor().name());
                    looksUntilFlagged = Math.min(looksUntilFlagged, count);
                }
            }
        }

        private void step(Event event) {
            MissileStep next = watch.step(state, event);
            state = next.state();
            for (Output output : next.outputs()) {
                if (output instanceof Output.Assessed(Moment at, Assessment.Flying(Missile missile))) {
                    told.add(new Chain.Told(at, missile));
                }
            }
        }

        private Event.Stamp stamp(Moment at) {
            return new Event.Stamp(++seq, at, Domain.TEST);
        }

        List<String> accused() {
            return MissileWatch.findings(state).stream()
                    .filter(each -> !each.fits())
                    .map(each -> each.sensor().name())
                    .toList();
        }

        /// The last word on what was an attack, at a time; the one whose words are latest.
        Optional<Missile> attack(double timeS) {
            Missile[] last = {null};
            java.util.TreeMap<Long, Missile> latest = new java.util.TreeMap<>();
            for (Chain.Told each : told) {
                if (each.timeS() <= timeS) {
                    latest.put(each.missile().number(), each.missile());
                }
            }
            for (Missile each : latest.values()) {
                boolean on = each.verdict() == Missile.Verdict.ATTACK
                        && each.phase() != Missile.Phase.ENDED
                        && each.phase() != Missile.Phase.DOWN;
                last[0] = on ? each : last[0];
            }
            return Optional.ofNullable(last[0]);
        }

        Optional<Impact> impact(double timeS) {
            return attack(timeS).flatMap(Missile::impact);
        }
    }

    /// Prints the table.
    public static void main(String[] words) {
        int worlds = words.length > 1 ? Integer.parseInt(words[1]) : 20;
        long first = words.length > 2 ? Long.parseLong(words[2]) : 1000;
        List<Story> stories = words.length > 3
                ? Arrays.stream(words).skip(3).map(Story::valueOf).toList()
                : List.of(Story.SHORT, Story.MEDIUM, Story.LONG);
        switch (words[0]) {
            case "radars" -> stories.forEach(story -> radars(story, worlds, first));
            case "right" -> stories.forEach(story -> right(story, worlds, first));
            case "satellites" -> stories.forEach(story -> satellites(story, worlds, first));
            default -> stories.forEach(story -> losses(story, worlds, first));
        }
    }

    private record Flawed(String name, Looks.Flaw flaw) {}

    private static List<Flawed> flaws(WarningRadar radar) {
        SensorId id = radar.sensor();
        double angle = SIGMAS * radar.noise().angleRad();
        List<Flawed> all = new ArrayList<>(List.of(
                new Flawed("none", Looks.Flaw.NONE),
                new Flawed("range", new Looks.Flaw(id, SIGMAS * radar.noise().rangeM(), 0)),
                new Flawed("azimuth", new Looks.Flaw(id, 0, angle)),
                new Flawed("elevation", new Looks.Flaw(id, 0, 0, angle))));
        if (radar.noise().rangeRateMps() > 0) {
            all.add(new Flawed(
                    "range rate",
                    new Looks.Flaw(id, 0, 0, 0, SIGMAS * radar.noise().rangeRateMps())));
        }
        return all;
    }

    private static void radars(Story story, int worlds, long first) {
        for (int k = 0; k < 2; k++) {
            for (Flawed each : flaws(LaunchWorld.of(story, first).radars().get(k))) {
                for (boolean alone : List.of(false, true)) {
                    int radar = k;
                    Tally tally = new Tally();
                    for (long seed = first; seed < first + worlds; seed++) {
                        LaunchWorld world = LaunchWorld.of(story, seed);
                        List<WarningRadar> kept = alone ? List.of(world.radars().get(radar)) : world.radars();
                        tally.of(
                                new LaunchWorld(world.flown(), world.satellites(), kept, world.cloudsM(), seed),
                                each.flaw,
                                "RADAR" + (k + 1));
                    }
                    System.out.println("| " + story + " | RADAR" + (k + 1) + (alone ? " alone" : " beside another")
                            + " | " + each.name + " | " + tally + " |");
                }
            }
        }
    }

    private static void right(Story story, int worlds, long first) {
        for (int radars : List.of(1, 2)) {
            int flagged = 0;
            for (long seed = first; seed < first + worlds; seed++) {
                LaunchWorld world = LaunchWorld.of(story, seed);
                List<WarningRadar> kept = world.radars()
                        .subList(0, Math.min(radars, world.radars().size()));
                Run run = new Run(
                        new LaunchWorld(world.flown(), world.satellites(), kept, world.cloudsM(), seed),
                        Looks.of(
                                new LaunchWorld(world.flown(), world.satellites(), kept, world.cloudsM(), seed),
                                Chain.START),
                        "none");
                flagged += run.flagged.isEmpty() ? 0 : 1;
                if (!run.flagged.isEmpty()) {
                    System.out.println("  flagged: seed " + seed + " " + run.flagged);
                }
            }
            System.out.println("| " + story + " | " + radars + " radars | flagged " + flagged + " of " + worlds + " |");
        }
    }

    private static void satellites(Story story, int worlds, long first) {
        double off = SIGMAS * 30e-6;
        for (String who : List.of("IR1", "IR2")) {
            SensorId id = new SensorId(who);
            for (Flawed each : List.of(
                    new Flawed("none", Looks.Flaw.NONE),
                    new Flawed("along", new Looks.Flaw(id, 0, off)),
                    new Flawed("across", new Looks.Flaw(id, 0, 0, off)))) {
                for (int radars : List.of(1, 2)) {
                    Tally tally = new Tally();
                    for (long seed = first; seed < first + worlds; seed++) {
                        LaunchWorld world = LaunchWorld.of(story, seed);
                        List<WarningRadar> kept = world.radars().subList(0, radars);
                        tally.of(
                                new LaunchWorld(world.flown(), world.satellites(), kept, world.cloudsM(), seed),
                                each.flaw,
                                who);
                    }
                    System.out.println("| " + story + " | " + who + ", " + radars + " radars | " + each.name + " | "
                            + tally + " |");
                }
            }
        }
    }

    /// One line, counted up.
    private static final class Tally {
        int worlds;
        int seen;
        int inTen;
        int ever;
        int among;
        int alone;
        int wrong;
        int attacks;
        int launches;
        int launchesHeld;
        final int[] areas = new int[BEFORE_S.length];
        final int[] held = new int[BEFORE_S.length];
        final List<List<Double>> missKm = List.of(new ArrayList<>(), new ArrayList<>());
        final List<Double> until = new ArrayList<>();
        final List<List<Double>> sizes = List.of(new ArrayList<>(), new ArrayList<>());

        void of(LaunchWorld world, Looks.Flaw flaw, String who) {
            worlds++;
            List<Measurement> looks = Looks.of(world, Chain.START, flaw);
            seen += looks.stream()
                            .anyMatch(look -> look.provenance().sensor().name().startsWith("RADAR"))
                    ? 1
                    : 0;
            Run run = new Run(world, looks, who);
            inTen += run.looksUntilFlagged <= 10 ? 1 : 0;
            ever += run.looksUntilFlagged == EyesWatched.NEVER ? 0 : 1;
            if (run.looksUntilFlagged != EyesWatched.NEVER) {
                until.add((double) run.looksUntilFlagged);
            }
            boolean right = run.flagged.contains(who);
            among += right ? 1 : 0;
            alone += run.flagged.equals(Set.of(who)) ? 1 : 0;
            wrong += !right && !run.flagged.isEmpty() ? 1 : 0;
            Flown flown = world.flown().getFirst();
            double endS = flown.path().toS();
            attacks += run.attack(endS - 5).isPresent() ? 1 : 0;
            Optional<Missile.Launch> launch = run.told.stream()
                    .flatMap(told -> told.missile().launch().stream())
                    .reduce((a, b) -> b);
            launches += launch.isPresent() ? 1 : 0;
            launchesHeld += launch.isPresent()
                            && PointingTable.holds(launch.get(), flown.launch().orElseThrow())
                    ? 1
                    : 0;
            for (int i = 0; i < BEFORE_S.length; i++) {
                Optional<Impact> impact = run.impact(endS - BEFORE_S[i]);
                LatLon truth = flown.impact().orElseThrow();
                areas[i] += impact.isPresent() ? 1 : 0;
                held[i] += impact.isPresent() && Chain.holds(impact.get(), 0.95, truth) ? 1 : 0;
                if (impact.isPresent()) {
                    missKm.get(i)
                            .add(vedette.model.Wgs84.sphereDistanceM(
                                            impact.get().whole().centre(), truth)
                                    / 1e3);
                    sizes.get(i).add(sizeKm2(impact.get()));
                }
            }
        }

        @Override
        public String toString() {
            StringBuilder words = new StringBuilder(inTen + " of " + seen + " | " + ever + " (after " + median(until)
                    + ") | " + among + " | " + alone
                    + " | " + wrong + " | " + attacks + " of " + worlds + " | " + launchesHeld + " of " + launches);
            for (int i = 0; i < BEFORE_S.length; i++) {
                words.append(" | " + held[i] + " of " + areas[i] + ", " + round(median(missKm.get(i))) + " km, "
                        + round(median(sizes.get(i))) + " km²");
            }
            return words.toString();
        }
    }

    private static double sizeKm2(Impact impact) {
        var s = impact.whole();
        return SIZE * Math.sqrt(Math.max(0, s.eastM2() * s.northM2() - s.eastNorthM2() * s.eastNorthM2()));
    }

    private static double median(List<Double> all) {
        return all.isEmpty() ? Double.NaN : all.stream().sorted().toList().get(all.size() / 2);
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static void losses(Story story, int worlds, long first) {
        for (int radars : List.of(2, 1)) {
            for (String who : List.of("IR1", "IR2", "RADAR1", "RADAR2").subList(0, 2 + radars)) {
                Losses losses = new Losses();
                for (long seed = first; seed < first + worlds; seed++) {
                    LaunchWorld world = LaunchWorld.of(story, seed);
                    List<WarningRadar> kept = world.radars().subList(0, radars);
                    losses.of(new LaunchWorld(world.flown(), world.satellites(), kept, world.cloudsM(), seed), who);
                }
                System.out.println("| " + story + " | " + who + " of " + radars + " radars | " + losses + " |");
            }
        }
    }

    /// What the loss of one sensor did, counted up.
    private static final class Losses {
        int cut;
        int warned;
        int kept;
        int silent;
        int late;
        int before20;
        int held20;
        int whole20;
        final List<List<Double>> ratios = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

        void of(LaunchWorld world, String who) {
            List<Measurement> all = Looks.of(world, Chain.START);
            List<Double> his = all.stream()
                    .filter(look -> look.provenance().sensor().name().equals(who))
                    .map(look -> look.provenance().observedAt().secondsSince(Chain.START))
                    .toList();
            if (his.size() < 2) {
                return;
            }
            cut++;
            double atS = his.getFirst()
                    + Draws.of(world.seed(), 7, "cut " + who).uniform() * (his.getLast() - his.getFirst());
            List<Measurement> less = all.stream()
                    .filter(look -> !look.provenance().sensor().name().equals(who)
                            || look.provenance().observedAt().secondsSince(Chain.START) <= atS)
                    .toList();
            Run whole = new Run(world, all, "none");
            Run run = new Run(world, less, "none");
            Flown flown = world.flown().getFirst();
            double endS = flown.path().toS();
            double firstS = firstAttackS(whole);
            warned += firstAttackS(run) < endS ? 1 : 0;
            late += firstAttackS(run) > firstS + 1 ? 1 : 0;
            LatLon truth = flown.impact().orElseThrow();
            int gone = 0;
            for (double t = Math.max(atS, firstAttackS(run)); t < endS - 1; t++) {
                gone += run.attack(t).isEmpty() && whole.attack(t).isPresent() ? 1 : 0;
            }
            kept += gone == 0 ? 1 : 0;
            silent += gone > 0 ? 1 : 0;
            if (gone > 0) {
                System.out.println("  silent: seed " + world.seed() + " " + who + " cut at " + atS + " for " + gone
                        + " s, impact at " + endS);
            }
            for (int i = 0; i < AFTER_S.length; i++) {
                double t = atS + AFTER_S[i];
                if (t < endS && run.impact(t).isPresent() && whole.impact(t).isPresent()) {
                    ratios.get(i)
                            .add(Math.sqrt(sizeKm2(run.impact(t).get())
                                    / sizeKm2(whole.impact(t).get())));
                    double ratio = ratios.get(i).getLast();
                    boolean lost = !Chain.holds(run.impact(t).get(), 0.95, truth)
                            && Chain.holds(whole.impact(t).get(), 0.95, truth);
                    if (ratio < 0.8 || lost) {
                        System.out.println("  seed " + world.seed() + " " + who + " cut at " + atS + ", " + AFTER_S[i]
                                + " s later " + round(ratio) + " of the length" + (lost ? ", lost" : ""));
                    }
                }
            }
            Optional<Impact> last = run.impact(endS - 20);
            before20 += last.isPresent() ? 1 : 0;
            held20 += last.isPresent()
                            && Chain.holds(last.get(), 0.95, flown.impact().orElseThrow())
                    ? 1
                    : 0;
            Optional<Impact> best = whole.impact(endS - 20);
            whole20 += best.isPresent()
                            && Chain.holds(best.get(), 0.95, flown.impact().orElseThrow())
                    ? 1
                    : 0;
        }

        private static double firstAttackS(Run run) {
            return run.told.stream()
                    .filter(each -> each.missile().verdict() == Missile.Verdict.ATTACK)
                    .mapToDouble(Chain.Told::timeS)
                    .findFirst()
                    .orElse(Double.POSITIVE_INFINITY);
        }

        @Override
        public String toString() {
            StringBuilder words = new StringBuilder(warned + " of " + cut + " | " + kept + " | " + late + " | " + held20
                    + " of " + before20 + " (" + whole20 + ")");
            for (List<Double> each : ratios) {
                long less = each.stream().filter(r -> r < 0.98).count();
                words.append(" | " + round(median(each)) + ", least "
                        + round(each.stream().mapToDouble(x -> x).min().orElse(Double.NaN)) + ", smaller " + less
                        + " of " + each.size());
            }
            return words.toString();
        }
    }
}
