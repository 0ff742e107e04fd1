package vedette.format.asterix;

/// Our own blocks, for machines without the shared recordings: the items of a usual record, values made up.
final class Samples {
    private Samples() {}

    static byte[] track() {
        Tree.Branch items = new Tree.Branch()
                .with("010", new Tree.Branch().with("SAC", 70L).with("SIC", 16L))
                .with("015", 0L)
                .with("070", 53_081.5)
                .with("105", new Tree.Branch().with("LAT", 51.5).with("LON", 16.25))
                .with("100", new Tree.Branch().with("X", -545_376.5).with("Y", -405_676.5))
                .with("185", new Tree.Branch().with("VX", -161.75).with("VY", 155.0))
                .with("060", new Tree.Branch().with("MODE3A", "5414"))
                .with("040", 1473L)
                .with("080", new Tree.Branch().with("MON", 0L).with("CST", 0L))
                .with("290", new Tree.Branch().with("SSR", 0.75))
                .with("200", new Tree.Branch().with("VERT", 2L))
                .with("136", 363.0)
                .with("135", new Tree.Branch().with("CTB", 363.0))
                .with("220", -943.75)
                .with("340", new Tree.Branch().with("MDC", new Tree.Branch().with("LMC", 363.0)));
        return block(62, items);
    }

    static byte[] plot() {
        Tree.Branch items = new Tree.Branch()
                .with("010", new Tree.Branch().with("SAC", 25L).with("SIC", 12L))
                .with("140", 27_355.5)
                .with("020", new Tree.Branch().with("TYP", 5L))
                .with("040", new Tree.Branch().with("RHO", 75.0).with("THETA", 305.0))
                .with("070", new Tree.Branch().with("MODE3A", "2737"))
                .with("090", new Tree.Branch().with("FL", 349.5))
                .with("220", 0x402000L)
                .with("161", new Tree.Branch().with("TRN", 1220L));
        return block(48, items);
    }

    private static byte[] block(int category, Tree.Branch items) {
        Plan plan = Editions.preferred().plan(category).orElseThrow();
        return switch (AsterixEncoder.record(plan, items)) {
            case AsterixEncoder.Encoded record -> AsterixEncoder.block(category, record.bytes());
            case AsterixEncoder.NotEncoded(String reason) -> throw new IllegalStateException(reason);
        };
    }
}
