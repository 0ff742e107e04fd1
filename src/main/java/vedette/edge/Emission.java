package vedette.edge;

import vedette.model.Moment;
import vedette.model.Output;

/// An output with its place in the order of things.
///
/// @param at the engine's time when it was said
/// @param seq the event that caused it
/// @param index its place among the outputs of that event, from 0
/// @param output what was said
public record Emission(Moment at, long seq, int index, Output output) {}
