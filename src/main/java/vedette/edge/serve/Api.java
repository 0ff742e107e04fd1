package vedette.edge.serve;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vedette.edge.Desk;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.model.Moment;
import vedette.model.Operator;
import vedette.model.Order;
import vedette.model.Output;

/// The HTTP interface: what may be asked, and what is answered.
final class Api implements Filter {
    /// Bytes of a request's body: a note of 500 characters and its frame.
    static final int LONGEST_BODY = 4_096;

    private static final int LONGEST_NAME = 64;
    private static final String JSON = "application/json";
    private static final String GEO_JSON = "application/geo+json";

    /// What every answer says to the browser: take nothing from anywhere else, be framed by nobody, guess no
    /// types.
    private static final Map<HeaderName, String> SECURITY = Map.of(
            HeaderNames.create("Content-Security-Policy"),
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
                    + "connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; "
                    + "frame-ancestors 'none'",
            HeaderNames.create("X-Content-Type-Options"),
            "nosniff",
            HeaderNames.create("X-Frame-Options"),
            "DENY",
            HeaderNames.create("Referrer-Policy"),
            "no-referrer",
            HeaderNames.create("Cross-Origin-Opener-Policy"),
            "same-origin",
            HeaderNames.create("Cross-Origin-Resource-Policy"),
            "same-origin",
            HeaderNames.create("Permissions-Policy"),
            "camera=(), geolocation=(), microphone=()");

    /// What a display with TLS answers to who has not said who they are, besides its pages.
    private static final Set<String> FOR_STRANGERS = Set.of("/health", "/api/v1/session", "/api/v1/sign-on");

    /// What is released to the public is for the public.
    private static final String RELEASED = "/cap/";

    /// Browsers never come here without TLS again (RFC 6797); a year, as ASVS asks.
    private static final Header ONLY_TLS =
            HeaderValues.create(HeaderNames.STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");

    private final DisplaySettings settings;
    private final Doorkeeper doorkeeper;
    private final ShownPicture picture;
    private final StatusText status;
    private final Desk desk;
    private final StaticFiles files;
    private final Pages pages;
    private final ShownAside aside;
    private final Letters letters;
    private final EventDoor events;

    Api(DisplaySettings settings, Doorkeeper doorkeeper, ShownPicture picture, StatusText status, Rest rest) {
        this.settings = settings;
        this.doorkeeper = doorkeeper;
        this.picture = picture;
        this.status = status;
        desk = rest.desk();
        files = rest.files();
        pages = rest.pages();
        aside = rest.aside();
        letters = rest.letters();
        events = rest.events();
    }

    /// What else it needs: where orders and letters go, and where files and documents come from.
    record Rest(Desk desk, StaticFiles files, Pages pages, ShownAside aside, Letters letters, EventDoor events) {}

    HttpRouting.Builder routing() {
        return HttpRouting.builder()
                .addFilter(this)
                .get("/api/v1/tracks", text(GEO_JSON, _ -> picture.tracksGeoJson()))
                .get("/api/v1/tracks/{id}", this::track)
                .get("/api/v1/zones", text(GEO_JSON, _ -> picture.zonesGeoJson()))
                .get("/api/v1/warnings", text(JSON, _ -> picture.listed(Item.Section.WARNINGS, false)))
                .get("/api/v1/releases", text(JSON, request -> listed(Item.Section.RELEASES, request)))
                .get("/api/v1/uas", text(JSON, request -> listed(Item.Section.UAS, request)))
                .get("/api/v1/missiles", text(JSON, _ -> picture.listed(Item.Section.MISSILES, false)))
                .get("/api/v1/raids", text(JSON, _ -> picture.listed(Item.Section.RAIDS, false)))
                .get("/api/v1/places", text(JSON, _ -> picture.listed(Item.Section.PLACES, false)))
                .get("/api/v1/neighbours", text(JSON, request -> listed(Item.Section.NEIGHBOURS, request)))
                .get("/api/v1/foreign", text(JSON, _ -> aside.foreign()))
                .get("/api/v1/channels", text(JSON, request -> aside.channels(isOperator(request))))
                .get("/api/v1/flights", this::flights)
                .post("/api/v1/flights", this::authorise)
                .delete("/api/v1/flights/{id}", this::endFlight)
                .get("/api/v1/sensors", text(JSON, request -> listed(Item.Section.SENSORS, request)))
                .get("/api/v1/session", this::whoAmI)
                .post("/api/v1/session", this::enter)
                .delete("/api/v1/session", this::leave)
                .post("/api/v1/sign-on", this::signOn)
                .post("/api/v1/orders", this::order)
                .post("/api/v1/lines/{id}", letters.handler())
                .get("/cap/feed.atom", pages.handler())
                .get("/cap/feed.json", pages.handler())
                .get("/cap/{id}.xml", pages.handler())
                .get("/api/v1/events", events.handler())
                .get("/health", this::health)
                .get("/metrics", text("text/plain; version=0.0.4; charset=utf-8", _ -> status.metrics()))
                .get(this::file);
    }

    // Operators get what others do not.
    private String listed(Item.Section section, ServerRequest request) {
        return picture.listed(section, isOperator(request));
    }

    private boolean isOperator(ServerRequest request) {
        return doorkeeper
                .operator(Caller.of(request), true)
                .filter(who -> OrderText.mayOrder(who.role()))
                .isPresent();
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        SECURITY.forEach(response::header);
        if (settings.guarded()) {
            response.header(ONLY_TLS);
        }
        Optional<String> refusal = doorkeeper.refusal(request.headers());
        long waitS = doorkeeper.waitS(Caller.of(request));
        if (waitS > 0) {
            response.header(HeaderNames.RETRY_AFTER, Long.toString(waitS));
            fail(response, Status.TOO_MANY_REQUESTS_429, "too fast: come again in " + waitS + " s");
        } else if (refusal.isPresent()) {
            fail(response, Status.FORBIDDEN_403, refusal.get());
        } else if (!mayCome(request)) {
            status.refused("stranger");
            response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
            fail(response, Status.UNAUTHORIZED_401, "log in first, or give a key as 'Authorization: Bearer KEY'");
        } else {
            chain.proceed();
        }
    }

    // Where TLS is spoken, strangers get what they need to come in, and nothing else.
    private boolean mayCome(ServerRequest request) {
        String path = request.path().absolute().path();
        return !settings.guarded()
                || FOR_STRANGERS.contains(path)
                || path.startsWith(RELEASED)
                || files.file(path).isPresent()
                || doorkeeper.operator(Caller.of(request), true).isPresent();
    }

    private interface Text {
        String of(ServerRequest request);
    }

    private Handler text(String type, Text text) {
        return (request, response) -> {
            String body;
            synchronized (picture) {
                body = text.of(request);
            }
            send(response, type, body);
        };
    }

    private void track(ServerRequest request, ServerResponse response) {
        String id = request.path().pathParameters().get("id");
        Optional<String> feature = Optional.empty();
        if (id.matches("[0-9]{1,18}")) {
            synchronized (picture) {
                feature = picture.trackGeoJson(Long.parseLong(id));
            }
        }
        feature.ifPresentOrElse(
                json -> send(response, GEO_JSON, json), () -> fail(response, Status.NOT_FOUND_404, "no such track"));
    }

    private void whoAmI(ServerRequest request, ServerResponse response) {
        JsonWriter json = new JsonWriter().open('{');
        Optional<Operator> operator = doorkeeper.operator(Caller.of(request), true);
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
        send(response, JSON, json.close('}').toString());
    }

    private void enter(ServerRequest request, ServerResponse response) {
        Optional<String> body = body(request, response, LONGEST_BODY);
        if (body.isEmpty()) {
            return;
        }
        Json json = JsonText.read(body.get()) instanceof JsonText.Read(Json value) ? value : new Json.Nothing();
        String name = json.text("account")
                .or(() -> json.text("name"))
                .map(String::strip)
                .filter(n -> !n.isEmpty())
                .orElse("operator");
        if (name.length() > LONGEST_NAME) {
            fail(response, Status.BAD_REQUEST_400, "a name has at most " + LONGEST_NAME + " characters");
            return;
        }
        switch (entry(json, name, request)) {
            case Doorkeeper.Opened(String token, Operator who) -> send(response, JSON, session(token, who));
            case Doorkeeper.Refused(var _, int status, String why) -> fail(response, Status.create(status), why);
        }
    }

    private Doorkeeper.Entry entry(Json json, String name, ServerRequest request) {
        if (json.text("code").isPresent()) {
            return doorkeeper.endSignOn(
                    json.text("code").orElse(""), json.text("state").orElse(""));
        }
        if (json.text("account").isPresent()) {
            return doorkeeper.logIn(
                    name, json.text("password").orElse(""), Caller.of(request).address());
        }
        // An unknown role is one that nobody has by key.
        Operator.Role role = json.text("role").orElse("OPERATOR").equals("OPERATOR")
                ? Operator.Role.OPERATOR
                : json.text("role").orElse("").equals("RELEASER") ? Operator.Role.RELEASER : Operator.Role.ADMIN;
        return doorkeeper.enter(json.text("secret").orElse(""), name, role);
    }

    private void signOn(ServerRequest request, ServerResponse response) {
        try {
            doorkeeper
                    .beginSignOn()
                    .ifPresentOrElse(
                            begin -> send(
                                    response,
                                    JSON,
                                    new JsonWriter()
                                            .open('{')
                                            .text("location", begin.location())
                                            .text("state", begin.state())
                                            .close('}')
                                            .toString()),
                            () -> fail(response, Status.NOT_FOUND_404, "there is no provider"));
        } catch (IOException fault) {
            fail(response, Status.BAD_GATEWAY_502, "the provider does not answer: " + fault.getMessage());
        }
    }

    private void leave(ServerRequest request, ServerResponse response) {
        doorkeeper.leave(Caller.of(request));
        send(response, JSON, "{\"left\":true}");
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

    private void order(ServerRequest request, ServerResponse response) {
        orders(request, response)
                .ifPresent(who -> body(request, response, LONGEST_BODY).ifPresent(text -> place(text, who, response)));
    }

    // Who gives orders; where nobody may, that is answered.
    private Optional<Operator> orders(ServerRequest request, ServerResponse response) {
        Optional<Operator> operator = doorkeeper.operator(Caller.of(request), true);
        if (operator.isEmpty()) {
            status.refused("key");
            fail(response, Status.UNAUTHORIZED_401, "orders need the operator key as 'Authorization: Bearer KEY'");
        } else if (settings.replay()) {
            fail(response, Status.CONFLICT_409, "this is a replay: it takes no orders");
            return Optional.empty();
        }
        return operator;
    }

    // Who flies where is told to those who watch, not to everybody.
    private void flights(ServerRequest request, ServerResponse response) {
        Optional<Operator> operator = doorkeeper.operator(Caller.of(request), true);
        if (operator.isEmpty()) {
            fail(response, Status.UNAUTHORIZED_401, "flights are shown to operators");
        } else if (!OrderText.mayOrder(operator.get().role())) {
            fail(response, Status.FORBIDDEN_403, "a " + operator.get().role() + " may not see that");
        } else {
            send(response, JSON, picture.authorised().json());
        }
    }

    private void authorise(ServerRequest request, ServerResponse response) {
        Optional<Operator> who = flightOrders(request, response);
        Optional<String> text = who.flatMap(each -> body(request, response, FlightBook.LONGEST));
        if (text.isEmpty()) {
            return;
        }
        switch (picture.authorised().read(text.get())) {
            case FlightBook.Refused(String why) -> fail(response, Status.BAD_REQUEST_400, why);
            case FlightBook.Understood(var flight) -> place(new Order.Authorise(flight), who.get(), response);
        }
    }

    // Nobody learns what is wrong with a flight, or whether there is one, who may not give it.
    private Optional<Operator> flightOrders(ServerRequest request, ServerResponse response) {
        Optional<Operator> who = orders(request, response);
        if (who.isPresent() && !OrderText.mayOrder(who.get().role())) {
            status.refused("role");
            fail(response, Status.FORBIDDEN_403, "a " + who.get().role() + " may not do that");
            return Optional.empty();
        }
        return who;
    }

    private void endFlight(ServerRequest request, ServerResponse response) {
        String name = request.path().pathParameters().get("id");
        Optional<Operator> who = flightOrders(request, response);
        if (who.isEmpty()) {
            return;
        }
        if (picture.authorised().isOrdered(name)) {
            place(new Order.EndFlight(name), who.get(), response);
        } else {
            fail(response, Status.NOT_FOUND_404, "no flight of that name was authorised here");
        }
    }

    private void place(String text, Operator operator, ServerResponse response) {
        switch (OrderText.read(text, now())) {
            case OrderText.Refused(String why) -> fail(response, Status.BAD_REQUEST_400, why);
            case OrderText.Understood(var order) -> place(order, operator, response);
        }
    }

    private void place(Order order, Operator operator, ServerResponse response) {
        if (!OrderText.may(operator.role(), order)) {
            status.refused("role");
            fail(response, Status.FORBIDDEN_403, "a " + operator.role() + " may not do that");
        } else if (desk.place(operator, order)) {
            response.status(Status.ACCEPTED_202);
            send(response, JSON, "{\"taken\":true}");
        } else {
            fail(response, Status.SERVICE_UNAVAILABLE_503, "the node is closing");
        }
    }

    private Moment now() {
        synchronized (picture) {
            return picture.heartbeat().map(Output.Heartbeat::at).orElse(new Moment(0));
        }
    }

    private void health(ServerRequest request, ServerResponse response) {
        boolean stranger = settings.guarded()
                && doorkeeper.operator(Caller.of(request), true).isEmpty();
        StatusText.Answer answer = status.health(stranger);
        response.status(answer.up() ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503);
        send(response, JSON, answer.json());
    }

    private void file(ServerRequest request, ServerResponse response) {
        Optional<StaticFiles.StaticFile> found =
                files.file(request.path().absolute().path());
        if (found.isEmpty()) {
            fail(response, Status.NOT_FOUND_404, "nothing stands here");
            return;
        }
        StaticFiles.StaticFile file = found.get();
        response.header(HeaderNames.CACHE_CONTROL, "no-cache");
        response.header(HeaderNames.ETAG, file.tag());
        if (request.headers().first(HeaderNames.IF_NONE_MATCH).orElse("").equals(file.tag())) {
            response.status(Status.NOT_MODIFIED_304).send();
            return;
        }
        response.header(HeaderNames.CONTENT_TYPE, file.type());
        response.send(file.bytes());
    }

    // The body, unless it is too long or no JSON by its type: a form of a stranger's page cannot say it is JSON.
    private Optional<String> body(ServerRequest request, ServerResponse response, int longest) {
        String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
        if (!type.startsWith(JSON)) {
            fail(response, Status.UNSUPPORTED_MEDIA_TYPE_415, "send " + JSON);
            return Optional.empty();
        }
        try (InputStream in = request.content().inputStream()) {
            byte[] bytes = in.readNBytes(longest + 1);
            if (bytes.length <= longest) {
                return Optional.of(new String(bytes, StandardCharsets.UTF_8));
            }
        } catch (IOException cut) {
            fail(response, Status.BAD_REQUEST_400, "the request ended early");
            return Optional.empty();
        }
        status.refused("size");
        fail(response, Status.REQUEST_ENTITY_TOO_LARGE_413, "a request has at most " + longest + " bytes");
        return Optional.empty();
    }

    private static void fail(ServerResponse response, Status status, String why) {
        response.status(status);
        send(
                response,
                JSON,
                new JsonWriter().open('{').text("error", why).close('}').toString());
    }

    private static void send(ServerResponse response, String type, String body) {
        response.header(HeaderNames.CONTENT_TYPE, type);
        if (!response.headers().contains(HeaderNames.CACHE_CONTROL)) {
            response.header(HeaderNames.CACHE_CONTROL, "no-store");
        }
        response.send(body.getBytes(StandardCharsets.UTF_8));
    }
}
