package vedette.edge.serve;

/// One thing with news, as it goes to clients.
///
/// @param key which thing: a later item of the same key replaces an earlier one that has not gone out
/// @param section the member of the message it stands in
/// @param json what operators at this machine get
/// @param open what everybody else gets: without places of sensors
record Item(String key, Section section, String json, String open) {
    /// The members of a message.
    enum Section {
        /// What this node is and how its recording goes.
        NODE("node", false),
        /// The engine is alive.
        BEAT("beat", false),
        /// The protected zones.
        ZONES("zones", false),
        /// Tracks with news.
        TRACKS("tracks", true),
        /// Where tracks were before a client came.
        TRAILS("trails", true),
        /// Numbers of tracks that ended.
        GONE("gone", true),
        /// Warnings with news.
        WARNINGS("warnings", true),
        /// How releases stand, with news.
        RELEASES("releases", true),
        /// Objects that burn, fly or fall, with news.
        MISSILES("missiles", true),
        /// Raids with news.
        RAIDS("raids", true),
        /// Places whose people were told something new.
        PLACES("places", true),
        /// Flights of unmanned aircraft with news: their operators' places.
        UAS("uas", true),
        /// What peers told us, with news.
        NEIGHBOURS("neighbours", true),
        /// Others' alerts, all of them.
        FOREIGN("foreign", false),
        /// The channels to people, all of them.
        CHANNELS("channels", false),
        /// Sensors with news.
        SENSORS("sensors", true),
        /// Things that were not done.
        REFUSED("refused", true);

        private final String member;
        private final boolean many;

        Section(String member, boolean many) {
            this.member = member;
            this.many = many;
        }

        String member() {
            return member;
        }

        boolean many() {
            return many;
        }

        /// Whether news of it overtakes all other news.
        boolean urgent() {
            return this == WARNINGS || this == RELEASES || this == NODE;
        }
    }

    /// An item that everybody gets alike.
    static Item of(String key, Section section, String json) {
        return new Item(key, section, json, json);
    }
}
