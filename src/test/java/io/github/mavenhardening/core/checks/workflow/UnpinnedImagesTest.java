package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnpinnedImagesTest {

    private static final UnpinnedImages CHECK = new UnpinnedImages();
    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    @Test
    void demandsADigestOfContainersAndServices() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  short:
                    runs-on: ubuntu-24.04
                    container: node              # finds: unpinned-images high
                    steps: []
                  long:
                    runs-on: ubuntu-24.04
                    container:
                      image: node:latest         # finds: unpinned-images high
                    services:
                      a:
                        image: repo.example.org:5000/redis          # finds: unpinned-images high
                      b:
                        image: repo.example.org:5000/redis:7        # finds: unpinned-images high pedantic
                      c:
                        image: repo.example.org:5000/redis@DIGEST
                      d:
                        image: repo.example.org:5000/redis:7@DIGEST
                      e:
                        image: redis@sha256:abc  # finds: unpinned-images high
                      f: redis                   # finds: unpinned-images high
                      g:
                        image: ''
                    steps: []
                """.replace("DIGEST", DIGEST)).isFoundBy(CHECK);
    }

    @Test
    void looksAtStepsCompositesAndDockerActions() {
        MarkedYaml.steps("""
                        - uses: docker://alpine                   # finds: unpinned-images high
                        - parallel:
                            - uses: docker://alpine:3.20          # finds: unpinned-images high pedantic
                        - uses: docker://alpine@DIGEST
                        """.replace("DIGEST", DIGEST))
                .and("composite/action.yml", """
                        runs:
                          using: composite
                          steps:
                            - uses: docker://alpine:latest        # finds: unpinned-images high
                        """)
                .and("docker/action.yml", """
                        runs:
                          using: docker
                          image: docker://alpine:3.20             # finds: unpinned-images high pedantic
                        """)
                .and("dockerfile/action.yml", """
                        runs:
                          using: docker
                          image: Dockerfile
                        """)
                .isFoundBy(CHECK);
    }

    @Test
    void unfoldsTheMatrix() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  axis:
                    runs-on: ubuntu-24.04
                    strategy:
                      matrix:
                        image: [debian, 'debian:12', 'debian@DIGEST', gone]
                        os: [{image: fedora}]
                        include:
                          - image: alpine
                        exclude:
                          - image: gone
                    container:
                      # finds below: unpinned-images high, unpinned-images high, unpinned-images high pedantic
                      image: ${{ matrix.image }}
                    services:
                      a:
                        image: ${{ matrix.os.image }}          # finds: unpinned-images high
                      b:
                        image: ${{ matrix.missing }}
                    steps: []
                  constant:
                    runs-on: ubuntu-24.04
                    strategy:
                      matrix:
                        image: ${{ fromJSON('["debian"]') }}
                    container: ${{ matrix.image }}             # finds: unpinned-images high
                    steps: []
                  dynamic:
                    runs-on: ubuntu-24.04
                    strategy:
                      matrix: ${{ fromJSON(needs.plan.outputs.matrix) }}
                    container: ${{ matrix.image }}             # finds: unpinned-images high low-confidence
                    steps: []
                """.replace("DIGEST", DIGEST)).isFoundBy(CHECK);
    }

    @Test
    void saysWhenAnImageIsNotKnown() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    strategy:
                      matrix:
                        tag: ['12']
                    container: ${{ inputs.image }}                     # finds: unpinned-images high low-confidence
                    services:
                      a:
                        image: debian:${{ inputs.tag }}                # finds: unpinned-images high pedantic
                      b:
                        image: ${{ env.REGISTRY }}/debian              # finds: unpinned-images high
                      c:
                        image: debian@${{ inputs.digest }}
                      d:
                        image: debian:${{ matrix.tag }}                # finds: unpinned-images high pedantic
                      e:
                        image: ${{ inputs.x && 'debian' || '' }}       # finds: unpinned-images high
                      f:
                        image: repo.example.org/${{ inputs.name }}     # finds: unpinned-images high
                      g:
                        image: ${{ inputs.name }}:${{ inputs.tag }}    # finds: unpinned-images high low-confidence
                    steps: []
                """).isFoundBy(CHECK);
    }

    @Test
    void pointsAtTheValueInTheMatrix() {
        List<Finding> findings = MarkedYaml.workflow("""
                on: push
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    strategy:
                      matrix:
                        image: [debian]
                    container: ${{ matrix.image }}
                    steps: []
                """).findings(CHECK);
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.message())
                    .isEqualTo("The image 'debian' of the job's container has neither tag nor digest");
            assertThat(finding.related())
                    .singleElement()
                    .satisfies(related -> assertThat(related.line()).isEqualTo(7));
        });
    }

    @Test
    void findsImagesThatScriptsStart() {
        String pinned = "alpine:3.22@sha256:4b7ce07002c69e8f3d704a9c5d6fd3053be500b7f1c69fc0d80990c2ad8dd412";
        MarkedYaml.steps("""
                - run: |
                    docker run --privileged --rm tonistiigi/binfmt --install all  # finds: unpinned-images medium medium-confidence
                    docker run --rm -v "$PWD:/src" --group-add keep example/tool:1.2 check  # finds: unpinned-images medium medium-confidence pedantic
                    podman run PINNED true
                    docker run "$IMAGE" true
                    docker run ${{ matrix.image }}:latest true
                    docker pull example/other
                """.replace("PINNED", pinned)).isFoundBy(CHECK);
    }

    @Test
    void sparesImagesThatTheJobBuildsOrIsHanded() {
        for (String brings : new String[] {
            "docker build -t example/app .",
            "docker buildx build --load --tag=example/app:test .",
            "docker tag 0123 example/app",
            "docker load -i app.tar",
            "docker buildx bake"
        }) {
            MarkedYaml.steps("- run: |\n    " + brings + "\n    docker run example/app\n")
                    .isFoundBy(CHECK);
        }
        MarkedYaml.steps("- uses: docker/build-push-action@v6\n- run: docker run example/app\n")
                .isFoundBy(CHECK);
        MarkedYaml.steps("""
                - run: docker run example/app             # finds: unpinned-images medium medium-confidence
                - run: docker build -t example/app .
                - run: docker build -t example/app . && docker run example/other  # finds: unpinned-images medium medium-confidence
                """).isFoundBy(CHECK);
    }

    private static final String COMPOSE = """
            services:
              app:
                build: .
                image: example/app
                depends_on: [database]
              database:
                image: "example/database:17"  # finds: unpinned-images medium medium-confidence pedantic
                depends_on: {queue: {condition: service_started}}
              queue:
                image: example/queue  # finds: unpinned-images medium medium-confidence
              cache:
                image: example/cache:${CACHE_VERSION}
              pinned:
                image: example/cache@sha256:4b7ce07002c69e8f3d704a9c5d6fd3053be500b7f1c69fc0d80990c2ad8dd412
              debugger:
                image: example/debugger
                profiles: [debug]
            """;

    /** What a service is built from, what a variable names and what a profile keeps out are not taken from a registry. */
    @Test
    void findsImagesOfServicesThatScriptsStart() {
        for (String command :
                new String[] {"docker compose up -d", "docker-compose -p x pull", "podman compose run --rm app"}) {
            MarkedYaml.steps("- run: " + command + "\n")
                    .and("compose.yaml", COMPOSE)
                    .isFoundBy(CHECK);
        }
        MarkedYaml.steps("- {working-directory: ci, run: docker compose -f test.yaml up -d app}\n")
                .and("ci/test.yaml", COMPOSE)
                .isFoundBy(CHECK);
        String silent = COMPOSE.replaceAll("  # finds.*", "");
        for (String command : new String[] {"config", "-f other.yaml up", "down", "up cache"}) {
            MarkedYaml.steps("- run: docker compose " + command + "\n")
                    .and("compose.yaml", silent)
                    .isFoundBy(CHECK);
        }
        MarkedYaml.steps("- run: docker compose --profile debug up\n")
                .and(
                        "docker-compose.yml",
                        COMPOSE.replace(
                                "image: example/debugger",
                                "image: example/debugger  # finds: unpinned-images medium medium-confidence"))
                .isFoundBy(CHECK);
    }

    @Test
    void namesServicesThatItCannotRead() {
        assertThat(MarkedYaml.steps("- run: docker compose up\n")
                        .and("compose.yaml", "services: [")
                        .audit(CHECK)
                        .gaps())
                .singleElement()
                .asString()
                .startsWith("compose.yaml is not followed: ");
        StringBuilder many = new StringBuilder("services:\n");
        for (int i = 0; i < 101; i++) {
            many.append("  s")
                    .append(i)
                    .append(": {image: x@sha256:")
                    .append("0".repeat(64))
                    .append("}\n");
        }
        assertThat(MarkedYaml.steps("- run: docker compose up\n")
                        .and("compose.yaml", many.toString())
                        .audit(CHECK)
                        .gaps())
                .containsExactly("compose.yaml: services beyond the first 100 are not looked at");
    }
}
