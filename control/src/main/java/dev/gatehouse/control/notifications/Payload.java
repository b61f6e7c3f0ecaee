package dev.gatehouse.control.notifications;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// How a webhook's body is written.
public enum Payload {
    /// Field by field.
    JSON,
    /// An incoming webhook of Slack, or of what understands the same.
    SLACK,
    /// A workflow of Microsoft Teams that posts adaptive cards.
    TEAMS;

    private static final JsonMapper MAPPER = JsonMapper.shared();

    byte[] body(Notification told) {
        return MAPPER.writeValueAsBytes(
                switch (this) {
                    case JSON -> fields(told);
                    case SLACK -> Map.of("text", slack(told));
                    case TEAMS -> teams(told);
                });
    }

    private static Map<String, Object> fields(Notification told) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("request", told.request());
        fields.put("state", told.state());
        fields.put("requester", told.requester());
        fields.put("connection", told.connection());
        fields.put("rule", told.rule());
        fields.put("from", told.from());
        fields.put("expires", told.expires().toString());
        told.link().ifPresent(link -> fields.put("link", link));
        told.statement().ifPresent(statement -> fields.put("statement", statement));
        return fields;
    }

    /// Slack reads markup and mentions between `<` and `>`.
    private static String slack(Notification told) {
        String text = escaped(told.sentence());
        String link = told.link().map(url -> " <" + url + "|Open>").orElse("");
        String statement = told.statement()
                .map(sql -> "\n```" + escaped(sql).replace("```", "'''") + "```")
                .orElse("");
        return text + link + statement;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Map<String, Object> teams(Notification told) {
        var blocks = new ArrayList<Map<String, Object>>();
        blocks.add(block(told.sentence()));
        told.statement().ifPresent(sql -> blocks.add(block(sql)));
        var card = new LinkedHashMap<String, Object>();
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        card.put("type", "AdaptiveCard");
        card.put("version", "1.4");
        card.put("body", blocks);
        told.link()
                .ifPresent(url ->
                        card.put("actions", List.of(Map.of("type", "Action.OpenUrl", "title", "Open", "url", url))));
        var attachment = new LinkedHashMap<String, Object>();
        attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
        attachment.put("contentUrl", null);
        attachment.put("content", card);
        return Map.of("type", "message", "attachments", List.of(attachment));
    }

    /// A plain text run: a text block would read Markdown, and with it links.
    private static Map<String, Object> block(String text) {
        return Map.of("type", "RichTextBlock", "inlines", List.of(Map.of("type", "TextRun", "text", text)));
    }
}
