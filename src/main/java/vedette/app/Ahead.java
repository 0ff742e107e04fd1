package vedette.app;

import vedette.model.Ecef;
import vedette.model.Geodetic;
import vedette.model.Kinematics;
import vedette.model.LocalFrame;

/// Where something is after a while, straight ahead.
final class Ahead {
    private Ahead() {}

    /// The place after some seconds.
    static Geodetic of(Kinematics k, double seconds) {
        var v = k.velocityMps();
        Ecef from = k.position().ecef();
        Ecef axes = LocalFrame.at(k.position()).axes(v);
        return new Ecef(
                        from.xM() + axes.xM() * seconds,
                        from.yM() + axes.yM() * seconds,
                        from.zM() + axes.zM() * seconds)
                .geodetic();
    }
}
