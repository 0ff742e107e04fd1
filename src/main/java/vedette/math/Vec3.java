package vedette.math;

/// Three numbers in order.
///
/// @param x first
/// @param y second
/// @param z third
public record Vec3(double x, double y, double z) {
    /// Nothing in any direction.
    public static final Vec3 ZERO = new Vec3(0, 0, 0);

    /// Componentwise sum.
    public Vec3 plus(Vec3 other) {
        return new Vec3(x + other.x, y + other.y, z + other.z);
    }

    /// Componentwise difference.
    public Vec3 minus(Vec3 other) {
        return new Vec3(x - other.x, y - other.y, z - other.z);
    }

    /// Each component times a number.
    public Vec3 times(double factor) {
        return new Vec3(x * factor, y * factor, z * factor);
    }

    /// Inner product.
    public double dot(Vec3 other) {
        return x * other.x + y * other.y + z * other.z;
    }

    /// Outer product, right-handed.
    public Vec3 cross(Vec3 other) {
        return new Vec3(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    /// Length.
    public double norm() {
        return Math.sqrt(dot(this));
    }
}
