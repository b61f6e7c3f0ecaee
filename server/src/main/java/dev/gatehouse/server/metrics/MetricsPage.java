package dev.gatehouse.server.metrics;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The reference page of the metrics, made from [Metric].
public final class MetricsPage {
    private static final String HEAD = """
            # Metrics, events and logs

            This page is made from the program's own list of metrics; do not edit it by hand.

            ## Metrics
            `GET /metrics` on the console's listener answers in Prometheus' text form to whoever has the role `operator`, \
            with a token as everywhere in the API; to nobody without one. Prometheus can get such a token by itself \
            (`oauth2:` in its scrape configuration). What is counted is what is recorded, so that metrics and record \
            tell the same story. No label holds who somebody is, or what they asked. A timer has `_count`, `_sum` and \
            `_max`.

            | metric | type | labels | meaning |
            |---|---|---|---|
            """;

    private static final String TAIL = """
            | `jvm_memory_…` | gauge | `area`, `id` | Memory of the Java virtual machine. |

            `GET /healthz` answers 200 while the process lives. `GET /readyz` answers 200 while clients are taken, and 503 \
            with the reason while the gateway stops or when its record cannot be written. Both need no token.

            ## Events of the Java Flight Recorder
            Recorded where a recording is started with the virtual machine (`GATEHOUSE_JAVA_OPTIONS=-XX:StartFlightRecording=…`); \
            nobody can attach to the process later.

            | event | fields | lasts |
            |---|---|---|
            | `dev.gatehouse.Session` | `session`, `connection`, `reason` | from login to end |
            | `dev.gatehouse.Operation` | `session`, `operation`, `connection`, `outcome`, `rows`, `bytes` | from the decision to the end of the answer |
            | `dev.gatehouse.Sync` | `file` | one sync of a file of the record |

            ## The operator's log
            Standard error; `gateway.log: json` writes one JSON object a line, with these keys and no others:

            | key | value |
            |---|---|
            | `time` | ISO 8601, UTC |
            | `level` | `ERROR`, `WARN`, `INFO` |
            | `logger` | where in the program |
            | `message` | a sentence for people |
            | `fields` | an object: what the sentence is about, such as `connection`, `reason`, `why`; left out when there is nothing |
            | `error` | class and message of what was thrown, and of its causes; left out when nothing was |

            No secret and no text of a statement is ever written there: they are in the record, sealed.
            """;

    private MetricsPage() {}

    public static String markdown() {
        return HEAD + Stream.of(Metric.values()).map(MetricsPage::row).collect(Collectors.joining()) + TAIL;
    }

    private static String row(Metric metric) {
        String labels = metric.labels().stream().map(label -> "`" + label + "`").collect(Collectors.joining(", "));
        return "| `" + metric.shown() + "` | " + metric.type().name().toLowerCase(Locale.ROOT) + " | " + labels + " | "
                + metric.about() + " |\n";
    }
}
