package dev.gatehouse.server.admin;

import dev.gatehouse.server.admin.Understood.Answered;

/// What somebody may see of the answers that a connection gave to somebody else.
interface View {
    /// That of whoever holds the gateway's keys.
    View EVERYTHING = new View() {
        @Override
        public Sight of(Answered column) {
            return Sight.AS_SHOWN;
        }

        @Override
        public boolean clear(String category) {
            return true;
        }

        @Override
        public boolean everything() {
            return true;
        }
    };

    Sight of(Answered column);

    /// Whether values of a category are shown to them as they are.
    boolean clear(String category);

    /// Whether nothing is ever hidden, also of what nobody knows any more.
    default boolean everything() {
        return false;
    }

    /// Whether words about an operation, such as an error's, could quote what they may not see.
    default boolean hidesWords(Understood operation) {
        return !operation.touched().stream().allMatch(this::clear)
                || !operation.columns().stream()
                        .allMatch(column -> column.categories().stream().allMatch(this::clear));
    }

    /// Whether everything about an operation is to be seen as it was shown.
    default boolean exact(Understood operation) {
        return !hidesWords(operation)
                && operation.answers().stream()
                        .allMatch(columns ->
                                columns.stream().allMatch(column -> of(column).asShown()));
    }
}
