package vedette.format.sapient;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks a message against the table: what must be there is there, identifiers are identifiers, enums known, numbers
/// finite and in range; then against the rules between fields.
final class Checker {
    private final Edition edition;
    private final Findings findings;
    private final BetweenFields between;

    Checker(Edition edition, Findings findings) {
        this.edition = edition;
        this.findings = findings;
        between = new BetweenFields(edition, findings);
    }

    /// Checks a message or part and all within.
    void check(Part part, @Nullable Trail up) {
        for (MessageType.Group group : part.type().groups()) {
            if (group.needed() && group.fields().stream().allMatch(field -> part.at(field) == null)) {
                findings.add(up, group.name(), group.words() + " must be there");
            }
        }
        for (Field field : part.type().fields()) {
            Value value = part.at(field);
            if (value != null) {
                there(field, value, up);
            } else if (field.needed() && field.oneof().isEmpty()) {
                findings.add(up, field.name(), "is missing");
            }
        }
        between.check(part, up);
    }

    private void there(Field field, Value value, @Nullable Trail up) {
        if (value instanceof Value.Listed(List<Value> list)) {
            if (list.isEmpty() && field.needed()) {
                findings.add(up, field.name(), "is empty; at least one must be there");
            }
            for (int i = 0; i < list.size(); i++) {
                one(field, list.get(i), new Trail(up, field.name(), i));
            }
        } else {
            one(field, value, Trail.of(up, field.name()));
        }
    }

    private void one(Field field, Value value, Trail trail) {
        switch (value) {
            case Value.Text(String text) -> text(field, text, trail);
            case Value.Choice(int number) -> choice(field, number, trail);
            case Value.Real(double number) -> number(field, number, trail);
            case Value.Whole(int number) -> number(field, number, trail);
            case Value.Bytes octets -> {
                if (field.needed() && octets.length() == 0) {
                    findings.add(trail, "is empty");
                }
            }
            case Part part -> check(part, trail);
            case Value.Truth _, Value.Time _, Value.Listed _ -> {
                // Nothing that could be wrong.
            }
        }
    }

    private void text(Field field, String text, Trail trail) {
        if (text.isBlank()) {
            if (field.needed() && edition == Edition.V2) {
                findings.add(trail, "is blank");
            }
        } else if (field.kind() == Kind.UUID && !Ids.isUuid(text)) {
            findings.add(trail, "'" + Words.cut(text) + "' is no UUID");
        } else if (field.kind() == Kind.ULID && !Ids.isUlid(text)) {
            findings.add(trail, "'" + Words.cut(text) + "' is no ULID");
        }
    }

    private void choice(Field field, int number, Trail trail) {
        if (field.choiceType().of(number).isEmpty()) {
            findings.add(trail, number + " is no value of " + field.choiceType());
        } else if (number == 0 && field.needed() && edition == Edition.V2) {
            findings.add(trail, "is unspecified");
        }
    }

    private void number(Field field, double number, Trail trail) {
        if (!Double.isFinite(number)) {
            findings.add(trail, "is " + number);
        } else if (!field.range().holds(number)) {
            findings.add(trail, "is " + number + ", not " + field.range().words());
        }
    }
}
