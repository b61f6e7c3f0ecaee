package dev.gatehouse.postgres.login;

import dev.gatehouse.net.Wire;
import dev.gatehouse.postgres.wire.BackendMessage;
import dev.gatehouse.postgres.wire.Frames;
import dev.gatehouse.postgres.wire.FrontendMessage;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.postgres.wire.PasswordMessage;
import dev.gatehouse.postgres.wire.StartupPacket;
import dev.gatehouse.postgres.wire.WireException;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/// Speaks with a client before it is known: reads exactly one packet at a time and never ahead, because TLS may begin
/// behind any of them. One thread.
public final class LoginWire {
    private static final int HEADER = 5;

    /// The first byte of a TLS record that carries a handshake; no start-up packet begins with it, being shorter.
    private static final byte TLS_HANDSHAKE = 0x16;

    private final Wire wire;
    private byte[] ahead = new byte[0];

    public LoginWire(Wire wire) {
        this.wire = wire;
    }

    public Wire wire() {
        return wire;
    }

    /// Whether the client begins with a TLS handshake, without asking whether it may (`sslnegotiation=direct`).
    boolean speaksTls() throws IOException {
        ahead = exactly(new byte[4], 4);
        return ahead[0] == TLS_HANDSHAKE;
    }

    /// What was read of the client's handshake.
    byte[] ahead() {
        return ahead;
    }

    /// The next packet of the start-up phase.
    public StartupPacket startupPacket() throws IOException {
        byte[] length = ahead.length > 0 ? ahead : exactly(new byte[4], 4);
        ahead = new byte[0];
        int size = Frames.startupSize(length, 0, length.length);
        byte[] packet = exactly(Arrays.copyOf(length, size), size - 4);
        return StartupPacket.decode(packet, 0, size);
    }

    /// The answer to a request for a password or for the next step of SASL.
    public PasswordMessage answer() throws IOException {
        byte[] header = exactly(new byte[HEADER], HEADER);
        int size = new Frames(Frames.LOGIN_MAXIMUM).size(header, 0, HEADER);
        byte[] message = exactly(Arrays.copyOf(header, size), size - HEADER);
        if (FrontendMessage.decode(message, 0, size) instanceof PasswordMessage answer) {
            return answer;
        }
        throw WireException.violation("a password was asked for and something else came");
    }

    /// Fills the last `count` bytes of `bytes`.
    private byte[] exactly(byte[] bytes, int count) throws IOException {
        int at = bytes.length - count;
        while (at < bytes.length) {
            int read = wire.read(bytes, at, bytes.length - at);
            if (read < 0) {
                throw new EOFException("the client left");
            }
            at += read;
        }
        return bytes;
    }

    public void send(BackendMessage message) throws IOException {
        var out = new MessageWriter();
        message.encode(out);
        wire.write(out.array(), 0, out.size());
    }

    /// A single letter that answers a request for encryption.
    public void letter(char letter) throws IOException {
        wire.write(new byte[] {(byte) letter}, 0, 1);
    }
}
