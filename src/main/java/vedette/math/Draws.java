package vedette.math;

/// Chance as data: every draw is a function of its seed, its place and its purpose, never of what was drawn before.
///
/// Mixing is the finaliser of SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators"),
/// applied to the counter after each part of the key.
public final class Draws {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long key;
    private long counter;

    private Draws(long key) {
        this.key = key;
    }

    /// A stream of draws for one purpose at one place.
    ///
    /// @param seed the world's seed
    /// @param seq the place: an event's number, a scan, an object
    /// @param purpose what the draws are for; different purposes give independent streams
    public static Draws of(long seed, long seq, String purpose) {
        long hash = mixed(seed + GOLDEN);
        hash = mixed(hash ^ seq);
        for (int i = 0; i < purpose.length(); i++) {
            hash = mixed(hash * 31 + purpose.charAt(i));
        }
        return new Draws(hash);
    }

    /// The next 64 random bits.
    public long bits() {
        counter++;
        return mixed(key + counter * GOLDEN);
    }

    /// Uniform in [0, 1), with 53 random bits.
    public double uniform() {
        return (bits() >>> 11) * 0x1.0p-53;
    }

    /// Uniform in [low, high).
    public double uniform(double low, double high) {
        return low + (high - low) * uniform();
    }

    /// Uniform among 0 … bound − 1.
    ///
    /// @param bound 1 or more
    public int below(int bound) {
        Require.require(bound > 0, "bound %s", bound);
        return (int) Math.floor(uniform() * bound);
    }

    /// Normal with mean 0 and standard deviation 1 (Box and Muller 1958).
    public double gaussian() {
        double radius = Math.sqrt(-2 * Exact.log(1 - uniform()));
        return radius * Exact.cos(Exact.TWO_PI * uniform());
    }

    /// Poisson with the given mean (Knuth, TAOCP 2, 3.4.1); means above 500 are drawn as rounded normals.
    ///
    /// @param mean 0 or more
    public int poisson(double mean) {
        if (mean > 500) {
            return (int) Math.max(0, Math.rint(mean + Math.sqrt(mean) * gaussian()));
        }
        double limit = Exact.exp(-mean);
        double product = uniform();
        int count = 0;
        while (product > limit) {
            product *= uniform();
            count++;
        }
        return count;
    }

    private static long mixed(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
