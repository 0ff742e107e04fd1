package vedette.core.missile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One thing that is watched: its looks, and what they were fitted with.
///
/// @param number counted up from 1
/// @param lights looks of satellites, in order of time
/// @param echoes looks of radars, in order of time
/// @param spot whether its lights stand still on the ground: how surely not to speak of it
/// @param burns the fits of powered flights, one a profile that was fitted
/// @param follow the radars' hold on it
/// @param drop the fit of its fall
/// @param fallsFromS echoes before this are not part of its fall, watch seconds
/// @param prior what its fall was expected to be like before the radars
/// @param unsteadyS when it last was found not to fall freely, watch seconds; minus infinity if never
/// @param turned whether it ever was found so in the air on its way down: it may do so again
/// @param parent the thing it fell off, or 0
/// @param telling what was said of it
/// @param gone echoes that are no longer kept
record Thing(
        long number,
        List<Look.Light> lights,
        List<Look.Echo> echoes,
        Shine spot,
        List<Burn> burns,
        Optional<Follow> follow,
        Optional<Drop> drop,
        double fallsFromS,
        Optional<Prior> prior,
        double unsteadyS,
        boolean turned,
        long parent,
        Telling telling,
        Gone gone) {
    Thing {
        lights = List.copyOf(lights);
        echoes = List.copyOf(echoes);
        burns = List.copyOf(burns);
    }

    static Thing of(long number, Look.Light light) {
        return new Thing(
                number,
                List.of(light),
                List.of(),
                Shine.UNKNOWN,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Double.POSITIVE_INFINITY,
                Optional.empty(),
                Double.NEGATIVE_INFINITY,
                false,
                0,
                Telling.NOTHING,
                Gone.NONE);
    }

    static Thing of(long number, Look.Echo echo, Follow follow) {
        return new Thing(
                number,
                List.of(),
                List.of(echo),
                Shine.UNKNOWN,
                List.of(),
                Optional.of(follow),
                Optional.empty(),
                Double.NEGATIVE_INFINITY,
                Optional.empty(),
                Double.NEGATIVE_INFINITY,
                false,
                0,
                Telling.NOTHING,
                Gone.NONE);
    }

    Thing lit(List<Look.Light> all) {
        return new Thing(
                number,
                all,
                echoes,
                spot,
                burns,
                follow,
                drop,
                fallsFromS,
                prior,
                unsteadyS,
                turned,
                parent,
                telling,
                gone);
    }

    Thing shining(Shine next) {
        return new Thing(
                number,
                lights,
                echoes,
                next,
                burns,
                follow,
                drop,
                fallsFromS,
                prior,
                unsteadyS,
                turned,
                parent,
                telling,
                gone);
    }

    Thing burning(List<Burn> next) {
        return new Thing(
                number,
                lights,
                echoes,
                spot,
                next,
                follow,
                drop,
                fallsFromS,
                prior,
                unsteadyS,
                turned,
                parent,
                telling,
                gone);
    }

    Thing heard(List<Look.Echo> all, Follow next) {
        return new Thing(
                number,
                lights,
                all,
                spot,
                burns,
                Optional.of(next),
                drop,
                fallsFromS,
                prior,
                unsteadyS,
                turned,
                parent,
                telling,
                gone);
    }

    Thing falling(Optional<Drop> next, double fromS) {
        return new Thing(
                number, lights, echoes, spot, burns, follow, next, fromS, prior, unsteadyS, turned, parent, telling,
                gone);
    }

    /// Without its oldest echoes.
    Thing folded(List<Look.Echo> kept, Gone more) {
        return new Thing(
                number,
                lights,
                kept,
                spot,
                burns,
                follow,
                drop,
                fallsFromS,
                prior,
                unsteadyS,
                turned,
                parent,
                telling,
                more);
    }

    /// It has just been found not to fall freely: only the echoes from a moment on are those of a fall.
    ///
    /// @param inAir whether that was on its way down through the air
    Thing unsteady(double fromS, double nowS, boolean inAir) {
        return new Thing(
                number,
                lights,
                echoes,
                spot,
                burns,
                follow,
                Optional.empty(),
                fromS,
                Optional.empty(),
                nowS,
                turned || inAir,
                parent,
                telling,
                gone);
    }

    /// It is no more where its fall has it: anywhere that it could have gone.
    Thing lost(double nowS) {
        return new Thing(
                number,
                lights,
                echoes,
                spot,
                burns,
                follow,
                drop,
                fallsFromS,
                prior,
                nowS,
                true,
                parent,
                telling,
                gone);
    }

    Thing expecting(Prior next) {
        return new Thing(
                number,
                lights,
                echoes,
                spot,
                burns,
                follow,
                drop,
                fallsFromS,
                Optional.of(next),
                unsteadyS,
                turned,
                parent,
                telling,
                gone);
    }

    Thing childOf(long other) {
        return new Thing(
                number,
                lights,
                echoes,
                spot,
                burns,
                follow,
                drop,
                fallsFromS,
                prior,
                unsteadyS,
                turned,
                other,
                telling,
                gone);
    }

    Thing told(Telling next) {
        return new Thing(
                number,
                lights,
                echoes,
                spot,
                burns,
                follow,
                drop,
                fallsFromS,
                prior,
                unsteadyS,
                turned,
                parent,
                next,
                gone);
    }

    /// When it was last seen, watch seconds.
    double lastS() {
        double light =
                lights.isEmpty() ? Double.NEGATIVE_INFINITY : lights.getLast().timeS();
        double echo =
                echoes.isEmpty() ? Double.NEGATIVE_INFINITY : echoes.getLast().timeS();
        return Math.max(light, echo);
    }

    /// Whether it has stopped burning, or never was seen to.
    boolean falls() {
        return fallsFromS < Double.POSITIVE_INFINITY;
    }

    /// When one satellite last saw it, watch seconds; minus infinity if never.
    double lastLightS(int satellite) {
        for (int i = lights.size() - 1; i >= 0; i--) {
            if (lights.get(i).sensor() == satellite) {
                return lights.get(i).timeS();
            }
        }
        return Double.NEGATIVE_INFINITY;
    }

    /// When one radar last saw it, watch seconds; minus infinity if never.
    double lastEchoS(int radar) {
        for (int i = echoes.size() - 1; i >= 0; i--) {
            if (echoes.get(i).sensor() == radar) {
                return echoes.get(i).timeS();
            }
        }
        return Double.NEGATIVE_INFINITY;
    }

    int lightsOf(int satellite) {
        int count = 0;
        for (Look.Light light : lights) {
            count += light.sensor() == satellite ? 1 : 0;
        }
        return count;
    }

    int echoesOf(int radar) {
        int count = gone.of(radar);
        for (Look.Echo echo : echoes) {
            count += echo.sensor() == radar ? 1 : 0;
        }
        return count;
    }

    /// The echoes its fall is fitted to.
    List<Look.Echo> fallEchoes() {
        return echoesFrom(fallsFromS);
    }

    /// The echoes from a moment on.
    List<Look.Echo> echoesFrom(double fromS) {
        List<Look.Echo> used = new ArrayList<>();
        for (Look.Echo echo : echoes) {
            if (echo.timeS() >= fromS) {
                used.add(echo);
            }
        }
        return used;
    }

    /// The burn that explains its lights best.
    Optional<Burn> burn() {
        Burn best = null;
        for (Burn each : burns) {
            if (best == null || each.evidence() > best.evidence()) {
                best = each;
            }
        }
        return Optional.ofNullable(best);
    }

    /// What a light does that is no launch.
    enum Shine {
        /// Not told yet.
        UNKNOWN,
        /// It stays where it is, on the ground.
        STILL,
        /// It drifts, and only one satellite sees it that others should see too.
        DRIFTING,
        /// It rises: a launch.
        RISING,
        /// It comes down from above, glowing.
        FALLING
    }
}
