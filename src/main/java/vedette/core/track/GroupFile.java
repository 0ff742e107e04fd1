package vedette.core.track;

/// What is remembered of a group, or of tracks that may become one.
///
/// @param id its number
/// @param members its tracks' numbers, ascending; never changed
/// @param sinceNs when they were first found together
/// @param steps for how many steps in a row they were found together (positive) or not found (negative)
/// @param told whether it was told
record GroupFile(long id, long[] members, long sinceNs, int steps, boolean told) {}
