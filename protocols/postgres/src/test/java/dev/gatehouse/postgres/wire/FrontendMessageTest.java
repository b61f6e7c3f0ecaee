package dev.gatehouse.postgres.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.Slice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Bytes of a conversation that PostgreSQL 15 understood.
class FrontendMessageTest {
    private static FrontendMessage decode(String annotated) {
        byte[] bytes = Hex.bytes(annotated);
        assertThat(new Frames(1000).size(bytes, 0, bytes.length)).isEqualTo(bytes.length);
        return FrontendMessage.decode(bytes, 0, bytes.length);
    }

    @Test
    void aSimpleQuery() {
        var query = (Query) decode("\"Q\" 0000001c \"select id, email from t\" 00");
        assertThat(query.sql()).isEqualTo("select id, email from t");
    }

    @Test
    void anExtendedQueryFromParseToSync() {
        assertThat(decode("\"P\" 00000026 \"s1\" 00 \"select $1::int4 + 1 as n\" 00 0001 00000017"))
                .isEqualTo(new Parse("s1", Slice.utf8("select $1::int4 + 1 as n"), List.of(23)));
        assertThat(decode("\"D\" 00000008 \"S\" \"s1\" 00")).isEqualTo(new Describe(Prepared.STATEMENT, "s1"));
        // One format code for all parameters, one parameter of four bytes, one format code for all results.
        assertThat(decode("\"B\" 0000001c \"p1\" 00 \"s1\" 00 0001 0001 0001 00000004 00000029 0001 0001"))
                .isEqualTo(new Bind(
                        "p1",
                        "s1",
                        Formats.BINARY,
                        Values.of(List.of(Optional.of(Hex.slice("00000029")))),
                        Formats.BINARY));
        assertThat(decode("\"E\" 0000000b \"p1\" 00 00000000")).isEqualTo(new Execute("p1", 0));
        assertThat(decode("\"C\" 00000008 \"P\" \"p1\" 00")).isEqualTo(new Close(Prepared.PORTAL, "p1"));
        assertThat(decode("\"S\" 00000004")).isEqualTo(new Sync());
    }

    @Test
    void aFunctionCall() {
        assertThat(decode("\"F\" 00000014 00000366 0000 0001 00000002 \"AB\" 0000"))
                .isEqualTo(new FunctionCall(
                        870, Formats.TEXT, Values.of(List.of(Optional.of(Slice.utf8("AB")))), Format.TEXT));
    }

    @Test
    void textAfterTheEndOfAQueryIsRefused() {
        assertRefused("\"Q\" 0000000d \"select\" 00 \"x\" 00", "2 bytes follow");
        assertRefused("\"Q\" 0000000a \"select\"", "no end");
    }

    @Test
    void aBindWhoseFormatsDoNotFitItsParametersIsRefused() {
        assertRefused("\"B\" 00000014 00 00 0002 0000 0001 0001 ffffffff 0000", "do not fit 1 parameters");
        assertRefused("\"B\" 0000000e 00 00 0001 0002 0000 0000", "format code 2");
    }

    @Test
    void countsAndLengthsThatLieAreRefusedBeforeAnythingIsAllocated() {
        assertRefused("\"B\" 0000000c 00 00 0000 ffff 0000", "announces 65535 parts");
        assertRefused("\"B\" 00000010 00 00 0000 0001 7fffffff 0000", "claims 2147483647 bytes");
        assertRefused("\"B\" 00000010 00 00 0000 0001 fffffffe 0000", "claims -2 bytes");
        assertRefused("\"P\" 00000008 00 00 ffff", "announces 65535 parts");
    }

    @Test
    void aNameThatIsNotUtf8IsRefused() {
        assertThatThrownBy(() -> decode("\"E\" 0000000a ff 00 00000000"))
                .isInstanceOfSatisfying(
                        WireException.class, e -> assertThat(e.sqlState()).isEqualTo("22021"));
        var query = (Query) decode("\"Q\" 00000006 c3 00");
        assertThatThrownBy(query::sql).isInstanceOf(WireException.class);
    }

    @Test
    void theAnswersDuringAuthenticationAreReadAsWhatWasAskedFor() {
        var password = (PasswordMessage) decode("\"p\" 0000000b \"secret\" 00");
        assertThat(password.password()).isEqualTo(Slice.utf8("secret"));
        var sasl = (PasswordMessage) decode("\"p\" 0000001d \"SCRAM-SHA-256\" 00 00000007 \"n,,n=,r\"");
        assertThat(sasl.saslInitialResponse())
                .isEqualTo(new SaslInitialResponse("SCRAM-SHA-256", Optional.of(Slice.utf8("n,,n=,r"))));
        assertThatThrownBy(sasl::password).isInstanceOf(WireException.class);
        assertThatThrownBy(password::saslInitialResponse).isInstanceOf(WireException.class);
        assertThat(password.toString()).doesNotContain("secret");
    }

    private static void assertRefused(String annotated, String text) {
        assertThatThrownBy(() -> decode(annotated))
                .isInstanceOf(WireException.class)
                .hasMessageContaining(text);
    }
}
