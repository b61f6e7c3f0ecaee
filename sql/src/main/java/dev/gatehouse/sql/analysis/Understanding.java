package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.OutputColumn;
import dev.gatehouse.model.Slice;
import dev.gatehouse.model.SqlFacts;
import dev.gatehouse.sql.tree.Parser.Parsed;
import java.util.List;
import java.util.Optional;

/// All that is known of one SQL text.
///
/// @param outputs the answer's columns of each statement in order; empty for one that has no answer
/// @param changes what it changes in its session, in order
/// @param syntaxError the target would not accept the text: refuse with SQLSTATE 42601
/// @param unknownRelation a name is not in the catalogue: read the catalogue again and try once more
/// @param missing the name that does not exist, if that is certain and all that is wrong
/// @param copies the COPYs that write rows to the client
public record Understanding(
        SqlFacts facts,
        List<List<OutputColumn>> outputs,
        Shape shape,
        List<SessionChange> changes,
        Optional<Parsed.SyntaxError> syntaxError,
        boolean unknownRelation,
        Optional<Missing> missing,
        List<CopyOut> copies) {
    public Understanding {
        outputs = List.copyOf(outputs);
        changes = List.copyOf(changes);
        copies = List.copyOf(copies);
    }

    /// The same about a text that differs in its constants only.
    Understanding with(List<Slice> literals) {
        return new Understanding(
                facts,
                outputs,
                new Shape(shape.text(), literals),
                changes,
                syntaxError,
                unknownRelation,
                missing,
                copies);
    }
}
