package dev.gatehouse.demo;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.demo.data.Customer;
import dev.gatehouse.demo.data.Population;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// A small customer API over the first people of the shop: an HTTP target that asks for a bearer token.
///
/// `GET /api/customers`, `GET /api/customers/ID`, `POST /api/customers/ID/notes`, and `GET /api/export.csv`, which is
/// no JSON. Plain HTTP, loopback only. Thread-safe.
public final class DemoApi implements AutoCloseable {
    static final int CUSTOMERS = 100;
    private static final int TOKEN_BYTES = 24;

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final String token;
    private final List<Customer> customers;
    private final AtomicInteger notes = new AtomicInteger();

    private DemoApi(HttpServer server, String token) {
        this.server = server;
        this.token = token;
        customers = Population.customers(Population.SEED, CUSTOMERS);
    }

    /// Starts it on a free port.
    public static DemoApi start(SecureRandom random) throws IOException {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var api = new DemoApi(HttpServer.create(address, 0), HexFormat.of().formatHex(bytes));
        api.server.setExecutor(api.workers);
        api.server.createContext("/", api::answer);
        api.server.start();
        return api;
    }

    /// Where it is, with the base of its paths.
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api";
    }

    /// What it asks for; whoever has it needs no gateway.
    public String token() {
        return token;
    }

    /// How many notes were taken: whether a request arrived here.
    public int notes() {
        return notes.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer realm=\"crm\"");
                send(exchange, 401, "application/json", json(Map.of("error", "who are you?")));
                return;
            }
            exchange.getResponseHeaders().set("Set-Cookie", "crm-session=1");
            route(exchange, exchange.getRequestURI().getPath());
        }
    }

    private void route(HttpExchange exchange, String path) throws IOException {
        boolean reads = exchange.getRequestMethod().equals("GET");
        if (reads && path.equals("/api/customers")) {
            send(exchange, 200, "application/json", json(Map.of("customers", some(exchange))));
        } else if (reads && path.equals("/api/export.csv")) {
            send(exchange, 200, "text/csv", customers.getFirst().email() + "\n");
        } else if (reads && customer(path, "").isPresent()) {
            send(
                    exchange,
                    200,
                    "application/json",
                    json(fields(customer(path, "").get())));
        } else if (exchange.getRequestMethod().equals("POST")
                && customer(path, "/notes").isPresent()) {
            exchange.getRequestBody().readAllBytes();
            send(exchange, 201, "application/json", json(Map.of("note", notes.incrementAndGet())));
        } else {
            send(exchange, 404, "application/json", json(Map.of("error", "there is no such thing")));
        }
    }

    private List<Map<String, Object>> some(HttpExchange exchange) {
        var query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
        int limit = query.matches("limit=[0-9]{1,3}") ? Integer.parseInt(query.substring(6)) : CUSTOMERS;
        return customers.stream().limit(limit).map(DemoApi::fields).toList();
    }

    private Optional<Customer> customer(String path, String below) {
        return IntStream.range(0, customers.size())
                .mapToObj(customers::get)
                .filter(customer -> path.equals("/api/customers/" + customer.id() + below))
                .findFirst();
    }

    private static Map<String, Object> fields(Customer customer) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", customer.id());
        fields.put("name", customer.fullName());
        fields.put("email", customer.email());
        fields.put("phone", customer.phone());
        fields.put("address", Map.of("street", customer.address(), "city", customer.city()));
        fields.put("country", customer.country().name());
        fields.put("segment", customer.segment());
        fields.put("vip", customer.id() % 10 == 0);
        return fields;
    }

    private static String json(Map<String, Object> fields) {
        return JSONObjectUtils.toJSONString(fields) + "\n";
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.close();
    }
}
