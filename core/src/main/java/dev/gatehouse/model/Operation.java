package dev.gatehouse.model;

import java.util.List;

/// One thing asked of a target, as a protocol understood it. A new protocol adds its own kind here.
public sealed interface Operation {
    /// What an approval is bound to.
    Slice digest();

    /// What a client asked, so that rules must allow it. It is recorded as its shape, which many operations share, and
    /// its literals, which can be erased.
    sealed interface OfClient extends Operation {
        /// What was asked without its constants; places for them are `$1`, `$2`, …
        String shape();

        /// The constants taken out of the shape, and values bound to it, as text where they are text.
        List<Slice> literals();

        /// What the answers hold: for each answer its columns, or the fields that were classified.
        List<List<OutputColumn>> outputs();
    }

    /// A SQL text: a simple Query message, or one prepared statement with its parameters.
    ///
    /// @param text the bytes that will be forwarded, and no others
    /// @param shape the text without its constants
    /// @param literals the constants taken out of the shape, and the parameters, as text where they are text
    /// @param facts what it was understood to do
    /// @param outputs the answer's columns of each statement in order; empty for one that has no answer
    /// @param binding what an approval is bound to: bytes, typed parameters, object identities, search_path, role
    /// @param bound the parameters with their types and formats, as the protocol writes them; nothing without any
    record Statement(
            Slice text,
            String shape,
            List<Slice> literals,
            SqlFacts facts,
            List<List<OutputColumn>> outputs,
            Binding binding,
            Slice bound)
            implements OfClient {
        public Statement {
            literals = List.copyOf(literals);
            outputs = List.copyOf(outputs);
        }

        /// One without parameters whose digest is known.
        public Statement(
                Slice text,
                String shape,
                List<Slice> literals,
                SqlFacts facts,
                List<List<OutputColumn>> outputs,
                Slice digest) {
            this(text, shape, literals, facts, outputs, Binding.of(digest), Slice.EMPTY);
        }

        @Override
        public Slice digest() {
            return binding.digest();
        }
    }

    /// One HTTP request.
    ///
    /// @param shape method, path and names of the query, without identifiers and values
    /// @param literals what was taken out of the shape, and the body
    /// @param facts what it was understood to ask
    /// @param outputs one answer: a column for each classified field, the last for all that nobody classified
    /// @param written every text that the request carries, decoded, so that no encoding hides a mask
    /// @param digest method, target, headers and body as they will be forwarded
    record HttpCall(
            String shape,
            List<Slice> literals,
            HttpFacts facts,
            List<List<OutputColumn>> outputs,
            List<String> written,
            Slice digest)
            implements OfClient {
        public HttpCall {
            literals = List.copyOf(literals);
            outputs = List.copyOf(outputs);
            written = List.copyOf(written);
        }
    }

    /// What the gateway does on its own account, or a client must always be able to do. Admitted and recorded by the
    /// built-in rule `gateway-own`.
    record Own(Purpose purpose, String detail) implements Operation {
        @Override
        public Slice digest() {
            return Slice.utf8(detail);
        }

        public enum Purpose {
            CANCEL,
            HOUSEKEEPING,
            LOOK_UP,
            /// somebody who decides about an operation looks at what it would do
            PREVIEW,
            FAIL_TRANSACTION,
            /// begins or ends a transaction around a statement whose effect people have seen before
            OWN_TRANSACTION
        }
    }
}
