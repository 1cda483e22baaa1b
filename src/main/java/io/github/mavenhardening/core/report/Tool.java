package io.github.mavenhardening.core.report;

/** This tool's name, version and address in reports. */
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
