package vedette.core.motion;

/// The coefficients of an explicit Runge-Kutta pair: how to step, and how to tell the error of the step.
///
/// Two are held: order 5 with an embedded 4 for short steps (Dormand and Prince 1980, RK5(4)7M), whose last
/// slope is the first of the next step, and order 8 with embedded 5 and 3 for long ones (Hairer, Nørsett and
/// Wanner 1993, Solving Ordinary Differential Equations I, II.5, DOP853).
final class Tableau {
    private static final double[][] SHORT_ROWS = {
        {},
        {1.0 / 5},
        {3.0 / 40, 9.0 / 40},
        {44.0 / 45, -56.0 / 15, 32.0 / 9},
        {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
        {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
        {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84}
    };
    private static final double[] SHORT_ERROR = {
        71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40
    };
    private static final double[][] LONG_ROWS = {
        {},
        {0.05260015195876773},
        {0.0197250569845379, 0.0591751709536137},
        {0.02958758547680685, 0, 0.08876275643042054},
        {0.2413651341592667, 0, -0.8845494793282861, 0.924834003261792},
        {0.037037037037037035, 0, 0, 0.17082860872947386, 0.12546768756682242},
        {0.037109375, 0, 0, 0.17025221101954405, 0.06021653898045596, -0.017578125},
        {
            0.03709200011850479,
            0,
            0,
            0.17038392571223998,
            0.10726203044637328,
            -0.015319437748624402,
            0.008273789163814023
        },
        {
            0.6241109587160757,
            0,
            0,
            -3.3608926294469414,
            -0.868219346841726,
            27.59209969944671,
            20.154067550477894,
            -43.48988418106996
        },
        {
            0.47766253643826434,
            0,
            0,
            -2.4881146199716677,
            -0.590290826836843,
            21.230051448181193,
            15.279233632882423,
            -33.28821096898486,
            -0.020331201708508627
        },
        {
            -0.9371424300859873,
            0,
            0,
            5.186372428844064,
            1.0914373489967295,
            -8.149787010746927,
            -18.52006565999696,
            22.739487099350505,
            2.4936055526796523,
            -3.0467644718982196
        },
        {
            2.273310147516538,
            0,
            0,
            -10.53449546673725,
            -2.0008720582248625,
            -17.9589318631188,
            27.94888452941996,
            -2.8589982771350235,
            -8.87285693353063,
            12.360567175794303,
            0.6433927460157636
        },
        {
            0.054293734116568765,
            0,
            0,
            0,
            0,
            4.450312892752409,
            1.8915178993145003,
            -5.801203960010585,
            0.3111643669578199,
            -0.1521609496625161,
            0.20136540080403034,
            0.04471061572777259
        }
    };
    private static final double[] LONG_ERROR = {
        0.01312004499419488,
        0,
        0,
        0,
        0,
        -1.2251564463762044,
        -0.4957589496572502,
        1.6643771824549864,
        -0.35032884874997366,
        0.3341791187130175,
        0.08192320648511571,
        -0.022355307863886294
    };
    private static final double[] LONG_COARSE = {
        -0.18980075407240762,
        0,
        0,
        0,
        0,
        4.450312892752409,
        1.8915178993145003,
        -5.801203960010585,
        -0.4226823213237919,
        -0.1521609496625161,
        0.20136540080403034,
        0.02265179219836082
    };

    /// Slopes a step needs, the first included.
    final int slopes;
    /// The weights of the slopes so far, for the place of slope i; the last row is the step itself.
    final double[][] rows;
    /// Weights of the slopes in the error, and in a coarser one (empty where there is none).
    final double[] error;

    final double[] coarse;
    /// Whether the last slope stands at the end of the step.
    final boolean closes;

    private Tableau(double[][] rows, double[] error, double[] coarse, boolean closes) {
        this.rows = rows;
        this.slopes = closes ? rows.length : rows.length - 1;
        this.error = error;
        this.coarse = coarse;
        this.closes = closes;
    }

    static Tableau shortSteps() {
        return new Tableau(SHORT_ROWS, SHORT_ERROR, new double[0], true);
    }

    static Tableau longSteps() {
        return new Tableau(LONG_ROWS, LONG_ERROR, LONG_COARSE, false);
    }
}
