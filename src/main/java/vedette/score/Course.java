package vedette.score;

import java.util.List;

/// A picture's figures over time: what a plot is drawn from.
///
/// @param pace what runs from point to point
/// @param points one for each epoch or step, in order
/// @param switches where an object was taken over by another track, in order of time
public record Course(Pace pace, List<Point> points, List<Switch> switches) {
    /// Copies the lists.
    public Course {
        points = List.copyOf(points);
        switches = List.copyOf(switches);
    }

    /// What runs from point to point.
    public enum Pace {
        /// Seconds from the scenario's start.
        SECONDS,
        /// Steps from 1, each the average over all runs.
        STEPS
    }

    /// One epoch or step.
    ///
    /// @param at the time in seconds, or the step's number
    /// @param truths how many objects there were; over several runs their mean
    /// @param tracks how many tracks were shown; over several runs their mean
    /// @param gospa the GOSPA distance, metres; over several runs the root of the mean of GOSPAᵖ
    /// @param parts what it is made of
    /// @param honesty whether the tracks know how wrong they are
    public record Point(double at, double truths, double tracks, double gospa, Parts parts, Honesty honesty) {}

    /// GOSPA's parts as distances: the p-th root of each part of GOSPAᵖ, so that for p = 2 the squares add up.
    ///
    /// @param localisation of the pairs, metres
    /// @param missed of the missed objects, metres
    /// @param falseTracks of the false tracks, metres
    public record Parts(double localisation, double missed, double falseTracks) {}

    /// The normalised estimation errors squared of one epoch.
    ///
    /// @param samples how many pairs carry a covariance
    /// @param anees their mean over the number of dimensions, 1 for honest covariances; NaN without samples
    /// @param inside95 the share inside the 95 % region; NaN without samples
    public record Honesty(int samples, double anees, double inside95) {
        /// Nothing is known.
        public static final Honesty NONE = new Honesty(0, Double.NaN, Double.NaN);
    }

    /// An object taken over by another track than it last had.
    ///
    /// @param at when, in the unit of the points
    /// @param target the object
    /// @param before the track it last had
    /// @param after the track that has it now
    public record Switch(double at, String target, String before, String after) {}
}
