package dev.gatehouse.http.understand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.http.wire.MalformedHttp;
import dev.gatehouse.http.wire.RequestHead;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.Slice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpUnderstandingTest {
    private static Operation.HttpCall call(String target, String headers, String body) {
        try {
            var text = "POST /http/crm" + target + " HTTP/1.1\r\nHost: gw\r\n" + headers + "\r\n";
            var head = RequestHead.parse(Slice.of(text.getBytes(StandardCharsets.ISO_8859_1)));
            return HttpUnderstanding.of(head, target, Slice.utf8(body), List.of());
        } catch (MalformedHttp malformed) {
            throw new AssertionError(malformed);
        }
    }

    @Test
    void theFactsAreDecoded() {
        var facts = call(
                        "/caf%C3%A9/7?q=a%20b+c&q=d&e",
                        "Content-Type: Application/JSON; x=y\r\nX-A: 1\r\nCookie: s\r\n", "{}")
                .facts();
        assertThat(facts.problem()).isEmpty();
        assertThat(facts.path()).isEqualTo("/caf\u00e9/7");
        assertThat(facts.query()).isEqualTo(Map.of("q", List.of("a b c", "d"), "e", List.of("")));
        assertThat(facts.contentType()).isEqualTo("application/json");
        assertThat(facts.headers()).containsEntry("x-a", List.of("1")).doesNotContainKey("cookie");
    }

    @ParameterizedTest
    @CsvSource({
        "/customers/7, /customers/{id}",
        "/v1/customers/018f6b2e-7b2c-7c3d-8a4e-5f6a7b8c9d0e/notes, /v1/customers/{id}/notes",
        "/users/jane@example.com, /users/{id}",
        "/oauth2/tokens, /oauth2/tokens",
        "/customers/, /customers/",
        "/, /"
    })
    void identifiersAreNotPartOfTheTemplate(String path, String template) {
        assertThat(call(path, "", "").facts().template()).isEqualTo(template);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a/../b",
                "/a/./b",
                "/..",
                "/a//b",
                "//a",
                "/a/%2e%2e/b",
                "/a/%2E./b",
                "/a%2fb",
                "/a%5cb",
                "/a\\b",
                "/a;b=c/d",
                "/a%3bb",
                "/a%252fb",
                "/%61dmin",
                "/a%00b",
                "/a%0d%0ab",
                "/a%zz",
                "/a%4",
                "/a%c3%28",
                "/a{b}",
                "/a?b=%zz",
                "/a?b=c;d=e",
                "/a?b=%c0%af",
                "/a?b=c%00",
                "/a?<script>"
            })
    void whatTargetsReadDifferentlyIsAProblem(String target) {
        var call = call(target, "", "");
        assertThat(call.facts().problem()).as(target).isPresent();
        assertThat(call.shape()).doesNotContain("admin").doesNotContain("script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-HTTP-Method-Override: DELETE\r\n",
                "X_HTTP_Method_Override: DELETE\r\n",
                "X-Original-URL: /admin\r\n",
                "Content-Encoding: gzip\r\n"
            })
    void headersThatMakeItAnotherRequestAreAProblem(String header) {
        assertThat(call("/a", header, "").facts().problem()).isPresent();
    }

    @Test
    void aBodyThatIsNotWhatItSaysIsAProblem() {
        assertThat(call("/a", "Content-Type: application/json\r\n", "{\"a\":")
                        .facts()
                        .problem())
                .isPresent();
    }

    @Test
    void everyTextOfARequestIsSeenDecoded() {
        var json = call(
                "/a?x=%5Bredacted%5D",
                "Content-Type: application/json\r\n", "{\"n\":[{\"a\\u0062\":\"\\u005bredacted]\"}]}");
        assertThat(json.written()).contains("[redacted]", "ab");
        var form = call("/a", "Content-Type: application/x-www-form-urlencoded\r\n", "m=j%2A%2A%2A%40e");
        assertThat(form.written()).contains("j***@e");
    }

    @Test
    void theShapeHoldsNothingOfThisRequestAlone() {
        var call = call("/customers/7/notes?email=jane%40example.com", "Content-Type: text/plain\r\n", "call Jane");
        assertThat(call.shape()).isEqualTo("POST /customers/$1/notes?email=$2\n\n$3");
        assertThat(call.literals().stream().map(Slice::utf8)).containsExactly("7", "jane@example.com", "call Jane");
    }

    @Test
    void anApprovalIsBoundToPathQueryHeadersAndBody() {
        var one = call("/a?b=c", "X: 1\r\n", "body").digest();
        assertThat(call("/a?b=c", "X: 1\r\nAuthorization: other\r\n", "body").digest())
                .isEqualTo(one);
        assertThat(call("/a?b=d", "X: 1\r\n", "body").digest()).isNotEqualTo(one);
        assertThat(call("/a?b=c", "X: 2\r\n", "body").digest()).isNotEqualTo(one);
        assertThat(call("/a?b=c", "X: 1\r\n", "bodY").digest()).isNotEqualTo(one);
    }

    @Test
    void whatProvesWhoAsksAndWhatIsAboutTheHopStaysBehind() throws MalformedHttp {
        var lines = List.of(
                "GET / HTTP/1.1",
                "Host: a",
                "Authorization: x",
                "Cookie: x",
                "Connection: close, X-Hop",
                "X-Hop: x",
                "TE: x",
                "X_Under: x",
                "X-Forwarded-For: x",
                "Range: bytes=1-2",
                "Accept-Encoding: gzip",
                "Proxy-Authorization: x",
                "X-Gatehouse-Purpose: x",
                "Accept: y",
                "\r\n");
        var head = RequestHead.parse(Slice.utf8(String.join("\r\n", lines)));
        assertThat(RequestHeaders.forwarded(head.headers()).stream().map(header -> header.name()))
                .containsExactly("Accept");
    }
}
