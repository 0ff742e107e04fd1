package vedette.core.release;

import java.util.List;
import vedette.model.Bulletin;
import vedette.model.Moment;
import vedette.model.Warning;

/// Whether what the engine knows now must go out after what went out last.
///
/// The engine revises a missile's warning every few seconds. Who is alarmed anew each time without anything to do
/// differently believes the next alarm less; who learns too late that it comes to them is not warned. So what is worse
/// for anybody goes out at once; what is better or only other waits until the last bulletin is a minute old; what
/// changes nothing that a reader would do goes with the next one. Compared is always with what went out, so that small
/// steps add up. No bulletin runs out while its matter goes on.
final class Correction {
    /// What is no worse waits so long after the last bulletin, seconds.
    static final double PAUSE_S = 60;

    /// A bulletin is renewed so long before it runs out, seconds …
    static final double RENEWED_BEFORE_S = 60;

    /// … and so often at most, unless it is about to, seconds.
    private static final double RENEWAL_PAUSE_S = 15;

    /// A time that is earlier by less, or by less than this part of what is left, changes nothing.
    private static final double EARLIER_S = 5;

    private static final double EARLIER = 0.1;

    /// The same where there is more time than was said, and for the latest moment.
    private static final double LATER_S = 10;

    private static final double LATER = 0.2;

    private final Bulletin last;
    private final Warning before;
    private final Warning now;
    private final Moment at;

    /// @param last what went out last
    /// @param now what the engine knows
    /// @param at the time
    Correction(Bulletin last, Warning now, Moment at) {
        this.last = last;
        before = last.warning();
        this.now = now;
        this.at = at;
    }

    /// Whether it goes out, when the engine has just come to know it.
    boolean goesOut() {
        return isWorse() || ripens();
    }

    /// Whether time has made it due.
    boolean ripens() {
        double sinceS = at.secondsSince(last.releasedAt());
        return isRenewal(sinceS) || isEarlier() || (sinceS >= PAUSE_S && isOther());
    }

    private boolean isWorse() {
        return (before.stage() == Warning.Stage.PREALERT && now.stage() != Warning.Stage.PREALERT)
                || now.kind() != before.kind()
                || isGraver(before.gravity(), now.gravity())
                || !before.zones().containsAll(now.zones())
                || !now.words().advice().equals(before.words().advice())
                || isEarlier()
                || isNewGround();
    }

    private boolean isNewGround() {
        boolean named = !before.zones().isEmpty() && !now.zones().isEmpty();
        return new Ground(before.polygon()).isLeftBy(now.polygon(), named ? Ground.NEW_AROUND_PLACES : Ground.NEW);
    }

    // The closed lists go from the worst to the least; what is not known stands last and is no worse than anything.
    private static boolean isGraver(Warning.Gravity before, Warning.Gravity now) {
        return now.severity().compareTo(before.severity()) < 0
                || now.urgency().compareTo(before.urgency()) < 0
                || now.certainty().compareTo(before.certainty()) < 0;
    }

    private boolean isEarlier() {
        double earlierS = before.validity().onset().secondsSince(now.validity().onset());
        double leftS = Math.max(0, now.validity().onset().secondsSince(at));
        // What had begun by the last word cannot begin earlier.
        boolean begun = !before.validity().onset().isAfter(last.releasedAt());
        return !begun && earlierS > Math.max(EARLIER_S, EARLIER * leftS);
    }

    private boolean isRenewal(double sinceS) {
        double leftS = before.validity().expires().secondsSince(at);
        boolean longer = now.validity().expires().isAfter(before.validity().expires());
        return longer && leftS < RENEWED_BEFORE_S && (sinceS >= RENEWAL_PAUSE_S || leftS < RENEWAL_PAUSE_S);
    }

    private boolean isOther() {
        return (before.stage() == Warning.Stage.PREALERT) != (now.stage() == Warning.Stage.PREALERT)
                || !before.gravity().equals(now.gravity())
                || !before.zones().equals(now.zones())
                || before.tracks().size() != now.tracks().size()
                || !said(before).equals(said(now))
                || isMoved(before.validity().onset(), now.validity().onset())
                || isMoved(before.validity().latest(), now.validity().latest())
                || new Ground(now.polygon()).isLeftBy(before.polygon(), Ground.FREED);
    }

    private boolean isMoved(Moment told, Moment known) {
        double movedS = Math.abs(known.secondsSince(told));
        double leftS = Math.max(0, known.secondsSince(at));
        // What lies behind is no news to anybody.
        boolean ahead = told.isAfter(at) || known.isAfter(at);
        return ahead && movedS > Math.max(LATER_S, LATER * leftS);
    }

    // Figures change with every look; what they are figures of does not.
    private static List<String> said(Warning warning) {
        return List.of(
                withoutFigures(warning.words().headline()),
                withoutFigures(warning.words().why()));
    }

    private static String withoutFigures(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each < '0' || each > '9') {
                kept.append(each);
            }
        }
        return kept.toString();
    }
}
