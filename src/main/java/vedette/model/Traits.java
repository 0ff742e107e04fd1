package vedette.model;

import java.util.ArrayList;
import java.util.List;
import vedette.math.Exact;

/// What the measurements of an object said of its nature, added up; what is older counts less.
///
/// @param at the latest of them
/// @param rotors looks that found rotor modulation, faded
/// @param noRotors looks that looked for it and found none, faded
/// @param cross its radar cross section
/// @param heard directions from which its radio, sound or light came, faded
/// @param told what sensors take it for, the latest word of each
public record Traits(Moment at, double rotors, double noRotors, CrossSection cross, double heard, List<Told> told) {
    /// Nothing said.
    public static final Traits NONE = new Traits(new Moment(0), 0, 0, CrossSection.NONE, 0, List.of());

    /// What was said is half forgotten after about two thirds of this, seconds: an object does not change
    /// its nature, but a track may change its object.
    private static final double FADING_S = 60;

    /// Words of more sensors than this are not kept.
    private static final int MOST_TOLD = 4;

    /// Copies the list.
    public Traits {
        told = List.copyOf(told);
    }

    /// Radar cross sections added up.
    ///
    /// @param count how many, faded
    /// @param meanDbsm their mean, decibels above a square metre
    /// @param varianceDb2 their variance, dB²
    public record CrossSection(double count, double meanDbsm, double varianceDb2) {
        static final CrossSection NONE = new CrossSection(0, 0, 0);

        private CrossSection with(double dbsm, double fade, double weight) {
            double before = count * fade;
            double after = before + weight;
            double step = dbsm - meanDbsm;
            double mean = meanDbsm + step * weight / after;
            double variance = (before * varianceDb2 + before * weight / after * step * step) / after;
            return new CrossSection(after, mean, variance);
        }

        private CrossSection faded(double fade) {
            return new CrossSection(count * fade, meanDbsm, varianceDb2);
        }
    }

    /// A sensor's word.
    ///
    /// @param sensor whose
    /// @param claim what it takes the object for
    public record Told(SensorId sensor, KindClaim claim) {}

    /// With a look of a radar.
    ///
    /// @param from whose, and when
    /// @param signature what it looked like
    /// @param weight probability that it was this object, (0, 1]
    public Traits with(Provenance from, Signature signature, double weight) {
        double fade = fade(from.observedAt());
        CrossSection crossed = signature.rcsDbsm().isPresent()
                ? cross.with(signature.rcsDbsm().getAsDouble(), fade, weight)
                : cross.faded(fade);
        return new Traits(
                Moment.later(at, from.observedAt()),
                rotors * fade + (signature.rotors() == Signature.Rotors.PRESENT ? weight : 0),
                noRotors * fade + (signature.rotors() == Signature.Rotors.ABSENT ? weight : 0),
                crossed,
                heard * fade,
                signature.claim().map(claim -> told(from.sensor(), claim)).orElse(told));
    }

    /// With a direction from which something of it was heard or seen.
    ///
    /// @param bearing what came
    /// @param weight probability that it was this object, (0, 1]
    public Traits with(Measurement.Bearing bearing, double weight) {
        Provenance from = bearing.provenance();
        double fade = fade(from.observedAt());
        return new Traits(
                Moment.later(at, from.observedAt()),
                rotors * fade,
                noRotors * fade,
                cross.faded(fade),
                heard * fade + weight,
                bearing.claim().map(claim -> told(from.sensor(), claim)).orElse(told));
    }

    /// With the word of a sensor that tells a place and no look: a camera, a person.
    public Traits with(Provenance from, KindClaim claim) {
        double fade = fade(from.observedAt());
        return new Traits(
                Moment.later(at, from.observedAt()),
                rotors * fade,
                noRotors * fade,
                cross.faded(fade),
                heard * fade,
                told(from.sensor(), claim));
    }

    private double fade(Moment now) {
        double ageS = ((double) now.taiNs() - (double) at.taiNs()) * 1e-9;
        return ageS <= 0 ? 1 : Exact.exp(-ageS / FADING_S);
    }

    private List<Told> told(SensorId sensor, KindClaim claim) {
        List<Told> words = new ArrayList<>(told);
        words.removeIf(each -> each.sensor().equals(sensor));
        if (words.size() < MOST_TOLD) {
            words.add(new Told(sensor, claim));
        }
        return words;
    }
}
