package vedette.format.adsb;

/// How good a reported position is, in metres.
///
/// Source: DO-260B 2.2.3.2.7.2.7 (NACp), DO-260 Table 2-11 (NUCp by type code).
final class Quality {
    // 95 % bounds of the horizontal position error (EPU), metres, by NACp 1 … 11.
    private static final double[] EPU95_M = {Double.NaN, 18_520, 7_408, 3_704, 1_852, 926, 555.6, 185.2, 92.6, 30, 10, 3
    };

    // 95 % horizontal radius of version 0, metres, by NUCp 1 … 9 (DO-260 Table 2-11: HFOM).
    private static final double[] NUC95_M = {Double.NaN, 18_520, 9_260, 1_852, 926, 463, 185.2, 92.6, 10, 3};

    private static final double[] NACV95_MPS = {Double.NaN, 10, 3, 1, 0.3};

    // A circular normal error is inside 2.45 standard deviations (of one axis) with probability 0.95.
    private static final double SIGMA_IN_95 = 2.45;

    private Quality() {}

    /// Navigation uncertainty category of a position's type code, 0 to 9; 0 where it says nothing.
    static int nucP(int typecode) {
        return switch (typecode) {
            case 5, 9, 20 -> 9;
            case 6, 10, 21 -> 8;
            case 7, 11 -> 7;
            case 8, 12 -> 6;
            case 13 -> 5;
            case 14 -> 4;
            case 15 -> 3;
            case 16 -> 2;
            case 17 -> 1;
            default -> 0;
        };
    }

    /// Standard deviation of a horizontal axis, metres, of a NACp; NaN: unknown.
    static double sigmaOfNacP(int nacP) {
        return nacP >= 0 && nacP < EPU95_M.length ? EPU95_M[nacP] / SIGMA_IN_95 : Double.NaN;
    }

    /// Standard deviation of a horizontal axis, metres, of a NUCp; NaN: unknown.
    static double sigmaOfNucP(int nucP) {
        return nucP >= 0 && nucP < NUC95_M.length ? NUC95_M[nucP] / SIGMA_IN_95 : Double.NaN;
    }

    /// Standard deviation of a horizontal axis of velocity, m/s, of a NACv (95 %: 10, 3, 1, 0.3); NaN: unknown.
    static double sigmaOfNacV(int nacV) {
        return nacV >= 1 && nacV <= 4 ? NACV95_MPS[nacV] / SIGMA_IN_95 : Double.NaN;
    }

    /// Navigation integrity category of an airborne position, 0 to 11 (DO-260B Table 2-14, DO-260A Table 2-70).
    ///
    /// @param typecode 9 to 18, 20 to 22
    /// @param version 1 or more
    /// @param supplementA of the operational status
    /// @param supplementB of the position itself (version 2)
    static int airborneNic(int typecode, int version, boolean supplementA, boolean supplementB) {
        boolean finer = supplementA && (supplementB || version < 2);
        return switch (typecode) {
            case 9, 20 -> 11;
            case 10, 21 -> 10;
            case 11 -> finer ? 9 : 8;
            case 12 -> 7;
            case 13 -> 6;
            case 14 -> 5;
            case 15 -> 4;
            case 16 -> finer ? 3 : 2;
            case 17 -> 1;
            default -> 0;
        };
    }

    /// Navigation integrity category of a surface position, 0 to 11 (DO-260B Table 2-14).
    ///
    /// @param typecode 5 to 8
    /// @param supplementA of the operational status
    /// @param supplementC of the surface operational status (version 2)
    static int surfaceNic(int typecode, boolean supplementA, boolean supplementC) {
        return switch (typecode) {
            case 5 -> 11;
            case 6 -> 10;
            case 7 -> supplementA ? 9 : 8;
            case 8 -> supplementA && supplementC ? 7 : supplementA || supplementC ? 6 : 0;
            default -> 0;
        };
    }
}
