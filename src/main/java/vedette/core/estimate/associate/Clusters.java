package vedette.core.estimate.associate;

import java.util.Arrays;

/// The tracks of a look in clusters: two tracks that may own the same plot are in one.
///
/// Union-find over the pairs; the root of each cluster is its lowest track. Clusters stand in the order of their lowest
/// track, and tracks within one ascend, so that results can be joined in index order whoever computed them. Linear, and
/// nothing is allocated once the arrays have grown.
public final class Clusters {
    private int[] root = new int[64];
    private int[] firstTrack = new int[64];
    private int[] number = new int[64];
    private int[] order = new int[64];
    private int[] start = new int[65];
    private int count;

    /// Forms the clusters of a look.
    ///
    /// @param gains the gated pairs
    public void form(Gains gains) {
        room(gains.tracks(), gains.plots());
        join(gains);
        sort(gains.tracks());
    }

    private void room(int tracks, int plots) {
        if (root.length < tracks) {
            int size = Math.max(tracks, 2 * root.length);
            root = new int[size];
            number = new int[size];
            order = new int[size];
            start = new int[size + 1];
        }
        if (firstTrack.length < plots) {
            firstTrack = new int[Math.max(plots, 2 * firstTrack.length)];
        }
        Arrays.fill(firstTrack, 0, plots, -1);
        for (int i = 0; i < tracks; i++) {
            root[i] = i;
        }
    }

    private void join(Gains gains) {
        int[] trackOf = gains.trackOf();
        int[] plotOf = gains.plotOf();
        for (int k = 0; k < gains.pairs(); k++) {
            int before = firstTrack[plotOf[k]];
            if (before < 0) {
                firstTrack[plotOf[k]] = trackOf[k];
            } else {
                int a = find(before);
                int b = find(trackOf[k]);
                root[Math.max(a, b)] = Math.min(a, b);
            }
        }
    }

    private int find(int of) {
        int at = of;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }

    // A root is never above its members, so one ascending pass numbers clusters by their lowest track; a counting sort
    // then brings each cluster's tracks together.
    private void sort(int tracks) {
        count = 0;
        for (int i = 0; i < tracks; i++) {
            int lowest = find(i);
            if (lowest == i) {
                number[i] = count++;
                start[count] = 0;
            } else {
                number[i] = number[lowest];
            }
            start[number[i] + 1]++;
        }
        start[0] = 0;
        for (int c = 0; c < count; c++) {
            start[c + 1] += start[c];
        }
        for (int i = 0; i < tracks; i++) {
            order[start[number[i]]++] = i;
        }
        System.arraycopy(start, 0, start, 1, count);
        start[0] = 0;
    }

    /// How many clusters.
    public int count() {
        return count;
    }

    /// Where a cluster begins in [#tracks()]; it ends before `from(cluster + 1)`.
    ///
    /// @param cluster 0 to [#count()], inclusive
    public int from(int cluster) {
        return start[cluster];
    }

    /// The tracks, cluster by cluster.
    public int[] tracks() {
        return order;
    }
}
