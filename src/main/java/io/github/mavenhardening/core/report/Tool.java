package io.github.mavenhardening.core.report;

/** What reports say of this tool itself. */
final class Tool {

    static final String NAME = "hardening-maven-plugin";
    static final String URL = "https://github.com/maven-hardening/hardening-maven-plugin";
    static final String PACKAGE = "io.github.mavenhardening.";

    private Tool() {}

    /** Where the page of one of our checks is read. */
    static String pageUrl(String checkId) {
        return URL + "/blob/main/src/site/markdown/checks/" + checkId + ".md";
    }
}
