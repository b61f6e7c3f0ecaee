package dev.gatehouse.server;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.ColumnName;
import dev.gatehouse.model.Slice;
import dev.gatehouse.recording.Content;
import dev.gatehouse.recording.Durability;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.Recorder;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts on record, and tells the operator, that a column holds more than the configuration says. Thread-safe.
record InheritanceOnRecord(Recorder recorder, InstantSource clock) implements InheritedColumns.Learned {
    private static final Logger LOG = LoggerFactory.getLogger(InheritanceOnRecord.class);

    @Override
    public void inherits(String connection, ColumnName column, Category category) {
        recorder.append(
                new Event.CategoryInherited(clock.instant(), connection, category.name()),
                Durability.SYNCED,
                Content.of(Content.Kind.DETAIL, Slice.utf8(column.toString())));
        LOG.atWarn()
                .addKeyValue("connection", connection)
                .log("{} now holds {}, which a statement copies there; classify it under `data:`", column, category);
    }
}
