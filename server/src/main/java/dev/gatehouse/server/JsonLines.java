package dev.gatehouse.server;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.json.JsonMapper;

/// The operator's log as one JSON object a line: `time`, `level`, `logger`, `message`, and where there is something to
/// say `fields` and `error`. No stack traces: `gateway.log: text` shows where a bug was.
final class JsonLines extends EncoderBase<ILoggingEvent> {
    /// Writes the log that way from now on.
    static void use() {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.iteratorForAppenders().forEachRemaining(appender -> {
                if (appender instanceof ConsoleAppender<ILoggingEvent> console) {
                    var lines = new JsonLines();
                    lines.setContext(root.getLoggerContext());
                    lines.start();
                    console.setEncoder(lines);
                }
            });
        }
    }

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        var line = new LinkedHashMap<String, Object>();
        line.put("time", Instant.ofEpochMilli(event.getTimeStamp()).toString());
        line.put("level", event.getLevel().toString());
        line.put("logger", event.getLoggerName());
        line.put("message", event.getFormattedMessage());
        if (event.getKeyValuePairs() != null && !event.getKeyValuePairs().isEmpty()) {
            line.put("fields", fields(event));
        }
        if (event.getThrowableProxy() != null) {
            line.put("error", causes(event.getThrowableProxy()));
        }
        return (JsonMapper.shared().writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> fields(ILoggingEvent event) {
        var fields = new LinkedHashMap<String, Object>();
        for (KeyValuePair pair : event.getKeyValuePairs()) {
            fields.put(pair.key, String.valueOf(pair.value));
        }
        return fields;
    }

    private static String causes(IThrowableProxy thrown) {
        String here = thrown.getClassName() + ": " + thrown.getMessage();
        return thrown.getCause() == null ? here : here + "; caused by " + causes(thrown.getCause());
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }
}
