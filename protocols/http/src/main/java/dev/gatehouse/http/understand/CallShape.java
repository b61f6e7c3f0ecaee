package dev.gatehouse.http.understand;

import dev.gatehouse.model.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A request taken apart into what many requests share and what is this one's: identifiers in the path, values of the
/// query, the body. The latter may be about people and can be erased by itself.
///
/// @param text such as `PATCH /customers/$1?notify=$2`, an empty line, and `$3` for the body
record CallShape(String text, List<Slice> literals) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~-]*");

    static CallShape of(String method, PlainPath path, Query query, Slice body) {
        var literals = new ArrayList<Slice>();
        var text = new StringBuilder(method).append(' ');
        for (String segment : path.segments()) {
            boolean plain = PLAIN.matcher(segment).matches() && !PlainPath.identifier(segment);
            text.append('/').append(plain ? segment : place(literals, Slice.utf8(segment)));
        }
        char mark = '?';
        for (Query.Pair pair : query.pairs()) {
            text.append(mark);
            text.append(PLAIN.matcher(pair.name()).matches() ? pair.name() : place(literals, Slice.utf8(pair.name())));
            text.append('=').append(place(literals, Slice.utf8(pair.value())));
            mark = '&';
        }
        if (!body.isEmpty()) {
            text.append("\n\n").append(place(literals, body));
        }
        return new CallShape(text.toString(), literals);
    }

    private static String place(List<Slice> literals, Slice value) {
        literals.add(value);
        return "$" + literals.size();
    }
}
