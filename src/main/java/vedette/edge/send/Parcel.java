package vedette.edge.send;

import vedette.format.lines.BulletinLines;
import vedette.format.lines.TimeForm;
import vedette.format.text.Json;
import vedette.model.Bulletin;
import vedette.model.Domain;
import vedette.model.LeapSeconds;
import vedette.model.TestMessage;
import vedette.model.WarningId;

/// What a carrier brings: a bulletin, or a message that tries the channel.
public sealed interface Parcel {
    /// How times stand in what is brought.
    TimeForm TIMES = new TimeForm.Calendar(LeapSeconds.standard());

    /// A bulletin.
    ///
    /// @param bulletin what
    record News(Bulletin bulletin) implements Parcel {}

    /// A message that tries the channel.
    ///
    /// @param message what
    record Probe(TestMessage message) implements Parcel {}

    /// Of which warning, or which test.
    default WarningId id() {
        return switch (this) {
            case News(Bulletin bulletin) -> bulletin.warning().id();
            case Probe(TestMessage message) -> message.id();
        };
    }

    /// Which bulletin of its warning; 1 for a test.
    default int issue() {
        return switch (this) {
            case News(Bulletin bulletin) -> bulletin.issue();
            case Probe _ -> 1;
        };
    }

    /// Whether it is the real thing.
    default Domain domain() {
        return switch (this) {
            case News(Bulletin bulletin) -> bulletin.warning().domain();
            case Probe(TestMessage message) -> message.domain();
        };
    }

    /// Under which it waits: a test never takes the place of a warning.
    default String matter() {
        return switch (this) {
            case News _ -> id().name();
            case Probe _ -> "test " + id().name();
        };
    }

    /// The same for the same content, also after a restart: who gets it twice can tell.
    default String key() {
        return switch (this) {
            case News _ -> domain() + "." + id().name() + "." + issue();
            case Probe(TestMessage message) ->
                domain() + ".probe." + id().name() + "." + message.at().taiNs();
        };
    }

    /// What is read first, with its marks before it.
    default String headline() {
        return switch (this) {
            case News(Bulletin bulletin) ->
                BulletinLines.marked(domain(), bulletin.warning().words().headline());
            case Probe(TestMessage message) -> BulletinLines.headline(message);
        };
    }

    /// Whether it says that a warning is over: people must hear of that.
    default boolean ends() {
        return switch (this) {
            case News(Bulletin bulletin) -> bulletin.warning().stage().ended();
            case Probe _ -> false;
        };
    }

    /// As JSON.
    default Json json() {
        return switch (this) {
            case News(Bulletin bulletin) -> BulletinLines.json(bulletin, TIMES);
            case Probe(TestMessage message) -> BulletinLines.json(message, TIMES);
        };
    }
}
