package vedette.edge.serve;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import vedette.edge.Desk;
import vedette.model.Moment;
import vedette.model.Operator;
import vedette.model.Order;
import vedette.model.Output;

/// The HTTP interface: what may be asked, and what is answered.
final class Api implements Filter {
    /// Bytes of a request's body: a note of 500 characters and its frame.
    static final int LONGEST_BODY = 4_096;

    private static final String JSON = Answers.JSON;
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

    /// Where secrets are shown: what became of that is written down as such.
    private static final Set<String> PASSWORD_DOORS = Set.of("/api/v1/session", "/api/v1/password");

    /// What is released to the public is for the public.
    private static final String RELEASED = "/cap/";

    /// Browsers never come here without TLS again (RFC 6797); a year, as ASVS asks.
    private static final Header ONLY_TLS =
            HeaderValues.create(HeaderNames.STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");

    /// What programs get is never shown as a page of ours.
    private static final String DATA = "/api/";

    private static final Logger LOG = Logger.getLogger(Api.class.getName());
    private static final SecureRandom FAULTS = new SecureRandom();

    private static final Header AS_A_FILE =
            HeaderValues.create(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"api.json\"");

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
    private final SessionDoor sessions;
    private final AtomicInteger underWay = new AtomicInteger();

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
        sessions = rest.sessions();
    }

    /// What else it needs: where orders and letters go, and where files and documents come from.
    record Rest(
            Desk desk,
            StaticFiles files,
            Pages pages,
            ShownAside aside,
            Letters letters,
            EventDoor events,
            SessionDoor sessions) {}

    HttpRouting.Builder routing() {
        return HttpRouting.builder()
                .addFilter(this)
                .error(RuntimeException.class, Api::fault)
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
                .get("/api/v1/session", sessions.who())
                .post("/api/v1/session", sessions.enter())
                .delete("/api/v1/session", sessions.leave())
                .post("/api/v1/session/presence", sessions.present())
                .get("/api/v1/sessions", sessions.seats())
                .delete("/api/v1/sessions/{id}", sessions.endSeat())
                .post("/api/v1/password", sessions.change())
                .post("/api/v1/sign-on", sessions.signOn())
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

    // What went wrong within is for whoever runs the node, and not for who asks: they get a number to tell them.
    private static void fault(ServerRequest request, ServerResponse response, RuntimeException fault) {
        if (fault instanceof UncheckedIOException cut) {
            throw cut;
        }
        int code = fault instanceof HttpException told
                ? told.status().code()
                : fault instanceof CannotServe ? Status.SERVICE_UNAVAILABLE_503.code() : 500;
        String number = Integer.toHexString(FAULTS.nextInt());
        if (code >= Status.INTERNAL_SERVER_ERROR_500.code()) {
            LOG.log(Level.WARNING, "Display: fault " + number, fault);
        }
        String what = code < Status.INTERNAL_SERVER_ERROR_500.code()
                ? "this request is not understood"
                : "something failed here";
        if (!response.isSent()) {
            Answers.fail(response, Status.create(code), what + " (fault " + number + ")");
        }
    }

    // Operators get what others do not.
    private String listed(Item.Section section, ServerRequest request) {
        return picture.listed(section, isOperator(request));
    }

    private boolean isOperator(ServerRequest request) {
        return doorkeeper
                .operator(Caller.of(request))
                .filter(who -> OrderText.mayOrder(who.role()))
                .isPresent();
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        underWay.incrementAndGet();
        try {
            judge(chain, request, response);
        } finally {
            underWay.decrementAndGet();
        }
    }

    private void judge(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        SECURITY.forEach(response::header);
        if (request.path().absolute().path().startsWith(DATA)) {
            response.header(AS_A_FILE);
        }
        if (settings.guarded()) {
            response.header(ONLY_TLS);
        }
        Caller caller = Caller.of(request);
        Optional<String> refusal = doorkeeper.refusal(request.headers());
        long waitS = doorkeeper.waitS(caller);
        if (waitS > 0) {
            response.header(HeaderNames.RETRY_AFTER, Long.toString(waitS));
            Answers.fail(response, Status.TOO_MANY_REQUESTS_429, "too fast: come again in " + waitS + " s");
            doorkeeper.refused(caller, route(request), "pace");
        } else if (refusal.isPresent()) {
            Answers.fail(response, Status.FORBIDDEN_403, refusal.get());
            doorkeeper.refused(caller, route(request), "host or origin");
        } else if (!mayCome(request)) {
            status.refused("stranger");
            response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
            Answers.fail(
                    response, Status.UNAUTHORIZED_401, "log in first, or give a key as 'Authorization: Bearer KEY'");
            doorkeeper.witness(caller);
            doorkeeper.refused(caller, route(request), "stranger");
        } else {
            doorkeeper.witness(caller);
            chain.proceed();
            aftermath(caller, request, response);
        }
    }

    /// How many requests are being answered, up to what is written down of them.
    int underWay() {
        return underWay.get();
    }

    // What the handlers refused is written down here; what they decide about passwords they write themselves.
    private void aftermath(Caller caller, RoutingRequest request, RoutingResponse response) {
        int code = response.status().code();
        boolean door = PASSWORD_DOORS.contains(request.path().absolute().path());
        String reason = switch (code) {
            case 400, 413, 415 -> "input";
            case 401 -> doorkeeper.standing(caller).isPresent() ? "lapsed" : "stranger";
            case 403 -> "role";
            default -> "";
        };
        if (!reason.isEmpty() && (reason.equals("input") || !door)) {
            doorkeeper.refused(caller, route(request), reason);
        }
    }

    private static String route(RoutingRequest request) {
        return Routes.of(
                request.prologue().method().text(), request.path().absolute().path());
    }

    // Where TLS is spoken, strangers get what they need to come in, and nothing else.
    private boolean mayCome(ServerRequest request) {
        String path = request.path().absolute().path();
        return !settings.guarded()
                || FOR_STRANGERS.contains(path)
                || path.startsWith(RELEASED)
                || files.file(path).isPresent()
                || doorkeeper.operator(Caller.of(request)).isPresent();
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
            Answers.send(response, type, body);
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
                json -> Answers.send(response, GEO_JSON, json),
                () -> Answers.fail(response, Status.NOT_FOUND_404, "no such track"));
    }

    private void order(ServerRequest request, ServerResponse response) {
        orders(request, response)
                .ifPresent(who ->
                        Answers.body(request, response, LONGEST_BODY).ifPresent(text -> place(text, who, response)));
    }

    // Who gives orders; where nobody may, that is answered.
    private Optional<Operator> orders(ServerRequest request, ServerResponse response) {
        return switch (doorkeeper.acting(Caller.of(request))) {
            case Acting.Stranger() -> {
                status.refused("key");
                String how = "orders need the operator key as 'Authorization: Bearer KEY'";
                Answers.fail(response, Status.UNAUTHORIZED_401, how);
                yield Optional.empty();
            }
            case Acting.Lapsed _ -> {
                status.refused("lapsed");
                Answers.lapsed(response);
                yield Optional.empty();
            }
            case Acting.Acts _
            when settings.replay() -> {
                Answers.fail(response, Status.CONFLICT_409, "this is a replay: it takes no orders");
                yield Optional.empty();
            }
            case Acting.Acts(Operator who) -> Optional.of(who);
        };
    }

    // Who flies where is told to those who watch, not to everybody.
    private void flights(ServerRequest request, ServerResponse response) {
        Optional<Operator> operator = doorkeeper.operator(Caller.of(request));
        if (operator.isEmpty()) {
            Answers.fail(response, Status.UNAUTHORIZED_401, "flights are shown to operators");
        } else if (!OrderText.mayOrder(operator.get().role())) {
            Answers.fail(response, Status.FORBIDDEN_403, "a " + operator.get().role() + " may not see that");
        } else {
            Answers.send(response, JSON, picture.authorised().json());
        }
    }

    private void authorise(ServerRequest request, ServerResponse response) {
        Optional<Operator> who = flightOrders(request, response);
        Optional<String> text = who.flatMap(each -> Answers.body(request, response, FlightBook.LONGEST));
        if (text.isEmpty()) {
            return;
        }
        switch (picture.authorised().read(text.get())) {
            case FlightBook.Refused(String why) -> Answers.fail(response, Status.BAD_REQUEST_400, why);
            case FlightBook.Understood(var flight) -> place(new Order.Authorise(flight), who.get(), response);
        }
    }

    // Nobody learns what is wrong with a flight, or whether there is one, who may not give it.
    private Optional<Operator> flightOrders(ServerRequest request, ServerResponse response) {
        Optional<Operator> who = orders(request, response);
        if (who.isPresent() && !OrderText.mayOrder(who.get().role())) {
            status.refused("role");
            Answers.fail(response, Status.FORBIDDEN_403, "a " + who.get().role() + " may not do that");
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
            Answers.fail(response, Status.NOT_FOUND_404, "no flight of that name was authorised here");
        }
    }

    private void place(String text, Operator operator, ServerResponse response) {
        switch (OrderText.read(text, now())) {
            case OrderText.Refused(String why) -> Answers.fail(response, Status.BAD_REQUEST_400, why);
            case OrderText.Understood(var order) -> place(order, operator, response);
        }
    }

    private void place(Order order, Operator operator, ServerResponse response) {
        if (!OrderText.may(operator.role(), order)) {
            status.refused("role");
            Answers.fail(response, Status.FORBIDDEN_403, "a " + operator.role() + " may not do that");
        } else if (desk.place(operator, order)) {
            response.status(Status.ACCEPTED_202);
            Answers.send(response, JSON, "{\"taken\":true}");
        } else {
            Answers.fail(response, Status.SERVICE_UNAVAILABLE_503, "the node is closing");
        }
    }

    private Moment now() {
        synchronized (picture) {
            return picture.heartbeat().map(Output.Heartbeat::at).orElse(new Moment(0));
        }
    }

    private void health(ServerRequest request, ServerResponse response) {
        boolean stranger =
                settings.guarded() && doorkeeper.operator(Caller.of(request)).isEmpty();
        StatusText.Answer answer = status.health(stranger);
        response.status(answer.up() ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503);
        Answers.send(response, JSON, answer.json());
    }

    private void file(ServerRequest request, ServerResponse response) {
        Optional<StaticFiles.StaticFile> found =
                files.file(request.path().absolute().path());
        if (found.isEmpty()) {
            Answers.fail(response, Status.NOT_FOUND_404, "nothing stands here");
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
}
