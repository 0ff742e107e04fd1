package vedette.core.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vedette.model.Authority;
import vedette.model.Domain;
import vedette.model.Operator;
import vedette.model.Order;
import vedette.model.Output;
import vedette.model.Standing;
import vedette.model.TestMessage;
import vedette.model.Warning;
import vedette.model.WarningId;

/// What one person orders of releases.
final class Signing {
    /// A signature holds for so long: whoever signed has the situation in mind, seconds.
    static final double HOLDS_S = 600;

    private static final int PERSONS = 2;

    private final Ledger ledger;
    private final Operator operator;

    Signing(Ledger ledger, Operator operator) {
        this.ledger = ledger;
        this.operator = operator;
    }

    void take(Order order) {
        switch (order) {
            case Order.Approve approve -> approve(approve);
            case Order.Withdraw withdraw -> withdraw(withdraw);
            case Order.TakeBack takeBack -> takeBack(takeBack);
            case Order.TryChannels attempt -> attempt(attempt);
            case Order.SetIdentity _, Order.Note _, Order.Inhibit _, Order.Acknowledge _, Order.JudgeShared _ -> {}
            case Order.Authorise _, Order.EndFlight _ -> {}
        }
    }

    private boolean isReleaser() {
        return switch (operator.role()) {
            case RELEASER, DIRECTOR, ADMIN -> true;
            case VIEWER, OPERATOR -> false;
        };
    }

    private void approve(Order.Approve order) {
        @Nullable Matter matter = ledger.matter(order.warning());
        Optional<String> why = objection(order, matter);
        if (why.isPresent() || matter == null) {
            ledger.refuse(why.orElse("no such warning"));
            return;
        }
        List<Standing.Signature> signed = standing(matter);
        signed.removeIf(each -> isSame(each.name(), operator.name()));
        signed.add(new Standing.Signature(operator.name(), order.revision(), ledger.now()));
        ledger.say(new Output.Signed(order, operator, ledger.now(), Optional.of(matter.newest())));
        if (signed.size() >= PERSONS) {
            List<String> names = signed.stream().map(Standing.Signature::name).toList();
            ledger.goesOut(matter.signed(signed), new Authority.Persons(names));
        } else {
            Standing.State to =
                    matter.state() == Standing.State.TAKEN_BACK ? Standing.State.TAKEN_BACK : Standing.State.HALF;
            ledger.keep(matter.signed(signed).ruled(to, matter.rule()));
        }
    }

    private Optional<String> objection(Order.Approve order, @Nullable Matter matter) {
        if (!isReleaser()) {
            return Optional.of(operator.name() + " is " + operator.role() + " and may not release");
        }
        if (ledger.domain() == Domain.SIMULATION) {
            return Optional.of("a simulation has no public form");
        }
        if (matter == null || matter.over()) {
            return Optional.of("warning " + order.warning() + " is not open");
        }
        if (matter.state() == Standing.State.PUBLIC) {
            return Optional.of("warning " + order.warning() + " is public already");
        }
        Matter.Seen now = matter.seen().getLast();
        boolean saw = matter.seen().stream()
                .anyMatch(each -> each.revision() == order.revision()
                        && each.shown().equals(order.shown())
                        && each.subject().covers(now.subject()));
        return saw
                ? Optional.empty()
                : Optional.of("revision " + order.revision() + " of " + order.warning()
                        + " is not what stands now: look again and sign that");
    }

    /// Signatures that still hold: not too old, and for what is still the matter.
    private List<Standing.Signature> standing(Matter matter) {
        List<Standing.Signature> all = new ArrayList<>();
        for (Standing.Signature each : matter.signed()) {
            if (ledger.holds(matter, each)) {
                all.add(each);
            }
        }
        return all;
    }

    // Names that differ in nothing but case or spaces are one person.
    private static boolean isSame(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private void withdraw(Order.Withdraw order) {
        @Nullable Matter matter = ledger.matter(order.warning());
        if (matter == null || matter.signed().stream().noneMatch(each -> isSame(each.name(), operator.name()))) {
            ledger.refuse(operator.name() + " has not signed " + order.warning());
            return;
        }
        List<Standing.Signature> left = matter.signed().stream()
                .filter(each -> !isSame(each.name(), operator.name()))
                .toList();
        ledger.say(new Output.Signed(order, operator, ledger.now(), Optional.of(matter.newest())));
        ledger.keep(ledger.decided(matter.signed(left)));
    }

    private void takeBack(Order.TakeBack order) {
        @Nullable Matter matter = ledger.matter(order.warning());
        if (!isReleaser()) {
            ledger.refuse(operator.name() + " is " + operator.role() + " and may not take a warning back");
        } else if (matter == null || matter.state() != Standing.State.PUBLIC) {
            ledger.refuse("warning " + order.warning() + " is not public");
        } else {
            ledger.say(new Output.Signed(order, operator, ledger.now(), Optional.of(matter.newest())));
            Warning cancel = Prepared.takenBack(matter.newest(), ledger.now(), order.why());
            ledger.publish(matter, cancel, new Authority.Person(operator.name()), Standing.State.TAKEN_BACK);
            ledger.say(new Output.WarningRevised(Prepared.draft(matter.newest())));
        }
    }

    private void attempt(Order.TryChannels order) {
        if (!isReleaser() || ledger.domain() == Domain.SIMULATION) {
            ledger.refuse(operator.name() + " is " + operator.role() + " in " + ledger.domain()
                    + " and may not try the channels");
            return;
        }
        ledger.say(new Output.Signed(order, operator, ledger.now(), Optional.empty()));
        WarningId id = new WarningId("TEST-" + ledger.nextTest());
        ledger.say(new Output.Tried(
                new TestMessage(id, ledger.now(), ledger.domain(), operator, order.text(), List.of()),
                ledger.channels()));
    }
}
