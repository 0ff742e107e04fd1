package vedette.core.track;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import vedette.math.LongTable;
import vedette.model.Ecef;
import vedette.model.Geodetic;
import vedette.model.LocalFrame;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.TrackGroup;
import vedette.model.TrackId;

/// Offers tracks as groups whose members cannot be told apart ([Company]), once a second.
///
/// A group is told when it was found some times in a row and ends when it was not found as often. It keeps its
/// number while the larger part of it stays together: after a split the larger part bears it, after a merger the
/// larger of the two. Tracks through space are left out: their frames and errors are of another size.
final class Groups {
    /// Fewer than this are no group.
    private static final int FEWEST = 3;

    /// So many steps in a row tell a group, or end it.
    private static final int STEADY = 3;

    /// Tracks that are looked at in one step. With more, only those of low flyers are.
    private static final int MOST_TRACKS = 1500;

    private final Working working;
    private final long ns;
    private final List<TrackFile> files;
    private final LongTable place = new LongTable(16);
    private final Company company;
    private final List<GroupFile> kept = new ArrayList<>();
    private long lastId;

    Groups(Working working, long ns, long[] watched) {
        this.working = working;
        this.ns = ns;
        files = files(working, watched);
        company = new Company(files, ns);
        files.forEach(file -> place.add(file.id()));
        lastId = working.state().lastGroup();
    }

    static boolean watches(TrackFile file) {
        return file.confirmed() && file.realm() != Realm.SPACE;
    }

    /// Notes a track that is watched.
    ///
    /// @param all all such tracks
    /// @param low those of low flyers
    static void watch(TrackFile file, LongTable all, LongTable low) {
        if (all.size() <= MOST_TRACKS) {
            all.add(file.id());
        }
        if (file.realm() == Realm.LOW && low.size() < MOST_TRACKS) {
            low.add(file.id());
        }
    }

    /// The tracks that are looked at.
    static long[] chosen(Walk walk) {
        return walk.watched().length > MOST_TRACKS ? walk.low() : walk.watched();
    }

    private static List<TrackFile> files(Working working, long[] ids) {
        List<TrackFile> files = new ArrayList<>(ids.length);
        for (long id : ids) {
            TrackFile file = working.file(id);
            if (file != null && watches(file)) {
                files.add(file);
            }
        }
        return files;
    }

    /// Looks who flies together, and says what changed.
    void find() {
        List<GroupFile> before = new ArrayList<>(working.state().groups());
        if (files.isEmpty() && before.isEmpty()) {
            return;
        }
        List<List<Integer>> sets = new ArrayList<>(company.sets(groupOf(before), FEWEST));
        if (company.crowded()) {
            working.refuse("groups", "so many tracks are near each other that groups were not looked for");
            return;
        }
        // The larger groups choose first; of equal ones the older.
        before.sort(Comparator.comparingInt((GroupFile group) -> -group.members().length)
                .thenComparingLong(GroupFile::id));
        for (GroupFile group : before) {
            go(group, sets);
        }
        for (List<Integer> set : sets) {
            kept.add(new GroupFile(++lastId, members(set), ns, 1, false));
        }
        kept.sort(Comparator.comparingLong(GroupFile::id));
        working.state(working.state().withGroups(kept, lastId));
    }

    private int[] groupOf(List<GroupFile> groups) {
        int[] of = new int[files.size()];
        for (int g = 0; g < groups.size(); g++) {
            for (long member : groups.get(g).members()) {
                int at = place.find(member);
                if (at >= 0) {
                    of[at] = g + 1;
                }
            }
        }
        return of;
    }

    // The set with most of the members is the group as it is now.
    private void go(GroupFile group, List<List<Integer>> sets) {
        int best = -1;
        int most = 1;
        for (int s = 0; s < sets.size(); s++) {
            int shared = 0;
            for (int i : sets.get(s)) {
                shared += Arrays.binarySearch(group.members(), files.get(i).id()) >= 0 ? 1 : 0;
            }
            if (shared > most) {
                best = s;
                most = shared;
            }
        }
        if (best < 0) {
            lost(group);
            return;
        }
        long[] members = members(sets.remove(best));
        int steps = Math.max(group.steps(), 0) + 1;
        boolean told = group.told() || steps >= STEADY;
        GroupFile now = new GroupFile(group.id(), members, group.sinceNs(), Math.min(steps, STEADY), told);
        kept.add(now);
        if (told) {
            working.say(new Output.GroupChanged(noun(now)));
        }
    }

    private void lost(GroupFile group) {
        int steps = Math.min(group.steps(), 0) - 1;
        if (!group.told()) {
            return;
        }
        if (steps > -STEADY) {
            kept.add(new GroupFile(group.id(), group.members(), group.sinceNs(), steps, true));
        } else {
            working.say(new Output.GroupEnded(
                    group.id(), new Moment(ns), "its members are gone, told apart or in another group"));
        }
    }

    private long[] members(List<Integer> set) {
        long[] members = new long[set.size()];
        for (int k = 0; k < members.length; k++) {
            members[k] = files.get(set.get(k)).id();
        }
        Arrays.sort(members);
        return members;
    }

    private TrackGroup noun(GroupFile group) {
        int n = group.members().length;
        double[] centre = new double[6];
        double squares = 0;
        double exist = 0;
        double variance = 0;
        List<TrackId> ids = new ArrayList<>();
        for (long member : group.members()) {
            int i = place.find(member);
            ids.add(new TrackId(member));
            exist += files.get(i).existence();
            variance += files.get(i).existence() * (1 - files.get(i).existence());
            for (int k = 0; k < 3; k++) {
                centre[k] += company.places()[3 * i + k] / n;
                centre[3 + k] += company.velocities()[3 * i + k] / n;
            }
        }
        for (long member : group.members()) {
            int i = place.find(member);
            for (int k = 0; k < 3; k++) {
                double d = company.places()[3 * i + k] - centre[k];
                squares += d * d;
            }
        }
        int least = (int) Math.max(0, Math.floor(exist - 2 * Math.sqrt(variance)));
        Geodetic middle = new Ecef(centre[0], centre[1], centre[2]).geodetic();
        return new TrackGroup(
                group.id(),
                ids,
                new Moment(ns),
                middle,
                LocalFrame.at(middle).turned(centre[3], centre[4], centre[5]),
                Math.sqrt(squares / n),
                new TrackGroup.Count(least, (int) Math.ceil(exist + 2 * Math.sqrt(variance))),
                new Moment(group.sinceNs()));
    }
}
