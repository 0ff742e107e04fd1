package vedette.edge.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import vedette.model.Domain;
import vedette.model.Operator;

/// A display whose clock stands until it is moved, with its accounts and its log in a folder: for what people
/// may do, and for how long.
final class Desktop implements AutoCloseable {
    static final String KEY = "a-generated-operator-key";
    static final String PASSWORD = "a password of hers";
    static final String ACKNOWLEDGE = "{\"act\":\"acknowledge\",\"warning\":\"intrusion-1\",\"revision\":1}";
    static final String APPROVE = "{\"act\":\"approve\",\"warning\":\"intrusion-1\",\"revision\":2,\"shown\":\"ab12\"}";

    final AtomicLong clock = new AtomicLong();
    final List<Operator> operators = new CopyOnWriteArrayList<>();
    final Path accounts;
    final Path log;
    final DisplayServer server;
    final Wire wire;

    /// @param rules beside the accounts and the log, which stand in the folder
    /// @param reach how it is reached
    Desktop(Path folder, Admission rules, Reach reach) {
        accounts = folder.resolve("people.json");
        log = folder.resolve("log").resolve("security.jsonl");
        server = new DisplayServer(
                DisplaySettings.of(Domain.LIVE, KEY)
                        .at("127.0.0.1", 0)
                        .reaching(reach)
                        .admitting(rules.knowing(accounts).loggedAt(Admission.LogPlace.usual(log))),
                (operator, order) -> operators.add(operator),
                NodeView.PLAIN,
                new DisplayServer.Trial(Optional.empty(), TimeUnit.SECONDS.toNanos(60), Optional.empty(), clock::get));
        server.start();
        wire = new Wire(server.port());
    }

    Desktop(Path folder) {
        this(folder, Admission.NONE, Reach.here());
    }

    People people() {
        return new People(accounts);
    }

    /// Gives somebody an account and the usual password.
    void join(String name, Operator.Role role) {
        Acquaintances.join(accounts, name, role, PASSWORD);
    }

    void pass(int minutes) {
        clock.addAndGet(TimeUnit.MINUTES.toNanos(minutes));
    }

    Wire.Answer logIn(String account, String password) throws IOException {
        return wire.post("/api/v1/session", "{\"account\":\"" + account + "\",\"password\":\"" + password + "\"}");
    }

    /// The header of a session of somebody's who has the usual password.
    String session(String account) throws IOException {
        return bearer(logIn(account, PASSWORD));
    }

    static String bearer(Wire.Answer entered) {
        return "Authorization: Bearer " + entered.json().text("session").orElse("none");
    }

    Wire.Answer change(String current, String wanted, String bearer) throws IOException {
        String body = "{\"current\":\"" + current + "\",\"password\":\"" + wanted + "\"}";
        return wire.post("/api/v1/password", body, bearer);
    }

    /// What an order comes to.
    int orders(String order, String bearer) throws IOException {
        return wire.post("/api/v1/orders", order, bearer).status();
    }

    /// What was written down so far.
    List<String> written() throws Exception {
        server.settle();
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    @Override
    public void close() {
        server.close();
    }
}
