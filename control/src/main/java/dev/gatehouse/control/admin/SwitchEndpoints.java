package dev.gatehouse.control.admin;

import dev.gatehouse.api.SwitchRequest;
import dev.gatehouse.api.SwitchState;
import dev.gatehouse.control.admin.ports.Ports;
import dev.gatehouse.control.admin.ports.Switchboard.Switch;
import dev.gatehouse.model.Identity;
import java.io.IOException;
import java.util.Optional;

/// Turns connections and identities off, which ends their open sessions, and on again.
final class SwitchEndpoints {
    private static final String REASON = "disabled";
    private static final int LONGEST_REASON = 1000;

    private final Ports ports;

    SwitchEndpoints(Ports ports) {
        this.ports = ports;
    }

    Answer connection(Caller caller, Asked asked, boolean off) throws Malformed, IOException {
        String name = asked.path("name");
        return ports.connections().named(name).isPresent()
                ? change(caller, asked, new Switch.OfConnection(name), off)
                : Answer.notFound("There is no connection " + name + " in the configuration.");
    }

    /// An identity need not be known: somebody can be locked out before they ever come.
    Answer identity(Caller caller, Asked asked, boolean off) throws Malformed, IOException {
        String issuer = asked.path("issuer");
        return ports.issuers().contains(issuer)
                ? change(caller, asked, new Switch.OfIdentity(new Identity(issuer, asked.path("id"))), off)
                : Answer.notFound(
                        "There is no issuer " + issuer + "; configured: " + String.join(", ", ports.issuers()) + ".");
    }

    private Answer change(Caller caller, Asked asked, Switch what, boolean off) throws Malformed, IOException {
        var wish = asked.body(SwitchRequest.class, new SwitchRequest(Optional.empty()));
        String because = wish.because().orElse("");
        if (because.length() > LONGEST_REASON) {
            throw new Malformed("`because` is longer than " + LONGEST_REASON + " characters.");
        }
        ports.audit().switchChanged(caller.principal(), what, off, because);
        int ended = off ? disable(caller, what, because) : enable(what);
        return Answer.ok(new SwitchState(what.what(), what.name(), off, ended));
    }

    private int disable(Caller caller, Switch what, String because) {
        ports.switches().disable(what, caller.principal().who().toString(), because);
        String message = "The " + what.what() + " has been switched off by an operator of the gateway.";
        return ports.open().end(open -> what.stops(open.principal(), open.connection()), REASON, message);
    }

    private int enable(Switch what) {
        ports.switches().enable(what);
        return 0;
    }
}
