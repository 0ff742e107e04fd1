package vedette.core.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vedette.math.LongMap;
import vedette.math.TextKey;
import vedette.model.Authority;
import vedette.model.Bulletin;
import vedette.model.Cleared;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.ReleaseRule;
import vedette.model.Standing;
import vedette.model.Tally;
import vedette.model.Warning;
import vedette.model.WarningId;

/// The book of releases within one step.
final class Ledger {
    /// Warnings on their way at a time: as many as may be open, and as many again whose end is not with everyone yet.
    static final int MOST = 10_000;

    /// Outstanding bulletins are said again so often, seconds.
    static final double AGAIN_S = 10;

    /// Whether time has made a rule fit is asked so often, seconds.
    static final double LOOK_S = 1;

    /// Bulletins that are said again at a time: a step is short; the others follow with the next round.
    static final int MOST_AGAIN = 500;

    /// After the end so long is tried to reach those who do not answer, seconds: a day.
    static final double TRIED_S = 86_400;

    /// Channels of one warning that are no more in the settings.
    private static final int MOST_GONE = 32;

    private final Event.Stamp stamp;
    private final List<Output> outputs = new ArrayList<>();
    private List<ReleaseRule> rules;
    private List<String> channels;
    private LongMap<Matter> matters;
    private Moment lookedAt;
    private Moment repeatedAt;
    private int tests;
    private Tally refused;
    private Tally dropped;

    Ledger(ReleaseState state, Event.Stamp stamp) {
        this.stamp = stamp;
        rules = state.rules();
        channels = state.channels();
        matters = state.matters();
        lookedAt = state.lookedAt();
        repeatedAt = state.repeatedAt();
        tests = state.tests();
        refused = state.refused();
        dropped = state.dropped();
    }

    ReleaseStep done() {
        return new ReleaseStep(
                new ReleaseState(rules, channels, matters, lookedAt, repeatedAt, tests, refused, dropped), outputs);
    }

    Moment now() {
        return stamp.arrivedAt();
    }

    Domain domain() {
        return stamp.domain();
    }

    List<String> channels() {
        return channels;
    }

    int nextTest() {
        return ++tests;
    }

    void say(Output output) {
        outputs.add(output);
    }

    void refuse(String why) {
        refused = refused.passed(stamp.seq(), now(), why, outputs);
    }

    @Nullable
    Matter matter(WarningId id) {
        @Nullable Matter found = matters.get(TextKey.of(id.name()));
        return found != null && found.newest().id().equals(id) ? found : null;
    }

    void keep(Matter matter) {
        matters = matters.with(TextKey.of(matter.newest().id().name()), matter);
        say(new Output.ReleaseStands(now(), matter.standing()));
    }

    private void forget(Matter matter) {
        matters = matters.without(TextKey.of(matter.newest().id().name()));
    }

    /// A rule that would let LIVE warnings out by themselves is not taken.
    void configure(Configuration.Releasing releasing) {
        List<ReleaseRule> kept = new ArrayList<>();
        for (ReleaseRule rule : releasing.rules()) {
            if (domain() == Domain.LIVE && rule.way() == ReleaseRule.Way.AUTOMATIC) {
                refuse("rule '" + rule.name() + "' would release LIVE warnings by itself: it is left out");
            } else {
                kept.add(rule);
            }
        }
        rules = kept;
        channels = releasing.channels();
        matters.values().stream().filter(matter -> matter.last().isPresent()).forEach(this::joinChannels);
    }

    private void tellOfGone(Matter matter, List<Standing.Receipt> now) {
        for (Standing.Receipt each : now) {
            if (!channels.contains(each.channel())) {
                dropped = dropped.passed(
                        stamp.seq(),
                        now(),
                        "channel '" + each.channel() + "' is gone from the settings: its people have issue "
                                + each.issue() + " of " + matter.newest().id()
                                + " and get no further one unless it comes back",
                        outputs);
            }
        }
    }

    private void joinChannels(Matter matter) {
        List<Standing.Receipt> now = receipts(matter);
        tellOfGone(matter, now);
        if (!now.equals(matter.receipts())) {
            keep(matter.delivered(now));
        }
    }

    // Channels that are new get what is public. One that is gone stays in the book with what its people have: when it
    // comes back within the day it gets what it missed, and if not, that is told.
    private List<Standing.Receipt> receipts(Matter matter) {
        List<Standing.Receipt> now = new ArrayList<>();
        for (String channel : channels) {
            now.add(receipt(matter, channel));
        }
        int gone = 0;
        for (Standing.Receipt each : matter.receipts()) {
            if (!channels.contains(each.channel()) && each.issue() > 0 && gone < MOST_GONE) {
                gone++;
                now.add(each);
            }
        }
        return now;
    }

    private Standing.Receipt receipt(Matter matter, String channel) {
        for (Standing.Receipt each : matter.receipts()) {
            if (each.channel().equals(channel)) {
                return each;
            }
        }
        return new Standing.Receipt(channel, 0, now());
    }

    void begins(Warning warning) {
        if (matters.size() >= MOST) {
            dropped = dropped.passed(
                    stamp.seq(), now(), "warning " + warning.id() + " is beyond " + MOST + " releases", outputs);
            say(shown(warning, Standing.State.INTERNAL, true));
            return;
        }
        settle(Matter.of(warning), true);
    }

    void goesOn(Warning warning) {
        @Nullable Matter known = matter(warning.id());
        if (known == null) {
            say(shown(warning, Standing.State.INTERNAL, false));
            return;
        }
        settle(known.revised(warning), false);
    }

    // The newest revision is shown, and goes out where it may.
    private void settle(Matter matter, boolean first) {
        if (matter.state() == Standing.State.PUBLIC) {
            say(shown(matter.newest(), Standing.State.PUBLIC, first));
            if (isDue(matter)) {
                publish(matter, stage(matter), new Authority.Engine(), Standing.State.PUBLIC);
            } else {
                keep(matter);
            }
            return;
        }
        Matter next = decided(matter);
        Optional<Authority> by = lets(next);
        if (by.isPresent()) {
            publish(next, stage(next), by.get(), Standing.State.PUBLIC);
        } else {
            keep(next);
        }
        say(shown(next.newest(), by.isPresent() ? Standing.State.PUBLIC : next.state(), first));
    }

    private boolean isDue(Matter matter) {
        return matter.last()
                .map(last -> new Correction(last, stage(matter), now()).goesOut())
                .orElse(true);
    }

    private boolean ripens(Matter matter) {
        return matter.last()
                .map(last -> new Correction(last, stage(matter), now()).ripens())
                .orElse(false);
    }

    private Output shown(Warning warning, Standing.State state, boolean first) {
        boolean draft = switch (state) {
            case INTERNAL, NEVER_OUT -> domain() == Domain.LIVE;
            case WAITING, HALF, TAKEN_BACK -> true;
            case PUBLIC, OVER -> false;
        };
        Warning as = draft ? Prepared.draft(warning) : warning;
        if (!first) {
            return new Output.WarningRevised(as);
        }
        return draft ? new Output.WarningDrafted(as) : new Output.WarningReleased(as);
    }

    private Optional<ReleaseRule> rule(Warning warning) {
        return domain() == Domain.SIMULATION
                ? Optional.empty()
                : rules.stream().filter(rule -> rule.fits(warning, now())).findFirst();
    }

    /// By which rule it stands where, before anything goes out.
    Matter decided(Matter matter) {
        if (matter.state() == Standing.State.TAKEN_BACK) {
            return matter.signed(holding(matter));
        }
        Optional<ReleaseRule> rule = rule(matter.newest());
        boolean signable = rule.map(ReleaseRule::way).orElse(ReleaseRule.Way.INTERNAL) != ReleaseRule.Way.INTERNAL;
        List<Standing.Signature> signed = holding(matter);
        Standing.State idle = signable ? Standing.State.WAITING : Standing.State.INTERNAL;
        return matter.signed(signed)
                .ruled(
                        signed.isEmpty() ? idle : Standing.State.HALF,
                        rule.map(ReleaseRule::name).orElse("no rule fits"));
    }

    private List<Standing.Signature> holding(Matter matter) {
        return matter.signed().stream().filter(each -> holds(matter, each)).toList();
    }

    /// Whether a signature still holds: not too old, and for what is still the matter.
    boolean holds(Matter matter, Standing.Signature signature) {
        Matter.Seen latest = matter.seen().getLast();
        return now().secondsSince(signature.at()) < Signing.HOLDS_S
                && matter.seen().stream()
                        .anyMatch(each -> each.revision() == signature.revision()
                                && each.subject().covers(latest.subject()));
    }

    // Whose word lets it out without a person; nothing for what a person has taken back.
    private Optional<Authority> lets(Matter matter) {
        if (matter.state() == Standing.State.TAKEN_BACK) {
            return Optional.empty();
        }
        Optional<ReleaseRule> rule = rule(matter.newest());
        return switch (rule.map(ReleaseRule::way).orElse(ReleaseRule.Way.INTERNAL)) {
            case INTERNAL, TWO_PERSONS -> Optional.empty();
            case PREAUTHORISED -> rule.map(each -> new Authority.Rule(each.name()));
            case AUTOMATIC -> Optional.of(new Authority.Engine());
        };
    }

    /// Two people have signed it.
    void goesOut(Matter matter, Authority.Persons persons) {
        publish(matter, stage(matter), persons, Standing.State.PUBLIC);
        say(new Output.WarningReleased(matter.newest()));
    }

    // The first word outside is a first word, whatever was drafted before.
    private static Warning stage(Matter matter) {
        boolean again =
                matter.last().map(last -> !last.warning().stage().ended()).orElse(false);
        Warning.Stage natural = matter.newest().stage();
        boolean ready = natural == Warning.Stage.PREALERT;
        return Prepared.staged(matter.newest(), ready ? natural : again ? Warning.Stage.UPDATED : Warning.Stage.ISSUED);
    }

    void publish(Matter matter, Warning content, Authority by, Standing.State to) {
        Bulletin bulletin = new Bulletin(content, matter.issue() + 1, now(), by);
        keep(matter.sent(bulletin, to, receipts(matter)));
        if (!channels.isEmpty()) {
            say(new Output.Published(Cleared.of(bulletin), channels));
        }
    }

    void ends(Warning warning) {
        @Nullable Matter known = matter(warning.id());
        say(new Output.WarningEnded(warning));
        if (known == null) {
            return;
        }
        if (known.state() == Standing.State.PUBLIC) {
            publish(known.ended(warning, Standing.State.OVER), warning, new Authority.Engine(), Standing.State.OVER);
        } else {
            boolean out = known.last().isPresent();
            keep(known.ended(warning, out ? Standing.State.OVER : Standing.State.NEVER_OUT));
        }
        forgetWhenDone(warning.id());
    }

    void deliver(Event.Delivered delivered) {
        @Nullable Matter matter = matter(delivered.warning());
        if (matter == null) {
            return;
        }
        List<Standing.Receipt> now = new ArrayList<>();
        for (Standing.Receipt each : matter.receipts()) {
            boolean news = each.channel().equals(delivered.recipient())
                    && delivered.revision() > each.issue()
                    && delivered.revision() <= matter.issue();
            now.add(news ? new Standing.Receipt(each.channel(), delivered.revision(), now()) : each);
        }
        if (!now.equals(matter.receipts())) {
            keep(matter.delivered(now));
            forgetWhenDone(delivered.warning());
        }
    }

    private void forgetWhenDone(WarningId id) {
        @Nullable Matter matter = matter(id);
        if (matter != null && matter.over() && matter.outstanding().isEmpty()) {
            forget(matter);
        }
    }

    void tick() {
        if (now().secondsSince(lookedAt) >= LOOK_S) {
            lookedAt = now();
            decideAgain();
        }
        if (now().secondsSince(repeatedAt) >= AGAIN_S) {
            repeatedAt = now();
            sayAgain();
        }
    }

    private void sayAgain() {
        int said = 0;
        for (Matter matter : matters.values()) {
            List<String> outstanding = matter.outstanding();
            if (outstanding.isEmpty() || matter.last().isEmpty()) {
                continue;
            }
            Bulletin last = matter.last().get();
            if (matter.over() && now().secondsSince(last.releasedAt()) > TRIED_S) {
                dropped = dropped.passed(
                        stamp.seq(), now(), last.warning().id() + " never reached " + outstanding, outputs);
                forget(matter);
                continue;
            }
            List<String> reached =
                    outstanding.stream().filter(channels::contains).toList();
            if (!reached.isEmpty() && said < MOST_AGAIN) {
                said++;
                say(new Output.Published(Cleared.of(last), reached));
            }
        }
    }

    // With time a rule comes to fit, signatures lapse, and a correction that waited goes out.
    private void decideAgain() {
        for (Matter matter : matters.values()) {
            boolean waits = matter.state() == Standing.State.WAITING
                    || matter.state() == Standing.State.HALF
                    || (matter.state() == Standing.State.TAKEN_BACK
                            && !matter.signed().isEmpty());
            if (waits && !matter.over()) {
                again(matter);
            } else if (matter.isAhead() && ripens(matter)) {
                publish(matter, stage(matter), new Authority.Engine(), Standing.State.PUBLIC);
            }
        }
    }

    private void again(Matter matter) {
        Matter next = decided(matter);
        Optional<Authority> by = lets(next);
        if (by.isPresent()) {
            publish(next, stage(next), by.get(), Standing.State.PUBLIC);
            say(new Output.WarningReleased(next.newest()));
        } else if (!next.equals(matter)) {
            keep(next);
        }
    }
}
