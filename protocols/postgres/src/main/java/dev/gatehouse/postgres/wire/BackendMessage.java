package dev.gatehouse.postgres.wire;

import dev.gatehouse.model.Slice;

/// A message from a server.
public sealed interface BackendMessage
        permits Authentication,
                BackendKeyData,
                BackendMessage.Unknown,
                BindComplete,
                CloseComplete,
                CommandComplete,
                CopyBothResponse,
                CopyData,
                CopyDone,
                CopyInResponse,
                CopyOutResponse,
                DataRow,
                EmptyQueryResponse,
                ErrorResponse,
                FunctionCallResponse,
                NegotiateProtocolVersion,
                NoData,
                NoticeResponse,
                NotificationResponse,
                ParameterDescription,
                ParameterStatus,
                ParseComplete,
                PortalSuspended,
                ReadyForQuery,
                RowDescription {

    /// Appends the message, with type and length.
    void encode(MessageWriter out);

    /// Decodes one whole message; the buffer may be reused afterwards.
    ///
    /// @param from its type byte
    /// @param to behind its last byte; must be the end that [Frames#size] found
    static BackendMessage decode(byte[] array, int from, int to) {
        byte type = array[from];
        var in = new MessageReader(Slice.copyOf(array, from + Frames.HEADER, to - from - Frames.HEADER));
        BackendMessage message = decode(type, in);
        in.end();
        return message;
    }

    private static BackendMessage decode(byte type, MessageReader in) {
        return switch (type) {
            case DataRow.TYPE -> DataRow.decode(in);
            case CommandComplete.TYPE -> CommandComplete.decode(in);
            case ReadyForQuery.TYPE -> ReadyForQuery.decode(in);
            case RowDescription.TYPE -> RowDescription.decode(in);
            case BindComplete.TYPE -> BindComplete.decode(in);
            case ParseComplete.TYPE -> ParseComplete.decode(in);
            case CloseComplete.TYPE -> CloseComplete.decode(in);
            case NoData.TYPE -> NoData.decode(in);
            case ParameterDescription.TYPE -> ParameterDescription.decode(in);
            case PortalSuspended.TYPE -> PortalSuspended.decode(in);
            case EmptyQueryResponse.TYPE -> EmptyQueryResponse.decode(in);
            case ErrorResponse.TYPE -> ErrorResponse.decode(in);
            case NoticeResponse.TYPE -> NoticeResponse.decode(in);
            case ParameterStatus.TYPE -> ParameterStatus.decode(in);
            case Authentication.TYPE -> Authentication.decode(in);
            case BackendKeyData.TYPE -> BackendKeyData.decode(in);
            case NotificationResponse.TYPE -> NotificationResponse.decode(in);
            case CopyData.TYPE -> CopyData.decode(in);
            case CopyDone.TYPE -> CopyDone.decode(in);
            case CopyInResponse.TYPE -> CopyInResponse.decode(in);
            case CopyOutResponse.TYPE -> CopyOutResponse.decode(in);
            case CopyBothResponse.TYPE -> CopyBothResponse.decode(in);
            case NegotiateProtocolVersion.TYPE -> NegotiateProtocolVersion.decode(in);
            case FunctionCallResponse.TYPE -> FunctionCallResponse.decode(in);
            default -> new Unknown(type, in.rest());
        };
    }

    /// A message this version does not know; it must not reach a client.
    record Unknown(byte type, Slice body) implements BackendMessage {
        @Override
        public void encode(MessageWriter out) {
            out.begin(type).bytes(body).end();
        }
    }
}
