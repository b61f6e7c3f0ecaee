package dev.gatehouse.sql.catalogue;

import java.util.List;

/// One function, procedure or aggregate that is not PostgreSQL's own, with its text where it is written in SQL.
///
/// @param kind `prokind`: f function, p procedure, a aggregate, w window function
/// @param volatility i immutable, s stable, v volatile
/// @param arguments how many it takes; with `variadic` any number from `arguments - 1`
/// @param defaults how many of the last arguments may be left out
/// @param extension whether it came with an extension
/// @param shadows whether PostgreSQL has a function of the same name itself
/// @param columns names of the columns of its rows, empty when it returns one plain value
/// @param definition the CREATE statement of one in SQL, with all names outside `pg_catalog` qualified as far as they
///     were bound at its creation; empty for other languages
public record Function(
        String schema,
        String name,
        char kind,
        String language,
        char volatility,
        int arguments,
        int defaults,
        boolean variadic,
        boolean extension,
        boolean shadows,
        List<String> columns,
        String definition) {
    public Function {
        columns = List.copyOf(columns);
    }

    /// Whether a call with so many arguments can mean this one.
    public boolean takes(int given) {
        return variadic ? given >= arguments - 1 - defaults : given <= arguments && given >= arguments - defaults;
    }
}
