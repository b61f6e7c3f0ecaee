package dev.gatehouse.postgres.wire;

import dev.gatehouse.model.Slice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// At least one message of each kind, for round trips and as seeds of mutation.
final class Examples {
    private static final Values TWO = Values.of(List.of(Optional.of(Slice.utf8("ada")), Optional.empty()));
    private static final Formats MIXED = new Formats(Hex.slice("0000 0001"));

    private Examples() {}

    static List<FrontendMessage> frontend() {
        return List.of(
                new Query(Slice.utf8("select 'é'")),
                new Parse("s1", Slice.utf8("select $1, $2"), List.of(23, 0)),
                new Parse("", Slice.EMPTY, List.of()),
                new Bind("p1", "s1", MIXED, TWO, Formats.BINARY),
                new Bind("", "", Formats.TEXT, Values.NONE, Formats.TEXT),
                new Describe(Prepared.STATEMENT, "s1"),
                new Describe(Prepared.PORTAL, ""),
                new Execute("p1", 100),
                new Close(Prepared.PORTAL, "p1"),
                new Sync(),
                new Flush(),
                new Terminate(),
                PasswordMessage.of(Slice.utf8("secret")),
                new CopyData(Slice.utf8("1\tx\n")),
                new CopyDone(),
                new CopyFail("no more"),
                new FunctionCall(870, MIXED, TWO, Format.BINARY),
                new FrontendMessage.Unknown((byte) '!', Slice.utf8("?")));
    }

    static List<BackendMessage> backend() {
        return List.of(
                new Authentication.Ok(),
                new Authentication.CleartextPassword(),
                new Authentication.Md5Password(Hex.slice("01 02 03 04")),
                new Authentication.Sasl(List.of("SCRAM-SHA-256-PLUS", "SCRAM-SHA-256")),
                new Authentication.SaslContinue(Slice.utf8("r=x")),
                new Authentication.SaslFinal(Slice.utf8("v=x")),
                new Authentication.Unsupported(7, Slice.EMPTY),
                new ParameterStatus("client_encoding", "UTF8"),
                new BackendKeyData(4711, Hex.slice("00 01 02 03 04 05 06 07")),
                new ReadyForQuery(TransactionStatus.FAILED),
                new RowDescription(List.of(
                        new Field("id", 16384, (short) 1, 23, (short) 4, -1, Format.BINARY),
                        new Field("", 0, (short) 0, 25, (short) -1, -1, Format.TEXT))),
                new DataRow(TWO),
                new DataRow(Values.NONE),
                new CommandComplete("SELECT 2"),
                new EmptyQueryResponse(),
                new ErrorResponse(
                        Diagnostic.of("ERROR", "42501", "No.").with(Diagnostic.HINT, "Ask for fewer columns.")),
                new NoticeResponse(Diagnostic.of("NOTICE", "00000", "masked: email")),
                new ParseComplete(),
                new BindComplete(),
                new CloseComplete(),
                new NoData(),
                new ParameterDescription(List.of(23, 1043)),
                new PortalSuspended(),
                new NotificationResponse(4711, "c", "payload"),
                new CopyInResponse(Format.TEXT, MIXED),
                new CopyOutResponse(Format.BINARY, Formats.BINARY),
                new CopyBothResponse(Format.TEXT, Formats.TEXT),
                new CopyData(Slice.utf8("1\tx\n")),
                new CopyDone(),
                new NegotiateProtocolVersion(3 << 16 | 2, List.of("_pq_.x")),
                new FunctionCallResponse(Optional.of(Slice.utf8("42"))),
                new FunctionCallResponse(Optional.empty()),
                new BackendMessage.Unknown((byte) '!', Slice.utf8("?")));
    }

    static List<StartupPacket> startup() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("user", "ada@example.com");
        parameters.put("database", "shop");
        return List.of(
                new SslRequest(),
                new GssEncRequest(),
                new CancelRequest(4711, Hex.slice("0a 0b 0c 0d")),
                new StartupMessage(0, parameters),
                new StartupMessage(2, parameters));
    }

    static byte[] encoded(FrontendMessage message) {
        var out = new MessageWriter();
        message.encode(out);
        return out.toSlice().toBytes();
    }

    static byte[] encoded(BackendMessage message) {
        var out = new MessageWriter();
        message.encode(out);
        return out.toSlice().toBytes();
    }

    static byte[] encoded(StartupPacket packet) {
        var out = new MessageWriter();
        packet.encode(out);
        return out.toSlice().toBytes();
    }
}
