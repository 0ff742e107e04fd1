/// How bytes come in: ASTERIX datagrams, Beast connections, recordings; and the small servers and senders that play
/// them
/// to others.
///
/// In: sockets and files. Out: measurements into the node's [vedette.edge.Intake], and once a second a word on how each
/// feed does. It may use edge, format.*, model and math; never core nor another edge.
@NullMarked
package vedette.edge.feed;

import org.jspecify.annotations.NullMarked;
