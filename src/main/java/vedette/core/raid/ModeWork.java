package vedette.core.raid;

import vedette.math.Exact;
import vedette.math.Kernel;

/// The arithmetic on [Modes]: one workspace, values in and values out.
final class ModeWork {
    private static final int W = Modes.WIDTH;

    /// Modes that are worked on at once: those kept, and the turns of both kinds and from the one to the other.
    private static final int MOST = 66;

    private final double[] rows = new double[MOST * W];
    private final double[] spare = new double[W];
    private int count;

    ModeWork load(Modes modes) {
        count = Math.min(modes.count(), MOST);
        System.arraycopy(modes.values(), 0, rows, 0, count * W);
        return this;
    }

    /// What is worked on, its weights made to sum up to one.
    Modes modes() {
        double sum = 0;
        for (int mode = 0; mode < count; mode++) {
            sum += rows[mode * W];
        }
        double[] values = new double[count * W];
        System.arraycopy(rows, 0, values, 0, values.length);
        for (int mode = 0; mode < count; mode++) {
            values[mode * W] /= sum;
        }
        return new Modes(values);
    }

    /// Carries all modes on in time.
    ///
    /// @param dtS 0 or more, seconds
    ModeWork ahead(double dtS) {
        for (int mode = 0; mode < count; mode++) {
            carry(rows, mode * W, dtS);
        }
        return this;
    }

    // P ← F P Fᵀ + Q of a constant velocity in white acceleration (Bar-Shalom 2001, eq. 6.2.2-12).
    @Kernel
    static void carry(double[] r, int o, double t) {
        double q = Model.UNREST;
        r[o + 1] += t * r[o + 3];
        r[o + 2] += t * r[o + 4];
        r[o + 5] += 2 * t * r[o + 7] + t * t * r[o + 12] + q * t * t * t / 3;
        r[o + 6] += t * (r[o + 8] + r[o + 10]) + t * t * r[o + 13];
        r[o + 7] += t * r[o + 12] + q * t * t / 2;
        r[o + 8] += t * r[o + 13];
        r[o + 9] += 2 * t * r[o + 11] + t * t * r[o + 14] + q * t * t * t / 3;
        r[o + 10] += t * r[o + 13];
        r[o + 11] += t * r[o + 14] + q * t * t / 2;
        r[o + 12] += q * t;
        r[o + 14] += q * t;
    }

    /// The density of a sound over all modes, per m²: how well it fits.
    double density(Sound sound, double dtS) {
        double sum = 0;
        for (int mode = 0; mode < count; mode++) {
            sum += rows[mode * W] * density(rows, mode * W, sound, dtS);
        }
        return sum;
    }

    @Kernel
    static double density(double[] r, int o, Sound z, double t) {
        double dx = z.x() - r[o + 1] - t * r[o + 3];
        double dy = z.y() - r[o + 2] - t * r[o + 4];
        double sxx = r[o + 5] + 2 * t * r[o + 7] + t * t * r[o + 12] + z.xx();
        double sxy = r[o + 6] + t * (r[o + 8] + r[o + 10]) + t * t * r[o + 13] + z.xy();
        double syy = r[o + 9] + 2 * t * r[o + 11] + t * t * r[o + 14] + z.yy();
        double det = sxx * syy - sxy * sxy;
        double squared = (dx * dx * syy - 2 * dx * dy * sxy + dy * dy * sxx) / det;
        return squared > 60 ? 0 : Exact.exp(-0.5 * squared) / (2 * Math.PI * Math.sqrt(det));
    }

    /// Every mode becomes what it was with the chance that another made the sound, and what the sound makes of it
    /// with the chance that this flier did: both in one by their moments.
    ///
    /// @param share chance that this flier made the sound
    /// @param density what [#density] gave, above 0
    ModeWork heard(Sound sound, double dtS, double share, double density) {
        for (int mode = 0; mode < count; mode++) {
            int o = mode * W;
            double before = rows[o];
            double with = share * before * density(rows, o, sound, dtS) / density;
            double without = (1 - share) * before;
            double weight = with + without;
            if (with > 1e-9 * weight) {
                System.arraycopy(rows, o, spare, 0, W);
                correct(spare, sound, dtS);
                blend(rows, o, spare, weight > 0 ? with / weight : 0);
            }
            rows[o] = weight;
        }
        return this;
    }

    // Kalman: z = (I, tI) x + noise; P ← P − K S Kᵀ (Bar-Shalom 2001, eq. 5.2.3-15).
    @Kernel
    static void correct(double[] r, Sound z, double t) {
        double a0 = r[5] + t * r[7];
        double b0 = r[6] + t * r[8];
        double a1 = r[6] + t * r[10];
        double b1 = r[9] + t * r[11];
        double a2 = r[7] + t * r[12];
        double b2 = r[10] + t * r[13];
        double a3 = r[8] + t * r[13];
        double b3 = r[11] + t * r[14];
        double sxx = a0 + t * a2 + z.xx();
        double sxy = b0 + t * b2 + z.xy();
        double syy = b1 + t * b3 + z.yy();
        double det = sxx * syy - sxy * sxy;
        double ixx = syy / det;
        double ixy = -sxy / det;
        double iyy = sxx / det;
        double dx = z.x() - r[1] - t * r[3];
        double dy = z.y() - r[2] - t * r[4];
        double k0 = a0 * ixx + b0 * ixy;
        double l0 = a0 * ixy + b0 * iyy;
        double k1 = a1 * ixx + b1 * ixy;
        double l1 = a1 * ixy + b1 * iyy;
        double k2 = a2 * ixx + b2 * ixy;
        double l2 = a2 * ixy + b2 * iyy;
        double k3 = a3 * ixx + b3 * ixy;
        double l3 = a3 * ixy + b3 * iyy;
        r[1] += k0 * dx + l0 * dy;
        r[2] += k1 * dx + l1 * dy;
        r[3] += k2 * dx + l2 * dy;
        r[4] += k3 * dx + l3 * dy;
        r[5] -= k0 * a0 + l0 * b0;
        r[6] -= k0 * a1 + l0 * b1;
        r[7] -= k0 * a2 + l0 * b2;
        r[8] -= k0 * a3 + l0 * b3;
        r[9] -= k1 * a1 + l1 * b1;
        r[10] -= k1 * a2 + l1 * b2;
        r[11] -= k1 * a3 + l1 * b3;
        r[12] -= k2 * a2 + l2 * b2;
        r[13] -= k2 * a3 + l2 * b3;
        r[14] -= k3 * a3 + l3 * b3;
    }

    /// One mode becomes the normal distribution with the moments of itself and another.
    ///
    /// @param share the other's part, [0, 1]
    @Kernel
    static void blend(double[] r, int o, double[] other, double share) {
        double kept = 1 - share;
        double product = share * kept;
        double dx = other[1] - r[o + 1];
        double dy = other[2] - r[o + 2];
        double du = other[3] - r[o + 3];
        double dv = other[4] - r[o + 4];
        for (int i = 1; i < W; i++) {
            r[o + i] = kept * r[o + i] + share * other[i];
        }
        r[o + 5] += product * dx * dx;
        r[o + 6] += product * dx * dy;
        r[o + 7] += product * dx * du;
        r[o + 8] += product * dx * dv;
        r[o + 9] += product * dy * dy;
        r[o + 10] += product * dy * du;
        r[o + 11] += product * dy * dv;
        r[o + 12] += product * du * du;
        r[o + 13] += product * du * dv;
        r[o + 14] += product * dv * dv;
    }

    /// Some of it has ended, or flown away: modes lose weight.
    ///
    /// @param net the ears
    /// @param forS how long it may have, seconds
    /// @return the chance that it has not
    double lived(Net net, double forS) {
        double all = 0;
        double kept = 0;
        for (int mode = 0; mode < count; mode++) {
            int o = mode * W;
            all += rows[o];
            double life = Modes.isFast(rows[o + 3], rows[o + 4]) ? Model.FAST_LIFE_S : Model.LIFE_S;
            rows[o] *= Exact.exp(-forS / (net.isAway(rows[o + 1], rows[o + 2]) ? Model.AWAY_S : life));
            kept += rows[o];
        }
        return kept / all;
    }

    /// Nobody else heard it for a while: modes near ears lose weight.
    ///
    /// @param net the ears
    /// @param backS from the middle of that while to the time of the modes, seconds
    /// @param forS how long, seconds
    /// @return the chance that it was as silent as it was, were it there
    double unheard(Net net, double backS, double forS) {
        double all = 0;
        double kept = 0;
        for (int mode = 0; mode < count; mode++) {
            int o = mode * W;
            all += rows[o];
            rows[o] *= Exact.exp(-forS * net.rate(rows, o, -backS));
            kept += rows[o];
        }
        return kept / all;
    }

    /// How often it is heard, over all modes, a second.
    double rate(Net net) {
        double all = 0;
        double sum = 0;
        for (int mode = 0; mode < count; mode++) {
            all += rows[mode * W];
            sum += rows[mode * W] * net.rate(rows, mode * W, 0);
        }
        return sum / all;
    }

    /// Some of it has turned: a mode for each heading, from the mean place, with the mean speed; drones and cruise
    /// missiles each for themselves, as neither becomes the other.
    ///
    /// @param forS how long it may have, seconds
    ModeWork turned(double forS) {
        Modes whole = modes();
        System.arraycopy(whole.values(), 0, rows, 0, count * W);
        turned(whole, false, 1 - Exact.exp(-forS / Model.TURN_S));
        turned(whole, true, 1 - Exact.exp(-forS / Model.FAST_TURN_S));
        return this;
    }

    /// The part that is held to be fast, where it is enough to turn; 0 where not.
    double fast() {
        double sum = 0;
        double all = 0;
        for (int mode = 0; mode < count; mode++) {
            all += rows[mode * W];
            sum += Modes.isFast(rows[mode * W + 3], rows[mode * W + 4]) ? rows[mode * W] : 0;
        }
        return sum < TURNING * all ? 0 : sum / all;
    }

    /// What is held to be fast may be several slow ones that were heard in turn: each sound is laid to one flier or
    /// another, and no hypothesis holds them apart. One of them goes on; who really is fast leaves it behind at
    /// once.
    ///
    /// @param forS how long, times how many drones may have been heard there, seconds
    ModeWork mixedUp(double forS) {
        double chance = 1 - Exact.exp(-forS / Model.MIXED_UP_S);
        double[] mean = whole(modes(), true);
        double share = mean[0];
        if (share == 0 || chance == 0) {
            return this;
        }
        for (int mode = 0; mode < count; mode++) {
            rows[mode * W] *= Modes.isFast(rows[mode * W + 3], rows[mode * W + 4]) ? 1 - chance : 1;
        }
        for (int heading = 0; heading < Model.HEADINGS && count < MOST; heading++) {
            aim(mean, heading, Model.SPEED_MPS, Model.SPEED_SIGMA_MPS);
            mean[0] = share * chance / Model.HEADINGS;
            System.arraycopy(mean, 0, rows, count * W, W);
            count++;
        }
        return this;
    }

    // Modes of a kind that weighs less than this do not turn: they are about to go.
    private static final double TURNING = 0.002;

    private void turned(Modes whole, boolean fast, double chance) {
        double[] mean = whole(whole, fast);
        double share = mean[0];
        if (share < TURNING) {
            return;
        }
        double speed = 0;
        double spread = 0;
        for (int mode = 0; mode < whole.count(); mode++) {
            if (whole.isFast(mode) == fast) {
                double own = Math.sqrt(whole.at(mode, 3) * whole.at(mode, 3) + whole.at(mode, 4) * whole.at(mode, 4));
                double part = whole.weight(mode) / share;
                speed += part * own;
                spread += part * (own * own + (whole.at(mode, 12) + whole.at(mode, 14)) / 2);
                rows[mode * W] = whole.weight(mode) * (1 - chance);
            }
        }
        double most = fast ? Model.FAST_SIGMA_MPS : Model.SPEED_SIGMA_MPS;
        double sigma = Math.sqrt(Math.clamp(spread - speed * speed, 4, most * most));
        for (int heading = 0; heading < Model.HEADINGS && count < MOST; heading++) {
            aim(mean, heading, Math.max(speed, 1), sigma);
            mean[0] = share * chance / Model.HEADINGS;
            System.arraycopy(mean, 0, rows, count * W, W);
            count++;
        }
    }

    // The modes of one kind as one, with their weight.
    private static double[] whole(Modes modes, boolean fast) {
        double[] mean = new double[W];
        double sum = 0;
        double[] other = new double[W];
        for (int mode = 0; mode < modes.count(); mode++) {
            if (modes.isFast(mode) == fast) {
                System.arraycopy(modes.values(), mode * W, other, 0, W);
                sum += modes.weight(mode);
                blend(mean, 0, other, sum > 0 ? modes.weight(mode) / sum : 0);
            }
        }
        mean[0] = sum;
        return mean;
    }

    // Sets the velocity of a row to one of the headings, independent of its place.
    static void aim(double[] row, int heading, double speed, double sigma) {
        double angle = heading * Exact.TWO_PI / Model.HEADINGS;
        double s = Exact.sin(angle);
        double c = Exact.cos(angle);
        double along = sigma * sigma;
        double across = speed * speed * Model.HEADING_SIGMA * Model.HEADING_SIGMA;
        row[3] = speed * s;
        row[4] = speed * c;
        row[7] = 0;
        row[8] = 0;
        row[10] = 0;
        row[11] = 0;
        row[12] = along * s * s + across * c * c;
        row[13] = (along - across) * s * c;
        row[14] = along * c * c + across * s * s;
    }

    /// Fewer modes, as alike as possible: light ones of one heading become one, heavy ones that agree do.
    ModeWork reduced() {
        double sum = 0;
        for (int mode = 0; mode < count; mode++) {
            sum += rows[mode * W];
        }
        for (int mode = count - 1; mode >= 0; mode--) {
            if (rows[mode * W] < NOTHING * sum) {
                drop(mode);
            }
        }
        for (int mode = count - 1; mode > 0; mode--) {
            for (int other = 0; other < mode; other++) {
                if (alike(mode, other, sum)) {
                    join(other, mode);
                    break;
                }
            }
        }
        while (count > KEPT) {
            drop(lightest());
        }
        return this;
    }

    /// Modes below this part of all are dropped.
    private static final double NOTHING = 1e-5;

    /// Modes below this part of all are light.
    private static final double LIGHT = 0.03;

    /// Modes that are kept.
    private static final int KEPT = 30;

    private boolean alike(int mode, int other, double sum) {
        int a = mode * W;
        int b = other * W;
        boolean light = rows[a] < LIGHT * sum && rows[b] < LIGHT * sum;
        if (light) {
            return sector(a) == sector(b);
        }
        double limit = rows[a] < LIGHT * sum || rows[b] < LIGHT * sum ? 0.3 : 0.6;
        return near(rows[a + 1] - rows[b + 1], Math.min(rows[a + 5], rows[b + 5]), limit)
                && near(rows[a + 2] - rows[b + 2], Math.min(rows[a + 9], rows[b + 9]), limit)
                && near(rows[a + 3] - rows[b + 3], Math.min(rows[a + 12], rows[b + 12]), limit)
                && near(rows[a + 4] - rows[b + 4], Math.min(rows[a + 14], rows[b + 14]), limit);
    }

    private static boolean near(double off, double variance, double limit) {
        return off * off < limit * limit * variance;
    }

    private int sector(int o) {
        double turn = Exact.turn(Exact.roughAtan2(rows[o + 3], rows[o + 4])) / Exact.TWO_PI;
        int heading = (int) Math.floor(turn * Model.HEADINGS + 0.5) % Model.HEADINGS;
        return Modes.isFast(rows[o + 3], rows[o + 4]) ? heading + Model.HEADINGS : heading;
    }

    private void join(int into, int from) {
        double weight = rows[into * W] + rows[from * W];
        System.arraycopy(rows, from * W, spare, 0, W);
        blend(rows, into * W, spare, rows[from * W] / weight);
        rows[into * W] = weight;
        drop(from);
    }

    private void drop(int mode) {
        count--;
        System.arraycopy(rows, count * W, rows, mode * W, W);
    }

    private int lightest() {
        int least = 0;
        for (int mode = 1; mode < count; mode++) {
            least = rows[mode * W] < rows[least * W] ? mode : least;
        }
        return least;
    }

    /// What one sound alone tells: a place, and every heading, of a drone or of a cruise missile.
    static Modes first(Sound sound) {
        double[] values = new double[2 * Model.HEADINGS * W];
        double[] row = new double[W];
        for (int mode = 0; mode < 2 * Model.HEADINGS; mode++) {
            boolean fast = mode >= Model.HEADINGS;
            row[0] = (fast ? Model.FAST_PART : 1 - Model.FAST_PART) / Model.HEADINGS;
            row[1] = sound.x();
            row[2] = sound.y();
            row[5] = sound.xx();
            row[6] = sound.xy();
            row[9] = sound.yy();
            aim(
                    row,
                    mode % Model.HEADINGS,
                    fast ? Model.FAST_MPS : Model.SPEED_MPS,
                    fast ? Model.FAST_SIGMA_MPS : Model.SPEED_SIGMA_MPS);
            System.arraycopy(row, 0, values, mode * W, W);
        }
        return new Modes(values);
    }
}
