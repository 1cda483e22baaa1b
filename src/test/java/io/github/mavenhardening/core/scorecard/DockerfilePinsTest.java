package io.github.mavenhardening.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerfilePinsTest {

    private static final String DIGEST = "@sha256:" + "ab".repeat(32);

    private static List<String> pins(String text) {
        return pins("Dockerfile", text);
    }

    private static List<String> pins(String path, String text) {
        return DockerfilePins.in(path, text).stream()
                .map(pin -> pin.kind() + " " + pin.pinned())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Dockerfile,              true",
        "a/b/dockerfile.aarch64,  true",
        "a/my-Dockerfile-x.txt,   true",
        "Dockerfile.go,           false",
        "Dockerfile.c,            false",
        "Dockerfile.cpp,          false",
        "Dockerfile.rs,           false",
        "dockerfile_test.js,      false",
        "dockerfile.py,           false",
        "dockerfile.pyc,          false",
        "DockerfileParser.java,   false",
        "DockerfileParser.kt,     true",
        "dockerfiles/README.md,   false",
        "vendor/a/Dockerfile,     false",
        "a/Third_Party/Dockerfile,false",
        "vendored/Dockerfile,     true",
    })
    void knowsDockerfilesByName(String path, boolean expected) {
        assertThat(DockerfilePins.isNamed(path)).isEqualTo(expected);
    }

    @Test
    void takesStagesForAsPinnedAsTheirImages() {
        assertThat(pins("FROM a:1 AS build\nFROM build\n"))
                .containsExactly("CONTAINER_IMAGE false", "CONTAINER_IMAGE false");
        assertThat(pins("FROM a" + DIGEST + " as build\nFROM build AS next\nFROM next\n"))
                .containsExactly("CONTAINER_IMAGE true", "CONTAINER_IMAGE true", "CONTAINER_IMAGE true");
        assertThat(pins("FROM scratch AS base\nFROM base\nFROM SCRATCH\n")).containsExactly("CONTAINER_IMAGE true");
    }

    @Test
    void resolvesArguments() {
        assertThat(pins("ARG BASE=a" + DIGEST + "\nFROM --platform=$BUILDPLATFORM ${BASE} AS b\n"))
                .containsExactly("CONTAINER_IMAGE true");
        assertThat(pins("ARG BASE=a:1\nFROM ${BASE}\n")).containsExactly("CONTAINER_IMAGE false");
        assertThat(pins("ARG HASH\nFROM a@sha256:${HASH}\n")).containsExactly("CONTAINER_IMAGE true");
        assertThat(pins("ARG BASE=a" + DIGEST + "\nFROM $BASE\n")).containsExactly("CONTAINER_IMAGE false");
    }

    @Test
    void leavesTemplatesAndSmallLettersOut() {
        assertThat(pins("Dockerfile.tmpl", "FROM a:1\nRUN pip install x\n")).containsExactly("PIP false");
        assertThat(pins("a/Dockerfile-template", "FROM a:1\n")).isEmpty();
        assertThat(pins("from a:1\nrun pip install x\n")).isEmpty();
        assertThat(pins("FROM a:1 # a comment\n")).isEmpty();
    }

    @Test
    void readsCommands() {
        assertThat(pins("RUN npm \\\n  # a comment\n\n  install x\n")).containsExactly("NPM false");
        assertThat(pins("# syntax=a\n# escape=`\nRUN npm `\n  ci\n")).containsExactly("NPM true");
        assertThat(pins("# A comment\n# escape=`\nRUN npm `\n  ci\n")).isEmpty();
        assertThat(pins("RUN --mount=type=cache,target=/a --network=none pip install x\n"))
                .containsExactly("PIP false");
        assertThat(pins("RUN [\"pip\", \"install\", \"x\"]\n")).containsExactly("PIP false");
        assertThat(pins("RUN [ -f a ] || pip install x\n")).containsExactly("PIP false");
        assertThat(pins("COPY a b\nCMD pip install x\n")).isEmpty();
        assertThat(pins("RUN wget https://example.org/i.sh\nRUN sh i.sh\n")).containsExactly("DOWNLOAD_THEN_RUN false");
    }

    @Test
    void readsHereDocuments() {
        assertThat(pins("RUN <<EOF\npip install x\nnpm ci\nEOF\nRUN npm install\n"))
                .containsExactly("PIP false", "NPM true", "NPM false");
        assertThat(pins("RUN <<-'A' bash\n\tpip install x\n\tA\nCOPY <<B /c\npip install y\nB\n"))
                .containsExactly("PIP false");
        assertThat(pins("RUN [\"sh\", \"-c\", \"cat <<X | sh; npm install\"]\nRUN npm ci\nX\nRUN pip install x\n"))
                .as("a list has none")
                .contains("PIP false", "NPM true");
    }

    /** Values within values do not grow without end, nor do flags and digests cost more than their length. */
    @Test
    void boundsItsWork() {
        StringBuilder text = new StringBuilder("ARG A=" + "${B}".repeat(200) + "\n");
        for (char c = 'B'; c < 'Z'; c++) {
            text.append("ARG ")
                    .append(c)
                    .append('=')
                    .append(("${" + (char) (c + 1) + "}").repeat(200))
                    .append('\n');
        }
        assertThat(pins(text + "FROM ${A}\n")).containsExactly("CONTAINER_IMAGE false");
        assertThat(pins("RUN " + "--a ".repeat(60_000) + "pip install x\n")).isEmpty();
        assertThat(pins("FROM " + "@sha256:${".repeat(25_000) + "\n")).containsExactly("CONTAINER_IMAGE false");
        assertThat(pins("RUN " + "wget -O a https://example.org/a\n".repeat(1) + "RUN " + "sh a;".repeat(50_000)
                        + "\n"))
                .hasSize(50_000);
    }
}
