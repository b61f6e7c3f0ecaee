package dev.gatehouse.sql.analysis;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/// Cases written as lines: a statement, a bar, what is expected. The last bar counts.
final class Cases {
    private Cases() {}

    static Stream<Arguments> of(String lines) {
        return lines.lines().map(line -> {
            int bar = line.lastIndexOf('|');
            return Arguments.of(
                    line.substring(0, bar).strip(), line.substring(bar + 1).strip());
        });
    }
}
