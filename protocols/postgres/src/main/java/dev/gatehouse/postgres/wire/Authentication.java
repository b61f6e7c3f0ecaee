package dev.gatehouse.postgres.wire;

import dev.gatehouse.model.Slice;
import java.util.ArrayList;
import java.util.List;

/// Authentication… (B): what the server wants to see before it lets somebody in, by the code behind type `R`.
public sealed interface Authentication extends BackendMessage {
    byte TYPE = 'R';

    /// AuthenticationOk: in.
    record Ok() implements Authentication {
        @Override
        public void encode(MessageWriter out) {
            out.begin(TYPE).int32(0).end();
        }
    }

    /// AuthenticationCleartextPassword.
    record CleartextPassword() implements Authentication {
        @Override
        public void encode(MessageWriter out) {
            out.begin(TYPE).int32(3).end();
        }
    }

    /// AuthenticationMD5Password.
    ///
    /// @param salt four bytes
    record Md5Password(Slice salt) implements Authentication {
        @Override
        public void encode(MessageWriter out) {
            out.begin(TYPE).int32(5).bytes(salt).end();
        }
    }

    /// AuthenticationSASL: the mechanisms offered, best first.
    record Sasl(List<String> mechanisms) implements Authentication {
        public Sasl {
            mechanisms = List.copyOf(mechanisms);
        }

        private static Sasl decode(MessageReader in) {
            var mechanisms = new ArrayList<String>();
            for (var name = in.string(); !name.isEmpty(); name = in.string()) {
                mechanisms.add(name);
            }
            return new Sasl(mechanisms);
        }

        @Override
        public void encode(MessageWriter out) {
            out.begin(TYPE).int32(10);
            mechanisms.forEach(out::string);
            out.int8(0).end();
        }
    }

    /// AuthenticationSASLContinue.
    record SaslContinue(Slice data) implements Authentication {
        @Override
        public void encode(MessageWriter out) {
            out.begin(TYPE).int32(11).bytes(data).end();
        }
    }

    /// AuthenticationSASLFinal.
    record SaslFinal(Slice data) implements Authentication {
        @Override
        public void encode(MessageWriter out) {
            out.begin(TYPE).int32(12).bytes(data).end();
        }
    }

    /// A method the gateway does not speak, see [#method].
    record Unsupported(int code, Slice data) implements Authentication {
        /// Its name for people.
        public String method() {
            return switch (code) {
                case 2 -> "Kerberos V5";
                case 4 -> "crypt";
                case 6 -> "SCM credentials";
                case 7, 8 -> "GSSAPI";
                case 9 -> "SSPI";
                default -> "method " + code;
            };
        }

        @Override
        public void encode(MessageWriter out) {
            out.begin(TYPE).int32(code).bytes(data).end();
        }
    }

    static Authentication decode(MessageReader in) {
        int code = in.int32();
        return switch (code) {
            case 0 -> new Ok();
            case 3 -> new CleartextPassword();
            case 5 -> new Md5Password(in.bytes(4));
            case 10 -> Sasl.decode(in);
            case 11 -> new SaslContinue(in.rest());
            case 12 -> new SaslFinal(in.rest());
            default -> new Unsupported(code, in.rest());
        };
    }
}
