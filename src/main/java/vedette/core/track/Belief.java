package vedette.core.track;

/// What a track believes about one of its codes: the likeliest, its strongest rival, and how likely each is. What is
/// left to one is "some other code".
///
/// A filter over hidden codes: at each look the object's own code changes rarely, and what is told is seldom another
/// one ([CodeKind]). So a single garbled code moves little, the same new code told again wins, and however long a code
/// was believed, it can be unlearnt, since a change never has probability 0. Only + − × ÷: bit for bit everywhere.
///
/// @param code the likeliest; of no meaning where `held` is 0
/// @param held its probability, [0, 1]
/// @param rival the next; of no meaning where `rivalHeld` is 0
/// @param rivalHeld its probability, at most `held`
record Belief(long code, double held, long rival, double rivalHeld) {
    /// A rival that is so unlikely is forgotten.
    private static final double FORGOTTEN = 1e-9;

    /// Before any code was told.
    static final Belief NONE = new Belief(0, 0, 0, 0);

    /// Whether any code was told yet.
    boolean isKnown() {
        return held > 0;
    }

    /// The belief after a look that told a code.
    Belief after(CodeKind kind, long told) {
        if (!isKnown()) {
            return new Belief(told, first(kind, told), 0, 0);
        }
        double stay = 1 - kind.change();
        double mine = held * stay * likelihood(kind, code, told);
        double other = rivalHeld * stay * likelihood(kind, rival, told);
        double strange = strange(kind) * anybody(kind, told);
        double all = mine + other + strange;
        if (told == code) {
            return with((mine + strange) / all, rival, other / all);
        }
        boolean isRival = rivalHeld > 0 && told == rival;
        double its = isRival ? (other + strange) / all : strange / all;
        if (!isRival && its <= other / all) {
            return with(mine / all, rival, other / all);
        }
        return mine / all >= its ? with(mine / all, told, its) : new Belief(told, its, code, mine / all);
    }

    // The same object where nothing changed: most looks tell again what is known.
    private Belief with(double newHeld, long newRival, double newRivalHeld) {
        boolean forgets = newRivalHeld < FORGOTTEN;
        if (newHeld == held && (forgets ? 0 : newRivalHeld) == rivalHeld) {
            return this;
        }
        return new Belief(code, newHeld, forgets ? 0 : newRival, forgets ? 0 : newRivalHeld);
    }

    /// The probability that a code is the object's own when it is the first that is told.
    private static double first(CodeKind kind, long told) {
        double sound = kind.sound() * kind.share(told);
        return sound / (sound + kind.wrong());
    }

    /// How much likelier a code is told by this object than by any other.
    double ratio(CodeKind kind, long told) {
        double own = held * likelihood(kind, code, told) + rivalHeld * likelihood(kind, rival, told);
        return (1 - kind.change()) * own / anybody(kind, told) + strange(kind);
    }

    // The probability that any other object tells a code.
    private static double anybody(CodeKind kind, long told) {
        return kind.sound() * kind.share(told) + kind.wrong();
    }

    // The probability that the object's code now is none of the two.
    private double strange(CodeKind kind) {
        double before = Math.max(0, 1 - held - rivalHeld);
        return before + kind.change() * (held + rivalHeld);
    }

    private static double likelihood(CodeKind kind, long own, long told) {
        return own == told ? kind.sound() : kind.wrong();
    }
}
