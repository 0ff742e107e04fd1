package vedette.core.track;

/// How the codes of one kind come about: how often an object changes its own, how often one arrives wrong, how many
/// objects share it. Orders of magnitude, each with its reason; what matters is which of two explanations is likelier.
enum CodeKind {
    /// The 24-bit aircraft address. It goes with the airframe; in a track it changes when a reply is given to the
    /// wrong echo. Its parity (24 bits: ICAO Annex 10 vol. IV, 3.1.2.3.3) lets one damaged reply in sixteen million
    /// through; feeds that repair bits let through more, so one in a million is taken for wrong.
    ADDRESS(1e-8, 1e-6, 1 / 0x1p24),

    /// Mode A by a plain reply: twelve pulses without parity. Codes that are told as sound and are wrong: 0.2 % at most
    /// (EUROCONTROL SUR.ET1.ST01.1000-STD-01-01, requirements on false codes). A pilot turns the knob about once in
    /// a flight of an hour: a thousand looks.
    MODE_A(1e-3, 2e-3, 1 / 0x1p12),

    /// Mode A by a reply under Mode S parity: wrong hardly ever.
    MODE_A_WITH_PARITY(1e-3, 1e-6, 1 / 0x1p12),

    /// The flight identification, also under parity. Crews correct it in one flight of ten, so in one look of ten
    /// thousand.
    CALLSIGN(1e-4, 1e-6, 1 / 0x1p32),

    /// The serial number of an unmanned aircraft (Remote ID). It goes with the airframe, and comes under the checksum
    /// of its carrier (Bluetooth 24 bits, 802.11 32 bits): it arrives wrong as seldom as an address.
    SERIAL(1e-8, 1e-6, 1 / 0x1p32);

    /// Aircraft that could be meant: half a million airframes are registered world-wide.
    private static final double ONE_AIRFRAME = 1 / 0x1p19;

    /// Addresses that Annex 10 forbids (all bits clear, all set; vol. III, appendix to chapter 9) are told by wrongly
    /// installed transponders: one in a thousand.
    private static final double UNSET = 1e-3;

    private static final int ALL_SET = 0xFFFFFF;

    /// Flights that could be meant: about 50,000 callsigns fly on one day.
    private static final double ONE_FLIGHT = 1 / 5e4;

    /// Unmanned aircraft that could be meant: about a million are registered in each of the large countries.
    private static final double ONE_DRONE = 1 / 0x1p20;

    /// A tenth of the traffic of a region flies under one code of those that say "nobody asked me for another":
    /// 7000 (visual flights, Europe), 1000 (Mode S regions), 1200 (visual flights, North America).
    private static final double CONSPICUITY = 0.1;

    /// Codes that many use for a while: 2000 (no code given yet), 0000 (none set).
    private static final double INTERIM = 0.02;

    /// Emergencies: one aircraft in a hundred thousand.
    private static final double EMERGENCY = 1e-5;

    /// What is left for each of the other codes.
    private static final double ONE_CODE = (1 - 3 * CONSPICUITY - 2 * INTERIM - 3 * EMERGENCY) / 4088;

    private final double change;
    private final double garble;
    private final double guess;

    CodeKind(double change, double garble, double guess) {
        this.change = change;
        this.garble = garble;
        this.guess = guess;
    }

    /// Probability that the object's own code is another one than at the look before.
    double change() {
        return change;
    }

    /// Probability that a told code is the object's own.
    double sound() {
        return 1 - garble;
    }

    /// Probability that some code is told which is not the object's own and happens to be a given one.
    double wrong() {
        return garble * guess;
    }

    /// The share of all objects that bear a code.
    double share(long code) {
        return switch (this) {
            case ADDRESS -> code == 0 || code == ALL_SET ? UNSET : ONE_AIRFRAME;
            case MODE_A, MODE_A_WITH_PARITY -> shareOfModeA((int) code);
            case CALLSIGN -> ONE_FLIGHT;
            case SERIAL -> code == 0 ? UNSET : ONE_DRONE;
        };
    }

    private static double shareOfModeA(int code) {
        return switch (code) {
            case 07000, 01000, 01200 -> CONSPICUITY;
            case 02000, 0 -> INTERIM;
            case 07500, 07600, 07700 -> EMERGENCY;
            default -> ONE_CODE;
        };
    }
}
