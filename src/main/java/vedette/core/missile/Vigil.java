package vedette.core.missile;

import java.util.ArrayList;
import java.util.List;
import vedette.model.InfraredSatellite;

/// Is a glow gone, or has its satellite fallen silent? A satellite gives looks only while something burns: with one
/// thing burning its burnout and a dead line look the same.
///
/// A satellite is known to be silent when it says that it fails or its line is down, when the beat that it usually
/// sends does not come, and when a fire that it always saw went out of its looks too. It is known to watch when it
/// told anything since. Between the two a glow that is not seen any more is taken for gone. A workspace.
final class Vigil {
    /// As of any sensor: nothing for so many of its periods.
    private static final double OVERDUE = 2.75;
    /// Who beats so often is waited for: a look that did not come counts once a beat came after it, seconds.
    private static final double OFTEN_S = 5;
    /// A fire seen so often without a gap is seen again at the next revisit.
    private static final int STEADY = 6;
    private static final double GAP = 1.5;
    private static final double LATE = 1.2;
    /// A satellite's next look at a thing is due after this share of its revisit time at the earliest.
    private static final double DUE = 0.8;

    private final List<InfraredSatellite> satellites;
    private final List<Life> lives = new ArrayList<>();
    private final List<Thing> fires = new ArrayList<>();
    private double nowS;

    Vigil(List<InfraredSatellite> satellites) {
        this.satellites = satellites;
    }

    void begin(List<Life> known, List<Thing> things, double atS) {
        nowS = atS;
        lives.clear();
        lives.addAll(known);
        fires.clear();
        for (Thing thing : things) {
            if (thing.spot() == Thing.Shine.STILL) {
                fires.add(thing);
            }
        }
    }

    List<Life> lives() {
        return lives;
    }

    void looked(Look.Light light) {
        put(of(light.sensor()).looked(light.timeS()));
    }

    /// A satellite said that it works.
    void beaten(int satellite, double timeS) {
        put(of(satellite).beaten(Math.min(nowS, timeS)));
    }

    /// A satellite said that it fails, or its line is down.
    void failing(int satellite) {
        put(of(satellite).failing(nowS));
    }

    /// Its line stands again.
    void mended(int satellite) {
        put(of(satellite).mended());
    }

    private Life of(int satellite) {
        for (Life life : lives) {
            if (life.satellite() == satellite) {
                return life;
            }
        }
        return Life.of(satellite);
    }

    private void put(Life next) {
        for (int i = 0; i < lives.size(); i++) {
            if (lives.get(i).satellite() == next.satellite()) {
                lives.set(i, next);
                return;
            }
        }
        lives.add(next);
    }

    /// From when on nothing can be concluded from what a satellite does not tell, watch seconds; infinite while it is
    /// not known to be silent.
    double silentFromS(int satellite) {
        Life life = of(satellite);
        double fromS = Math.min(life.failedS(), fireOutS(satellite, life));
        boolean often = life.periodS() > 0 && life.periodS() <= OFTEN_S;
        boolean overdue = life.periodS() > 0 && nowS - life.signS() > OVERDUE * life.periodS();
        return often || overdue ? Math.min(fromS, life.signS()) : fromS;
    }

    // When a fire went out of its looks that it saw at every revisit, and nothing came since.
    private double fireOutS(int satellite, Life life) {
        double revisitS = satellites.get(satellite).revisitS();
        double outS = Double.POSITIVE_INFINITY;
        for (Thing fire : fires) {
            double lastS = fire.lastLightS(satellite);
            if (isSteady(fire, satellite, revisitS)
                    && nowS - lastS > LATE * revisitS
                    && life.signS() < lastS + DUE * revisitS) {
                outS = Math.min(outS, lastS);
            }
        }
        return outS;
    }

    private static boolean isSteady(Thing fire, int satellite, double revisitS) {
        int steady = 0;
        double laterS = Double.NaN;
        List<Look.Light> lights = fire.lights();
        for (int i = lights.size() - 1; i >= 0 && steady < STEADY; i--) {
            if (lights.get(i).sensor() == satellite) {
                if (laterS - lights.get(i).timeS() > GAP * revisitS) {
                    return false;
                }
                laterS = lights.get(i).timeS();
                steady++;
            }
        }
        return steady == STEADY;
    }

    /// Whether no satellite that saw a thing has told of anything since its next look at it was due: it may burn on.
    boolean isUnwatched(Thing thing) {
        for (int i = 0; i < satellites.size(); i++) {
            double lastS = thing.lastLightS(i);
            if (lastS > Double.NEGATIVE_INFINITY
                    && of(i).signS() > lastS + DUE * satellites.get(i).revisitS()) {
                return false;
            }
        }
        return true;
    }

    /// Whether all satellites that saw a thing are known to be silent.
    boolean isBlind(Thing thing) {
        for (int i = 0; i < satellites.size(); i++) {
            if (thing.lightsOf(i) > 0 && silentFromS(i) > nowS) {
                return false;
            }
        }
        return isUnwatched(thing);
    }
}
