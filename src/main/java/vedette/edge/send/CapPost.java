package vedette.edge.send;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import vedette.format.cap.CapIssue;
import vedette.format.cap.CapProfile;
import vedette.format.cap.CapWriter;
import vedette.model.Bulletin;
import vedette.model.TestMessage;

/// Posts CAP messages to an aggregator over HTTP. An answer of 200 to 299 is the receipt.
public final class CapPost implements Carrier {
    /// Where messages go.
    ///
    /// @param name the channel's name
    /// @param uri the aggregator
    /// @param trust certificates whose holders are trusted, where those of the machine do not do
    /// @param folder where messages are kept, to refer to them after a restart
    /// @param profile who writes, in what form
    /// @param seal signs a message, or leaves it as it is
    public record Target(
            String name, URI uri, Optional<Trust> trust, Path folder, CapProfile profile, UnaryOperator<String> seal) {}

    private final Target target;
    private final Web web;
    private final Consumer<String> troubles;
    private final CapWriter writer;
    private final CapChain chain;

    /// Posts to a target.
    ///
    /// @param troubles told in one line when there is no form of a warning
    /// @throws IOException when the certificates cannot be used
    public CapPost(Target target, Consumer<String> troubles) throws IOException {
        this.target = target;
        this.troubles = troubles;
        web = new Web(target.trust());
        writer = new CapWriter(target.profile());
        chain = new CapChain(target.folder(), troubles);
    }

    @Override
    public void carry(Parcel parcel, Consumer<String> who) throws IOException, InterruptedException {
        switch (parcel) {
            case Parcel.News(Bulletin bulletin, var _) -> carry(bulletin);
            case Parcel.Probe(TestMessage m) ->
                post(target.seal()
                        .apply(writer.test(m.id(), m.at(), m.domain(), m.text(), m.area())
                                .xml()));
        }
    }

    private void carry(Bulletin bulletin) throws IOException, InterruptedException {
        CapIssue issue = CapIssue.of(bulletin);
        CapChain.Place place = new CapChain.Place(bulletin.warning().id(), bulletin.issue());
        switch (writer.write(issue, chain.unexpired(place, issue.at()))) {
            // There is nothing to post, and there will not be.
            case CapWriter.NoForm(String reason) ->
                troubles.accept(
                        target.name() + " has no form for " + bulletin.warning().id() + ": " + reason);
            case CapWriter.Message message -> {
                post(target.seal().apply(message.xml()));
                chain.keep(place, message, CapWriter.expires(issue));
            }
        }
    }

    private void post(String xml) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(target.uri())
                .timeout(Web.PATIENCE)
                .header("Content-Type", "application/cap+xml; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(xml))
                .build();
        Web.taken(web.ask(request).statusCode());
    }

    @Override
    public void close() {
        web.close();
    }
}
