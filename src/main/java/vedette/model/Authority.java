package vedette.model;

import static vedette.math.Require.require;

import java.util.List;
import java.util.TreeSet;

/// On whose word a warning goes to the public.
public sealed interface Authority {
    /// Two or more different people signed it.
    ///
    /// @param names who, sorted, each once; at least two
    record Persons(List<String> names) implements Authority {
        /// Checks that they are different people.
        public Persons {
            names = List.copyOf(new TreeSet<>(names));
            require(names.size() >= 2, "released by %s", names);
        }
    }

    /// A rule that was agreed beforehand; every message names it.
    ///
    /// @param name the rule's name
    record Rule(String name) implements Authority {}

    /// One person, who corrects or takes back what is public already. It can never begin anything.
    ///
    /// @param name who
    record Person(String name) implements Authority {}

    /// The engine by itself: news and the end of what is public already, and domains in which nothing needs a release.
    record Engine() implements Authority {}

    /// What everyone who reads the message is told: how many persons, not who; their names stand in the record of acts.
    /// A rule is named.
    default String announced() {
        return switch (this) {
            case Persons(List<String> names) ->
                names.size() == 2 ? "released by two persons" : "released by " + names.size() + " persons";
            case Rule(String name) -> "released by the rule " + name;
            case Person _ -> "by one person";
            case Engine() -> "by the system";
        };
    }
}
