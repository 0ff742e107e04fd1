package vedette.edge.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import vedette.format.text.Json;
import vedette.format.text.JsonText;

/// A headless Chromium, driven over its DevTools protocol: enough to open a page, ask it things, press keys, take a
/// picture and hear of every error.
public final class Browser implements AutoCloseable {
    private static final long ANSWER_S = 60;
    private static final List<String> NAMES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private final Process process;
    private final Path profile;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger number = new AtomicInteger();
    private final Map<Long, CompletableFuture<Json>> asked = new ConcurrentHashMap<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final WebSocket line;

    /// Where a Chromium stands on this machine: `VEDETTE_CHROMIUM`, or the usual places.
    public static Optional<Path> installed() {
        Optional<String> named = Optional.ofNullable(System.getenv("VEDETTE_CHROMIUM"));
        return Stream.concat(named.stream(), NAMES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// @param more of its own switches
    public Browser(Path chromium, int width, int height, String... more) throws Exception {
        profile = Files.createTempDirectory("vedette-browser");
        List<String> command = new ArrayList<>(List.of(
                chromium.toString(),
                "--headless",
                "--no-sandbox",
                "--use-angle=swiftshader",
                "--enable-unsafe-swiftshader",
                "--disable-quic",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-extensions",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--autoplay-policy=user-gesture-required",
                "--hide-scrollbars",
                "--window-size=" + width + "," + height,
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile));
        command.addAll(List.of(more));
        command.add("about:blank");
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("out.txt").toFile())
                .start();
        line = http.newWebSocketBuilder().buildAsync(page(port()), new Ear()).get(ANSWER_S, TimeUnit.SECONDS);
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            ask(domain + ".enable", "{}");
        }
        ask(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\":" + width + ",\"height\":" + height + ",\"deviceScaleFactor\":1,\"mobile\":false}");
    }

    // The file appears when the port is open.
    private int port() throws IOException, InterruptedException {
        Path told = profile.resolve("DevToolsActivePort");
        for (int i = 0; i < 600 && process.isAlive(); i++) {
            if (Files.exists(told)) {
                List<String> lines = Files.readAllLines(told);
                if (lines.size() >= 2) {
                    return Integer.parseInt(lines.getFirst());
                }
            }
            Thread.sleep(100);
        }
        throw new IOException("Chromium does not start: " + Files.readString(profile.resolve("out.txt")));
    }

    private URI page(int port) throws IOException, InterruptedException {
        HttpRequest list = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                .build();
        for (int i = 0; i < 100; i++) {
            Json targets =
                    json(http.send(list, HttpResponse.BodyHandlers.ofString()).body());
            for (Json target : targets.items()) {
                if (target.text("type").orElse("").equals("page")) {
                    return URI.create(target.text("webSocketDebuggerUrl").orElseThrow());
                }
            }
            Thread.sleep(100);
        }
        throw new IOException("Chromium has no page");
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                Json message = json(part.toString());
                part.setLength(0);
                heard(message);
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }
    }

    private void heard(Json message) {
        message.whole("id").ifPresent(id -> {
            CompletableFuture<Json> waiting = asked.remove(id);
            if (waiting != null) {
                waiting.complete(message);
            }
        });
        String method = message.text("method").orElse("");
        switch (method) {
            case "Runtime.exceptionThrown" ->
                errors.add(
                        JsonText.write(message.at("params", "exceptionDetails").orElseThrow(), 0));
            case "Log.entryAdded" -> {
                if (message.text("params", "entry", "level").orElse("").equals("error")) {
                    errors.add(message.text("params", "entry", "text").orElse("") + " "
                            + message.text("params", "entry", "url").orElse(""));
                }
            }
            case "Runtime.consoleAPICalled" -> {
                String type = message.text("params", "type").orElse("");
                if (type.equals("error") || type.equals("warning")) {
                    errors.add(JsonText.write(message.at("params", "args").orElseThrow(), 0));
                }
            }
            case "Network.requestWillBeSent" ->
                requests.add(message.text("params", "request", "url").orElse(""));
            default -> {}
        }
    }

    private Json ask(String method, String params) throws InterruptedException, ExecutionException, TimeoutException {
        long id = number.incrementAndGet();
        CompletableFuture<Json> answer = new CompletableFuture<>();
        asked.put(id, answer);
        line.sendText("{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + params + "}", true)
                .get(ANSWER_S, TimeUnit.SECONDS);
        return answer.get(ANSWER_S, TimeUnit.SECONDS);
    }

    public void open(String address) throws Exception {
        ask("Page.navigate", "{\"url\":" + quoted(address) + "}");
    }

    /// The value of an expression, as JSON text.
    public String value(String expression) throws Exception {
        return evaluate(expression, false);
    }

    /// Does what an expression says as if a person had clicked for it.
    void act(String expression) throws Exception {
        evaluate(expression, true);
    }

    private String evaluate(String expression, boolean gesture) throws Exception {
        Json answer = ask(
                "Runtime.evaluate",
                "{\"returnByValue\":true,\"awaitPromise\":true,\"userGesture\":" + gesture + ",\"expression\":"
                        + quoted("JSON.stringify(" + expression + ")") + "}");
        return answer.text("result", "result", "value").orElse("undefined");
    }

    /// Waits until an expression is true; a loaded machine may take its time.
    public void await(String expression, int seconds) throws Exception {
        for (int i = 0; i < seconds * 5; i++) {
            if (value("Boolean(" + expression + ")").equals("true")) {
                return;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("never within " + seconds + " s: " + expression + "; errors " + errors + "; page "
                + value("document.body.innerText.slice(0, 600)"));
    }

    /// Presses a key as a person does: it counts as a gesture.
    void press(String key) throws Exception {
        String text = key.length() == 1 ? ",\"text\":" + quoted(key) : "";
        ask("Input.dispatchKeyEvent", "{\"type\":\"keyDown\",\"key\":" + quoted(key) + text + "}");
        ask("Input.dispatchKeyEvent", "{\"type\":\"keyUp\",\"key\":" + quoted(key) + "}");
    }

    void click(double x, double y) throws Exception {
        String at = ",\"x\":" + x + ",\"y\":" + y + ",\"button\":\"left\",\"clickCount\":1}";
        ask("Input.dispatchMouseEvent", "{\"type\":\"mouseMoved\",\"x\":" + x + ",\"y\":" + y + "}");
        ask("Input.dispatchMouseEvent", "{\"type\":\"mousePressed\"" + at);
        ask("Input.dispatchMouseEvent", "{\"type\":\"mouseReleased\"" + at);
    }

    public byte[] picture() throws Exception {
        Json answer = ask("Page.captureScreenshot", "{\"format\":\"png\"}");
        return Base64.getDecoder().decode(answer.text("result", "data").orElseThrow());
    }

    /// Errors and warnings of the console, refused loads, uncaught exceptions.
    public List<String> errors() {
        return List.copyOf(errors);
    }

    /// Every address that was asked for.
    List<String> requests() {
        return List.copyOf(requests);
    }

    private static String quoted(String text) {
        return JsonText.write(new Json.Text(text), 0);
    }

    private static Json json(String text) {
        return switch (JsonText.read(text)) {
            case JsonText.Read(Json value) -> value;
            case JsonText.NotJson(String reason, int line) -> throw new IllegalStateException(reason + " at " + line);
        };
    }

    @Override
    public void close() throws IOException {
        line.abort();
        http.shutdownNow();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().orTimeout(ANSWER_S, TimeUnit.SECONDS).join();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (UncheckedIOException vanished) {
            // A dying process of the browser's may take its files away while we walk.
            profile.toFile().deleteOnExit();
        }
    }
}
