package vedette.core.estimate.associate;

import java.util.Arrays;

/// The shared pairs of a cluster seen from the columns: for each shared plot the pairs that want it, rows ascending.
final class Columns {
    int[] start = new int[17];
    int[] pair = new int[32];

    void of(Part part) {
        if (start.length < part.shared + 1) {
            start = new int[2 * part.shared + 1];
        }
        if (pair.length < part.pairs) {
            pair = new int[2 * part.pairs];
        }
        Arrays.fill(start, 0, part.shared + 1, 0);
        for (int k = 0; k < part.pairs; k++) {
            if (part.columnOf[k] < part.shared) {
                start[part.columnOf[k] + 1]++;
            }
        }
        for (int j = 0; j < part.shared; j++) {
            start[j + 1] += start[j];
        }
        for (int k = 0; k < part.pairs; k++) {
            if (part.columnOf[k] < part.shared) {
                pair[start[part.columnOf[k]]++] = k;
            }
        }
        System.arraycopy(start, 0, start, 1, part.shared);
        start[0] = 0;
    }
}
