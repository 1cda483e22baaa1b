package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissingRequiredCheckTest extends SettingsCheckContract {

    private static final MissingRequiredCheck CHECK = new MissingRequiredCheck();

    private static final String WORKFLOW = """
            on: pull_request
            jobs:
              build:
                runs-on: ubuntu-24.04
                steps: [{run: make}]
              lint:
                name: Lint all
                runs-on: ubuntu-24.04
                steps: [{run: make}]
              test:
                strategy: {matrix: {java: [17, 21]}}
                runs-on: ubuntu-24.04
                steps: [{run: make}]
              named:
                name: On ${{ matrix.os }} (all)
                strategy: {matrix: {os: [a, b]}}
                runs-on: ubuntu-24.04
                steps: [{run: make}]
              called:
                uses: ./.github/workflows/other.yml
            """;

    MissingRequiredCheckTest() {
        super(CHECK, WORKFLOW, "/defaultBranchRules/requiredChecks");
    }

    @ParameterizedTest
    @CsvSource({
        "build,0",
        "Lint all,0",
        "test (17),0",
        "On a (all),0",
        "called / anything,0",
        "lint,1",
        "Build,1",
        "test (17,1",
        "On a,1",
        "DCO,1",
        "builds,1"
    })
    void knowsNamesOfJobs(String check, int findings) {
        assertThat(MarkedYaml.workflow(WORKFLOW)
                        .and(FILE, TestSnapshots.with("/defaultBranchRules/requiredChecks", "[\"" + check + "\"]"))
                        .findings(CHECK))
                .hasSize(findings);
    }

    @Test
    void knowsThatOthersReportToo() {
        MarkedYaml.workflow(WORKFLOW)
                .with("{external: [DCO]}")
                .and(FILE, TestSnapshots.with("/defaultBranchRules/requiredChecks", "[\"DCO\", \"build\"]"))
                .isFoundBy(CHECK);
    }

    @Test
    void cannotKnowJobsThatCannotBeRead() {
        MarkedYaml repository = MarkedYaml.workflow(WORKFLOW)
                .and(".github/workflows/broken.yml", "[")
                .and(FILE, TestSnapshots.with("/defaultBranchRules/requiredChecks", "[\"x\"]"));
        assertThat(repository.findings(CHECK)).isEmpty();
        assertThat(repository.audit(CHECK).gaps()).anyMatch(gap -> gap.contains("not every workflow can be read"));
    }
}
