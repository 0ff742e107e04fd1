package vedette.edge.send;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vedette.edge.Clock;
import vedette.model.Bulletin;
import vedette.model.Domain;
import vedette.model.Moment;
import vedette.model.Warning;

/// A siren behind a relay. It serves to warn people and for nothing else: it knows two states, sounds for warnings of
/// configured kinds that are issued, and is silent when they end or have lasted long enough.
///
/// A warning that ran out before it could be brought does not sound. What sounds, and until when, also stands in a
/// file, so that a node that was started again silences it in time.
public final class Relay implements Carrier {
    private static final String TEST = "-test-";
    private static final double TEST_S = 5;

    private final Reach reach;
    private final Sounding sounding;
    private final Sounds kept;
    private final Clock clock;
    private final SortedMap<String, Moment> until;
    private boolean lit;

    /// The relay's two states.
    public interface Reach {
        /// Switches it, and returns when it was seen to be so.
        void set(boolean on) throws IOException, InterruptedException;
    }

    /// For what a siren sounds.
    ///
    /// @param kinds of warning
    /// @param longestS after so many seconds it is silent, whatever holds
    /// @param tests whether a message that tries the channel sounds it, for five seconds
    /// @param exercises whether it sounds in a domain that is not LIVE
    public record Sounding(List<Warning.Kind> kinds, double longestS, boolean tests, boolean exercises) {
        /// Copies the list.
        public Sounding {
            kinds = List.copyOf(kinds);
        }
    }

    /// A relay.
    ///
    /// @param device which one, as a part of a file's name: under this it is kept what sounds, so that a channel
    /// that gets another name silences what it sounded under the old one
    /// @param reach how it is switched
    /// @param sounding for what
    /// @param ties to the node
    /// @throws IOException when the file of what sounds cannot be read
    public Relay(String device, Reach reach, Sounding sounding, Ties ties) throws IOException {
        this.reach = reach;
        this.sounding = sounding;
        clock = ties.clock();
        kept = new Sounds(Sounds.file(ties.folder(), device));
        until = kept.read();
        lit = !until.isEmpty();
    }

    /// Devices that sounded when they were last switched, and that none of these channels reaches any more:
    /// nobody but a person at the device silences them.
    ///
    /// @param folder where relays keep what they sound for
    /// @param reached devices of the channels that there are
    /// @throws IOException when the folder cannot be read
    public static List<String> forsaken(Path folder, List<String> reached) throws IOException {
        return Sounds.sounding(folder).stream()
                .filter(device -> !reached.contains(device))
                .toList();
    }

    @Override
    public void carry(Parcel parcel, Consumer<String> who) throws IOException, InterruptedException {
        if (parcel.domain() != Domain.LIVE && !sounding.exercises()) {
            return;
        }
        switch (parcel) {
            case Parcel.News(Bulletin bulletin, var _) -> carry(bulletin.warning());
            case Parcel.Probe _ -> {
                if (sounding.tests()) {
                    sound(TEST, clock.now().plusS(TEST_S));
                }
            }
        }
    }

    private void carry(Warning warning) throws IOException, InterruptedException {
        String id = warning.id().name();
        switch (warning.stage()) {
            case ISSUED, UPDATED -> {
                Moment now = clock.now();
                boolean holds = now.isBefore(warning.validity().expires());
                if (holds && sounding.kinds().contains(warning.kind())) {
                    @Nullable Moment before = until.get(id);
                    sound(id, before == null ? now.plusS(sounding.longestS()) : before);
                }
            }
            case ALL_CLEAR, CANCELLED, EXPIRED -> end(warning);
            case DRAFTED, PREALERT -> {}
        }
    }

    // The file comes first: what sounds and is not in it would never be silenced after a sudden end.
    private void sound(String id, Moment end) throws IOException, InterruptedException {
        until.put(id, end);
        kept.write(until);
        lit = true;
        reach.set(isOn());
    }

    private void end(Warning warning) throws IOException, InterruptedException {
        String id = warning.id().name();
        if (!until.containsKey(id) && !sounding.kinds().contains(warning.kind())) {
            return;
        }
        SortedMap<String, Moment> left = new TreeMap<>(until);
        left.remove(id);
        reach.set(left.values().stream().anyMatch(clock.now()::isBefore));
        until.remove(id);
        kept.write(until);
    }

    private boolean isOn() {
        return until.values().stream().anyMatch(clock.now()::isBefore);
    }

    // What has lasted long enough stays known while its warning holds, so that an update does not begin it anew.
    @Override
    public void rest() throws IOException {
        if (!lit || isOn()) {
            return;
        }
        try {
            reach.set(false);
            lit = false;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
