package dev.gatehouse.control.approvals;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What is recorded of a request besides that it exists.
final class RequestWords {
    private RequestWords() {}

    static Map<String, String> created(Request request) {
        var about = new LinkedHashMap<String, String>();
        about.put("connection", request.connection());
        about.put("kind", request.wish().kind());
        about.put("asked", request.wish().words());
        about.put("rules", request.asks().stream().map(Ask::rule).collect(Collectors.joining(" ")));
        request.reason().ifPresent(reason -> about.put("because", reason));
        request.origin().ifPresent(origin -> {
            about.put("session", origin.session().toString());
            about.put("operation", origin.operation().toString());
        });
        return about;
    }
}
