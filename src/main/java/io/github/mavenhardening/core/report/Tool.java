package io.github.mavenhardening.core.report;

/** This tool's name, version and address in reports. */
public final class Tool {

    /** Its name. */
    public static final String NAME = "hardening-maven-plugin";
    /** Where it is developed. */
    public static final String URL = "https://github.com/maven-hardening/hardening-maven-plugin";

    static final String PACKAGE = "io.github.mavenhardening.";

    private Tool() {}

    /** Where one of our pages is read, named from the folder that all are in: {@code silence.md}, {@code checks/artipacked.md}. */
    static String pageUrl(String page) {
        return URL + "/blob/main/src/site/markdown/" + page;
    }
}
