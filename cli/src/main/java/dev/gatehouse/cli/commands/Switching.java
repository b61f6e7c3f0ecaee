package dev.gatehouse.cli.commands;

import dev.gatehouse.api.SwitchState;
import dev.gatehouse.api.WhoAmI;
import dev.gatehouse.cli.CommandFailed;
import dev.gatehouse.cli.Exit;
import dev.gatehouse.cli.Shell;
import dev.gatehouse.cli.Text;
import dev.gatehouse.cli.client.Gateway;
import dev.gatehouse.cli.client.Json;
import java.util.Locale;
import java.util.Optional;

/// What `disable` and `enable` have in common: what they name, and how they print what became of it.
final class Switching {
    enum What {
        CONNECTION,
        IDENTITY;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Switching() {}

    static SwitchState disable(Gateway gateway, What what, String name, Optional<String> because) {
        return switch (what) {
            case CONNECTION -> gateway.disableConnection(name, because);
            case IDENTITY -> {
                Identity identity = identity(gateway, name);
                yield gateway.disableIdentity(identity.issuer(), identity.id(), because);
            }
        };
    }

    static SwitchState enable(Gateway gateway, What what, String name) {
        return switch (what) {
            case CONNECTION -> gateway.enableConnection(name);
            case IDENTITY -> {
                Identity identity = identity(gateway, name);
                yield gateway.enableIdentity(identity.issuer(), identity.id());
            }
        };
    }

    private record Identity(String issuer, String id) {}

    /// `ISSUER:ID`, or an id at the first configured issuer. Only the gateway knows which issuers there are.
    private static Identity identity(Gateway gateway, String name) {
        WhoAmI me = gateway.whoAmI();
        if (me.issuers().isEmpty() || name.isEmpty()) {
            throw CommandFailed.usage("Name an identity as ISSUER:ID, or its id at the first configured issuer.");
        }
        for (String issuer : me.issuers()) {
            if (name.startsWith(issuer + ":")) {
                return new Identity(issuer, name.substring(issuer.length() + 1));
            }
        }
        return new Identity(me.issuers().getFirst(), name);
    }

    static int print(SwitchState state, As as, Shell shell) {
        if (as.json()) {
            shell.out().println(Json.line(state));
        } else {
            String ended = switch (state.ended()) {
                case 0 -> "";
                case 1 -> " 1 open session was ended.";
                default -> " " + state.ended() + " open sessions were ended.";
            };
            shell.out()
                    .println(Text.oneLine(state.what() + " " + state.name() + " is " + (state.disabled() ? "off" : "on")
                            + "." + ended));
        }
        return Exit.DONE;
    }
}
