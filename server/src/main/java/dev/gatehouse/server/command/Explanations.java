package dev.gatehouse.server.command;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.ColumnName;
import dev.gatehouse.model.ColumnUse;
import dev.gatehouse.model.SqlFacts;
import dev.gatehouse.policy.Verdict;
import dev.gatehouse.server.DryRun.Explained;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/// A dry run's result, for people and for programs.
final class Explanations {
    private Explanations() {}

    static String json(Explained explained) {
        var map = new LinkedHashMap<String, Object>();
        map.put("decision", explained.decision().word());
        map.put(
                "rules",
                explained.decision().verdicts().stream().map(Explanations::rule).toList());
        map.put("sql", facts(explained.understanding().facts()));
        map.put(
                "columns",
                explained.columns().stream().map(Explanations::column).toList());
        return JsonMapper.shared().writeValueAsString(map);
    }

    private static Map<String, Object> rule(Verdict verdict) {
        var map = new LinkedHashMap<String, Object>();
        map.put("id", verdict.rule());
        map.put("vote", verdict.vote().word());
        map.put("shadow", verdict.shadow());
        map.put("because", verdict.because().orElse(""));
        return map;
    }

    private static Map<String, Object> facts(SqlFacts sql) {
        var map = new LinkedHashMap<String, Object>();
        map.put("effect", sql.effect().word());
        map.put("kinds", new TreeSet<>(sql.kinds()));
        map.put("reads", sql.reads().stream().distinct().map(Explanations::use).toList());
        map.put(
                "writes",
                sql.writes().stream().distinct().map(Explanations::use).toList());
        map.put("relations", new TreeSet<>(sql.relations()));
        map.put("functions", new TreeSet<>(sql.functions()));
        map.put("filtered", sql.filtered());
        map.put("limit", sql.limit());
        map.put("statements", sql.statements());
        map.put("mintsCredential", sql.mintsCredential());
        map.put("problems", sql.problems());
        return map;
    }

    private static Map<String, Object> use(ColumnUse use) {
        var map = new LinkedHashMap<String, Object>();
        map.put("schema", use.column().schema());
        map.put("table", use.column().table());
        map.put("column", use.column().column());
        map.put("category", use.category().name());
        map.put("personal", use.category().personal());
        map.put("role", use.role().word());
        return map;
    }

    private static Map<String, Object> column(Explained.Column column) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", column.output().name());
        map.put("sources", sources(column));
        map.put("categories", categories(column));
        map.put("mask", mask(column));
        return map;
    }

    private static List<String> sources(Explained.Column column) {
        return column.output().sources().stream().map(ColumnName::toString).toList();
    }

    private static List<String> categories(Explained.Column column) {
        return column.output().categories().stream()
                .map(Category::name)
                .sorted()
                .toList();
    }

    private static String mask(Explained.Column column) {
        return column.mask().scan() ? "scan" : column.mask().method().word();
    }

    static String text(Explained explained) {
        var facts = explained.understanding().facts();
        var text = new StringBuilder("decision: ")
                .append(explained.decision().word())
                .append('\n');
        for (Verdict verdict : explained.decision().verdicts()) {
            text.append("  ")
                    .append(verdict.rule())
                    .append(": ")
                    .append(verdict.vote().word())
                    .append(verdict.shadow() ? " (shadow)" : "")
                    .append(verdict.because().map(because -> " - " + because).orElse(""))
                    .append('\n');
        }
        text.append("understood: ")
                .append(facts.effect().word())
                .append(" (")
                .append(String.join(", ", new TreeSet<>(facts.kinds())))
                .append(facts.filtered() ? "), filtered" : "), not filtered")
                .append('\n');
        facts.problems().forEach(problem -> text.append("  ").append(problem).append('\n'));
        for (Explained.Column column : explained.columns()) {
            text.append("column ")
                    .append(column.output().name())
                    .append(": ")
                    .append(mask(column))
                    .append("  from ")
                    .append(sources(column).isEmpty() ? "nothing stored" : String.join(", ", sources(column)))
                    .append("  ")
                    .append(categories(column))
                    .append('\n');
        }
        return text.toString().stripTrailing();
    }
}
