package dev.gatehouse.demo;

import java.util.List;

/// Somebody who may use the demo, with a token to sign in with.
///
/// @param name the part they play: agent, engineer, lead, officer or operator
/// @param user the identity's id at the gateway
public record DemoIdentity(String name, String user, List<String> groups, String token) {

    public DemoIdentity {
        groups = List.copyOf(groups);
    }

    @Override
    public String toString() {
        return "DemoIdentity[" + name + ", " + user + ", " + groups + "]";
    }
}
