package vedette.model;

import java.util.List;
import java.util.Optional;

/// What the picture means.
public sealed interface Assessment {
    /// An object in, or on its way into, a protected zone.
    ///
    /// @param track the object
    /// @param zone the zone
    /// @param relation how near it is to entering
    /// @param entry when it enters, where that is predicted
    /// @param probability that it is or will be inside, [0, 1]
    /// @param distanceM from the zone's border along the ground, metres; negative inside its outline
    /// @param heightTested whether its height could be compared with the zone's limits
    /// @param why one sentence
    record Intrusion(
            TrackId track,
            ZoneId zone,
            Relation relation,
            Optional<Entry> entry,
            double probability,
            double distanceM,
            boolean heightTested,
            String why)
            implements Assessment {}

    /// How an object stands to a zone.
    enum Relation {
        /// Away from it, or leaving.
        CLEAR,
        /// Will enter.
        APPROACHING,
        /// Inside.
        INSIDE
    }

    /// A predicted entry.
    ///
    /// @param at the expected moment
    /// @param sigmaS its standard deviation, seconds
    record Entry(Moment at, double sigmaS) {}

    /// An aircraft declares, or no longer declares, distress.
    ///
    /// @param track the aircraft
    /// @param emergency what it declares
    /// @param sources who heard it
    record Distress(TrackId track, Emergency emergency, List<SensorId> sources) implements Assessment {}

    /// What is known of an object that burns, flies or falls has changed.
    ///
    /// @param missile its newest revision
    record Flying(Missile missile) implements Assessment {}

    /// Attacking objects of one launch area, counted: when it changes, once a second at most.
    ///
    /// @param raid as known now
    record Raid(MissileRaid raid) implements Assessment {}

    /// The chance of an impact has changed for places.
    ///
    /// @param places those whose risk changed
    record Risks(List<PlaceRisk> places) implements Assessment {
        /// Copies the list.
        public Risks {
            places = List.copyOf(places);
        }
    }

    /// What is known of a raid of drones or cruise missiles has changed: every ten seconds while it flies.
    ///
    /// @param raid as known now
    record Stream(AirRaid raid) implements Assessment {}

    /// When raids may reach places: every ten seconds for all that may be reached, and once when that is over.
    ///
    /// @param places those whose outlook changed
    record Approaches(List<PlaceAhead> places) implements Assessment {
        /// Copies the list.
        public Approaches {
            places = List.copyOf(places);
        }
    }

    /// What an object is held to be has changed.
    ///
    /// @param track the object
    /// @param kinds what it may be
    /// @param why what speaks for the likeliest, one short sentence each, the weightiest first
    record Identified(TrackId track, Kinds kinds, List<String> why) implements Assessment {
        /// Copies the list.
        public Identified {
            why = List.copyOf(why);
        }
    }

    /// An authorised flight is not where and when it may be; or is again.
    ///
    /// @param track the object that bears its name
    /// @param flight the flight's name
    /// @param limit what is breached; none when nothing is any more
    /// @param why one sentence
    record Breach(TrackId track, String flight, Limit limit, String why) implements Assessment {}

    /// What an authorised flight may breach.
    enum Limit {
        /// Nothing.
        NONE,
        /// It is beside its volumes.
        AREA,
        /// It is above or below them.
        HEIGHT,
        /// It is where it may be at another time.
        TIME,
        /// Several objects bear its name: at most one of them is it.
        NAME
    }

    /// An authorised flight and another object come near each other; or part again.
    ///
    /// @param flight the object of the authorised flight
    /// @param other the other object
    /// @param near whether they are near, or will be
    /// @param nearestAt when they are nearest
    /// @param distanceM how near then, metres along the ground
    /// @param why one sentence
    record Proximity(TrackId flight, TrackId other, boolean near, Moment nearestAt, double distanceM, String why)
            implements Assessment {}

    /// What an unmanned aircraft tells of its flight has changed, or it is no longer heard.
    ///
    /// @param flight as known now
    record Uas(UasFlight flight) implements Assessment {}

    /// What an object claims of itself does not agree with what else is known, or agrees again.
    ///
    /// @param track the object, where what it claims makes a track
    /// @param name under which it goes
    /// @param suspicion what weighs most against it
    /// @param probability that the claims are false, [0, 1]
    /// @param sources who heard them
    /// @param why one sentence
    record Doubted(
            Optional<TrackId> track,
            String name,
            Suspicion suspicion,
            double probability,
            List<SensorId> sources,
            String why)
            implements Assessment {}

    /// Satellite navigation is disturbed somewhere, or no longer.
    ///
    /// @param area the corners of a cell, counter-clockwise from its south-west one
    /// @param probability that it is disturbed, [0, 1]; 0 when it is over
    /// @param sources who heard the aircraft that know their place worse
    /// @param why one sentence
    record Interference(List<LatLon> area, double probability, List<SensorId> sources, String why)
            implements Assessment {
        /// Copies the lists.
        public Interference {
            area = List.copyOf(area);
            sources = List.copyOf(sources);
        }
    }

    /// How a claim may be false.
    enum Suspicion {
        /// Nothing speaks against it.
        NONE,
        /// Parts of what it tells cannot be true together, or where it is heard.
        SPOOFED,
        /// What was told before is told again.
        REPLAYED,
        /// It is now here, now there.
        JUMPING,
        /// One of many that came at once.
        GHOST_FLOOD,
        /// Own sensors look at its place and see nothing.
        UNSEEN,
        /// A drone that tells nothing of itself.
        SILENT
    }
}
