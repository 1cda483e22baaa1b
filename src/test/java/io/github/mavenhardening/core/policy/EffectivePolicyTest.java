package io.github.mavenhardening.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.json.JsonWriter;
import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EffectivePolicyTest {

    private static final Checks CHECKS = Checks.load(Check.class.getClassLoader());
    private static final String JAR = "org.example:policy:1.0!/META-INF/hardening/policy.yml";

    @TempDir
    Path root;

    private EffectivePolicy effective(String organisation, String repository) throws IOException {
        Files.createDirectories(root.resolve(".mvn"));
        Files.writeString(root.resolve(".mvn/hardening.yml"), repository);
        Policy policy = new PolicySources(List.of(), Optional.empty(), List.of(SourceFile.of(JAR, organisation)))
                .read(new Repository(new Checkout(root), Optional.empty()), CHECKS);
        return new EffectivePolicy(policy, CHECKS);
    }

    @Test
    void namesEveryDefault() throws IOException {
        List<String> lines = effective("version: 1\n", "").lines();

        assertThat(lines)
                .contains(
                        "persona: regular  (default)",
                        "fail-on.severity: high  (default)",
                        "fail-on.confidence: medium  (default)",
                        "maximum.low: none  (default)",
                        "families.posture: true  (default)",
                        "checks.artipacked.enabled: true  (default)",
                        "checks.artipacked.severity: medium  (default)",
                        "checks.security-insights-review-due.warn: P6M  (default)",
                        "checks.forbidden-uses.deny: none  (default)")
                .noneMatch(line -> line.startsWith("version:"))
                .noneMatch(line -> line.startsWith("exceptions:"))
                .isSorted();
    }

    @Test
    void namesTheOriginAndWhatItOverrode() throws IOException {
        EffectivePolicy policy = effective("persona: auditor\n", "persona: pedantic\n");

        assertThat(policy.lines()).contains("persona: pedantic  (.mvn/hardening.yml:1; over auditor, " + JAR + ":1)");
        assertThat(JsonWriter.line(policy.json())).contains("""
                        { "name" : "persona", "value" : "pedantic", "origin" : ".mvn/hardening.yml:1", \
                        "over" : [ { "value" : "auditor", "origin" : "JAR:1" } ] }""".replace("JAR", JAR));
    }

    @Test
    void endsInFinalSettingsAndExceptions() throws IOException {
        EffectivePolicy policy = effective("persona: pedantic\nfinal: [persona]\n", """
                exceptions:
                  - {check: artipacked, path: '.github/**', about: push, reason: It pushes, expires: 2027-01-31}
                  - {check: unpinned-uses, reason: Known}
                """);

        List<String> lines = policy.lines();
        assertThat(lines.subList(lines.size() - 3, lines.size()))
                .containsExactly(
                        "final: persona  (" + JAR + ":2)",
                        "exception: artipacked in .github/** until 2027-01-31, It pushes  (.mvn/hardening.yml:2)",
                        "exception: unpinned-uses, Known  (.mvn/hardening.yml:3)");
        assertThat(JsonWriter.line(policy.json())).endsWith("""
                        "final" : [ { "name" : "persona", "origin" : "JAR:2" } ], \
                        "exceptions" : [ { "check" : "artipacked", "path" : ".github/**", "about" : "push", \
                        "reason" : "It pushes", "expires" : "2027-01-31", "origin" : ".mvn/hardening.yml:2" }, \
                        { "check" : "unpinned-uses", "reason" : "Known", "origin" : ".mvn/hardening.yml:3" } ] }""".replace("JAR", JAR));
    }
}
