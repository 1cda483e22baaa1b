package io.github.mavenhardening.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Result;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GitHubAnnotationsTest {

    private static final Span SPAN = new Span(0, 5, 3, 9, 3, 14);

    private final GitHubAnnotations annotations = new GitHubAnnotations();

    @Test
    void showsTheMostDangerousFirst() {
        assertThat(annotations.lines(Samples.rich(), Samples.CONTEXT))
                .containsExactly(
                        "::error file=pom.xml,title=critical sample-mismatch::"
                                + "org.example:a:jar:1 is not the file that was locked. Delete it and build again.",
                        "::error file=.github/workflows/ci.yml,line=12,col=15,endColumn=33,title=high sample-reference::"
                                + "actions/checkout@v4 is not pinned. Pin it to a commit.",
                        "::notice file=docs/a b#c%25.md,title=info sample-note::this is worth a look. Look at it.");
    }

    @Test
    void showsAFindingOnce() {
        annotations.lines(Samples.rich(), Samples.CONTEXT);

        assertThat(annotations.lines(Samples.rich(), Samples.CONTEXT)).isEmpty();
    }

    @Test
    void goesOnWithAStepThatIsKnown() {
        Set<String> told = new HashSet<>();
        List<String> all = new GitHubAnnotations(told).lines(Samples.rich(), Samples.CONTEXT);

        assertThat(all).hasSize(3);
        assertThat(told).contains("ERROR 1", "ERROR 2", "NOTICE 1").doesNotContain("ERROR 3");
        assertThat(new GitHubAnnotations(told).lines(Samples.rich(), Samples.CONTEXT))
                .isEmpty();
    }

    @Test
    void leavesOutWhatIsKnown() {
        assertThat(annotations.lines(Samples.compared(), Samples.CONTEXT))
                .hasSize(2)
                .noneMatch(line -> line.contains("sample-reference"));
    }

    @Test
    void namesFilesAsTheCheckoutHasThem() {
        assertThat(annotations.lines(Samples.rich(), Samples.CONTEXT.rootedAt("tools/build")))
                .first()
                .asString()
                .startsWith("::error file=tools/build/pom.xml,");
        assertThat(new GitHubAnnotations().lines(Samples.rich(), Samples.CONTEXT.rootedAt("(outside the checkout)")))
                .first()
                .asString()
                .startsWith("::error file=pom.xml,");
    }

    @Test
    void keepsToTheLimitsOfAStep() {
        Finding[] findings = new Finding[60];
        for (int i = 0; i < findings.length; i++) {
            Severity severity =
                    List.of(Severity.HIGH, Severity.MEDIUM, Severity.LOW).get(i % 3);
            findings[i] = Samples.reference("a.yml", SPAN)
                    .severity(severity)
                    .subject("s" + i)
                    .message("finding " + i)
                    .build();
        }
        Result result = Samples.judge(PolicyLayer.none(), Samples.workflows(findings));

        List<String> lines = annotations.lines(result, Samples.CONTEXT);

        assertThat(lines).hasSize(30);
        assertThat(lines.stream().filter(line -> line.startsWith("::error "))).hasSize(10);
        assertThat(lines.stream().filter(line -> line.startsWith("::warning "))).hasSize(10);
        assertThat(lines.stream().filter(line -> line.startsWith("::notice "))).hasSize(10);
        assertThat(lines.subList(0, 10)).allMatch(line -> line.startsWith("::error "));
        assertThat(lines.get(29))
                .isEqualTo("::notice title=hardening-maven-plugin::31 findings are not annotated, as GitHub takes 10"
                        + " annotations of each level; the log and the reports have all");
        assertThat(annotations.lines(Samples.many(40), Samples.CONTEXT)).isEmpty();
    }

    @Test
    void letsNoTextGiveACommand() {
        String attack = "x\n::stop-commands::now\r\n::add-mask::y%0A::error::z ##[command]rm";
        Finding finding = Finding.of("sample-reference", Severity.HIGH, Location.of("a,b:c::error::d%0A\n.yml", SPAN))
                .message(attack)
                .remedy(attack)
                .build();
        Result result = Samples.judge(PolicyLayer.none(), Samples.workflows(finding));

        List<String> lines = annotations.lines(result, Samples.CONTEXT);

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0))
                .startsWith("::error file=a%2Cb%3Ac%3A%3Aerror%3A%3Ad%250A\\u000a.yml,line=3,col=9,endColumn=13,"
                        + "title=high sample-reference::x\\u000a::stop-commands::now\\u000d\\u000a::add-mask::y%250A")
                .doesNotContain("\n", "\r");
        assertThat(annotations.lines(Samples.hostile(), Samples.CONTEXT))
                .allMatch(line -> line.startsWith("::error file=") && line.indexOf('\n') < 0);
    }
}
