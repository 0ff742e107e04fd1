package vedette.tutorial;

import java.util.ArrayList;
import java.util.List;
import vedette.core.track.TrackInput;
import vedette.core.track.TrackState;
import vedette.core.track.Tracker;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Track;
import vedette.score.PictureScore;
import vedette.score.ScoredState;
import vedette.score.ScoringRules;
import vedette.score.ScoringRules.Epochs;

/// Plots in, tracks out, GOSPA printed.
public final class PlotsInTracksOut {
    public static void main(String[] args) {
        Sky sky = new Sky();
        Tracker tracker = new Tracker();
        TrackState state = tracker.step(TrackState.EMPTY, new TrackInput.Known(List.of(sky.radar())))
                .next();
        List<ScoredState> tracks = new ArrayList<>();
        long seq = 0;
        for (int t = 2; t <= 120; t += 2) {
            Moment now = new Moment(t * 1_000_000_000L);
            for (Measurement measurement : sky.seen(now)) {
                state = tracker.step(state, new TrackInput.Seen(++seq, now, measurement))
                        .next();
            }
            for (Track track : tracker.picture(state, now)) {
                tracks.add(ScoredState.of(t, track));
            }
        }
        ScoringRules rules = new ScoringRules("tutorial", 1, new Epochs(2, 2, 60), 3, 1000, 2, List.of());
        switch (PictureScore.of(rules, sky.truth(), tracks)) {
            case PictureScore.Scored scored ->
                System.out.println("mean GOSPA, m: "
                        + scored.sheet().number("gospa", "mean").orElse(Double.NaN));
            case PictureScore.Refused refused -> System.out.println(refused.reason());
        }
    }
}
