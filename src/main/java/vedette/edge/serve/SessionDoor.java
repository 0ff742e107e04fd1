package vedette.edge.serve;

import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.model.Operator;

/// What is asked and answered about who sits here: who they are, coming in, going, being there, and another password.
final class SessionDoor {
    private static final int LONGEST_NAME = 64;
    private static final String LOG_IN = "log in first";
    private static final String ALL_OTHERS = "others";

    private final DisplaySettings settings;
    private final Doorkeeper doorkeeper;
    private final Entrance entrance;

    SessionDoor(DisplaySettings settings, Doorkeeper doorkeeper, Entrance entrance) {
        this.settings = settings;
        this.doorkeeper = doorkeeper;
        this.entrance = entrance;
    }

    /// Who a request comes from, and for how long still.
    Handler who() {
        return (request, response) -> Answers.send(response, Answers.JSON, who(Caller.of(request)));
    }

    private String who(Caller caller) {
        JsonWriter json = new JsonWriter().open('{');
        Optional<Operator> operator = doorkeeper.operator(caller);
        boolean taken = !settings.replay();
        json.truth(
                "mayOrder",
                taken && operator.filter(who -> OrderText.mayOrder(who.role())).isPresent());
        json.truth(
                "mayRelease",
                taken
                        && operator.filter(who -> OrderText.mayRelease(who.role()))
                                .isPresent());
        json.text(
                "access", settings.guarded() ? "BY_ACCOUNT" : settings.access().name());
        json.truth("signOn", settings.reach().provider().isPresent());
        operator.ifPresent(
                who -> json.text("operator", who.name()).text("role", who.role().name()));
        doorkeeper.standing(caller).ifPresent(standing -> {
            json.text("way", Doorkeeper.way(standing.session())).truth("lapsed", standing.lapsed());
            json.truth("endsIdle", settings.admission().stay().endsIdle());
            json.whole("lapsesInS", seconds(standing.lapsesInNs())).whole("endsInS", seconds(standing.endsInNs()));
        });
        return json.close('}').toString();
    }

    private static long seconds(long ns) {
        return TimeUnit.NANOSECONDS.toSeconds(ns);
    }

    /// Somebody is there: a key was pressed, or something clicked. Who has lapsed is not there by a click.
    Handler present() {
        return (request, response) -> {
            switch (doorkeeper.acting(Caller.of(request))) {
                case Acting.Stranger() -> Answers.fail(response, Status.UNAUTHORIZED_401, LOG_IN);
                case Acting.Lapsed _ -> Answers.lapsed(response);
                case Acting.Acts _ -> Answers.send(response, Answers.JSON, who(Caller.of(request)));
            }
        };
    }

    /// Where who asks is logged in.
    Handler seats() {
        return (request, response) -> {
            Caller caller = Caller.of(request);
            if (doorkeeper.operator(caller).isEmpty()) {
                Answers.fail(response, Status.UNAUTHORIZED_401, LOG_IN);
                return;
            }
            JsonWriter json = new JsonWriter().open('{').name("sessions").open('[');
            for (Sessions.Seat seat : doorkeeper.seats(caller)) {
                json.open('{').text("id", seat.id()).text("way", Doorkeeper.way(seat.session()));
                json.text("address", seat.address()).whole("sinceS", seconds(seat.sinceNs()));
                json.whole("actedS", seconds(seat.actedNs()))
                        .truth("own", seat.own())
                        .close('}');
            }
            Answers.send(response, Answers.JSON, json.close(']').close('}').toString());
        };
    }

    /// Another session of who asks ends, or all others. They have proved who they are a moment ago, or do it now (ASVS
    /// 4.0.3, 3.3.4).
    Handler endSeat() {
        return (request, response) -> {
            Caller caller = Caller.of(request);
            String id = request.path().pathParameters().get("id");
            if (doorkeeper.operator(caller).isEmpty()) {
                Answers.fail(response, Status.UNAUTHORIZED_401, LOG_IN);
                return;
            }
            List<Sessions.Seat> seats = doorkeeper.seats(caller);
            List<Sessions.Seat> meant = seats.stream()
                    .filter(each ->
                            !each.own() && (id.equals(ALL_OTHERS) || each.id().equals(id)))
                    .toList();
            if (meant.isEmpty()) {
                Answers.fail(response, Status.NOT_FOUND_404, "no such session of yours");
            } else if (seats.stream().anyMatch(each -> each.own() && each.sinceNs() >= Sessions.FRESH_NS)) {
                Answers.lapsed(response, "prove again who you are: that ends another session");
            } else {
                long ended = meant.stream()
                        .filter(each -> doorkeeper.end(each, caller))
                        .count();
                Answers.send(response, Answers.JSON, "{\"ended\":" + ended + "}");
            }
        };
    }

    /// Somebody comes in.
    Handler enter() {
        return (request, response) -> json(request, response).ifPresent(json -> answer(entry(json, request), response));
    }

    private Entrance.Entry entry(Json json, ServerRequest request) {
        String address = Caller.of(request).address();
        if (json.text("code").isPresent()) {
            return entrance.endSignOn(
                    json.text("code").orElse(""), json.text("state").orElse(""), address);
        }
        String name = json.text("account")
                .or(() -> json.text("name"))
                .map(String::strip)
                .filter(n -> !n.isEmpty())
                .orElse(People.KEY_HOLDER);
        if (name.length() > LONGEST_NAME) {
            return new Entrance.Refused(400, "a name has at most " + LONGEST_NAME + " characters");
        }
        if (json.text("account").isPresent()) {
            return entrance.logIn(name, json.text("password").orElse(""), address);
        }
        // An unknown role is one that nobody has by key.
        Operator.Role role = json.text("role").orElse("OPERATOR").equals("OPERATOR")
                ? Operator.Role.OPERATOR
                : json.text("role").orElse("").equals("RELEASER") ? Operator.Role.RELEASER : Operator.Role.ADMIN;
        return entrance.enter(new Entrance.ByKey(json.text("secret").orElse(""), name, role, address));
    }

    /// Somebody changes their password.
    Handler change() {
        return (request, response) -> {
            Caller caller = Caller.of(request);
            if (doorkeeper.operator(caller).isEmpty()) {
                Answers.fail(response, Status.UNAUTHORIZED_401, LOG_IN);
                return;
            }
            json(request, response).ifPresent(json -> answer(change(json, caller), response));
        };
    }

    private Entrance.Entry change(Json json, Caller caller) {
        Optional<String> current = json.text("current");
        Optional<String> wanted = json.text("password");
        boolean known = doorkeeper
                .standing(caller)
                .flatMap(each -> each.session().account())
                .isPresent();
        return known && (current.isEmpty() || wanted.isEmpty())
                ? new Entrance.Refused(400, "give 'current', the password you have, and 'password', the one you want")
                : entrance.change(caller, current.orElse(""), wanted.orElse(""));
    }

    /// Somebody wants to sign on at the provider.
    Handler signOn() {
        return (request, response) -> {
            boolean afresh = request.query().first("afresh").orElse("").equals("true");
            try {
                entrance.beginSignOn(afresh)
                        .ifPresentOrElse(
                                begin -> Answers.send(response, Answers.JSON, begun(begin)),
                                () -> Answers.fail(response, Status.NOT_FOUND_404, "there is no provider"));
            } catch (IOException fault) {
                Answers.fail(response, Status.BAD_GATEWAY_502, "the provider does not answer: " + fault.getMessage());
            }
        };
    }

    private static String begun(SignOn.Begin begin) {
        return new JsonWriter()
                .open('{')
                .text("location", begin.location())
                .text("state", begin.state())
                .close('}')
                .toString();
    }

    /// Somebody goes.
    Handler leave() {
        return (request, response) -> {
            doorkeeper.leave(Caller.of(request));
            Answers.send(response, Answers.JSON, "{\"left\":true}");
        };
    }

    private static Optional<Json> json(ServerRequest request, ServerResponse response) {
        return Answers.body(request, response, Api.LONGEST_BODY)
                .map(text -> JsonText.read(text) instanceof JsonText.Read(Json value) ? value : new Json.Nothing());
    }

    private static void answer(Entrance.Entry entry, ServerResponse response) {
        switch (entry) {
            case Entrance.Opened(String token, Operator who) ->
                Answers.send(response, Answers.JSON, session(token, who));
            case Entrance.Refused(int status, String why) -> Answers.fail(response, Status.create(status), why);
        }
    }

    private static String session(String token, Operator who) {
        return new JsonWriter()
                .open('{')
                .text("session", token)
                .text("operator", who.name())
                .text("role", who.role().name())
                .close('}')
                .toString();
    }
}
