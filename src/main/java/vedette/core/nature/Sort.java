package vedette.core.nature;

import java.util.List;
import vedette.model.ObjectKind;

/// A sort of object, with what is known of its kind: how it flies, how it echoes, how often its rotors show.
///
/// The numbers are wide on purpose: they describe the spread between objects of a sort as published, not
/// any sensor's data. Cross sections at X band: small multirotors −25 to −10 dBsm (Patel, Fioranelli,
/// Anderson 2018, IET Radar Sonar Navig. 12, 911), birds −40 to −15 dBsm (Gong et al. 2020, IEEE Access 8;
/// Vaughn 1985, Proc. IEEE 73, 205), one-way attack drones of 2 to 3 m span about 0.05 to 0.5 m²,
/// helicopters and aeroplanes 1 to 100 m² (Skolnik, Radar Handbook, 3rd ed., table 14.1). Air speeds of
/// birds 8 to 20 m/s (Alerstam et al. 2007, PLoS Biology 5, e197), hovering and soaring ones less.
///
/// @param number its place among all sorts
/// @param kind what it is called
/// @param share how many of all objects near the ground are of this sort, where nobody knows the place
/// @param rotors how often looks at it find rotor modulation
/// @param echo how strongly it echoes
/// @param flights how it flies
record Sort(int number, ObjectKind kind, double share, Rotors rotors, Echo echo, List<Flight> flights) {
    /// All of them.
    static final List<Sort> ALL = List.of(
            new Sort(
                    0,
                    ObjectKind.MULTIROTOR,
                    0.14,
                    new Rotors(4, 1.3),
                    new Echo(-17.5, 5),
                    List.of(
                            new Flight(0.35, 0.7, 1.2, 60, 60),
                            new Flight(0.35, 5, 3, 70, 60),
                            new Flight(0.3, 12, 5, 90, 60))),
            new Sort(
                    1,
                    ObjectKind.FIXED_WING_DRONE,
                    0.05,
                    new Rotors(1.5, 1.8),
                    new Echo(-14, 5),
                    List.of(new Flight(1, 21, 7, 150, 120))),
            new Sort(
                    2,
                    ObjectKind.ONE_WAY_ATTACK_DRONE,
                    0.04,
                    new Rotors(1.5, 1.8),
                    new Echo(-8, 5),
                    List.of(new Flight(0.85, 50, 9, 600, 700), new Flight(0.15, 120, 30, 600, 700))),
            new Sort(
                    3,
                    ObjectKind.BIRD,
                    0.58,
                    new Rotors(0.8, 10),
                    new Echo(-24, 6),
                    List.of(
                            new Flight(0.45, 12, 3.5, 80, 120),
                            new Flight(0.3, 16, 4, 150, 250),
                            new Flight(0.15, 8, 3, 100, 200),
                            new Flight(0.1, 2.5, 2.5, 60, 100))),
            new Sort(
                    4,
                    ObjectKind.HELICOPTER,
                    0.04,
                    new Rotors(5, 1),
                    new Echo(8, 5),
                    List.of(new Flight(0.15, 2, 4, 150, 200), new Flight(0.85, 58, 16, 350, 350))),
            new Sort(
                    5,
                    ObjectKind.AEROPLANE,
                    0.09,
                    new Rotors(1, 2),
                    new Echo(9, 7),
                    List.of(
                            new Flight(0.4, 60, 16, 700, 600),
                            new Flight(0.25, 120, 35, 2500, 1800),
                            new Flight(0.35, 225, 30, 9500, 2200))),
            new Sort(
                    6,
                    ObjectKind.CRUISE_MISSILE,
                    0.02,
                    new Rotors(0.8, 5),
                    new Echo(-7, 6),
                    List.of(new Flight(1, 225, 35, 150, 250))),
            new Sort(
                    7,
                    ObjectKind.UNKNOWN,
                    0.04,
                    new Rotors(0.6, 1.8),
                    new Echo(-15, 14),
                    List.of(new Flight(0.6, 10, 15, 300, 600), new Flight(0.4, 100, 100, 3000, 4000))));

    /// How often looks at an object of the sort find rotor modulation: a beta distribution over its objects.
    record Rotors(double a, double b) {}

    /// The mean cross section of its objects, and how they spread, dBsm and dB.
    record Echo(double meanDbsm, double spreadDb) {}

    /// A way of flying: its part, level speed and height with their spreads, m/s and m.
    record Flight(double part, double speedMps, double speedSpreadMps, double heightM, double heightSpreadM) {}

    /// The sort of a kind.
    static Sort of(ObjectKind kind) {
        for (Sort sort : ALL) {
            if (sort.kind == kind) {
                return sort;
            }
        }
        throw new IllegalArgumentException("no sort is called " + kind);
    }

    /// Whether it may broadcast as unmanned aircraft do, or be steered by radio.
    boolean isSmallDrone() {
        return kind.isA(ObjectKind.DRONE);
    }

    /// Whether it may carry a transponder.
    boolean isManned() {
        return kind == ObjectKind.HELICOPTER || kind == ObjectKind.AEROPLANE;
    }
}
