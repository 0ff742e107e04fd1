package vedette.core.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.math.TextKey;
import vedette.model.Bulletin;
import vedette.model.Standing;
import vedette.model.Warning;
import vedette.model.ZoneId;

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
    record Seen(int revision, String shown, Subject subject) {
        static Seen of(Warning warning) {
            return new Seen(warning.revision(), mark(warning), Subject.of(warning));
        }
    }

    /// What a signature agrees to. Areas and times that only become surer do not undo it, nor does a place that falls
    /// away; something worse, something else or one more place does.
    ///
    /// @param kind what is warned of
    /// @param severity how bad it is
    /// @param zones which zones or places are named
    record Subject(Warning.Kind kind, Warning.Severity severity, List<ZoneId> zones) {
        Subject {
            zones = List.copyOf(zones);
        }

        static Subject of(Warning warning) {
            return new Subject(warning.kind(), warning.gravity().severity(), warning.zones());
        }

        /// Whether who agreed to this has agreed to that too.
        boolean covers(Subject other) {
            return kind == other.kind
                    && severity == other.severity
                    && zones.isEmpty() == other.zones.isEmpty()
                    && zones.containsAll(other.zones);
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
        String text = warning.id() + "|" + warning.revision() + "|" + Subject.of(warning) + "|" + warning.gravity()
                + "|" + warning.words() + "|" + warning.polygon() + "|" + warning.validity();
        return Long.toHexString(TextKey.of(text));
    }

    Matter revised(Warning next) {
        List<Seen> all = new ArrayList<>(seen);
        all.add(Seen.of(next));
        int old = all.size() - MOST_SEEN;
        List<Seen> kept = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (i >= old || isSigned(all.get(i).revision())) {
                kept.add(all.get(i));
            }
        }
        return new Matter(next, state, rule, signed, kept, last, receipts, over);
    }

    // What has been signed is kept as long as its signature, however many revisions follow.
    private boolean isSigned(int revision) {
        return signed.stream().anyMatch(each -> each.revision() == revision);
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
