package dev.gatehouse.control.approvals;

import dev.gatehouse.approval.Question;
import dev.gatehouse.model.ColumnUse;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.Principal;
import dev.gatehouse.model.Slice;
import dev.gatehouse.policy.Facts;
import dev.gatehouse.policy.Verdict.Vote;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// Whether a request is about what is asked now. Pure.
final class Matching {
    private static final int LONGEST_VALUE = 1000;

    /// Bytes of parameters that a request remembers.
    private static final int MOST_BOUND = 64 * 1024;

    private Matching() {}

    /// Whether `request`, once approved, admits what `question` asks: the same identity with its chain, connection and
    /// purpose, and the same operation, or an open window that it falls into.
    static boolean admits(Request request, Question question) {
        return sameAsker(request, question.facts())
                && covers(request, Ask.of(question.asking()))
                && seen(request, question)
                && switch (request.wish()) {
                    case Wish.Window window ->
                        !limit(question) && inWindow(window, question.facts().operation());
                    case Wish.Run(Wish.Text text) -> !limit(question) && same(text, question);
                    case Wish.Rows(Wish.Text text) -> limit(question) && same(text, question);
                };
    }

    /// Whether those who said yes knew how many rows it is about, once that is known.
    private static boolean seen(Request request, Question question) {
        return question.changed().isEmpty()
                || Terms.foreseen(request)
                        .map(foreseen -> foreseen.covers(question.changed().get()))
                        .orElse(request.wish() instanceof Wish.Window);
    }

    /// Whether `question` can wait for the answer to `request` instead of asking once more.
    static boolean sameQuestion(Request request, Question question) {
        return !(request.wish() instanceof Wish.Window) && admits(request, question);
    }

    static Wish wish(Question question) {
        var text = text(question.facts().operation());
        return limit(question) ? new Wish.Rows(text) : new Wish.Run(text);
    }

    static Wish.Text text(Operation operation) {
        return switch (operation) {
            case Operation.Statement statement ->
                new Wish.Text(
                        statement.digest(),
                        utf8(statement.text()),
                        values(statement),
                        meaning(statement),
                        statement.bound().length() <= MOST_BOUND ? statement.bound() : Slice.EMPTY);
            case Operation.HttpCall call -> text(call);
            case Operation.Own _ -> throw new IllegalArgumentException("nobody is asked about the gateway's own work");
        };
    }

    private static List<String> values(Operation.OfClient asked) {
        return asked.literals().stream()
                .map(Matching::utf8)
                .map(value -> value.substring(0, Math.min(value.length(), LONGEST_VALUE)))
                .toList();
    }

    /// The whole request in one text: a body is part of what is approved.
    private static Wish.Text text(Operation.HttpCall call) {
        var facts = call.facts();
        var words = new StringBuilder(facts.method()).append(' ').append(facts.path());
        facts.query()
                .forEach((name, values) ->
                        words.append("\n? ").append(name).append(" = ").append(values));
        if (!facts.body().isEmpty()) {
            words.append("\n\n").append(utf8(facts.body()));
        }
        var meaning = new Wish.Meaning(
                facts.effect().word(), List.of(facts.method()), true, List.of(facts.template()), List.of(), List.of());
        return new Wish.Text(call.digest(), words.toString(), List.of(), meaning, Slice.EMPTY);
    }

    private static Wish.Meaning meaning(Operation.Statement statement) {
        var facts = statement.facts();
        return new Wish.Meaning(
                facts.effect().word(),
                facts.kinds().stream().sorted().toList(),
                facts.filtered(),
                facts.relations().stream().sorted().toList(),
                facts.functions().stream().sorted().toList(),
                Stream.concat(facts.reads().stream(), facts.writes().stream())
                        .map(Matching::column)
                        .distinct()
                        .toList());
    }

    private static Wish.Column column(ColumnUse use) {
        return new Wish.Column(
                use.column().toString(), use.category().name(), use.role().word());
    }

    private static String utf8(Slice bytes) {
        return new String(bytes.array(), bytes.offset(), bytes.length(), StandardCharsets.UTF_8);
    }

    private static boolean sameAsker(Request request, Facts facts) {
        Principal then = request.requester();
        Principal now = facts.who();
        return then.who().equals(now.who())
                && then.kind() == now.kind()
                && then.chain().equals(now.chain())
                && then.root().equals(now.root())
                && then.purpose().equals(facts.purpose())
                && request.connection().equals(facts.connection().name());
    }

    private static boolean covers(Request request, List<Ask> asked) {
        return asked.stream().allMatch(ask -> request.asks().stream().anyMatch(ask::sameAs));
    }

    private static boolean limit(Question question) {
        return question.asking().getFirst().vote() == Vote.LIMIT;
    }

    private static boolean same(Wish.Text text, Question question) {
        return question.facts().operation() instanceof Operation.OfClient asked
                && asked.digest().equals(text.digest());
    }

    private static boolean inWindow(Wish.Window window, Operation operation) {
        return operation instanceof Operation.Statement statement
                && window.effects().contains(statement.facts().effect());
    }
}
