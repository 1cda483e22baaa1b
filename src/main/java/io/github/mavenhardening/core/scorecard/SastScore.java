package io.github.mavenhardening.core.scorecard;

import java.util.regex.Pattern;

/** Ten where a workflow runs a static analysis that Scorecard knows, or a POM names a Sonar server; else nothing. */
final class SastScore {

    private static final String NAME = "SAST";
    private static final Pattern ACTION = Pattern.compile("github/codeql-action/analyze|snyk/actions(?:/.*)?|"
            + "facebook/pysa-action|JetBrains/qodana-action|hadolint/hadolint-action");
    private static final Pattern SONAR =
            Pattern.compile("<sonar\\.host\\.url>\\s{0,100}\\S{1,2000}\\s{0,100}</sonar\\.host\\.url>");

    private SastScore() {}

    static Score of(RepositoryView view) {
        if (view.usesAny(action -> ACTION.matcher(action).matches())) {
            return Score.of(NAME, true, "a workflow runs a known tool");
        }
        boolean sonar =
                view.texts(path -> path.substring(path.lastIndexOf('/') + 1).equalsIgnoreCase("pom.xml")).stream()
                        .anyMatch(file -> SONAR.matcher(file.text()).find());
        return sonar
                ? Score.of(NAME, true, "a POM names a Sonar server")
                : Score.of(NAME, false, "no known tool; checks on pull requests are not asked");
    }
}
