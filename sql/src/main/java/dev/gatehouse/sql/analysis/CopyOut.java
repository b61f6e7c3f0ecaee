package dev.gatehouse.sql.analysis;

import java.util.List;

/// How COPY … TO STDOUT writes its rows, so that values in them can be found and masked.
///
/// @param statement which statement of the text it is, from 0
/// @param form of the rows
/// @param delimiter between values, in text and CSV
/// @param nothing what stands for NULL, in text and CSV
/// @param quote around values of CSV
/// @param escape before a quote inside a value of CSV
/// @param header whether a first line names the columns
/// @param types OIDs of the columns' types, 0 where a value was computed and its type is not known
public record CopyOut(
        int statement,
        Form form,
        char delimiter,
        String nothing,
        char quote,
        char escape,
        boolean header,
        List<Integer> types) {
    public CopyOut {
        types = List.copyOf(types);
    }

    public enum Form {
        TEXT,
        CSV,
        BINARY
    }
}
