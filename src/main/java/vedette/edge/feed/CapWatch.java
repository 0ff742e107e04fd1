package vedette.edge.feed;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import vedette.edge.Feed;
import vedette.edge.Intake;
import vedette.format.cap.CapBoard;
import vedette.format.cap.CapReader;
import vedette.format.text.XmlSeal;
import vedette.model.Configuration;
import vedette.model.ForeignAlert;
import vedette.model.Moment;
import vedette.model.Rejected;
import vedette.model.SensorId;

/// Looks at others' CAP messages from time to time. What is new goes into the node's one order, so that it is recorded
/// and a replay shows it; the engine hands it to displays as others', and to nobody else.
public final class CapWatch implements Feed {
    private final SensorId id;
    private final CapSource source;
    private final Rules rules;
    private final CapBoard board;
    private final Tally tally = new Tally();
    private final Crew crew;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Intake intake = Nowhere.INTAKE;

    /// How it watches.
    ///
    /// @param periodS between two looks, seconds
    /// @param signers whose signatures are believed; with any, a message without one of theirs is refused
    public record Rules(double periodS, List<X509Certificate> signers) {
        /// Copies the list.
        public Rules {
            signers = List.copyOf(signers);
        }
    }

    /// A feed that does not look yet.
    ///
    /// @param id its name
    /// @param source where the messages lie
    /// @param rules how it watches
    /// @param board an empty one
    public CapWatch(SensorId id, CapSource source, Rules rules, CapBoard board) {
        this.id = id;
        this.source = source;
        this.rules = rules;
        this.board = board;
        crew = new Crew(id.name(), tally::trouble);
    }

    @Override
    public SensorId id() {
        return id;
    }

    /// What it has seen so far.
    public Counts counts() {
        return tally.counts();
    }

    /// The alerts that hold now.
    public List<ForeignAlert> alerts() {
        lock.lock();
        try {
            return board.at(intake.now());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start(Intake into) {
        intake = into;
        crew.start("look", this::watch);
        crew.start("beat", new Beat(id, tally, into));
    }

    private void watch() throws InterruptedException {
        boolean linked = false;
        while (true) {
            try {
                List<byte[]> documents = source.look();
                if (!linked) {
                    tally.linked();
                    linked = true;
                }
                documents.forEach(this::take);
                tell();
            } catch (IOException | RuntimeException fault) {
                if (linked) {
                    tally.unlinked(Crew.said(fault));
                    linked = false;
                } else {
                    tally.trouble(Crew.said(fault));
                }
            }
            TimeUnit.MILLISECONDS.sleep(Math.round(rules.periodS() * 1000));
        }
    }

    private void tell() throws InterruptedException {
        Optional<Configuration.Foreign> news;
        lock.lock();
        try {
            news = board.news();
        } finally {
            lock.unlock();
        }
        if (news.isPresent()) {
            intake.overheard(news.get());
        }
    }

    /// Takes a document: a message, or an envelope of several.
    void take(byte[] document) {
        tally.bytes(document.length);
        Moment now = intake.now();
        for (CapReader.Reading reading : CapReader.readAll(document)) {
            switch (reading) {
                case CapReader.Refused refused ->
                    tally.rejected(
                            new Rejected(0, refused.element(), "line " + refused.line() + ": " + refused.reason()));
                case CapReader.Message message -> take(message, proven(document), now);
            }
        }
    }

    private void take(CapReader.Message message, String proven, Moment now) {
        if (!rules.signers().isEmpty() && proven.isEmpty()) {
            tally.rejected(new Rejected(
                    0,
                    "Signature",
                    "nobody who is trusted has signed " + message.reference().text()));
            return;
        }
        lock.lock();
        try {
            switch (board.take(message, proven, now)) {
                case CapBoard.Taken _ -> tally.measured();
                case CapBoard.Passed _ -> {}
                case CapBoard.Refused(String reason) -> tally.rejected(new Rejected(0, "alert", reason));
            }
        } finally {
            lock.unlock();
        }
    }

    // Of an envelope only the whole can be signed in a way that is believed here.
    private String proven(byte[] document) {
        List<X509Certificate> now =
                rules.signers().stream().filter(CapWatch::holds).toList();
        if (now.isEmpty()) {
            return "";
        }
        return XmlSeal.verify(document, new XmlSeal.Trust(now, false)).stream()
                .filter(XmlSeal.Verdict::valid)
                .map(XmlSeal.Verdict::reason)
                .findFirst()
                .orElse("");
    }

    private static boolean holds(X509Certificate certificate) {
        try {
            certificate.checkValidity();
            return true;
        } catch (CertificateException past) {
            return false;
        }
    }

    @Override
    public void close() {
        crew.close();
        source.close();
    }
}
