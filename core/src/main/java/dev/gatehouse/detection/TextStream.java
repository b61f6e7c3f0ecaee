package dev.gatehouse.detection;

import java.util.List;
import java.util.function.Consumer;

/// Looks at a text that arrives in parts, keeping no more of it than one block. What is found does not depend on how
/// the
/// text was split: blocks end where [Finder#blockEnd] says, by the text alone. One thread.
///
/// JSON documents are looked at as plain text here, since a document may be longer than is kept.
public final class TextStream {
    private final Finder finder;
    private final Column column;
    private final Consumer<Finding> found;
    private final StringBuilder kept = new StringBuilder();
    private int before;

    /// @param found gets each finding with places in the whole text, in order
    public TextStream(Finder finder, Column column, Consumer<Finding> found) {
        this.finder = finder;
        this.column = column;
        this.found = found;
    }

    public void read(CharSequence part) {
        kept.append(part);
        // One character more than a block says whether a block ends inside a pair of surrogates.
        while (kept.length() > Finder.BLOCK) {
            look(Finder.blockEnd(kept, 0, kept.length()));
        }
    }

    /// Nothing more comes.
    public void end() {
        look(kept.length());
    }

    private void look(int end) {
        String block = kept.substring(0, end);
        List<Finding> here = finder.plain(column, block);
        for (Finding finding : here) {
            found.accept(new Finding(
                    before + finding.start(),
                    before + finding.end(),
                    finding.type(),
                    finding.category(),
                    finding.confidence()));
        }
        kept.delete(0, end);
        before += end;
    }
}
