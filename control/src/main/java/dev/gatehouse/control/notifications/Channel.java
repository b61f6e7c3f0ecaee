package dev.gatehouse.control.notifications;

import java.io.IOException;

/// One way by which people are told. Blocking; one thread.
public interface Channel {
    /// As configured.
    String name();

    /// Whether it is told when a request has become this.
    boolean wants(String state);

    /// Whether it carries statements.
    boolean carriesStatements();

    /// @param delivery the same for each attempt to deliver the same notification
    /// @throws IOException when it did not arrive, or not for certain
    void deliver(String delivery, Notification told) throws IOException;
}
