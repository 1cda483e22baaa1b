package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.source.FileTree;
import org.junit.jupiter.api.Test;

/** {@link UnverifiedDownloadExec} in Dockerfiles of images that workflows build and publish. */
class DownloadOfImageTest {

    private static final UnverifiedDownloadExec CHECK = new UnverifiedDownloadExec();

    private static final String DOCKERFILE = """
            FROM debian
            # RUN curl -sSf https://comment.example.org | sh
            RUN --mount=type=cache,target=/var/cache curl -sSf https://get.example.org \\
                | sh -s -- -y
            ADD https://files.example.org/tool /opt/tool/
            RUN chmod +x /opt/tool/tool && /opt/tool/tool
            ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://files.example.org/other /opt/other
            RUN sh /opt/other
            RUN curl -sSfO https://files.example.org/data.json
            """;

    private static MarkedYaml job(String steps) {
        return MarkedYaml.workflow("""
                on: push
                permissions: {}
                jobs:
                  image:
                    runs-on: ubuntu-24.04
                    permissions:
                      packages: write
                    steps:
                """ + steps.indent(6));
    }

    @Test
    void findsThoseOfAnImageThatAnActionPublishes() {
        job("""
                - uses: docker/build-push-action@10e90e3645eae34f1e60eeb005ba3a3d33f178e8 # finds: unverified-download-exec medium, unverified-download-exec medium medium-confidence
                  with:
                    file: images/tool/Dockerfile
                    push: true
                    tags: ghcr.io/owner/tool:latest
                """).and("images/tool/Dockerfile", DOCKERFILE).isFoundBy(CHECK);
    }

    @Test
    void findsThoseOfAnImageThatACommandPublishesOnce() {
        job("""
                - run: docker build -t ghcr.io/owner/tool . # finds: unverified-download-exec medium, unverified-download-exec medium medium-confidence
                - run: docker build -t ghcr.io/owner/tool:slim .
                - run: docker push ghcr.io/owner/tool
                """).and("Dockerfile", DOCKERFILE).isFoundBy(CHECK);
    }

    @Test
    void saysWhereADockerfileCannotBeRead() {
        MarkedYaml workflow = job("- run: docker build -t ghcr.io/owner/tool . && docker push ghcr.io/owner/tool");

        assertThat(workflow.and("Dockerfile", "#".repeat(FileTree.FILE_LIMIT + 1))
                        .audit(CHECK)
                        .gaps())
                .containsExactly(
                        "What the build of 'Dockerfile' downloads and runs is not known: larger than 4194304 bytes");
    }

    @Test
    void leavesImagesThatStayOnTheMachine() {
        // Silent: nobody gets what the build runs, and it has nothing of the job.
        job("""
                - run: docker build -t tool .
                - run: docker run tool
                """).and("Dockerfile", DOCKERFILE).isFoundBy(CHECK);
    }
}
