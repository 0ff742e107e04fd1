package vedette.core.warn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.model.Assessment.Intrusion;
import vedette.model.Assessment.Relation;
import vedette.model.Moment;
import vedette.model.Operator;
import vedette.model.Order;
import vedette.model.Output;
import vedette.model.TrackId;
import vedette.model.Warning;

/// What people order of warnings: to stop some for a while, and that they have seen one.
final class Orders {
    /// Inhibitions at a time: a person sets them one by one.
    static final int MOST_INHIBITIONS = 1_000;

    /// An inhibition ends after a day at most, seconds.
    static final double LONGEST_S = 86_400;

    private final Book book;

    Orders(Book book) {
        this.book = book;
    }

    void inhibit(Order.Inhibit order, Operator operator) {
        double aheadS = order.until().secondsSince(book.now());
        if (aheadS <= 0 || aheadS > LONGEST_S) {
            book.refuseOrder("inhibit of track " + order.track() + " must end within a day from now");
            return;
        }
        List<Inhibition> others = others(order);
        if (others.size() >= MOST_INHIBITIONS) {
            book.refuseOrder("more than " + MOST_INHIBITIONS + " inhibitions at a time");
            return;
        }
        Optional<Open> open = book.file(order.track()).about(order.zone());
        others.add(new Inhibition(order.track(), order.zone(), order.until(), operator, 0, open.isPresent()));
        book.inhibitions(others);
        book.say(new Output.OrderTaken(order, operator, book.now()));
        String why = "Stopped for " + Math.round(aheadS) + " s by " + operator.name();
        open.ifPresent(each -> new ZoneWarnings(book).end(order.track().number(), each, Warning.Stage.CANCELLED, why));
    }

    private List<Inhibition> others(Order.Inhibit order) {
        List<Inhibition> others = new ArrayList<>();
        for (Inhibition each : book.inhibitions()) {
            if (!each.track().equals(order.track()) || !each.zone().equals(order.zone())) {
                others.add(each);
            }
        }
        return others;
    }

    void acknowledge(Order.Acknowledge order, Operator operator) {
        boolean known = book.files().values().stream()
                        .flatMap(file -> file.open().stream())
                        .anyMatch(open -> matches(open, order))
                || book.flights().knows(order.warning(), order.revision())
                || book.sensors().files().values().stream()
                        .anyMatch(file ->
                                file.open().map(open -> matches(open, order)).orElse(false));
        if (known) {
            book.say(new Output.WarningAcknowledged(order.warning(), order.revision(), operator, book.now()));
        } else {
            book.refuseOrder("warning " + order.warning() + " revision " + order.revision() + " is not open");
        }
    }

    private static boolean matches(Open open, Order.Acknowledge order) {
        return open.warning().id().equals(order.warning())
                && order.revision() >= 1
                && order.revision() <= open.warning().revision();
    }

    /// Whether a person has stopped the warning that would begin now; it is counted once each time it would.
    static boolean holdsBack(Book book, Intrusion now) {
        List<Inhibition> after = new ArrayList<>();
        boolean held = false;
        for (Inhibition each : book.inhibitions()) {
            boolean hit = isAbout(each, now) && book.now().isBefore(each.until());
            held |= hit;
            after.add(hit && !each.held() ? counted(book, each) : each);
        }
        if (held) {
            book.inhibitions(after);
        }
        return held;
    }

    private static Inhibition counted(Book book, Inhibition each) {
        book.countInhibited("Track " + each.track() + " and zone " + each.zone() + ", stopped by "
                + each.operator().name());
        return each.counting();
    }

    /// The object is clear of the zone while its warning is stopped.
    static void clearedWhileInhibited(Book book, Intrusion now) {
        if (now.relation() == Relation.CLEAR && book.inhibitions().stream().anyMatch(each -> isAbout(each, now))) {
            book.inhibitions(book.inhibitions().stream()
                    .map(each -> isAbout(each, now) ? each.cleared() : each)
                    .toList());
        }
    }

    private static boolean isAbout(Inhibition each, Intrusion now) {
        return each.track().equals(now.track()) && each.zone().equals(now.zone());
    }

    /// Inhibitions of a track that is no more.
    static void forget(Book book, TrackId track) {
        retain(
                book,
                book.inhibitions().stream()
                        .filter(each -> !each.track().equals(track))
                        .toList());
    }

    /// Inhibitions that have run out.
    static void expire(Book book) {
        Moment now = book.now();
        retain(
                book,
                book.inhibitions().stream()
                        .filter(each -> now.isBefore(each.until()))
                        .toList());
    }

    private static void retain(Book book, List<Inhibition> kept) {
        if (kept.size() != book.inhibitions().size()) {
            book.inhibitions(kept);
        }
    }
}
