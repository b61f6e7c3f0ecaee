package dev.gatehouse.postgres.wire;

import dev.gatehouse.model.Slice;

/// A message from a client, after start-up.
public sealed interface FrontendMessage
        permits Bind,
                Close,
                CopyData,
                CopyDone,
                CopyFail,
                Describe,
                Execute,
                Flush,
                FrontendMessage.Unknown,
                FunctionCall,
                Parse,
                PasswordMessage,
                Query,
                Sync,
                Terminate {

    /// Appends the message, with type and length.
    void encode(MessageWriter out);

    /// Decodes one whole message; the buffer may be reused afterwards.
    ///
    /// @param from its type byte
    /// @param to behind its last byte; must be the end that [Frames#size] found
    static FrontendMessage decode(byte[] array, int from, int to) {
        byte type = array[from];
        var in = new MessageReader(Slice.copyOf(array, from + Frames.HEADER, to - from - Frames.HEADER));
        FrontendMessage message = decode(type, in);
        in.end();
        return message;
    }

    private static FrontendMessage decode(byte type, MessageReader in) {
        return switch (type) {
            case Query.TYPE -> Query.decode(in);
            case Bind.TYPE -> Bind.decode(in);
            case Execute.TYPE -> Execute.decode(in);
            case Sync.TYPE -> Sync.decode(in);
            case Parse.TYPE -> Parse.decode(in);
            case Describe.TYPE -> Describe.decode(in);
            case Close.TYPE -> Close.decode(in);
            case Flush.TYPE -> Flush.decode(in);
            case Terminate.TYPE -> Terminate.decode(in);
            case CopyData.TYPE -> CopyData.decode(in);
            case CopyDone.TYPE -> CopyDone.decode(in);
            case CopyFail.TYPE -> CopyFail.decode(in);
            case FunctionCall.TYPE -> FunctionCall.decode(in);
            case PasswordMessage.TYPE -> PasswordMessage.decode(in);
            default -> new Unknown(type, in.rest());
        };
    }

    /// A message this version does not know; it must be refused.
    record Unknown(byte type, Slice body) implements FrontendMessage {
        @Override
        public void encode(MessageWriter out) {
            out.begin(type).bytes(body).end();
        }
    }
}
