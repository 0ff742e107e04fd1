package vedette.edge.send;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Bulletins as electronic mail over one's own server (SMTP).
///
/// Each recipient whom the server takes has a receipt of its own, `channel/address`; the channel's own follows when
/// all have it but those whom the server refuses for good, who are told as trouble once. A receipt says that the
/// server has taken the responsibility, not that somebody has read.
public final class Mail implements Carrier {
    /// Parcels of which it is known who has them already.
    private static final int MOST_KNOWN = 1_000;

    private final Server server;
    private final String from;
    private final List<String> to;
    private final Consumer<String> troubles;
    private final Map<String, Set<String>> served = new LinkedHashMap<>();
    private final Set<String> refused = new TreeSet<>();

    /// A server that is connected to for each parcel.
    ///
    /// @param server which
    /// @param from the sender's address
    /// @param to the recipients' addresses
    /// @param troubles told of a recipient whom the server refuses for good
    public Mail(Server server, String from, List<String> to, Consumer<String> troubles) {
        this.server = server;
        this.from = from;
        this.to = List.copyOf(to);
        this.troubles = troubles;
    }

    @Override
    public void carry(Parcel parcel, Consumer<String> who) throws IOException {
        Set<String> has = served.computeIfAbsent(parcel.key(), _ -> new TreeSet<>());
        if (served.size() > MOST_KNOWN) {
            served.remove(served.keySet().iterator().next());
        }
        List<String> open =
                to.stream().filter(address -> !has.contains(address)).toList();
        List<String> later = new ArrayList<>();
        try (SmtpLine line = SmtpLine.to(server)) {
            List<String> taken = asked(line, open, later);
            if (!taken.isEmpty()) {
                sent(line, parcel);
                has.addAll(taken);
                taken.forEach(who);
            }
        }
        if (!later.isEmpty()) {
            throw new Refusal("later for " + String.join(", ", later));
        }
        if (has.isEmpty()) {
            throw new Refusal("the server refuses all recipients");
        }
        served.remove(parcel.key());
    }

    private List<String> asked(SmtpLine line, List<String> open, List<String> later) throws IOException {
        List<String> taken = new ArrayList<>();
        line.must(line.ask("MAIL FROM:<" + from + ">"));
        for (String address : open) {
            SmtpLine.Answer answer = line.ask("RCPT TO:<" + address + ">");
            if (answer.isYes()) {
                taken.add(address);
            } else if (answer.isNever()) {
                never(address, answer);
            } else {
                later.add(address);
            }
        }
        return taken;
    }

    private void never(String address, SmtpLine.Answer answer) {
        if (refused.add(address)) {
            troubles.accept("Mail to " + address + " is refused (" + answer + "). Correct the address in 'to'.");
        }
    }

    private void sent(SmtpLine line, Parcel parcel) throws IOException {
        line.must(line.ask("DATA"));
        SmtpLine.Answer answer = line.data(Letter.of(parcel, from));
        if (!answer.isYes()) {
            throw new Refusal("the server answers " + answer);
        }
    }
}
