package vedette.report;

import vedette.score.Course;
import vedette.score.Sheet;

/// One tracker's result on a scenario.
///
/// @param name what it is called in plots and tables, as its file's name
/// @param sheet its figures
/// @param course the same over time
public record ScoredRun(String name, Sheet sheet, Course course) {}
