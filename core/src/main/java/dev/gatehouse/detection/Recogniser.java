package dev.gatehouse.detection;

/// Looks for one kind of thing at a token where [Starts] says that it may begin. Has no state; adds up only what the
/// shape itself says: the words around and the column are [Candidates]'s business.
@FunctionalInterface
interface Recogniser {
    /// Returns the first token at which there is any sense in asking again.
    int at(Cell cell, int token, Candidates found);

    /// Looks at a text as a whole.
    @FunctionalInterface
    interface OfWhole {
        void look(Cell cell, Candidates found);
    }
}
