package vedette.edge.feed;

/// What a feed has seen since its start.
///
/// @param messages measurements found
/// @param rejected pieces refused
/// @param shed measurements for which the node had no room
/// @param duplicates datagrams that came again and were dropped
/// @param foreign datagrams or connections from elsewhere than allowed, dropped
/// @param bytes bytes read
/// @param connected whether the connection stands
/// @param words the latest trouble, or nothing
public record Counts(
        long messages,
        long rejected,
        long shed,
        long duplicates,
        long foreign,
        long bytes,
        boolean connected,
        String words) {}
