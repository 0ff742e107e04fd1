package vedette.core.missile;

import java.util.ArrayList;
import java.util.List;
import vedette.model.InfraredSatellite;
import vedette.model.WarningRadar;

/// The sensors of a watch when it is told of others: those that stay keep their places, so that nothing of what they
/// have seen is lost; those that go keep theirs as well until nothing is watched any more, but are not listened to.
///
/// @param satellites all that have a place
/// @param radars all that have a place
/// @param retired those of them that are gone
record Enlisting(List<InfraredSatellite> satellites, List<WarningRadar> radars, Retired retired) {
    /// More sensors of a kind have no place.
    static final int MOST = 64;

    static Enlisting of(MissileState before, List<InfraredSatellite> satellites, List<WarningRadar> radars) {
        List<InfraredSatellite> eyes = new ArrayList<>(before.satellites());
        List<WarningRadar> posts = new ArrayList<>(before.radars());
        List<Integer> blind = changed(eyes, satellites);
        List<Integer> deaf = changed(posts, radars);
        return new Enlisting(eyes, posts, new Retired(blind, deaf));
    }

    /// Those that are listened to.
    Enlisting active() {
        return new Enlisting(but(satellites, retired.satellites()), but(radars, retired.radars()), Retired.NONE);
    }

    private static <S> List<S> but(List<S> all, List<Integer> gone) {
        List<S> active = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!gone.contains(i)) {
                active.add(all.get(i));
            }
        }
        return active;
    }

    boolean fits() {
        return satellites.size() <= MOST && radars.size() <= MOST;
    }

    // Adds what is new; gives the places of those that are not told of any more.
    private static <S> List<Integer> changed(List<S> known, List<S> told) {
        for (S each : told) {
            if (!known.contains(each)) {
                known.add(each);
            }
        }
        List<Integer> gone = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            if (!told.contains(known.get(i))) {
                gone.add(i);
            }
        }
        return gone;
    }
}
