package io.github.mavenhardening.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PinCoverageTest {

    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";
    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    private static List<Coverage> of(String... texts) {
        List<SourceFile> files = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            boolean isAction = texts[i].startsWith("runs:");
            files.add(SourceFile.of(isAction ? "action.yml" : ".github/workflows/" + i + ".yml", texts[i]));
        }
        return PinCoverage.of(DefinitionFiles.of(files));
    }

    @Test
    void countsWhatCanRunByKind() {
        assertThat(of("""
                on: push
                jobs:
                  build:
                    runs-on: ubuntu-latest
                    container: node:24@%2$s
                    services:
                      db: {image: "postgres:17"}
                      cache: {image: "${{ inputs.image }}"}
                    steps:
                      - uses: actions/checkout@v4
                      - uses: octo/action/path@%1$s
                      - uses: ./local
                      - uses: docker://alpine@%2$s
                      - uses: never/runs@v1
                        if: false
                  call:
                    uses: octo/workflows/.github/workflows/a.yml@%1$s
                  other:
                    uses: octo/workflows/.github/workflows/b.yml@main
                """.formatted(SHA, DIGEST)))
                .containsExactly(
                        new Coverage("actions", "pinned", 1, 2),
                        new Coverage("reusable workflows", "pinned", 1, 2),
                        new Coverage("images", "pinned", 2, 4));
    }

    @Test
    void countsActionsOfTheRepositoryToo() {
        assertThat(of("""
                runs:
                  using: composite
                  steps:
                    - uses: actions/cache@%s
                """.formatted(SHA))).containsExactly(new Coverage("actions", "pinned", 1, 1));
        assertThat(of("""
                runs:
                  using: docker
                  image: docker://alpine:3
                """)).containsExactly(new Coverage("images", "pinned", 0, 1));
    }

    @Test
    void isSilentWhereThereIsNothingToPin() {
        assertThat(of("on: push\njobs: {a: {runs-on: ubuntu-latest, steps: [{run: x}]}}\n"))
                .isEmpty();
        assertThat(of()).isEmpty();
    }
}
