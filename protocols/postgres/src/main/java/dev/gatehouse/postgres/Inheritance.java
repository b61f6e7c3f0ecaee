package dev.gatehouse.postgres;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.Classification;
import dev.gatehouse.model.ColumnName;
import java.util.Map;
import java.util.Set;

/// What the columns of one connection hold because statements copied it there. A port; thread-safe.
public interface Inheritance {
    /// Takes note, durably, before the statement that copies is forwarded.
    ///
    /// @throws java.io.UncheckedIOException when it cannot be kept: the statement must not run
    void add(Map<ColumnName, Set<Category>> columns);

    /// The configured classification with what was inherited: the same object until either changes, so that answers can
    /// be remembered by it.
    Classification over(Classification configured);
}
