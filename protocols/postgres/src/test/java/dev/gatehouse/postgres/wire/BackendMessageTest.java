package dev.gatehouse.postgres.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.Slice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Bytes that PostgreSQL 15 sent.
class BackendMessageTest {
    private static BackendMessage decode(String annotated) {
        byte[] bytes = Hex.bytes(annotated);
        assertThat(new Frames(1000).size(bytes, 0, bytes.length)).isEqualTo(bytes.length);
        BackendMessage message = BackendMessage.decode(bytes, 0, bytes.length);
        assertThat(Examples.encoded(message)).isEqualTo(bytes);
        return message;
    }

    @Test
    void whatFollowsALogin() {
        assertThat(decode("\"R\" 00000008 00000000")).isEqualTo(new Authentication.Ok());
        assertThat(decode("\"S\" 00000019 \"client_encoding\" 00 \"UTF8\" 00"))
                .isEqualTo(new ParameterStatus("client_encoding", "UTF8"));
        assertThat(decode("\"K\" 0000000c 00007a3c 3047fa06"))
                .isEqualTo(new BackendKeyData(0x7a3c, Hex.slice("3047fa06")));
        assertThat(decode("\"Z\" 00000005 \"I\"")).isEqualTo(new ReadyForQuery(TransactionStatus.IDLE));
    }

    @Test
    void twoColumnsAndTwoRows() {
        // name, table, column number, type, size, modifier, format
        assertThat(decode("""
                "T" 00000033 0002
                "id" 00 00004002 0001 00000017 0004 ffffffff 0000
                "email" 00 00004002 0002 00000413 ffff 0000002c 0000
                """))
                .isEqualTo(new RowDescription(List.of(
                        new Field("id", 16386, (short) 1, 23, (short) 4, -1, Format.TEXT),
                        new Field("email", 16386, (short) 2, 1043, (short) -1, 44, Format.TEXT))));
        var row = (DataRow) decode("\"D\" 0000001e 0002 00000001 \"1\" 0000000f \"ada@example.com\"");
        assertThat(row.values().list())
                .containsExactly(Optional.of(Slice.utf8("1")), Optional.of(Slice.utf8("ada@example.com")));
        var withNull = (DataRow) decode("\"D\" 0000000f 0002 00000001 \"2\" ffffffff");
        assertThat(withNull.values().list()).containsExactly(Optional.of(Slice.utf8("2")), Optional.empty());
    }

    @Test
    void anErrorWithAllItsFields() {
        var error = (ErrorResponse) decode("""
                "E" 000000ab "SERROR" 00 "VERROR" 00 "C23505" 00
                "Mduplicate key value violates unique constraint " 22 "t_pkey" 22 00
                "DKey (id)=(1) already exists." 00 "spg_temp_3" 00 "tt" 00 "nt_pkey" 00
                "Fnbtinsert.c" 00 "L664" 00 "R_bt_check_unique" 00 00
                """);
        assertThat(error.diagnostic().severity()).isEqualTo("ERROR");
        assertThat(error.diagnostic().sqlState()).isEqualTo("23505");
        assertThat(error.diagnostic().field(Diagnostic.DETAIL)).contains("Key (id)=(1) already exists.");
        assertThat(error.toString()).isEqualTo("ErrorResponse[diagnostic=Diagnostic[ERROR 23505]]");
    }

    @Test
    void commandTagsAndTheirRows() {
        assertThat(rows("\"C\" 0000000d \"SELECT 2\" 00")).hasValue(2);
        assertThat(rows("\"C\" 0000000f \"INSERT 0 2\" 00")).hasValue(2);
        assertThat(rows("\"C\" 0000000b \"COPY 2\" 00")).hasValue(2);
        assertThat(rows("\"C\" 00000011 \"CREATE TABLE\" 00")).isEmpty();
        assertThat(rows("\"C\" 00000007 \"DO\" 00")).isEmpty();
    }

    private static java.util.OptionalLong rows(String annotated) {
        return ((CommandComplete) decode(annotated)).rows();
    }

    @Test
    void theAnswersOfTheExtendedProtocol() {
        assertThat(decode("\"1\" 00000004")).isEqualTo(new ParseComplete());
        assertThat(decode("\"t\" 0000000a 0001 00000017")).isEqualTo(new ParameterDescription(List.of(23)));
        assertThat(decode("\"2\" 00000004")).isEqualTo(new BindComplete());
        assertThat(decode("\"n\" 00000004")).isEqualTo(new NoData());
        assertThat(decode("\"s\" 00000004")).isEqualTo(new PortalSuspended());
        assertThat(decode("\"3\" 00000004")).isEqualTo(new CloseComplete());
        assertThat(decode("\"I\" 00000004")).isEqualTo(new EmptyQueryResponse());
    }

    @Test
    void aCopyAndANotification() {
        var start = (CopyOutResponse) decode("\"H\" 0000000b 00 0002 0000 0000");
        assertThat(start.overall()).isEqualTo(Format.TEXT);
        assertThat(start.columns().count()).isEqualTo(2);
        assertThat(decode("\"d\" 00000009 \"2\" 09 5c \"N\" 0a")).isEqualTo(new CopyData(Hex.slice("32 09 5c 4e 0a")));
        assertThat(decode("\"c\" 00000004")).isEqualTo(new CopyDone());
        assertThat(decode("\"A\" 0000000c 00007a3c \"c\" 00 \"p\" 00"))
                .isEqualTo(new NotificationResponse(0x7a3c, "c", "p"));
    }

    @Test
    void aCancelKeyHasFourTo256Bytes() {
        assertThat(((BackendKeyData) decode("\"K\" 00000108" + "00000001" + "ab".repeat(256)))
                        .key()
                        .length())
                .isEqualTo(256);
        assertRefused("\"K\" 0000000b 00000001 000000");
        assertRefused("\"K\" 00000109" + "00000001" + "ab".repeat(257));
    }

    @Test
    void whatAServerNeverSendsIsRefused() {
        assertRefused("\"Z\" 00000005 \"X\"");
        assertRefused("\"T\" 00000006 ffff");
        assertRefused("\"D\" 00000006 0001");
        assertRefused("\"E\" 0000000c \"SA\" 00 \"SB\" 00 00 00");
        assertRefused("\"v\" 0000000c 00030002 7fffffff");
        assertRefused("\"1\" 00000005 00");
    }

    private static void assertRefused(String annotated) {
        byte[] bytes = Hex.bytes(annotated);
        assertThatThrownBy(() -> BackendMessage.decode(bytes, 0, bytes.length)).isInstanceOf(WireException.class);
    }
}
