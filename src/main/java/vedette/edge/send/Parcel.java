package vedette.edge.send;

import vedette.format.lines.BulletinLines;
import vedette.format.lines.TimeForm;
import vedette.format.text.Json;
import vedette.model.Bulletin;
import vedette.model.Domain;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.TestMessage;
import vedette.model.WarningId;

/// What a carrier brings: a bulletin, or a message that tries the channel.
public sealed interface Parcel {
    /// How times stand in what is brought.
    TimeForm TIMES = new TimeForm.Calendar(LeapSeconds.standard());

    /// A bulletin.
    ///
    /// @param bulletin what
    /// @param past whether it ran out before it could be brought: it is history, and says so
    record News(Bulletin bulletin, boolean past) implements Parcel {
        /// One that holds.
        public News(Bulletin bulletin) {
            this(bulletin, false);
        }
    }

    /// A message that tries the channel.
    ///
    /// @param message what
    record Probe(TestMessage message) implements Parcel {}

    /// The same as it is to be brought at a time: what has run out by then is history. A last word never is: that a
    /// warning is over is news to whoever had it, however late.
    default Parcel asOf(Moment now) {
        return switch (this) {
            case News(Bulletin bulletin, var _) ->
                new News(
                        bulletin,
                        !ends() && !now.isBefore(bulletin.warning().validity().expires()));
            case Probe _ -> this;
        };
    }

    /// Of which warning, or which test.
    default WarningId id() {
        return switch (this) {
            case News(Bulletin bulletin, var _) -> bulletin.warning().id();
            case Probe(TestMessage message) -> message.id();
        };
    }

    /// Which bulletin of its warning; 1 for a test.
    default int issue() {
        return switch (this) {
            case News(Bulletin bulletin, var _) -> bulletin.issue();
            case Probe _ -> 1;
        };
    }

    /// Whether it is the real thing.
    default Domain domain() {
        return switch (this) {
            case News(Bulletin bulletin, var _) -> bulletin.warning().domain();
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
            case News(Bulletin bulletin, boolean past) -> BulletinLines.headline(bulletin, past);
            case Probe(TestMessage message) -> BulletinLines.headline(message);
        };
    }

    /// Whether it says that a warning is over: people must hear of that.
    default boolean ends() {
        return switch (this) {
            case News(Bulletin bulletin, var _) -> bulletin.warning().stage().ended();
            case Probe _ -> false;
        };
    }

    /// As JSON.
    default Json json() {
        return switch (this) {
            case News(Bulletin bulletin, boolean past) -> BulletinLines.json(bulletin, past, TIMES);
            case Probe(TestMessage message) -> BulletinLines.json(message, TIMES);
        };
    }
}
