package vedette.edge.send;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.format.cap.CellBroadcast;
import vedette.format.text.Json;
import vedette.model.Bulletin;
import vedette.model.LeapSeconds;
import vedette.model.TestMessage;

/// What of a parcel is written into a request or a file.
@FunctionalInterface
public interface Body {
    /// The bulletin.
    Body WHOLE = parcel -> Optional.of(parcel.json());

    /// As JSON; nothing for a parcel that this channel has nothing to say of.
    Optional<Json> of(Parcel parcel);

    /// The bulletin, and `broadcasts`: its EU-Alert pages in every language. Nothing for what is not for everybody.
    ///
    /// @param local the language that the operator's phones show first: `en`, `de`, `fr`, `es`, `uk`
    static Body cells(String local) {
        return parcel -> {
            List<CellBroadcast> all = switch (parcel) {
                // Phones alarm at once: what has run out is not broadcast any more.
                case Parcel.News(Bulletin bulletin, boolean past) ->
                    past ? List.of() : CellBroadcast.of(bulletin.warning(), local, LeapSeconds.standard());
                case Parcel.Probe(TestMessage message) -> CellBroadcast.of(message, local);
            };
            return all.isEmpty() ? Optional.empty() : Optional.of(with(parcel, all));
        };
    }

    private static Json with(Parcel parcel, List<CellBroadcast> all) {
        List<Json.Member> members = new ArrayList<>();
        if (parcel.json() instanceof Json.Members(List<Json.Member> known)) {
            members.addAll(known);
        }
        members.add(new Json.Member(
                "broadcasts",
                new Json.Items(all.stream()
                        .map(each -> each.json(parcel.id().name(), parcel.issue()))
                        .toList())));
        return new Json.Members(members);
    }
}
