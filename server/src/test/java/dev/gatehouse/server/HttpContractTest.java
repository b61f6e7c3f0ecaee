package dev.gatehouse.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.http.HttpProtocol;
import dev.gatehouse.http.mask.Field;
import dev.gatehouse.http.mask.FieldPath;
import dev.gatehouse.http.relay.HttpLimits;
import dev.gatehouse.http.target.HttpTarget;
import dev.gatehouse.http.target.Shown;
import dev.gatehouse.masking.Detectors;
import dev.gatehouse.masking.Masker;
import dev.gatehouse.model.Category;
import dev.gatehouse.model.Selectors;
import dev.gatehouse.net.ClientTls;
import dev.gatehouse.net.Dialer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// [ProtocolContract] over HTTP.
class HttpContractTest extends ProtocolContract {
    private static final String TOKEN = "the-targets-own-token";
    private static final String ADDRESS = "jane.doe@example.com";
    private static final int LARGE_ANSWER = 150_000;

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    @SuppressWarnings("NullAway.Init") // made by open
    private HttpServer target;

    @Override
    ContractGateway open(Path place, Path temporary) throws IOException {
        target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        target.setExecutor(workers);
        target.createContext("/", this::answer);
        target.start();
        var house = new ContractGateway(place, "http");
        house.serve(new HttpProtocol(
                house.login,
                Optional.of(house.tls),
                Map.of(
                        ContractGateway.CONNECTION, target(ContractGateway.CONNECTION),
                        ContractGateway.WITH_PURPOSE, target(ContractGateway.WITH_PURPOSE)),
                () -> new Masker(new byte[32]),
                new Detectors(),
                new HttpLimits(10_000, 1 << 20, 30_000, 30_000, 30_000),
                house.threads));
        return house;
    }

    private HttpTarget target(String connection) {
        var dialer = new Dialer(
                "127.0.0.1", target.getAddress().getPort(), new ClientTls(ClientTls.Mode.DISABLE, noTls()), 10_000);
        var fields = List.of(new Field(FieldPath.parse("$..email").orElseThrow(), Category.EMAIL, true));
        return new HttpTarget(
                connection,
                Optional.empty(),
                "127.0.0.1",
                "",
                dialer,
                List.of(new HttpTarget.Granted(Selectors.EVERYONE, Shown.bearer(TOKEN))),
                () -> fields);
    }

    private static javax.net.ssl.SSLContext noTls() {
        try {
            return javax.net.ssl.SSLContext.getDefault();
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            boolean known =
                    ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("X-Email", ADDRESS);
            exchange.getResponseHeaders().set("Set-Cookie", "token=" + TOKEN);
            byte[] body = (known ? body(exchange.getRequestURI().getPath()) : "{}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String body(String path) {
        return switch (path) {
            case "/customers/8" ->
                "{\"\\u0065mail\":\"jane.doe\\u0040example.com\",\"raw\":\"{\\\"email\\\":\\\"" + ADDRESS + "\\\"}\"}";
            case "/large" -> "[" + "12345,".repeat(LARGE_ANSWER) + "1]";
            default -> "{\"id\":7,\"contact\":[{\"email\":\"" + ADDRESS + "\"}],\"email\":\"" + ADDRESS + "\"}";
        };
    }

    @Override
    void closeTarget() {
        target.stop(0);
        workers.close();
    }

    @Override
    Guest guest(String user, String secret, String connection, Optional<String> purpose) throws IOException {
        var pair = Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8));
        var client = HttpWireClient.connect(gateway.port(), gateway.authority);
        var headers = "Host: localhost\r\nAuthorization: Basic " + pair + "\r\n"
                + purpose.map(p -> "X-Gatehouse-Purpose: " + p + "\r\n").orElse("");
        return new Curl(client, "/http/" + connection, headers);
    }

    /// @param headers of every request
    private record Curl(HttpWireClient client, String base, String headers) implements Guest {
        @Override
        public String ask(Question question) throws IOException {
            var answer = client.ask(words(question));
            if (answer.startsWith("HTTP/1.1 401") || answer.startsWith("HTTP/1.1 503")) {
                throw new NotLetIn(answer);
            }
            return answer;
        }

        private String words(Question question) {
            return switch (question) {
                case CUSTOMER -> request("GET /customers/7", "");
                case CUSTOMER_OTHERWISE -> request("GET /customers/8", "");
                case UNRECORDED -> request("GET /unrecorded", "");
                case FORBIDDEN -> request("GET /forbidden", "");
                case BREAKS_A_RULE -> request("GET /broken", "");
                case CHANGE -> request("POST /customers", "{\"id\":9}");
                case RIDDLE -> request("GET /riddle/..%2fsecrets", "");
                case TOO_LARGE -> request("POST /too-large", "x".repeat(20_000));
            };
        }

        private String request(String what, String body) {
            int blank = what.indexOf(' ');
            var length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
            return what.substring(0, blank) + " " + base + what.substring(blank + 1) + " HTTP/1.1\r\n" + headers
                    + length + "\r\n" + body;
        }

        @Override
        public void stall() throws IOException {
            client.send(request("GET /large", "").repeat(40));
        }

        @Override
        public void awaitEnd() throws IOException {
            client.awaitEnd();
        }

        @Override
        public byte[] received() {
            return client.received();
        }

        @Override
        public void close() throws IOException {
            client.close();
        }
    }

    @Override
    boolean arrived(Question question) {
        var trace = switch (question) {
            case CUSTOMER -> "GET /customers/7";
            case CUSTOMER_OTHERWISE -> "GET /customers/8";
            case UNRECORDED -> "unrecorded";
            case FORBIDDEN -> "forbidden";
            case BREAKS_A_RULE -> "broken";
            case CHANGE -> "POST /customers";
            case RIDDLE -> "riddle";
            case TOO_LARGE -> "too-large";
        };
        return seen.stream().anyMatch(request -> request.contains(trace));
    }

    @Override
    String targetSecret() {
        return TOKEN;
    }

    @Override
    String email() {
        return ADDRESS;
    }
}
