package vedette.core.missile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.core.motion.Orbit;
import vedette.math.Exact;
import vedette.model.LatLon;
import vedette.model.LaunchNotice;
import vedette.model.Missile.Odds;
import vedette.model.Missile.Verdict;
import vedette.model.Wgs84;

/// What is it? Probabilities of what a thing may be, and the verdict that follows from them.
///
/// Undecided is a verdict: a thrusting ascent stays LAUNCH until what it does decides. A workspace.
final class Judge {
    /// How likely something must be before it is said.
    static final double SURE = 0.9;
    /// Longer than this no missile burns; a way into orbit takes twice as long, seconds.
    private static final double LONG_BURN_S = 205;
    /// A launch within so much of a notice's place and window is the one it told of.
    private static final double SURELY_SPACE = 0.97;
    /// What lifts off so slowly and still burns after so long carries no warhead as a rule: undecided until seen to
    /// fall.
    private static final double SLOW_MPS2 = 14.8;
    private static final double SLOW_BURN_S = 115;
    /// What lifts off so slowly and burns so long has an upper stage that lifts it no faster: a way into space,
    /// seconds.
    private static final double LONG_SLOW_BURN_S = 180;
    private static final double PERHAPS_SPACE = 0.6;
    private static final double NOTICE_M = 60_000;
    /// Above this a path does not meet the air for some turns; below [#SHALLOW_M] it is no return from orbit, metres.
    private static final double STAYS_M = 80_000;
    private static final double SHALLOW_M = -350_000;
    private static final double RETURN_APOGEE_M = 1_000_000;
    /// Logarithm of 900 kg/m²: lighter bodies for their size are no warheads.
    private static final double LIGHT_LN_BETA = 6.8;
    private static final String INTO_SPACE = "it climbs slowly and burns long, as into space";
    private static final double ENTRY_SIGMA_MPS = 1_000;
    /// What comes in faster was in orbit, or nearly.
    private static final double RETURN_MPS = 7_450;
    /// What comes from an orbit or from beyond is much faster above the air.
    private static final double SLOW_MPS = 6_500;
    /// Echoes of a fall whose beginning nobody saw, before it is called an attack.
    private static final int HELD = 12;
    /// The next stage lights within so much of the last, seconds.
    private static final double PAUSE_S = 16;
    /// The same of what may have lifted off as slowly as into space: such stages wait for as long, and their light is
    /// seen up to a revisit later, seconds.
    static final double SLOW_PAUSE_S = 24;
    /// So much more than slow may be slow: what is told of thrust by then is good to a twentieth.
    private static final double NEARLY = 1.05;
    private static final int COASTS = 4;
    private static final int FEWEST_LIGHTS = 6;
    /// No burn is so short that it is seen no oftener; and half a minute after its end a missile still climbs.
    private static final int FEW_LIGHTS = 8;
    private static final double GLOWED_S = 30;
    /// The last glow of a fireball lasts no longer, what burns rises for longer above all clouds, seconds.
    private static final double SEEN_S = 8;
    private static final String GLOWED = "it came down as soon as its light went out: undecided";
    /// Squared sigmas a row up to which a fit is believed.
    private static final double SOUND = 1.8;
    private static final double ESCAPE_MPS = 11_000;
    /// Nothing that burns for so long is thrown at the place it rises from: metres, seconds.
    private static final double RETURN_M = 40_000;
    private static final double RETURN_BURN_S = 60;
    private static final double THIN_M = 95_000;
    /// What turned back is first seen no farther from there, and slower: metres, m/s.
    private static final double TURNED_M = 250_000;
    private static final double TURNED_MPS = 2_000;
    private static final String HOME = "it comes down where a launch near it began, as stages do that return";
    /// How long a launch that a notice told of is waited for when nobody tells anything, and when all satellites that
    /// saw it are known to be silent, seconds.
    static final double AWAITED_S = 120;
    static final double AWAITED_UNSEEN_S = 300;
    /// No stage that is still to burn waits so long for its turn while the flight comes down, seconds.
    static final double OVER_S = 60;
    /// What goes into an orbit has come nearer to one some ten seconds before the end of its burn, where its last looks
    /// were missed or taken for another's, metres.
    private static final double DEEP_M = -1_500_000;

    private static final double EARLY_DOWN = 0.9;
    private static final String EARLY = "it has stopped burning too early for an orbit, and comes down";
    private static final double RELIT_SPACE = 0.8;
    private static final String RELIT = "it went into space, and something lit where it would be: its next stage";
    private static final String EARLY_NOTIFIED = "a notice told of it, but it has stopped burning and comes down";
    private static final String UNSEEN = "since it was seen last its satellites have told nothing: it may burn on";
    /// A notice's azimuth is meant as roughly as this, radians.
    private static final double POINTS_RAD = 0.26;

    final List<Odds> odds = new ArrayList<>();
    Verdict verdict = Verdict.LAUNCH;
    Optional<String> notice = Optional.empty();

    /// What is known of a path: its shape and how surely.
    ///
    /// @param shape the most likely
    /// @param perigeeSigmaM standard deviation of its lowest height
    /// @param speedSigmaMps standard deviation of its speed
    record Path(Orbit shape, double perigeeSigmaM, double speedSigmaMps) {}

    /// Where it goes, as far as it is known.
    ///
    /// @param path its free flight, where it has one
    /// @param down share of its likely flights that come down
    /// @param impact the middle of where it comes down, where it does
    /// @param entryMps how fast against the stars it came in, where only its glow was seen; NaN otherwise
    /// @param beside what goes on near it
    /// @param dark whether anybody watched when it was seen no more
    /// @param known the object of a catalogue whose place and velocity it has
    record Future(
            Optional<Path> path,
            double down,
            Optional<LatLon> impact,
            double entryMps,
            Beside beside,
            Dark dark,
            Optional<Known> known) {}

    /// Was anybody watching when its glow was seen no more?
    enum Dark {
        /// Satellites that saw it have told of something since, or that they work.
        SEEN,
        /// None has told of anything since, as is so when nothing else burns.
        UNTOLD,
        /// All are known to be silent.
        UNSEEN
    }

    /// Judges one thing.
    void judge(Thing thing, Future future, List<Told> notices, double nowS) {
        odds.clear();
        notice = Optional.empty();
        if (thing.telling().verdict() == Verdict.ATTACK && (thing.turned() || Teller.isUnsteady(thing, nowS))) {
            say(Verdict.ATTACK, 0.9, "it no longer falls freely: anywhere it can reach is told");
            return;
        }
        if (thing.lights().isEmpty() || thing.spot() != Thing.Shine.RISING) {
            unlaunched(thing, future, nowS);
            return;
        }
        Optional<Told> told = thing.burn().flatMap(burn -> matched(burn, notices));
        notice = told.map(each -> each.notice().kind());
        if (thing.falls()) {
            burntOut(thing, future, told, nowS);
        } else {
            ascending(thing, space(thing, nowS), told, isLost(thing, future, nowS));
        }
    }

    private void burntOut(Thing thing, Future future, Optional<Told> told, double nowS) {
        Optional<Path> path = future.path();
        Optional<LatLon> impact = future.impact();
        double space = space(thing, nowS);
        boolean early = isOverEarly(thing, future, space, nowS);
        boolean announced = told.filter(each -> each.points(thing)).isPresent();
        boolean known =
                impact.isPresent() && told.isPresent() && within(told.get().notice(), impact.get());
        if (path.isPresent() && path.get().shape().perigeeM() > STAYS_M) {
            say(Verdict.SPACE_LAUNCH, 0.98, "its path no longer meets the air");
        } else if (known) {
            say(Verdict.LAUNCH, 0.98, "a notice told of it, and it comes down where the notice said");
        } else if (impact.isPresent() && returns(thing, impact.get())) {
            say(Verdict.DEBRIS, 0.9, "it comes down where it was launched, as stages do that return");
        } else if (isSpace(thing, space) && !early && (announced || !isSeenFalling(thing))) {
            say(Verdict.SPACE_LAUNCH, space, INTO_SPACE);
        } else if (isRelit(thing, future, nowS) && !isSeenFalling(thing)) {
            say(Verdict.SPACE_LAUNCH, RELIT_SPACE, RELIT);
        } else if (early && announced && space > 0.5) {
            say(Verdict.LAUNCH, 0.6, EARLY_NOTIFIED);
        } else if (isAwaited(thing, future.dark(), told, nowS)) {
            say(Verdict.LAUNCH, 0.7, UNSEEN);
        } else if (isGlowOfAFall(thing)) {
            say(Verdict.LAUNCH, 0.6, GLOWED);
        } else if (impact.isPresent() && comesDown(thing, future.down(), space, nowS)) {
            say(
                    Verdict.ATTACK,
                    isSeenFalling(thing) ? future.down() : future.down() * (1 - space),
                    "it has stopped burning and comes down");
        } else if (early && hasCoasted(thing, nowS)) {
            say(Verdict.ATTACK, EARLY_DOWN, EARLY);
        } else {
            say(Verdict.LAUNCH, Math.max(space, 1 - future.down()), "undecided");
        }
    }

    // What went into space may have lit its next stage, which is not known to be one with it yet.
    private static boolean isRelit(Thing thing, Future future, double nowS) {
        return thing.telling().verdict() == Verdict.SPACE_LAUNCH
                && future.beside().relit()
                && nowS - thing.lights().getLast().timeS() < OVER_S;
    }

    // No way into space, however slowly it climbed and however long it burnt: its burning has ended so long ago that no
    // pause between stages is meant, and all of its likely ways come down far from an orbit.
    private static boolean isOverEarly(Thing thing, Future future, double space, double nowS) {
        double darkS = nowS - thing.lights().getLast().timeS();
        boolean seen = future.dark() == Dark.SEEN || (space < 0.5 && future.dark() == Dark.UNTOLD);
        return darkS > (seen ? OVER_S : future.dark() == Dark.UNTOLD ? AWAITED_S : AWAITED_UNSEEN_S)
                && !future.beside().relit()
                && future.down() > SURE
                && future.impact().isPresent()
                && future.path().filter(path -> isDeep(thing, path)).isPresent();
    }

    private static boolean isDeep(Thing thing, Path path) {
        if (thing.drop().isEmpty()) {
            return path.shape().perigeeM() < DEEP_M
                    && thing.burn().filter(Judge::isFair).isPresent();
        }
        return path.shape().perigeeM() + 2 * path.perigeeSigmaM() < DEEP_M
                && isFall(thing)
                && thing.drop().get().looks() >= HELD;
    }

    // Too bad by chance, and not so bad that it were of several things.
    private static boolean isFair(Burn burn) {
        return burn.misfit() < SOUND * 2 * burn.looks();
    }

    private static boolean returns(Thing thing, LatLon impact) {
        return isFall(thing)
                && thing.burn()
                        .filter(burn -> thing.lights().getLast().timeS() - burn.launchS() > RETURN_BURN_S)
                        .filter(burn -> Wgs84.sphereDistanceM(Launches.place(burn), impact) < RETURN_M)
                        .isPresent();
    }

    private static boolean comesDown(Thing thing, double down, double space, double nowS) {
        return down > SURE && (space < 0.5 || isSeenFalling(thing)) && isSound(thing) && hasCoasted(thing, nowS);
    }

    // A fall that radars have followed for a while speaks louder than how it climbed.
    private static boolean isSeenFalling(Thing thing) {
        return isFall(thing) && thing.drop().get().looks() >= 2 * HELD;
    }

    // What has burnt climbs when its light goes out. The last glow of a fireball, slow already, was seen a few times
    // and
    // comes down.
    private static boolean isGlowOfAFall(Thing thing) {
        return thing.lights().size() < FEW_LIGHTS
                && thing.drop()
                        .filter(drop -> !drop.isClimbing())
                        .filter(drop -> drop.epochS() - thing.lights().getLast().timeS() < GLOWED_S)
                        .isPresent();
    }

    // Whether a fall explains its echoes: what thrusts has a fall too, but a bad one.
    private static boolean isFall(Thing thing) {
        return thing.drop().isPresent()
                && thing.drop().get().misfit() < SOUND * thing.drop().get().rows();
    }

    // Between two stages nothing burns for some seconds; and one satellite alone is one witness.
    private static boolean hasCoasted(Thing thing, double nowS) {
        double darkS = thing.lights().getLast().timeS();
        int first = thing.lightsOf(thing.lights().getFirst().sensor());
        int others = thing.lights().size() - first;
        boolean two = first >= 2 && others >= 2 && first + others >= FEWEST_LIGHTS && isSeenForLong(thing);
        return isHeldFalling(thing) || (two && nowS - darkS > (mayBeSlow(thing) ? SLOW_PAUSE_S : PAUSE_S));
    }

    private static boolean isSeenForLong(Thing thing) {
        return thing.lights().getLast().timeS() - thing.lights().getFirst().timeS() > SEEN_S;
    }

    // And burns for as long as the first stage of a way into space.
    private static boolean mayBeSlow(Thing thing) {
        return thing.burn()
                .filter(burn -> thing.lights().getLast().timeS() - burn.launchS() > SLOW_BURN_S)
                .filter(burn -> Exact.exp(burn.best().at(Profile.LAUNCH)) < NEARLY * SLOW_MPS2)
                .isPresent();
    }

    private static boolean isHeldFalling(Thing thing) {
        return thing.drop().isPresent()
                && thing.drop().get().looks() >= COASTS
                && thing.drop().get().lastS() - thing.lights().getLast().timeS() > PAUSE_S - 4;
    }

    // Lights of several things taken for one make no flight.
    private static boolean isSound(Thing thing) {
        return thing.burn().filter(Burn::isSound).isPresent() || isFall(thing);
    }

    // What was held to go into space stays so while that is likelier than not: a pause of its burning tells nothing.
    private static boolean isSpace(Thing thing, double space) {
        return space > SURE || (thing.telling().verdict() == Verdict.SPACE_LAUNCH && space > 0.5);
    }

    private void ascending(Thing thing, double space, Optional<Told> told, boolean lost) {
        if (isSpace(thing, space)) {
            say(Verdict.SPACE_LAUNCH, space, INTO_SPACE);
        } else {
            String known = told.isPresent() ? "a notice told of it" : "it burns";
            say(Verdict.LAUNCH, 1 - space, lost ? UNSEEN : known);
        }
    }

    // Whether its satellites fell silent while it burnt.
    private static boolean isLost(Thing thing, Future future, double nowS) {
        return future.dark() == Dark.UNSEEN && nowS - thing.lights().getLast().timeS() > PAUSE_S;
    }

    // A launch that a notice told of burns on, as long as nobody can have seen its end: for a time, for the notice may
    // be untrue, and radars that see it fall say more.
    private static boolean isAwaited(Thing thing, Dark dark, Optional<Told> told, double nowS) {
        double darkS = nowS - thing.lights().getLast().timeS();
        double mostS = dark == Dark.UNSEEN ? AWAITED_UNSEEN_S : AWAITED_S;
        return dark != Dark.SEEN
                && darkS < mostS
                && !isSeenFalling(thing)
                && told.isPresent()
                && told.get().points(thing);
    }

    private void unlaunched(Thing thing, Future future, double nowS) {
        Optional<Path> path = future.path();
        double entryMps = isSlow(thing, path) ? Double.NaN : future.entryMps();
        if (entryMps > ESCAPE_MPS + ENTRY_SIGMA_MPS) {
            say(Verdict.METEOR, 0.95, "it came in faster than anything bound to the Earth");
            return;
        }
        if (entryMps > RETURN_MPS) {
            say(Verdict.DEBRIS, 0.95, "it came in as fast as what returns from an orbit");
            return;
        }
        if (thrusts(thing, nowS)) {
            thrusting(future.beside());
            return;
        }
        if (path.isEmpty()) {
            say(Verdict.LAUNCH, 0.5, "too little is known");
            return;
        }
        fallingOrPassing(thing, future, path.get(), nowS);
    }

    // Where radars hold a fall that no air has slowed, it tells the speed, and not a glow that may be of several.
    private static boolean isSlow(Thing thing, Optional<Path> path) {
        return isFall(thing)
                && thing.drop().get().looks() >= HELD
                && thing.drop().get().beganFree()
                && path.filter(each -> each.shape().speedMps() < SLOW_MPS).isPresent();
    }

    private void fallingOrPassing(Thing thing, Future future, Path path, double nowS) {
        double down = future.down();
        Orbit shape = path.shape();
        double perigeeSigma = path.perigeeSigmaM();
        if (isFall(thing) && shape.speedMps() - 3 * path.speedSigmaMps() > ESCAPE_MPS) {
            say(Verdict.METEOR, 0.97, "it came faster than anything bound to the Earth");
        } else if (future.known().isPresent() && shape.perigeeM() - perigeeSigma > STAYS_M) {
            say(Verdict.SATELLITE, 0.99, words(future.known().get()));
        } else if (shape.perigeeM() - 2 * perigeeSigma > STAYS_M) {
            say(Verdict.SATELLITE, 0.97, "its path stays above the air");
        } else if (thing.parent() != 0 && future.beside().left()) {
            say(Verdict.DEBRIS, 0.95, "it fell off M" + thing.parent());
        } else if (thing.drop().isPresent() && thing.drop().get().best().at(Drop.BETA) < LIGHT_LN_BETA) {
            say(Verdict.DEBRIS, 0.9, "the air slows it as it slows fragments and stages");
        } else if (shape.perigeeM() > SHALLOW_M && shape.apogeeM() < RETURN_APOGEE_M) {
            say(Verdict.DEBRIS, 0.9, "it returns from an orbit");
        } else if (future.beside().space() && future.beside().left()) {
            say(Verdict.DEBRIS, 0.8, "a way into space passed here: it may have fallen off");
        } else if (comesHome(thing.drop(), future)) {
            say(Verdict.LAUNCH, 0.7, HOME);
        } else if (down > SURE
                && shape.perigeeM() + 4 * perigeeSigma < SHALLOW_M
                && isHeld(thing, future.beside(), nowS)) {
            say(Verdict.ATTACK, 0.95, "it falls, and nobody saw it begin: its origin is unknown");
        } else {
            say(Verdict.LAUNCH, 0.6, "undecided");
        }
    }

    // Undecided, and no more: a short flight at a place of launches is no stage.
    private static boolean comesHome(Optional<Drop> drop, Future future) {
        if (drop.isEmpty()
                || future.impact().isEmpty()
                || Falling.speed(drop.get().best()) > TURNED_MPS) {
            return false;
        }
        Numbers from = drop.get().best();
        LatLon below = Wgs84.geodetic(from.at(0), from.at(1), from.at(2), new double[9])
                .latLon();
        for (LatLon home : future.beside().homes()) {
            if (Wgs84.sphereDistanceM(home, future.impact().get()) < RETURN_M
                    && Wgs84.sphereDistanceM(home, below) < TURNED_M) {
                return true;
            }
        }
        return false;
    }

    private static String words(Known known) {
        String name = known.name().isEmpty() ? "" : " (" + known.name() + ")";
        String others = known.others() == 0 ? "" : ", or one of " + known.others() + " more,";
        return "it is where the catalogue's number " + known.number() + name + others
                + " should be, moves so and stays above the air";
    }

    // Above the air nothing but thrust bends a way.
    private static boolean thrusts(Thing thing, double nowS) {
        return Teller.isUnsteady(thing, nowS)
                && thing.parent() == 0
                && thing.follow().orElseThrow().heightM() > THIN_M;
    }

    private void thrusting(Beside beside) {
        if (beside.space()) {
            say(Verdict.SPACE_LAUNCH, 0.9, "it thrusts above the air, where a way into space passed");
        } else {
            say(Verdict.LAUNCH, 0.8, "it thrusts above the air");
        }
    }

    // Beside something that still burns it may be a stage of it, beside one that no radar has found yet it may be
    // that one, and just after a turn it may still burn itself.
    private static boolean isHeld(Thing thing, Beside beside, double nowS) {
        int held = beside.burning() || beside.dark() ? 3 * HELD : HELD;
        return isFall(thing) && thing.drop().get().looks() >= held && !Teller.isUnsteady(thing, nowS);
    }

    private void say(Verdict what, double probability, String evidence) {
        verdict = what;
        double p = Math.clamp(probability, 0, 1);
        odds.add(new Odds(what, p, evidence));
        Verdict rest = what == Verdict.LAUNCH ? Verdict.ATTACK : Verdict.LAUNCH;
        odds.add(new Odds(rest, 1 - p, "what else it may be"));
    }

    /// How likely it is on its way into space, by how it climbs and how long it burns.
    static double space(Thing thing, double nowS) {
        if (thing.burns().isEmpty()) {
            return 0;
        }
        double most = thing.burn().orElseThrow().evidence();
        double all = 0;
        double space = 0;
        for (Burn burn : thing.burns()) {
            double weight = Exact.exp(burn.evidence() - most);
            all += weight;
            space += burn.kind().space() ? weight : 0;
        }
        double burnsS =
                thing.lights().getLast().timeS() - thing.burn().orElseThrow().launchS();
        double told = space / all;
        if (burnsS > LONG_BURN_S) {
            return Math.max(SURELY_SPACE, told);
        }
        double thrust = Exact.exp(thing.burn().orElseThrow().best().at(Profile.LAUNCH));
        if (thrust >= SLOW_MPS2 || burnsS <= SLOW_BURN_S) {
            return told;
        }
        return Math.max(burnsS > LONG_SLOW_BURN_S ? SURELY_SPACE : PERHAPS_SPACE, told);
    }

    static Optional<Told> matched(Burn burn, List<Told> notices) {
        LatLon place = Launches.place(burn);
        double sigma = 3 * Math.sqrt(burn.covariance().at(0) + burn.covariance().at(burn.n() + 1));
        for (Told told : notices) {
            boolean inTime = burn.launchS() > told.fromS() - 60 && burn.launchS() < told.toS() + 60;
            if (inTime && Wgs84.sphereDistanceM(place, told.notice().place()) < NOTICE_M + sigma) {
                return Optional.of(told);
            }
        }
        return Optional.empty();
    }

    private static boolean within(LaunchNotice notice, LatLon impact) {
        return notice.hazardRadiusM().isPresent()
                && Wgs84.sphereDistanceM(notice.place(), impact)
                        < notice.hazardRadiusM().getAsDouble();
    }

    /// A notice in the watch's own seconds.
    record Told(LaunchNotice notice, double fromS, double toS) {
        /// Whether a thing flies the way that the notice tells, where it tells one.
        boolean points(Thing thing) {
            if (notice.azimuthRad().isEmpty()) {
                return true;
            }
            Burn burn = thing.burn().orElseThrow();
            double offRad = Exact.halfTurn(
                    Launches.azimuthRad(burn) - notice.azimuthRad().getAsDouble());
            return Math.abs(offRad) < POINTS_RAD + 3 * Launches.azimuthSigmaRad(burn);
        }
    }
}
