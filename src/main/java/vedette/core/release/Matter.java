package vedette.core.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.math.TextKey;
import vedette.model.Bulletin;
import vedette.model.Standing;
import vedette.model.Warning;

/// A warning on its way to the public.
///
/// @param newest the engine's newest revision, in the stage it would have outside
/// @param state where it stands
/// @param rule the rule that holds
/// @param signed who has signed since it last went out
/// @param seen the newest revisions that people may have seen
/// @param last the bulletin that went out last
/// @param receipts which channel has what
/// @param over whether the warning has ended
public record Matter(
        Warning newest,
        Standing.State state,
        String rule,
        List<Standing.Signature> signed,
        List<Seen> seen,
        Optional<Bulletin> last,
        List<Standing.Receipt> receipts,
        boolean over) {
    /// Revisions that may still be signed: a person reads slower than areas shrink.
    static final int MOST_SEEN = 32;

    /// Copies the lists.
    public Matter {
        signed = List.copyOf(signed);
        seen = List.copyOf(seen);
        receipts = List.copyOf(receipts);
    }

    /// A revision that a person may have seen.
    ///
    /// @param revision which
    /// @param shown its mark
    /// @param subject what is agreed to by signing it
    record Seen(int revision, String shown, String subject) {
        static Seen of(Warning warning) {
            return new Seen(warning.revision(), mark(warning), Matter.subject(warning));
        }
    }

    static Matter of(Warning first) {
        return new Matter(
                first,
                Standing.State.INTERNAL,
                "",
                List.of(),
                List.of(Seen.of(first)),
                Optional.empty(),
                List.of(),
                false);
    }

    /// The mark of all that a person is shown of a revision.
    static String mark(Warning warning) {
        String text = warning.id() + "|" + warning.revision() + "|" + subject(warning) + "|" + warning.gravity() + "|"
                + warning.words() + "|" + warning.polygon() + "|" + warning.validity();
        return Long.toHexString(TextKey.of(text));
    }

    /// What two signatures must have in common: what is warned of, how bad, and which zones. Areas and times that only
    /// become surer do not undo a signature; something worse or something else does.
    static String subject(Warning warning) {
        return warning.kind() + "|" + warning.gravity().severity() + "|" + warning.zones();
    }

    Matter revised(Warning next) {
        List<Seen> all = new ArrayList<>(seen);
        all.add(Seen.of(next));
        List<Seen> kept = all.subList(Math.max(0, all.size() - MOST_SEEN), all.size());
        return new Matter(next, state, rule, signed, kept, last, receipts, over);
    }

    Matter ruled(Standing.State to, String by) {
        return new Matter(newest, to, by, signed, seen, last, receipts, over);
    }

    Matter signed(List<Standing.Signature> by) {
        return new Matter(newest, state, rule, by, seen, last, receipts, over);
    }

    Matter sent(Bulletin bulletin, Standing.State to, List<Standing.Receipt> waiting) {
        return new Matter(newest, to, rule, List.of(), seen, Optional.of(bulletin), waiting, over);
    }

    Matter delivered(List<Standing.Receipt> now) {
        return new Matter(newest, state, rule, signed, seen, last, now, over);
    }

    Matter ended(Warning end, Standing.State to) {
        return new Matter(end, to, rule, List.of(), seen, last, receipts, true);
    }

    /// Whether the engine knows something newer than what is public.
    boolean isAhead() {
        return state == Standing.State.PUBLIC
                && last.map(out -> out.warning().revision() != newest.revision())
                        .orElse(false);
    }

    int issue() {
        return last.map(Bulletin::issue).orElse(0);
    }

    /// Channels that have not said that they have the last bulletin.
    List<String> outstanding() {
        return receipts.stream()
                .filter(receipt -> receipt.issue() < issue())
                .map(Standing.Receipt::channel)
                .toList();
    }

    Standing standing() {
        String shown = seen.getLast().shown();
        return new Standing(newest.id(), newest.revision(), state, rule, shown, signed, issue(), receipts);
    }
}
