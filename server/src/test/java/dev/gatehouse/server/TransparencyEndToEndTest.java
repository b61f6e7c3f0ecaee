package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.demo.DemoPart;
import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.BackendMessage;
import dev.gatehouse.postgres.wire.ErrorResponse;
import dev.gatehouse.postgres.wire.FrontendMessage;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.postgres.wire.Query;
import dev.gatehouse.postgres.wire.Sync;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where everything is allowed and nothing masked or limited, a client receives the bytes that the target would send
/// it directly: the same exchanges at the gateway and at the database, as the same user, compared byte by byte.
@Tag("slow")
class TransparencyEndToEndTest {
    @TempDir
    static Path directory;

    private static RunningDemo demo;

    @BeforeAll
    static void start() throws Exception {
        demo = RunningDemo.prepare(directory);
        try (var connection = DriverManager.getConnection(demo.directUrl(), demo.direct())) {
            Jdbc.run(connection, "CREATE TABLE scratch (n integer PRIMARY KEY, word text, price numeric, at date)");
            Jdbc.run(connection, "GRANT ALL ON scratch TO shop_app");
        }
        demo.configure(text -> text.replace("\"products.*\": none", "\"products.*\": none\n      \"scratch.*\": none"));
        demo.configure(text -> text.replace("limits: {}", "limits: { message: 1MB }"));
        demo.startGateway();
    }

    @AfterAll
    static void stop() throws IOException {
        demo.close();
    }

    @Test
    void everyExchangeReadsAsIfTheGatewayWereNotThere() throws Exception {
        var steps = Exchanges.all();
        var direct = run(steps, RawClient.direct(demo, demo.database().people()));
        var throughTheGateway = run(steps, RawClient.gateway(demo, DemoPart.ENGINEER));
        for (int i = 0; i < steps.size(); i++) {
            assertThat(printable(throughTheGateway.get(i)))
                    .as(steps.get(i).name())
                    .isEqualTo(printable(direct.get(i)));
            assertThat(throughTheGateway.get(i)).as(steps.get(i).name()).isEqualTo(direct.get(i));
        }
        assertThat(steps).hasSizeGreaterThan(60);
    }

    /// Longer than any message that is put together here, and so never in memory as a whole.
    @Test
    void anEnormousRowPassesInPieces() throws Exception {
        try (var client = RawClient.gateway(demo, DemoPart.ENGINEER)) {
            for (int i = 0; i < 2; i++) {
                client.send(
                        new Query(Slice.utf8("SELECT repeat('x', 30000000), 'end' UNION ALL SELECT 'short', 'row'")));
                assertThat(client.message()[0]).isEqualTo((byte) 'T');
                byte[] row = client.message();
                assertThat(row).hasSize(5 + 2 + 4 + 30_000_000 + 4 + 3);
                assertThat(new String(row, row.length - 7, 7, StandardCharsets.ISO_8859_1))
                        .endsWith("end");
                assertThat(printable(client.upTo('Z', 1))).contains("short").contains("SELECT 2");
            }
            client.send(
                    Exchanges.parse("", "SELECT repeat('y', 2000000) FROM generate_series(1, 3)"),
                    Exchanges.bind("", ""),
                    Exchanges.all(""),
                    new Sync());
            assertThat(client.upTo('Z', 1)).hasSizeGreaterThan(6_000_000);
            client.send(new Query(Slice.utf8("SELECT 'still here'")));
            assertThat(printable(client.upTo('Z', 1))).contains("still here");
        }
    }

    private static List<byte[]> run(List<Exchanges.Step> steps, RawClient client) throws IOException {
        var answers = new ArrayList<byte[]>();
        try (client) {
            for (Exchanges.Step step : steps) {
                client.send(step.messages().toArray(FrontendMessage[]::new));
                byte[] answer = withoutProcess(client.upTo(step.upTo(), step.count()));
                answers.add(step.name().equals(Exchanges.FAILED_WRITE) ? withoutRows(answer) : answer);
            }
        }
        return answers;
    }

    /// A notification names the process of the session that sent it: each has another.
    private static byte[] withoutProcess(byte[] answer) {
        for (int at = 0; at < answer.length; at += 1 + size(answer, at)) {
            if (answer[at] == 'A') {
                Arrays.fill(answer, at + 5, at + 9, (byte) 0);
            }
        }
        return answer;
    }

    /// Of a write that fails, detail and context are withheld, because they quote whole rows: the one difference.
    private static byte[] withoutRows(byte[] answer) {
        var error = (ErrorResponse) BackendMessage.decode(answer, 0, 1 + size(answer, 0));
        var out = new MessageWriter();
        new ErrorResponse(error.diagnostic().without('D').without('W')).encode(out);
        return out.bytes(answer, 1 + size(answer, 0), answer.length - 1 - size(answer, 0))
                .toSlice()
                .toBytes();
    }

    private static int size(byte[] answer, int at) {
        return java.nio.ByteBuffer.wrap(answer, at + 1, 4).getInt();
    }

    private static String printable(byte[] answer) {
        return new String(answer, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", "·");
    }
}
