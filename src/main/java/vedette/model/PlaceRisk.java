package vedette.model;

import static vedette.math.Require.require;

import java.util.List;

/// How likely something comes down in the area of a place, all flying objects together.
///
/// @param place its position in the list of [Configuration.Places], from 0
/// @param firm probability that an object held to be an attack by more than one sensor comes down there, [0,
/// 1]
/// @param possible the same of every object that may be an attack: unconfirmed and undecided ones too, [0, 1]
/// @param earliest the first of them comes down before with 2.5 % probability
/// @param latest the last of them comes down before with 97.5 % probability
/// @param objects numbers of the objects that matter to it, rising; none: nothing comes down there any more
public record PlaceRisk(int place, double firm, double possible, Moment earliest, Moment latest, List<Long> objects) {
    /// Checks the ranges and copies the list.
    public PlaceRisk {
        require(place >= 0, "place %s", place);
        require(firm >= 0 && firm <= 1 && possible >= 0 && possible <= 1, "firm %s, possible %s", firm, possible);
        objects = List.copyOf(objects);
    }
}
