package vedette.model;

import static vedette.math.Require.require;

import java.util.List;

/// What the engine is told beforehand, as data: it is recorded like everything else.
public sealed interface Configuration {
    /// The sensors that are known; replaces those known before.
    ///
    /// @param sites one a sensor
    record Sensors(List<SensorSite> sites) implements Configuration {
        /// Copies the list.
        public Sensors {
            sites = List.copyOf(sites);
        }
    }

    /// The protected zones; replaces those known before.
    ///
    /// @param zones one a name
    record Zones(List<Zone> zones) implements Configuration {
        /// Copies the list.
        public Zones {
            zones = List.copyOf(zones);
        }
    }

    /// The feeds that should speak, and how often.
    ///
    /// @param feeds one a feed
    record Feeds(List<Expectation> feeds) implements Configuration {
        /// Copies the list.
        public Feeds {
            feeds = List.copyOf(feeds);
        }
    }

    /// What is expected of a feed or sensor.
    ///
    /// @param sensor which
    /// @param periodS how often it speaks, seconds, above 0; silent after three of them
    /// @param lateS how old its messages may be when they come, seconds, above 0
    record Expectation(SensorId sensor, double periodS, double lateS) {}

    /// The air pressure at sea level, to turn pressure heights into heights above the sea.
    ///
    /// @param qnhHpa hectopascal, 850 to 1100
    record Pressure(double qnhHpa) implements Configuration {}

    /// UTC against atomic time.
    ///
    /// @param table the steps
    record Leaps(LeapSeconds table) implements Configuration {}

    /// The sensors that watch for launches and falling objects; replaces those known before.
    ///
    /// @param satellites infrared ones
    /// @param radars radars
    record WatchSensors(List<InfraredSatellite> satellites, List<WarningRadar> radars) implements Configuration {
        /// Copies the lists.
        public WatchSensors {
            satellites = List.copyOf(satellites);
            radars = List.copyOf(radars);
        }
    }

    /// The launches told of beforehand; replaces those known before.
    ///
    /// @param notices one a launch
    record Notices(List<LaunchNotice> notices) implements Configuration {
        /// Copies the list.
        public Notices {
            notices = List.copyOf(notices);
        }
    }

    /// The objects in space that are known; replaces those known before. It explains what flies; what comes down is
    /// warned of all the same.
    ///
    /// @param objects states, one a catalogue number
    /// @param elements mean elements, one a catalogue number, at most [#MOST_ELEMENTS]
    record Catalogue(List<KnownObject> objects, List<MeanElements> elements) implements Configuration {
        /// More would not fit into one record of the journal; some 30,000 objects are followed.
        public static final int MOST_ELEMENTS = 60_000;

        /// Copies the lists.
        public Catalogue {
            objects = List.copyOf(objects);
            elements = List.copyOf(elements);
            require(elements.size() <= MOST_ELEMENTS, "%s element sets", elements.size());
        }
    }

    /// The places whose people are to be warned; replaces those known before.
    ///
    /// @param places one a place
    record Places(List<Place> places) implements Configuration {
        /// Copies the list.
        public Places {
            places = List.copyOf(places);
        }
    }

    /// The nodes that listen for what flies; replaces those known before. What they do not hear is evidence too.
    ///
    /// @param nodes one a node
    record Listeners(List<Listener> nodes) implements Configuration {
        /// Copies the list.
        public Listeners {
            nodes = List.copyOf(nodes);
        }
    }

    /// A node that listens.
    ///
    /// @param sensor its name
    /// @param place where it stands
    record Listener(SensorId sensor, LatLon place) {}

    /// That this node shares, and what; replaces what was said before.
    ///
    /// @param node our name among the nodes
    /// @param drafts whether warnings are told of before they are released
    /// @param tracks whether tracks are told of
    /// @param notices whether launches told of beforehand are told on
    record Sharing(NodeId node, boolean drafts, boolean tracks, boolean notices) implements Configuration {}

    /// How warnings come to the public, and by which channels; replaces what was said before.
    ///
    /// @param rules of which the first that fits holds; what none fits stays inside
    /// @param channels their names
    record Releasing(List<ReleaseRule> rules, List<String> channels) implements Configuration {
        /// Copies the lists.
        public Releasing {
            rules = List.copyOf(rules);
            channels = List.copyOf(channels);
        }
    }

    /// The flights that are authorised; replaces those known before.
    ///
    /// @param flights one a name
    record Flights(List<AuthorisedFlight> flights) implements Configuration {
        /// Copies the list.
        public Flights {
            flights = List.copyOf(flights);
        }
    }

    /// What one look at others' alerts brought: shown as theirs, evidence of nothing, never said again as ours.
    ///
    /// @param feed by which feed they came
    /// @param hung alerts that came, or came again in another form
    /// @param over names of alerts that their own senders took down
    record Foreign(String feed, List<ForeignAlert> hung, List<String> over) implements Configuration {
        /// Copies the lists.
        public Foreign {
            hung = List.copyOf(hung);
            over = List.copyOf(over);
        }
    }
}
