package io.github.mavenhardening.core.report;

/** This tool's name, version and address in reports. */
public final class Tool {

    /** Its name. */
    public static final String NAME = "hardening-maven-plugin";
    /** Where it is developed. */
    public static final String URL = "https://github.com/maven-hardening/hardening-maven-plugin";
    static final String PACKAGE = "io.github.mavenhardening.";

    private Tool() {}

    /** Where the page of one of our checks is read. */
    public static String pageUrl(String checkId) {
        return URL + "/blob/main/src/site/markdown/checks/" + checkId + ".md";
    }
}
