package dev.gatehouse.control.console;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.function.Consumer;

/// Draws templates. Their generated classes are called by name, so that a page whose template and view do not
/// fit does not compile.
final class Pages {
    private Pages() {}

    static Reply.Html html(int status, Consumer<HtmlTemplateOutput> template) {
        var text = new StringOutput();
        template.accept(new OwaspHtmlTemplateOutput(text));
        return new Reply.Html(status, text.toString());
    }

    static Reply.Html html(Consumer<HtmlTemplateOutput> template) {
        return html(200, template);
    }
}
