package vedette.app;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import vedette.edge.TlsKeys;
import vedette.model.Domain;
import vedette.model.Moment;
import vedette.model.ReleaseRule;
import vedette.model.SensorSite;

/// What `vedette.yaml` says, checked. The one in the project's folder is commented.
///
/// @param domain whether it is the real thing; there is no default
/// @param data the folder of the journal and the operator key
/// @param display where the display listens, and for whom
/// @param feeds where bytes come from
/// @param sensing what is known of the sensors
/// @param zones GeoJSON files of protected zones
/// @param outputs where warnings go
/// @param journal how events are recorded
/// @param qnhHpa air pressure at sea level, where told
/// @param missile what the missile watch is told
/// @param authorised JSON files of flights that are authorised
/// @param sharing whom we share with, where we do
/// @param release how warnings come to the public
/// @param channels ways to people outside
record Settings(
        Domain domain,
        Path data,
        DisplaySetting display,
        List<FeedSetting> feeds,
        Sensing sensing,
        List<Path> zones,
        Outputs outputs,
        Journal journal,
        OptionalDouble qnhHpa,
        MissileSetting missile,
        List<Path> authorised,
        Optional<SharingSetting> sharing,
        List<ReleaseRule> release,
        List<ChannelSetting> channels) {
    /// What is known of the sensors.
    ///
    /// @param sites where they stand and how they see
    /// @param roster nodes that listen
    record Sensing(List<SensorSite> sites, RosterSetting roster) {}

    /// Where the sensors stand and how they see.
    List<SensorSite> sensors() {
        return sensing.sites();
    }

    /// Where a feed's bytes come from.
    enum FeedType {
        /// ASTERIX data blocks in UDP datagrams.
        ASTERIX_UDP,
        /// ASTERIX data blocks on a server's byte stream.
        ASTERIX_TCP,
        /// Beast frames from a receiver's port 30005.
        BEAST_TCP,
        /// Beast frames that others bring to us.
        BEAST_SERVER,
        /// Remote ID receivers' JSON in UDP datagrams.
        REMOTEID_UDP,
        /// Remote ID receivers' JSON from a server's byte stream.
        REMOTEID_TCP,
        /// Remote ID receivers' JSON that receivers bring to us.
        REMOTEID_SERVER,
        /// Sensors' JSON lines in UDP datagrams.
        LINES_UDP,
        /// Sensors' JSON lines on a server's byte stream.
        LINES_TCP,
        /// Sensors' JSON lines that others bring to us.
        LINES_SERVER,
        /// Sensors' JSON lines that a broker of MQTT hands on.
        LINES_MQTT,
        /// Sensors' JSON lines that programs post to the display's port.
        LINES_HTTP,
        /// Remote ID receivers' JSON that a broker of MQTT hands on.
        REMOTEID_MQTT,
        /// SAPIENT nodes that connect to us as their fusion node.
        SAPIENT,
        /// Others' CAP messages in a folder or a file.
        CAP_FILE,
        /// Others' CAP messages at an address, or a feed of them.
        CAP_HTTP,
        /// A recording.
        FILE
    }

    /// What a sensor's times mean.
    enum Timebase {
        /// The sensor's own time of day.
        SENSOR,
        /// The time of arrival.
        ARRIVAL,
        /// The sensor's time, shifted and stretched: `anchor` and `rate`.
        ANCHORED
    }

    /// A feed.
    ///
    /// @param name under which its health is shown
    /// @param type where its bytes come from
    /// @param address host and port, for sockets
    /// @param networkInterface the interface for multicast, where told
    /// @param file the recording, for files
    /// @param speed of a recording: 1 is its own pace, 0 as fast as possible
    /// @param time what its times mean
    /// @param periodS how often it speaks, seconds
    /// @param tls a second port on which both sides show certificates, where told; of a broker, its only one
    /// @param broker what is heard of a broker, for those
    /// @param cap where others' CAP messages lie, for those
    record FeedSetting(
            String name,
            FeedType type,
            Optional<InetSocketAddress> address,
            Optional<String> networkInterface,
            Optional<Path> file,
            double speed,
            TimeSetting time,
            double periodS,
            Optional<TlsSetting> tls,
            Optional<BrokerSetting> broker,
            Optional<ForeignSetting> cap) {
        /// Whether a type hears a broker.
        static boolean hearsBroker(FeedType type) {
            return type == FeedType.LINES_MQTT || type == FeedType.REMOTEID_MQTT;
        }
    }

    /// What is heard of a broker of MQTT.
    ///
    /// @param topics names, with `+` and `#`
    /// @param client our name there
    /// @param user who we are to it, where it asks
    /// @param passwordFile whose first line is the password
    record BrokerSetting(List<String> topics, String client, Optional<String> user, Optional<Path> passwordFile) {}

    /// A port on which both sides show certificates.
    ///
    /// @param address host and port
    /// @param keys our key, and whom we trust
    record TlsSetting(InetSocketAddress address, TlsKeys keys) {}

    /// What a feed's times mean.
    ///
    /// @param base whose time
    /// @param anchorS for ANCHORED: the time of day, UTC seconds, that the first arrival stands for; none:
    /// its own
    /// @param rate for ANCHORED: how many seconds of the sensor pass in one of ours
    record TimeSetting(Timebase base, OptionalDouble anchorS, double rate) {}

    /// What the missile watch is told.
    ///
    /// @param watch JSON of infrared satellites and warning radars
    /// @param notices JSON of launches told of beforehand
    /// @param noticesFrom the moment from which the seconds of their windows count
    /// @param catalogue objects in space that are known: a CSV of states, TLE or OMM
    /// @param places GeoJSON or CSV of places whose people are to be warned
    record MissileSetting(
            Optional<Path> watch,
            Optional<Path> notices,
            Moment noticesFrom,
            Optional<Path> catalogue,
            List<Path> places) {}

    /// Where warnings go.
    ///
    /// @param warnings a file of JSON lines
    /// @param sensors a file of JSON lines
    /// @param cap a folder of CAP files
    /// @param capKey what they are signed with, where they are
    /// @param sender the CAP sender: who is responsible, as a name in the Internet's domain space
    /// @param sapient a SAPIENT fusion node that is told of our tracks
    record Outputs(
            Optional<Path> warnings,
            Optional<Path> sensors,
            Optional<Path> cap,
            Optional<ChannelSetting.CapKey> capKey,
            String sender,
            Optional<InetSocketAddress> sapient) {}

    /// How events are recorded.
    ///
    /// @param enabled whether they are
    /// @param acknowledgeAfterDisk whether an event counts as recorded only when the disk has it
    /// @param segmentMb size of a segment, megabytes
    /// @param retainGb how much is kept, gigabytes
    /// @param snapshotS time between snapshots, seconds
    record Journal(boolean enabled, boolean acknowledgeAfterDisk, int segmentMb, int retainGb, int snapshotS) {}
}
