package vedette.format.asterix;

/// A place that an edition leaves free. Nobody knows how long a thing there would be.
record Undefined() implements Shape {
    static final Undefined HERE = new Undefined();

    @Override
    public int fixedBytes() {
        return 0;
    }

    @Override
    public int length(byte[] bytes, int at, int end) {
        return UNDEFINED;
    }
}
