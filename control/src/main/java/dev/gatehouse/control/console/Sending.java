package dev.gatehouse.control.console;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// Writes replies, each with the headers that keep other sites, and whatever is shown, from doing harm.
final class Sending {
    /// No inline script or style, nothing from elsewhere, nobody's frame.
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Sending() {}

    static void protect(ServerResponse response) {
        response.header("Content-Security-Policy", POLICY);
        response.header("X-Frame-Options", "DENY");
        response.header("X-Content-Type-Options", "nosniff");
        // With `no-referrer` browsers would say `Origin: null` in our own forms too.
        response.header("Referrer-Policy", "same-origin");
        response.header("Cross-Origin-Opener-Policy", "same-origin");
        response.header("Cross-Origin-Resource-Policy", "same-origin");
        response.header("Strict-Transport-Security", "max-age=31536000");
    }

    static void html(ServerResponse response, int status, String body) {
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        response.header(HeaderNames.VARY, "HX-Request");
        response.status(status)
                .header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                .send(body);
    }

    static void see(ServerResponse response, Reply.See there) {
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        for (String cookie : there.cookies()) {
            response.headers().add(HeaderValues.create(HeaderNames.SET_COOKIE, cookie));
        }
        response.status(Status.SEE_OTHER_303)
                .header(HeaderNames.LOCATION, there.address())
                .send();
    }

    static void asset(ServerResponse response, Reply.Asset asset) {
        response.header(HeaderNames.CACHE_CONTROL, "public, max-age=300");
        response.header(HeaderNames.CONTENT_TYPE, asset.mediaType()).send(asset.body());
    }

    static void download(ServerResponse response, Reply.Download download) {
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        response.header("Content-Disposition", "attachment; filename=\"" + download.fileName() + "\"");
        response.header(HeaderNames.CONTENT_TYPE, "application/octet-stream");
        try (OutputStream out = response.outputStream()) {
            download.stream().source().writeTo(out);
        } catch (IOException broken) {
            throw new UncheckedIOException("the answer could not be sent to its end", broken);
        }
    }
}
