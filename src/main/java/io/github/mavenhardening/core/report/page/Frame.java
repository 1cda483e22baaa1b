package io.github.mavenhardening.core.report.page;

import io.github.mavenhardening.core.report.Tool;

/** What is around a page's content: its policy, style, data and script. */
final class Frame {

    private final Markup page;
    private final Asset style;
    private final Asset script;

    Frame(Markup page, Asset style, Asset script) {
        this.page = page;
        this.style = style;
        this.script = script;
    }

    void begin(String title) {
        page.raw("<!doctype html>\n").begin("html", "lang", "en");
        page.begin("head");
        page.single("meta", "charset", "utf-8").raw("\n");
        page.single("meta", "http-equiv", "Content-Security-Policy", "content", policy())
                .raw("\n");
        page.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .raw("\n");
        page.single("meta", "name", "referrer", "content", "no-referrer").raw("\n");
        page.single("meta", "name", "color-scheme", "content", "light dark").raw("\n");
        page.element("title", title);
        page.begin("style").raw(style.text()).end();
        page.end().begin("body");
        page.element("a", "Skip to the content", "class", "skip", "href", "#main");
    }

    /** Ends a page over several runs: which version made it, and no data. */
    void endOfOverview(String toolVersion) {
        page.begin("section", "aria-labelledby", "setup-title").element("h2", "Set-up", "id", "setup-title");
        page.begin("dl")
                .element("dt", "Tool")
                .element("dd", Tool.NAME + " " + toolVersion)
                .end()
                .end();
        page.end();
        end("{}");
    }

    /** Ends the page; the data is what the script reads, as it may stand in a script element. */
    void end(String data) {
        page.begin("script", "type", "application/json", "id", "data").raw(data).end();
        page.begin("script").raw(script.text()).end();
        page.end().end();
    }

    /** Nothing may be loaded, and no script may run but the one whose hash this is. */
    private String policy() {
        return "default-src 'none'; style-src 'unsafe-inline'; script-src " + script.source()
                + "; img-src data:; base-uri 'none'; form-action 'none'";
    }
}
