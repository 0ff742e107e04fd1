package vedette.edge.record;

/// Frames on their way to the disk, in the writer's sink.
///
/// @param bytes of the sink that are to be written
/// @param firstSeq number of the segment to open with them, when `opens`
/// @param lastSeq the last event in them
/// @param chain the chain value behind them
/// @param opens whether they start a new segment
/// @param closes whether the segment ends with them
record Batch(int bytes, long firstSeq, long lastSeq, long chain, boolean opens, boolean closes) {}
