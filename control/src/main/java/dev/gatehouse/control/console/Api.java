package dev.gatehouse.control.console;

import dev.gatehouse.api.Page;
import dev.gatehouse.api.Problem;
import dev.gatehouse.control.admin.AdminApi;
import dev.gatehouse.control.admin.Answer;
import dev.gatehouse.control.admin.Asked;
import dev.gatehouse.control.admin.Endpoint;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How pages ask the API: as whoever looks, without HTTP, through the same table of who may do what.
final class Api {
    private static final String MOST = "500";

    private final AdminApi admin;

    Api(AdminApi admin) {
        this.admin = admin;
    }

    /// The body that an endpoint answers with.
    ///
    /// @throws Turned when it refuses
    <T> T read(Look look, Class<T> type, Endpoint endpoint, Asked asked) throws Turned {
        return type.cast(ask(look, Answer.Json.class, endpoint, asked).body());
    }

    /// All items of a list, page after page.
    <T> List<T> all(Look look, Class<T> type, Endpoint endpoint) throws Turned {
        var all = new ArrayList<T>();
        Optional<String> cursor = Optional.empty();
        do {
            Map<String, String> queries =
                    cursor.map(at -> Map.of("cursor", at, "limit", MOST)).orElse(Map.of("limit", MOST));
            Page<?> page = read(look, Page.class, endpoint, Asked.of(Map.of(), queries, new byte[0]));
            page.items().forEach(item -> all.add(type.cast(item)));
            cursor = page.cursor();
        } while (cursor.isPresent());
        return all;
    }

    <T extends Answer> T ask(Look look, Class<T> form, Endpoint endpoint, Asked asked) throws Turned {
        var visitor = look.visitor();
        if (visitor.isEmpty()) {
            throw new Turned(Problem.of(401, "not-signed-in", "Not signed in", "Sign in first."));
        }
        Answer answer = admin.ask(endpoint, visitor.get().principal(), asked);
        if (answer instanceof Answer.Refused(Problem problem)) {
            throw new Turned(problem);
        }
        return form.cast(answer);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
