package vedette.core.share;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vedette.model.Area;
import vedette.model.Domain;
import vedette.model.Impact;
import vedette.model.Missile;
import vedette.model.NodeId;
import vedette.model.Origin;
import vedette.model.Shared;
import vedette.model.SharedWarning;
import vedette.model.Warning;
import vedette.model.Wgs84;

/// A warning as peers are told of it: launch and impact come from the objects it is about.
///
/// @param node our name
/// @param warning the newest revision
/// @param released whether it went out
/// @param about the objects, where it is about such, and has not ended
/// @param before what was told until now
record Wording(NodeId node, Warning warning, boolean released, List<Missile> about, Optional<SharedWarning> before) {
    /// The share of probability that an impact's area holds.
    private static final double HELD = 0.95;

    private static final int CORNERS = 3;

    SharedWarning shared() {
        return new SharedWarning(
                origin(),
                warning.stage(),
                released,
                warning.kind(),
                warning.gravity(),
                Places.hull(each(launch -> Places.span(launch.spot()))).or(() -> last(SharedWarning::launchTime)),
                Places.union(each(launch -> Places.area(launch.spot()))).or(() -> last(SharedWarning::launchArea)),
                azimuth().or(() -> last(SharedWarning::azimuth)),
                reach().or(() -> last(SharedWarning::reach)),
                Optional.of(new Shared.Span(
                        warning.validity().onset(), warning.validity().latest())),
                impactArea().or(() -> last(SharedWarning::impactArea)),
                Optional.of(new SharedWarning.Told(
                        mark() + warning.words().headline(), warning.words().advice())));
    }

    // The item's domain says it already; who passes on the words alone passes on the mark.
    private String mark() {
        return warning.domain() == Domain.LIVE ? "" : warning.domain() + ": ";
    }

    private Origin origin() {
        return new Origin(
                node,
                warning.id().name(),
                before.map(was -> was.origin().issue()).orElse(0) + 1,
                warning.domain(),
                warning.at(),
                warning.validity().expires(),
                warning.releasability(),
                List.of());
    }

    private <T> Optional<T> last(Function<SharedWarning, Optional<T>> field) {
        return before.flatMap(field);
    }

    private <T> List<T> each(Function<Missile.Launch, T> of) {
        return about.stream()
                .flatMap(missile -> missile.launch().stream())
                .map(of)
                .toList();
    }

    // Of several objects there is no one direction.
    private Optional<Shared.Heading> azimuth() {
        return about.size() == 1
                ? about.getFirst().launch().map(launch -> Places.heading(launch.azimuthRad(), launch.azimuthSigmaRad()))
                : Optional.empty();
    }

    // The farthest of them.
    private Optional<Shared.Reach> reach() {
        double farthestM = 0;
        for (Missile missile : about) {
            if (missile.launch().isPresent() && missile.impact().isPresent()) {
                farthestM = Math.max(
                        farthestM,
                        Wgs84.sphereDistanceM(
                                missile.launch().get().spot().centre(),
                                missile.impact().get().whole().centre()));
            }
        }
        return farthestM > 0 ? Optional.of(Shared.Reach.of(farthestM)) : Optional.empty();
    }

    private Optional<Area> impactArea() {
        List<Area> areas = about.stream()
                .flatMap(missile -> missile.impact().stream())
                .flatMap(impact -> impact.areas().stream()
                        .filter(contour -> contour.share() >= HELD)
                        .limit(1))
                .map(Impact.Contour::area)
                .toList();
        return Places.union(areas).or(this::ground);
    }

    private Optional<Area> ground() {
        return warning.polygon().size() < CORNERS
                ? Optional.empty()
                : Optional.of(new Area.Polygon(warning.polygon(), List.of()));
    }
}
