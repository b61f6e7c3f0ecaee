package dev.gatehouse.http.understand;

import dev.gatehouse.model.Slice;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Every name and every string of a JSON body, decoded.
final class JsonTexts {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonTexts() {}

    static List<String> of(Slice body) throws UnclearRequest {
        var texts = new ArrayList<String>();
        try (JsonParser parser =
                FACTORY.createParser(ObjectReadContext.empty(), body.array(), body.offset(), body.length())) {
            while (parser.nextToken() != null) {
                switch (parser.currentToken()) {
                    case VALUE_STRING -> texts.add(parser.getString());
                    case PROPERTY_NAME -> texts.add(parser.currentName());
                    case NOT_AVAILABLE,
                            START_OBJECT,
                            END_OBJECT,
                            START_ARRAY,
                            END_ARRAY,
                            VALUE_EMBEDDED_OBJECT,
                            VALUE_NUMBER_INT,
                            VALUE_NUMBER_FLOAT,
                            VALUE_TRUE,
                            VALUE_FALSE,
                            VALUE_NULL -> {}
                }
            }
            return texts;
        } catch (JacksonException malformed) {
            throw new UnclearRequest("The body says that it is JSON and is not.");
        }
    }
}
