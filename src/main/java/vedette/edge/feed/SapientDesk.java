package vedette.edge.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vedette.edge.Intake;
import vedette.format.sapient.Edition;
import vedette.format.sapient.Finding;
import vedette.format.sapient.NodeClaims;
import vedette.format.sapient.NodeFacts;
import vedette.format.sapient.Part;
import vedette.format.sapient.Replies;
import vedette.format.sapient.Sapient;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Provenance;
import vedette.model.Rejected;
import vedette.model.SensorSite;

/// What becomes of the messages of one connection. One thread uses it.
final class SapientDesk implements NodeClaims.Sink {
    private static final int LONGEST_WORDS = 120;

    private final Shared shared;
    private final SapientLink link;
    private final Intake intake;
    private Optional<Edition> edition = Optional.empty();
    private Moment arrivedAt;
    private boolean interrupted;

    /// What all connections share.
    ///
    /// @param sessions by UUID
    /// @param replies what is said to nodes
    /// @param counts what happened
    /// @param tally the feed's health
    /// @param timing when things were observed
    record Shared(
            Map<String, SapientSession> sessions,
            Replies replies,
            SapientTally counts,
            Tally tally,
            Timebase.Retiming timing) {}

    SapientDesk(Shared shared, SapientLink link, Intake intake) {
        this.shared = shared;
        this.link = link;
        this.intake = intake;
        arrivedAt = intake.now();
    }

    /// Takes the content of a frame.
    void take(byte[] bytes, int from, int to) throws InterruptedException {
        arrivedAt = intake.now();
        shared.tally.bytes(to - from);
        switch (read(bytes, from, to)) {
            case Sapient.Taken taken -> {
                shared.counts.messages.incrementAndGet();
                link.errors().good();
                taken(taken, new Packet(bytes, from, to));
            }
            case Sapient.Refused refused ->
                fault(
                        refused.nodeId().orElse(""),
                        new Packet(bytes, from, to),
                        refused.findings().stream().map(SapientDesk::words).toList());
        }
        if (interrupted) {
            throw new InterruptedException("closed while waiting for room");
        }
    }

    private record Packet(byte[] bytes, int from, int to) {
        byte[] copy() {
            return Arrays.copyOfRange(bytes, from, to);
        }
    }

    private static String words(Finding finding) {
        return finding.field() + " " + finding.reason();
    }

    // A node of 1.0 that came back need not have registered on this connection.
    private Sapient.Reading read(byte[] bytes, int from, int to) {
        Sapient.Reading reading = Sapient.binary(bytes, from, to, edition);
        if (edition.isEmpty()) {
            edition = sender(reading)
                    .flatMap(this::session)
                    .map(session -> session.facts().edition());
            if (edition.equals(Optional.of(Edition.V1))) {
                return Sapient.binary(bytes, from, to, edition);
            }
        }
        return reading;
    }

    private static Optional<String> sender(Sapient.Reading reading) {
        return switch (reading) {
            case Sapient.Taken taken -> Optional.of(taken.nodeId());
            case Sapient.Refused refused -> refused.nodeId();
        };
    }

    private Optional<SapientSession> session(String nodeId) {
        return Optional.ofNullable(shared.sessions.get(nodeId));
    }

    private void taken(Sapient.Taken message, Packet packet) throws InterruptedException {
        switch (message.content()) {
            case "registration" -> registration(message, packet);
            case "registration_ack" -> {
                // A middleware that passes everything on passes on what it answered itself.
            }
            case "task" ->
                fault(
                        message.nodeId(),
                        packet,
                        List.of(message.content() + " is not taken here: this is the fusion node"));
            case "error" -> shared.tally.trouble("a node says: " + cut(String.join("; ", errors(message.body()))));
            default -> {
                Optional<SapientSession> session = session(message.nodeId());
                if (session.isEmpty()) {
                    String words = "node_id " + message.nodeId() + " is not registered; send a registration first";
                    fault(message.nodeId(), packet, List.of(words));
                } else {
                    said(message, session.get());
                }
            }
        }
    }

    private static List<String> errors(Part error) {
        return error.texts("error_message");
    }

    private void registration(Sapient.Taken message, Packet packet) {
        NodeFacts facts = NodeFacts.of(message);
        long now = System.nanoTime();
        Optional<SapientSession> known = session(message.nodeId());
        if (known.isEmpty() && shared.sessions.size() >= SapientServer.MOST_NODES) {
            shared.counts.turnedAway.incrementAndGet();
            fault(message.nodeId(), packet, List.of("no more than " + SapientServer.MOST_NODES + " nodes are taken"));
            return;
        }
        SapientSession session =
                shared.sessions.computeIfAbsent(message.nodeId(), _ -> new SapientSession(facts, link, now));
        here(session, now);
        session.registered(now);
        session.claim(claims -> {
            claims.registered(facts);
            return true;
        });
        edition = Optional.of(facts.edition());
        link.send(shared.replies.acknowledged(to(message.nodeId(), facts.edition()), true, List.of()));
        claim(facts, Measurement.Condition.OPERATIONAL, "registered, status every " + facts.statusS() + " s");
    }

    // A node is on the connection on which it spoke last: the other one is what a broken network left behind.
    private void here(SapientSession session, long now) {
        link.welcome();
        session.on(link, now).ifPresent(before -> before.cut("its node came on another connection"));
    }

    private void said(Sapient.Taken message, SapientSession session) {
        long now = System.nanoTime();
        here(session, now);
        NodeFacts facts = session.facts();
        switch (message.content()) {
            case "status_report" -> {
                boolean goodbye = message.body().choice("system").orElse("").equals("GOODBYE");
                session.status(goodbye, now);
                session.claim(claims -> {
                    claims.status(message, this);
                    return true;
                });
            }
            case "detection_report" -> {
                boolean placed = session.claim(claims -> claims.detection(message, this));
                (placed ? shared.counts.detections : shared.counts.unplaced).incrementAndGet();
            }
            case "alert" -> alert(message, facts);
            case "task_ack" ->
                claim(
                        facts,
                        Measurement.Condition.UNKNOWN,
                        "task " + message.body().choice("task_status").orElse("") + " "
                                + String.join("; ", message.body().texts("reason")));
            default -> {
                // An acknowledgement of an alert: we send none yet.
            }
        }
    }

    private void alert(Sapient.Taken message, NodeFacts facts) {
        Part alert = message.body();
        link.send(shared.replies.alertTaken(
                to(facts.nodeId(), facts.edition()), alert.text("alert_id").orElse("")));
        String words = "alert " + alert.choice("alert_type").orElse("") + " "
                + alert.text("description").orElse("");
        claim(facts, Measurement.Condition.UNKNOWN, words);
    }

    private void claim(NodeFacts facts, Measurement.Condition condition, String words) {
        Provenance provenance = Provenance.open(facts.sensor(), arrivedAt);
        measured(new Measurement.StatusReport(provenance, facts.sensor(), condition, cut(words)));
    }

    private static String cut(String words) {
        String line = words.replaceAll("\\p{Cntrl}", " ").strip();
        return line.length() <= LONGEST_WORDS ? line : line.substring(0, LONGEST_WORDS);
    }

    private Replies.To to(String nodeId, Edition speaks) {
        return new Replies.To(nodeId, speaks, arrivedAt);
    }

    private void fault(String nodeId, Packet packet, List<String> reasons) {
        shared.counts.refused.incrementAndGet();
        shared.tally.rejected(new Rejected(0, "SAPIENT", cut(reasons.getFirst())));
        if (link.errors().fault()) {
            shared.counts.errors.incrementAndGet();
            link.send(shared.replies.error(to(nodeId, edition.orElse(Edition.V2)), packet.copy(), reasons));
        }
        if (link.errors().hopeless()) {
            link.cut("sent nothing but faults");
        }
    }

    @Override
    public void presented(SensorSite site) {
        try {
            intake.presented(site);
        } catch (InterruptedException closing) {
            interrupted = true;
        }
    }

    @Override
    public void measured(Measurement measurement) {
        if (interrupted) {
            return;
        }
        shared.tally.measured();
        try {
            intake.put(shared.timing.retimed(measurement, arrivedAt), arrivedAt);
        } catch (InterruptedException closing) {
            interrupted = true;
        }
    }
}
