package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoVendorUnverifiedTest {

    private static final GoVendorUnverified CHECK = new GoVendorUnverified();

    private static MarkedYaml vendored(String steps) {
        return MarkedYaml.steps(steps)
                .and("go.mod", "module example.org/m\n")
                .and("vendor/modules.txt", "# example.org/d v1.0.0\n");
    }

    @Test
    void findsCopiesThatNothingCompares() {
        for (String step : List.of(
                "- run: go build ./...",
                "- run: go mod vendor",
                "- run: go -C tools build ./...",
                "- run: go mod verify\n  if: false",
                "- run: |\n    git diff --exit-code\n    go mod vendor",
                "- run: echo go mod verify",
                "- run: go mod tidy && git diff --exit-code",
                "- run: make")) {
            assertThat(vendored(step).findings(CHECK))
                    .as(step)
                    .extracting(Finding::primary)
                    .containsExactly(Location.ofFile("vendor/modules.txt"));
        }
        assertThat(MarkedYaml.steps("- run: go test ./...")
                        .and("tools/go.mod", "module m\n")
                        .and("tools/vendor/modules.txt", "")
                        .findings(CHECK))
                .extracting(Finding::primary)
                .containsExactly(Location.ofFile("tools/vendor/modules.txt"));
    }

    @Test
    void acceptsEveryWayToVerify() {
        for (String step : List.of(
                "- run: go mod verify",
                "- run: go -C tools mod verify",
                "- run: go -C tools mod vendor && git diff --exit-code",
                "- run: |\n    go mod tidy\n    go mod vendor\n    git diff --exit-code -- vendor",
                "- run: go work vendor\n- run: test -z \"$(git status --porcelain)\"",
                "- run: go build -mod=mod ./...",
                "- run: go -C tools mod verify",
                "- run: |\n    go -C tools mod vendor\n    git diff --exit-code",
                "- run: go env -w GOFLAGS=-mod=mod\n- run: go build ./...",
                "- run: GOFLAGS=-mod=readonly go test ./...",
                "- run: go test ./...\n  env: {GOFLAGS: -mod=mod}")) {
            assertThat(vendored(step).findings(CHECK)).as(step).isEmpty();
        }
        assertThat(vendored("- run: make check")
                        .and("Makefile", "check: vendor-check\nvendor-check:\n\tgo mod verify\n")
                        .findings(CHECK))
                .isEmpty();
        assertThat(vendored("- run: make check")
                        .and("Makefile", "GO ?= go\ncheck:\n\t@$(GO) -C ${TMPDIR}/copy mod verify\n")
                        .findings(CHECK))
                .isEmpty();
    }

    @Test
    void asksOnlyWhereModulesAreVendored() {
        assertThat(MarkedYaml.steps("- run: go build ./...")
                        .and("go.mod", "module m\n")
                        .findings(CHECK))
                .isEmpty();
        assertThat(MarkedYaml.steps("- run: make").and("vendor/modules.txt", "").findings(CHECK))
                .isEmpty();
        assertThat(MarkedYaml.steps("- run: go build ./...")
                        .and("testdata/a/go.mod", "module m\n")
                        .and("testdata/a/vendor/modules.txt", "")
                        .findings(CHECK))
                .isEmpty();
    }
}
