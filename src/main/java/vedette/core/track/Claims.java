package vedette.core.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.model.Affiliation;
import vedette.model.Altitude;
import vedette.model.Identity;
import vedette.model.Kinds;
import vedette.model.Measurement.PositionReport;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Provenance;
import vedette.model.Releasability;
import vedette.model.SensorId;
import vedette.model.Traits;

/// What is said about a track apart from where it is.
///
/// @param identity who it is, by what is believed of its codes
/// @param codes what is believed of each of its codes
/// @param altitude its latest told or measured altitude
/// @param kinds what others concluded that it may be
/// @param affiliation its standard identity, as concluded
/// @param sources the sensors that have held it, sorted
/// @param releasability the meet of its sources'
/// @param traits what was said of its nature, where anything was
record Claims(
        Identity identity,
        Codes codes,
        Altitude altitude,
        Kinds kinds,
        Affiliation affiliation,
        List<SensorId> sources,
        Releasability releasability,
        Optional<Traits> traits) {
    /// More sources than this are not listed: a flood of names must not grow a track.
    private static final int MOST_SOURCES = 32;

    Claims {
        sources = List.copyOf(sources);
    }

    static Claims first(Provenance provenance, Identity identity, Altitude altitude) {
        return new Claims(
                identity,
                Codes.NONE.after(identity),
                altitude,
                Kinds.UNKNOWN,
                Affiliation.PENDING,
                List.of(provenance.sensor()),
                provenance.releasability(),
                Optional.empty());
    }

    /// After a look of a radar that tells what it looked like.
    ///
    /// @param weight probability that it was this object
    Claims looking(RadarPlot plot, double weight) {
        return plot.signature().isEmpty()
                ? this
                : with(traits.orElse(Traits.NONE)
                        .with(plot.provenance(), plot.signature().get(), weight));
    }

    /// After a report of somebody who says what it takes the object for.
    Claims saying(PositionReport report) {
        return report.claim().isEmpty()
                ? this
                : with(traits.orElse(Traits.NONE)
                        .with(report.provenance(), report.claim().get()));
    }

    /// With more said of its nature.
    Claims with(Traits more) {
        return new Claims(identity, codes, altitude, kinds, affiliation, sources, releasability, Optional.of(more));
    }

    /// After a look at the track: a single code that contradicts is doubted first.
    Claims with(Provenance provenance, Identity told, Altitude height) {
        if (told.equals(Identity.NONE)) {
            return with(provenance, identity, codes, height);
        }
        Codes believed = codes.after(told);
        return with(provenance, believed.identity(identity, told), believed, height);
    }

    /// After a report of a system that has weighed the codes itself: its word holds at once.
    Claims reported(Provenance provenance, Identity told, Altitude height) {
        return with(provenance, identity.updatedBy(told), Codes.NONE, height);
    }

    @SuppressWarnings("ReferenceEquality") // equal parts that are other objects cost one object too many
    private Claims with(Provenance provenance, Identity newer, Codes newerCodes, Altitude told) {
        Altitude height = told instanceof Altitude.Unknown ? altitude : told;
        List<SensorId> from = sources(provenance.sensor());
        Releasability less = releasability.meet(provenance.releasability());
        boolean same = newer == identity
                && newerCodes == codes
                && height == altitude
                && from == sources
                && less == releasability;
        return same ? this : new Claims(newer, newerCodes, height, kinds, affiliation, from, less, traits);
    }

    Claims judged(Kinds newKinds, Affiliation newAffiliation) {
        return new Claims(identity, codes, altitude, newKinds, newAffiliation, sources, releasability, traits);
    }

    private List<SensorId> sources(SensorId sensor) {
        if (sources.contains(sensor) || sources.size() >= MOST_SOURCES) {
            return sources;
        }
        List<SensorId> more = new ArrayList<>(sources);
        more.add(sensor);
        more.sort(null);
        return more;
    }
}
