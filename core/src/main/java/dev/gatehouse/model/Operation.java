package dev.gatehouse.model;

import java.util.List;

/// One thing asked of a target, as a protocol understood it. A new protocol adds its own kind here.
public sealed interface Operation {
    /// A SQL text: a simple Query message, or one prepared statement with its parameters.
    ///
    /// @param text the bytes that will be forwarded, and no others
    /// @param shape the text without its constants
    /// @param literals the constants taken out of the shape, and the parameters, as text where they are text
    /// @param facts what it was understood to do
    /// @param outputs the answer's columns of each statement in order; empty for one that has no answer
    /// @param digest what an approval is bound to: bytes, typed parameters, object identities, search_path and role
    record Statement(
            Slice text,
            String shape,
            List<Slice> literals,
            SqlFacts facts,
            List<List<OutputColumn>> outputs,
            Slice digest)
            implements Operation {
        public Statement {
            literals = List.copyOf(literals);
            outputs = List.copyOf(outputs);
        }
    }

    /// What the gateway does on its own account, or a client must always be able to do. Admitted and recorded by the
    /// built-in rule `gateway-own`.
    record Own(Purpose purpose, String detail) implements Operation {
        public enum Purpose {
            CANCEL,
            HOUSEKEEPING,
            LOOK_UP,
            FAIL_TRANSACTION
        }
    }
}
