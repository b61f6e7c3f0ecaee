package dev.gatehouse.postgres.wire;

import java.util.List;

/// RowDescription (B): the columns of the rows that follow.
public record RowDescription(List<Field> fields) implements BackendMessage {
    static final byte TYPE = 'T';

    public RowDescription {
        fields = List.copyOf(fields);
    }

    static RowDescription decode(MessageReader in) {
        int count = in.count(Field.MINIMUM);
        var fields = new Field[count];
        for (int i = 0; i < count; i++) {
            fields[i] = Field.decode(in);
        }
        return new RowDescription(List.of(fields));
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE).count(fields.size());
        for (Field field : fields) {
            field.encode(out);
        }
        out.end();
    }
}
