package dev.gatehouse.http.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.Slice;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// RFC 9112, strictly: what two readers could read differently is malformed.
class HeadsTest {
    private static Slice bytes(String text) {
        return Slice.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static RequestHead request(String text) throws MalformedHttp {
        return RequestHead.parse(bytes(text));
    }

    private static Framing framing(String headers) throws MalformedHttp {
        return Framing.ofRequest(request("POST / HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n"));
    }

    @Test
    void aRequestIsRead() throws MalformedHttp {
        var head = request("GET /a?b=c HTTP/1.1\r\nHost: gw\r\nAccept:  x, y \r\nX-Empty:\r\n\r\n");
        assertThat(head.method()).isEqualTo("GET");
        assertThat(head.target()).isEqualTo("/a?b=c");
        assertThat(head.headers().one("accept")).contains("x, y");
        assertThat(head.headers().one("x-empty")).contains("");
        assertThat(head.keepsAlive()).isTrue();
        assertThat(request("GET / HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n\r\n")
                        .keepsAlive())
                .isFalse();
        assertThat(request("GET / HTTP/1.0\r\n\r\n").keepsAlive()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: a\r\nX: 1\r\n folded: 2\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX : 1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\n: 1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\nX: 1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\rX: 1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX: 1\0\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nContent-Type: a/b\r\ncontent-type: c/d\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1 \r\nHost: a\r\n\r\n",
                "GET / HTTP/2.0\r\nHost: a\r\n\r\n",
                "GET /\r\nHost: a\r\n\r\n",
                "GE(T / HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /\u00e9 HTTP/1.1\r\nHost: a\r\n\r\n",
                "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"
            })
    void whatCouldBeReadInTwoWaysIsMalformed(String head) {
        assertThatThrownBy(() -> request(head)).isInstanceOf(MalformedHttp.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
                "Content-Length: 4\r\nContent-Length: 4\r\n",
                "Content-Length: +4\r\n",
                "Content-Length: 4, 4\r\n",
                "Content-Length: 0x4\r\n",
                "Content-Length: \r\n",
                "Transfer-Encoding: gzip, chunked\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked, identity\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding:\u000bchunked\r\n"
            })
    void whereABodyEndsMustBeBeyondDoubt(String headers) {
        assertThatThrownBy(() -> framing(headers)).isInstanceOf(MalformedHttp.class);
    }

    @Test
    void bodiesEndAsStated() throws MalformedHttp {
        assertThat(framing("")).isEqualTo(new Framing.Empty());
        assertThat(framing("Content-Length: 0\r\n")).isEqualTo(new Framing.Empty());
        assertThat(framing("Content-Length: 17\r\n")).isEqualTo(new Framing.Length(17));
        assertThat(framing("Transfer-Encoding: Chunked\r\n")).isEqualTo(new Framing.Chunked());
    }

    @Test
    void anAnswerEndsAsItsRequestAndStatusSay() throws MalformedHttp {
        var ok = ResponseHead.parse(bytes("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"));
        assertThat(Framing.ofResponse(ok, "GET")).isEqualTo(new Framing.Length(5));
        assertThat(Framing.ofResponse(ok, "HEAD")).isEqualTo(new Framing.Empty());
        var none = ResponseHead.parse(bytes("HTTP/1.1 204 \r\n\r\n"));
        assertThat(Framing.ofResponse(none, "GET")).isEqualTo(new Framing.Empty());
        var open = ResponseHead.parse(bytes("HTTP/1.0 200\r\n\r\n"));
        assertThat(Framing.ofResponse(open, "GET")).isEqualTo(new Framing.UntilClose());
    }

    @Test
    void aChunkBeginsWithItsSizeAndNothingElse() throws MalformedHttp {
        assertThat(Framing.chunkSize("1a")).isEqualTo(26);
        for (String line : new String[] {"", "-1", "0x1", "1;x=y", " 1", "12345678", "\u0661"}) {
            assertThatThrownBy(() -> Framing.chunkSize(line)).as(line).isInstanceOf(MalformedHttp.class);
        }
    }
}
