package dev.gatehouse.control.admin;

import dev.gatehouse.api.Problem;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// Writes answers, each with the headers that keep browsers and caches from doing harm with them.
final class Answers {
    private static final int NO_CONTENT = 204;
    private static final int UNAUTHORIZED = 401;

    private Answers() {}

    static void send(Answer answer, ServerResponse response) {
        protect(response);
        switch (answer) {
            case Answer.Json(int status, Object body) -> json(response, status, "application/json", body);
            case Answer.Empty() -> response.status(NO_CONTENT).send();
            case Answer.Refused(Problem problem) -> refuse(response, problem);
            case Answer.Stream(Answer.Source source) -> stream(response, source);
            case Answer.Bytes(byte[] body, String mediaType, boolean immutable) -> {
                if (immutable) {
                    response.header(HeaderNames.CACHE_CONTROL, "private, max-age=31536000, immutable");
                }
                response.header(HeaderNames.CONTENT_TYPE, mediaType).send(body);
            }
        }
    }

    private static void protect(ServerResponse response) {
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        response.header("X-Content-Type-Options", "nosniff");
        response.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.header("Referrer-Policy", "no-referrer");
        response.header("Strict-Transport-Security", "max-age=31536000");
    }

    private static void refuse(ServerResponse response, Problem problem) {
        if (problem.status() == UNAUTHORIZED) {
            response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer realm=\"gatehouse\"");
        }
        json(response, problem.status(), Problem.MEDIA_TYPE, problem);
    }

    private static void json(ServerResponse response, int status, String mediaType, Object body) {
        response.status(status).header(HeaderNames.CONTENT_TYPE, mediaType).send(Json.MAPPER.writeValueAsBytes(body));
    }

    private static void stream(ServerResponse response, Answer.Source source) {
        response.header(HeaderNames.CONTENT_TYPE, "application/octet-stream");
        try (OutputStream out = response.outputStream()) {
            source.writeTo(out);
        } catch (IOException broken) {
            throw new UncheckedIOException("the answer could not be sent to its end", broken);
        }
    }
}
