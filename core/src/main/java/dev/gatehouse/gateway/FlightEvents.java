package dev.gatehouse.gateway;

import dev.gatehouse.model.Id;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// What the Java Flight Recorder is told, where one records; otherwise nearly free. Ids and words, never contents.
final class FlightEvents {
    private FlightEvents() {}

    @Name("dev.gatehouse.Session")
    @Label("Session")
    @Description("From login to the end of a session")
    @Category("Gatehouse")
    @StackTrace(false)
    static final class OfSession extends jdk.jfr.Event {
        @Label("Session")
        String session = "";

        @Label("Connection")
        String connection = "";

        @Label("Reason")
        String reason = "";

        void ended(Id of, String onConnection, String why) {
            if (shouldCommit()) {
                session = of.toString();
                connection = onConnection;
                reason = why;
                commit();
            }
        }
    }

    @Name("dev.gatehouse.Operation")
    @Label("Operation")
    @Description("From the decision to the end of the answer")
    @Category("Gatehouse")
    @StackTrace(false)
    static final class OfOperation extends jdk.jfr.Event {
        @Label("Session")
        String session = "";

        @Label("Operation")
        String operation = "";

        @Label("Connection")
        String connection = "";

        @Label("Outcome")
        String outcome = "";

        @Label("Rows")
        long rows;

        @Label("Bytes")
        @DataAmount
        long bytes;
    }
}
