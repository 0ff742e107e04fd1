package vedette.core.estimate.sigma;

import java.util.Locale;

/// Prints the tables of docs/benchmarks.md, "Classic filters' problems".
public final class ClassicTable {
    private ClassicTable() {}

    /// Runs all three problems; a minute or so.
    ///
    /// @param args how many runs of Farina's problem; 400 without
    public static void main(String[] args) {
        int runs = args.length > 0 ? Integer.parseInt(args[0]) : 400;
        farina(runs);
        System.out.println();
        double[][] fall = FallingBody.score(100, 30, 2);
        System.out.println("| s | hindsight: height ft, speed ft/s, drag 1/ft | unscented filter |");
        for (int k : new int[] {5, 10, 15, 20, 30, 40, 60}) {
            print(
                    "| %d | %.1f, %.3g, %.2e | %.1f, %.3g, %.2e |%n",
                    k, fall[k][0], fall[k][1], fall[k][2], fall[k][3], fall[k][4], fall[k][5]);
        }
        for (double sigma : new double[] {17e-3, 0.17e-3}) {
            double[] plane = PlaneReentry.score(10, sigma, 5, 1);
            print("plane re-entry, %.2f mrad: hindsight %.2f m, unscented %.2f m%n", sigma * 1e3, plane[0], plane[1]);
        }
    }

    private static void farina(int runs) {
        double[][] bound = Farina.bound();
        double[][] score = Farina.score(runs, Farina.LOOKS, 2);
        double band = 1.96 * Math.sqrt(2 * 4.0 / runs);
        int near = 0;
        int honest = 0;
        System.out.println("| s | bound x y m, x' y' m/s | RMS | worst ratio | NEES |");
        for (int k = 2; k < Farina.LOOKS; k++) {
            if (k >= 30) {
                near += Farina.worstShare(score[k], bound[k]) <= 1.15 ? 1 : 0;
                honest += Math.abs(score[k][4] - 4) <= band ? 1 : 0;
            }
            if (k == 2 || k == 5 || k % 10 == 0 || k == 59) {
                double[] b = bound[k];
                double[] s = score[k];
                print(
                        "| %.0f | %.0f %.0f, %.1f %.1f | %.0f %.0f, %.1f %.1f | %.2f | %.2f |%n",
                        k * Farina.T, b[0], b[2], b[1], b[3], s[0], s[2], s[1], s[3], Farina.worstShare(s, b), s[4]);
            }
        }
        print("after 60 s: RMS within 1.15 in %d of 30, NEES within 4 ± %.2f in %d of 30%n", near, band, honest);
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
