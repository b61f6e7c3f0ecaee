package dev.gatehouse.postgres.wire;

/// NotificationResponse (B): somebody notified a channel this session listens to.
///
/// @param payload free text of another session
public record NotificationResponse(int processId, String channel, String payload) implements BackendMessage {
    static final byte TYPE = 'A';

    static NotificationResponse decode(MessageReader in) {
        return new NotificationResponse(in.int32(), in.lenientString(), in.lenientString());
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE).int32(processId).string(channel).string(payload).end();
    }

    /// Without the payload.
    @Override
    public String toString() {
        return "NotificationResponse[" + channel + "]";
    }
}
