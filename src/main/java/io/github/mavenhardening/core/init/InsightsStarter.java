package io.github.mavenhardening.core.init;

import io.github.mavenhardening.core.insights.OpenQuestions;
import io.github.mavenhardening.core.posture.LicenseFiles;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A Security Insights file of version 2.2.0, filled from what the repository itself tells. What only a maintainer can say is
 * left without a value, so that no validator takes the file before it is answered.
 *
 * @see <a href="https://github.com/ossf/security-insights">OpenSSF Security Insights</a>
 */
final class InsightsStarter {

    private static final String PATH = "security-insights.yml";

    private final ProjectProfile project;
    private final StringBuilder text = new StringBuilder();

    private InsightsStarter(ProjectProfile project) {
        this.project = project;
    }

    static StarterFile of(ProjectProfile project, LicenseFiles licenses, String policyFile, LocalDate today) {
        InsightsStarter starter = new InsightsStarter(project);
        starter.write(licenses, policyFile, today);
        return new StarterFile(PATH, starter.text.toString());
    }

    private void write(LicenseFiles licenses, String policyFile, LocalDate today) {
        line("# OpenSSF Security Insights: https://github.com/ossf/security-insights");
        line(
                "# Only a maintainer can answer what is asked here. The file is valid once every question has its answer;");
        line(
                "# remove the questions then. Review all of it at least once a year, and set last-reviewed only when you have.");
        line("header:");
        line("  schema-version: 2.2.0");
        fill("  last-updated", Optional.of(today.toString()), "");
        ask("  last-reviewed", "the day on which a maintainer last read all of this, as YYYY-MM-DD in quotes");
        fill("  url", project.raw(PATH), "where this file is, its bare text");
        line("project:");
        fill("  name", Optional.of(project.name()), "");
        line("  administrators:");
        people("who administers the project: a person or group");
        line("  repositories:");
        fill("    - name", Optional.of(project.name()), "");
        fill("      url", project.url(), "the page of the repository");
        ask("      comment", "what is in this repository?");
        line("  vulnerability-reporting:");
        ask("    reports-accepted", "true or false");
        ask("    bug-bounty-available", "true or false");
        project.page(policyFile).ifPresent(page -> fill("    policy", Optional.of(page), ""));
        line("    contact:");
        ask("      name", "who takes reports of vulnerabilities: a person or group");
        ask("      email", "the address for such reports; remove the line where they are taken by a form alone");
        line("      primary: true");
        line("repository:");
        fill("  url", project.url(), "the page of the repository");
        ask("  status", "active, abandoned, concept, inactive, moved, suspended, unsupported or WIP");
        ask("  accepts-change-request", "true or false");
        ask("  accepts-automated-change-request", "true or false");
        line("  core-team:");
        people("who maintains this repository: a person or group");
        line("  license:");
        fill("    url", licenses.main().flatMap(project::page), "where the licence's text is");
        fill("    expression", licenses.expression(), "an SPDX expression, such as Apache-2.0");
        line("  security:");
        line("    assessments:");
        line("      self:");
        ask("        comment", "has the project assessed its own security, and what came of it? If not, why not?");
    }

    private void people(String question) {
        ask("    - name", question);
        line("      primary: true");
    }

    private void fill(String key, Optional<String> value, String question) {
        if (value.isEmpty()) {
            ask(key, question);
        } else {
            line(key + ": " + quoted(value.get()));
        }
    }

    private void ask(String key, String question) {
        line(key + ": # " + OpenQuestions.MARK + " " + question);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** In double quotes, so that no value is taken for anything but text. */
    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
                quoted.append(String.format("\\u%04X", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
