package vedette.core.estimate.pmbm;

import java.util.List;

/// A track: every hypothesis about one possible target.
///
/// @param hypotheses at least one; they exclude each other
record Line(List<Bernoulli> hypotheses) {
    Line moved(PlanarModel model, int states) {
        return new Line(
                hypotheses.stream().map(each -> each.moved(model, states)).toList());
    }
}
