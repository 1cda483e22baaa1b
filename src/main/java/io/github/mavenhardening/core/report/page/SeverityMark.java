package io.github.mavenhardening.core.report.page;

/** A severity as a word and a shape beside it: a colour alone would not reach everyone. */
final class SeverityMark {

    private SeverityMark() {}

    static void write(Markup page, String severity) {
        page.begin("span", "class", "severity " + severity);
        page.element("span", shape(severity), "aria-hidden", "true").text(" " + severity);
        page.end();
    }

    static String shape(String severity) {
        return switch (severity) {
            case "critical" -> "\u25C6";
            case "high" -> "\u25B2";
            case "medium" -> "\u25A0";
            case "low" -> "\u25CF";
            default -> "\u25CB";
        };
    }
}
