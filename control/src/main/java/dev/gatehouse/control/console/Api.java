package dev.gatehouse.control.console;

import dev.gatehouse.api.Problem;
import dev.gatehouse.control.admin.AdminApi;
import dev.gatehouse.control.admin.Answer;
import dev.gatehouse.control.admin.Asked;
import dev.gatehouse.control.admin.Endpoint;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// How pages ask the API: as whoever looks, without HTTP, through the same table of who may do what.
final class Api {
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
