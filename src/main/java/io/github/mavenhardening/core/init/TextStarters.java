package io.github.mavenhardening.core.init;

import io.github.mavenhardening.core.insights.OpenQuestions;
import io.github.mavenhardening.core.policy.PolicyFile;
import io.github.mavenhardening.core.source.Repository;
import java.util.ArrayList;
import java.util.List;

/** Starter files in plain text: a security policy, CODEOWNERS, and a policy of this plugin. */
final class TextStarters {

    static final String SECURITY_POLICY = "SECURITY.md";

    private TextStarters() {}

    static StarterFile securityPolicy(ProjectProfile project) {
        String how = project.url()
                .filter(url -> project.isOnGitHub())
                .map(url ->
                        "Please report vulnerabilities in private, through\n[GitHub's private vulnerability reporting]("
                                + url + "/security/advisories/new).\n\n" + OpenQuestions.MARK
                                + " is private vulnerability reporting switched on in the repository's settings? Remove this line"
                                + " when it is.\n")
                .orElse(OpenQuestions.MARK
                        + " at which email address or form are vulnerabilities reported in private? Write it here.\n");
        return new StarterFile(
                SECURITY_POLICY,
                "# Security policy\n\n## Reporting a vulnerability\n" + how
                        + "\nDo not open a public issue for a vulnerability.\n\n" + OpenQuestions.MARK
                        + " within how many days does who reports get an answer, and when is a vulnerability disclosed?\n\n"
                        + "## Supported versions\n" + OpenQuestions.MARK
                        + " which versions get security fixes?\n");
    }

    /** No owner is made up: the forge leaves out each of these lines until a name stands there. */
    static StarterFile codeowners(ProjectProfile project, Repository repository) {
        String folder = project.isOnGitLab() ? ".gitlab" : ".github";
        List<String> patterns = new ArrayList<>(List.of("*", "/" + folder + "/"));
        if (project.isOnGitLab()) {
            patterns.add("/.gitlab-ci.yml");
        }
        if (repository.isFile("pom.xml")) {
            patterns.add("/pom.xml");
            patterns.add("/.mvn/");
        }
        StringBuilder text = new StringBuilder(
                        "# Who must review what; of several patterns that match the last counts.\n")
                .append(
                        "# Put a @user, a team or an email address of who decides what the build runs after each pattern.\n");
        for (String pattern : patterns) {
            text.append(String.format("%-16s %s%n", pattern, OpenQuestions.MARK).replace("\r\n", "\n"));
        }
        return new StarterFile(folder + "/CODEOWNERS", text.toString());
    }

    static StarterFile policy(Repository repository) {
        return new StarterFile(
                PolicyFile.PATHS.get(repository.isFile("pom.xml") ? 0 : 1), Template.load("hardening.yml"));
    }
}
