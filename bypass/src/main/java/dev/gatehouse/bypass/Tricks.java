package dev.gatehouse.bypass;

import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.Close;
import dev.gatehouse.postgres.wire.CopyDone;
import dev.gatehouse.postgres.wire.Describe;
import dev.gatehouse.postgres.wire.Execute;
import dev.gatehouse.postgres.wire.Flush;
import dev.gatehouse.postgres.wire.Format;
import dev.gatehouse.postgres.wire.Formats;
import dev.gatehouse.postgres.wire.FrontendMessage;
import dev.gatehouse.postgres.wire.FunctionCall;
import dev.gatehouse.postgres.wire.Prepared;
import dev.gatehouse.postgres.wire.Query;
import dev.gatehouse.postgres.wire.Sync;
import dev.gatehouse.postgres.wire.Values;
import java.util.List;
import java.util.Optional;

/// Tricks with the protocol rather than with SQL: names used twice, portals, mixed formats, messages out of order.
final class Tricks {
    private static final String GROUP = "protocol";
    private static final int LO_GET = 3458;
    private static final int QUERY_TO_XML = 2925;

    private final String masked;
    private final String clear;

    private Tricks(String masked, String clear) {
        this.masked = masked;
        this.clear = clear;
    }

    static List<Trial> over(Place place, Canaries canaries) {
        return new Tricks(
                        place.fill("SELECT {c} FROM {t} WHERE {k} = {id}", canaries),
                        place.fill("SELECT {o} FROM {t} WHERE {k} = {id}", canaries))
                .all();
    }

    private List<Trial> all() {
        return List.of(
                trick(
                        "name-prepared-twice",
                        talk -> ask(
                                talk,
                                Talk.parse("s", clear),
                                new Close(Prepared.STATEMENT, "s"),
                                Talk.parse("s", masked),
                                bound("s"),
                                new Execute("", 0))),
                trick(
                        "name-prepared-twice-without-close",
                        talk -> ask(
                                talk, Talk.parse("s", clear), Talk.parse("s", masked), bound("s"), new Execute("", 0))),
                trick("unnamed-replaced-by-query", talk -> {
                    ask(talk, Talk.parse("", masked));
                    talk.say(clear, Way.SIMPLE);
                    ask(talk, bound(""), new Execute("", 0));
                }),
                trick(
                        "portal-under-another-name",
                        talk -> ask(
                                talk,
                                Talk.parse("a", masked),
                                Talk.parse("b", clear),
                                Talk.bind("b", "a", Formats.TEXT),
                                Talk.bind("a", "b", Formats.TEXT),
                                new Execute("b", 0),
                                new Execute("a", 0))),
                trick(
                        "portal-replaced",
                        talk -> ask(
                                talk,
                                Talk.parse("a", masked),
                                Talk.parse("b", clear),
                                Talk.bind("", "b", Formats.TEXT),
                                Talk.bind("", "a", Formats.TEXT),
                                new Execute("", 0))),
                trick(
                        "portal-resumed",
                        talk -> ask(
                                talk,
                                Talk.parse("", masked + " UNION ALL " + masked),
                                bound(""),
                                new Execute("", 1),
                                new Execute("", 1),
                                new Execute("", 0))),
                trick("cursor-as-portal", talk -> {
                    talk.say("BEGIN", Way.SIMPLE);
                    talk.say("DECLARE c CURSOR FOR " + masked, Way.SIMPLE);
                    ask(talk, new Describe(Prepared.PORTAL, "c"), new Execute("c", 0));
                }),
                trick("portal-as-cursor", talk -> {
                    talk.say("BEGIN", Way.SIMPLE);
                    ask(talk, Talk.parse("", masked), Talk.bind("p", "", Formats.TEXT));
                    talk.say("FETCH ALL FROM p", Way.SIMPLE);
                }),
                trick("sql-statement-bound", talk -> {
                    talk.say("PREPARE s AS " + masked, Way.SIMPLE);
                    ask(talk, bound("s"), new Execute("", 0));
                }),
                trick("bound-statement-executed-in-sql", talk -> {
                    ask(talk, Talk.parse("s", masked));
                    talk.say("EXECUTE s", Way.SIMPLE);
                }),
                trick("error-in-the-pipeline", talk -> {
                    ask(
                            talk,
                            Talk.parse("", "SELECT 1/0"),
                            bound(""),
                            new Execute("", 0),
                            Talk.parse("", masked),
                            bound(""),
                            new Execute("", 0));
                    ask(talk, Talk.parse("", masked), bound(""), new Execute("", 0));
                }),
                trick("flush-instead-of-sync", talk -> {
                    talk.send(
                            Talk.parse("", masked),
                            new Flush(),
                            bound(""),
                            new Flush(),
                            new Execute("", 0),
                            new Flush(),
                            new Sync());
                    talk.hear();
                }),
                trick("query-inside-a-pipeline", talk -> {
                    talk.send(Talk.parse("", clear), bound(""), new Query(Slice.utf8(masked)));
                    talk.hear();
                }),
                trick("queries-without-waiting", talk -> {
                    talk.send(query(clear), query(masked), query(clear), query(masked));
                    for (int answers = 0; answers < 4; answers++) {
                        talk.hear();
                    }
                }),
                trick(
                        "mixed-formats",
                        talk -> ask(
                                talk,
                                Talk.parse("", masked.replaceFirst("SELECT (\\S+)", "SELECT $1, $1, 7")),
                                Talk.bind("", "", new Formats(Slice.of(new byte[] {0, 1, 0, 0, 0, 1}))),
                                new Execute("", 0))),
                trick(
                        "described-without-rows",
                        talk -> ask(
                                talk,
                                Talk.parse("", masked),
                                new Describe(Prepared.STATEMENT, ""),
                                bound(""),
                                new Describe(Prepared.PORTAL, ""),
                                new Execute("", 1))),
                trick("not-described", talk -> ask(talk, Talk.parse("", masked), bound(""), new Execute("", 0))),
                trick(
                        "executed-twice",
                        talk -> ask(talk, Talk.parse("", masked), bound(""), new Execute("", 0), new Execute("", 0))),
                trick(
                        "two-statements-parsed",
                        talk -> ask(talk, Talk.parse("", clear + "; " + masked), bound(""), new Execute("", 0))),
                trick("function-call-lo-get", talk -> {
                    talk.send(call(LO_GET, "77777"));
                    talk.hear();
                }),
                trick("function-call-query-to-xml", talk -> {
                    talk.send(call(QUERY_TO_XML, masked, "t", "t", ""));
                    talk.hear();
                }),
                trick(
                        "copy-in-the-extended-protocol",
                        talk -> ask(
                                talk,
                                Talk.parse("", "COPY (" + masked + ") TO STDOUT"),
                                bound(""),
                                new Execute("", 0))),
                trick("copy-done-unasked", talk -> {
                    talk.send(new CopyDone(), query(masked));
                    talk.hear();
                }),
                trick("unknown-message", talk -> {
                    talk.send(new FrontendMessage.Unknown((byte) 'y', Slice.utf8(masked)), query(masked));
                    talk.hear();
                }),
                trick("statement-cut-by-zero", talk -> {
                    talk.send(query(clear + "\0" + masked));
                    talk.hear();
                }),
                trick("prepared-before-the-table-changes", talk -> {
                    talk.say("BEGIN", Way.SIMPLE);
                    talk.say("CREATE TEMP TABLE bypass_changing (v text)", Way.SIMPLE);
                    ask(talk, Talk.parse("s", "SELECT * FROM bypass_changing"));
                    talk.say("DROP TABLE bypass_changing", Way.SIMPLE);
                    talk.say("CREATE TEMP TABLE bypass_changing AS " + masked, Way.SIMPLE);
                    ask(talk, bound("s"), new Execute("", 0));
                    talk.say("ROLLBACK", Way.SIMPLE);
                }));
    }

    private static Trial trick(String name, Trial.Steps steps) {
        return new Trial(GROUP, name, GROUP, false, false, steps);
    }

    private static FrontendMessage bound(String statement) {
        return Talk.bind("", statement, Formats.TEXT);
    }

    private static FrontendMessage query(String sql) {
        return new Query(Slice.utf8(sql));
    }

    private static FrontendMessage call(int function, String... arguments) {
        var values = List.of(arguments).stream()
                .map(argument -> Optional.of(Slice.utf8(argument)))
                .toList();
        return new FunctionCall(function, Formats.TEXT, Values.of(values), Format.TEXT);
    }

    private static void ask(Talk talk, FrontendMessage... messages) throws java.io.IOException {
        talk.send(messages);
        talk.send(new Sync());
        talk.hear();
    }
}
