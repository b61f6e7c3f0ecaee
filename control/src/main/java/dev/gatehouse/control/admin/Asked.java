package dev.gatehouse.control.admin;

import dev.gatehouse.model.Id;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/// What a request says: its path, query and body, read strictly. The console's pages ask in the same way, without HTTP.
///
/// @param repeated the header `Idempotency-Key`
/// @param place the path as it was sent
public record Asked(
        UnaryOperator<String> paths,
        Function<String, Optional<String>> queries,
        Optional<String> repeated,
        String place,
        Content content) {
    /// The largest body that any endpoint takes, in bytes.
    static final int MOST_BODY = 64 << 10;

    private static final HeaderName IDEMPOTENCY = HeaderNames.create("Idempotency-Key");
    private static final int MOST_QUERY = 1024;
    private static final Pattern LIFE = Pattern.compile("([1-9][0-9]{0,5})([smhd])");

    /// Reads the body; at most one byte more than [#MOST_BODY].
    @FunctionalInterface
    public interface Content {
        byte[] read() throws IOException;
    }

    static Asked of(ServerRequest request) {
        return new Asked(
                name -> request.path().pathParameters().get(name),
                name -> request.query().first(name).asOptional(),
                request.headers().first(IDEMPOTENCY),
                request.path().rawPath(),
                () -> read(request));
    }

    /// @param queries those that are not empty
    /// @param body JSON, or nothing
    public static Asked of(Map<String, String> paths, Map<String, String> queries, byte[] body) {
        return new Asked(
                name -> Objects.requireNonNull(paths.get(name), name),
                name -> Optional.ofNullable(queries.get(name)),
                Optional.empty(),
                "",
                () -> body);
    }

    /// The same with a record of the API as its body.
    public static Asked with(Map<String, String> paths, Object body) {
        return of(paths, Map.of(), Json.MAPPER.writeValueAsBytes(body));
    }

    private static byte[] read(ServerRequest request) throws IOException {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        try (InputStream in = request.content().inputStream()) {
            return in.readNBytes(MOST_BODY + 1);
        }
    }

    String path(String name) {
        return paths.apply(name);
    }

    /// The same with a body that was read already.
    Asked with(byte[] body) {
        return new Asked(paths, queries, repeated, place, () -> body);
    }

    Id id() throws Malformed {
        String text = path("id");
        return Id.parse(text).orElseThrow(() -> new Malformed("An id has 26 letters and digits; this is none."));
    }

    Optional<String> query(String name) throws Malformed {
        Optional<String> value = queries.apply(name).filter(text -> !text.isEmpty());
        if (value.isPresent() && value.get().length() > MOST_QUERY) {
            throw new Malformed("`" + name + "` is longer than " + MOST_QUERY + " characters.");
        }
        return value;
    }

    boolean flag(String name) throws Malformed {
        return switch (query(name).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Malformed("`" + name + "` must be true or false.");
        };
    }

    /// What tells this request from others, when the client repeats it because it heard no answer.
    Optional<String> idempotencyKey() throws Malformed {
        if (repeated.isPresent() && !repeated.get().matches("[!-~]{1,200}")) {
            throw new Malformed("An Idempotency-Key has 1 to 200 visible ASCII characters.");
        }
        return repeated;
    }

    Optional<Instant> time(String name) throws Malformed {
        Optional<String> text = query(name);
        try {
            return text.map(Instant::parse);
        } catch (DateTimeParseException notATime) {
            throw new Malformed("`" + name + "` must be a time such as 2026-03-01T00:00:00Z.");
        }
    }

    int number(String name, int usual, int most) throws Malformed {
        Optional<String> text = query(name);
        if (text.isEmpty()) {
            return usual;
        }
        if (!text.get().matches("[0-9]{1,9}")) {
            throw new Malformed("`" + name + "` must be a number between 1 and " + most + ".");
        }
        int number = Integer.parseInt(text.get());
        if (number < 1 || number > most) {
            throw new Malformed("`" + name + "` must be a number between 1 and " + most + ".");
        }
        return number;
    }

    /// The body as `type`; `ifEmpty` when there is none.
    <T> T body(Class<T> type, T ifEmpty) throws Malformed, IOException {
        byte[] body = content.read();
        if (body.length > MOST_BODY) {
            throw new Malformed("The body is longer than " + MOST_BODY + " bytes.");
        }
        if (body.length == 0) {
            return ifEmpty;
        }
        try {
            return Json.MAPPER.readValue(body, type);
        } catch (JacksonException e) {
            throw new Malformed("The body is not the JSON that is expected here: " + e.getOriginalMessage());
        }
    }

    /// A length of time such as `15m`.
    static Duration life(String text) throws Malformed {
        Matcher matcher = LIFE.matcher(text);
        if (!matcher.matches()) {
            throw new Malformed("`for` must be a length of time such as 90s, 15m or 8h.");
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
