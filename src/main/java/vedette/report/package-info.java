/// Scores as pages that a person reads: HTML with SVG plots, without scripts, in light and in dark.
///
/// In: sheets of figures and their course over time. Out: text of SVG and HTML. It may use score, format.text, model
/// and math.
@NullMarked
package vedette.report;

import org.jspecify.annotations.NullMarked;
