package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class ProvenanceDisabledTest {

    private static final ProvenanceDisabled CHECK = new ProvenanceDisabled();

    @Test
    void findsWhatTurnsItOff() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  image:
                    runs-on: ubuntu-24.04
                    env: {NPM_CONFIG_PROVENANCE: false}
                    steps:
                      - uses: docker/build-push-action@v6
                        with:
                          push: true
                          provenance: false               # finds: provenance-disabled low
                      - uses: docker/build-push-action@v6
                        with:
                          provenance: false
                      - uses: docker/build-push-action@v6
                        with: {push: true}
                      - run: |
                          docker buildx build --push .
                          docker buildx build --push --provenance=false .   # finds: provenance-disabled low
                      - run: BUILDX_NO_DEFAULT_ATTESTATIONS=1 docker buildx build --push . # finds: provenance-disabled low
                      - run: docker buildx bake --push
                        env:
                          BUILDX_NO_DEFAULT_ATTESTATIONS: 1   # finds: provenance-disabled low
                  package:
                    runs-on: ubuntu-24.04
                    steps:
                      - run: npm publish
                        env:
                          NPM_CONFIG_PROVENANCE: false    # finds: provenance-disabled low
                      - run: mvn deploy
                      - uses: pypa/gh-action-pypi-publish@v1
                        with:
                          attestations: false             # finds: provenance-disabled low
                """).isFoundBy(CHECK);
    }

    @Test
    void knowsTheSpellingsOfBuildx() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  image:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: docker/build-push-action@v6
                        with:
                          push: true
                          attests: |                      # finds: provenance-disabled low
                            type=sbom
                            type=provenance,disabled=true
                      - uses: docker/build-push-action@v6
                        with: {push: true, attests: "type=provenance,mode=max"}
                      - run: docker buildx build --push --provenance false .   # finds: provenance-disabled low
                      - run: docker buildx build --push --attest type=provenance,disabled=true .   # finds: provenance-disabled low
                      - run: docker buildx build --push --attest=type=provenance,disabled=true .   # finds: provenance-disabled low
                      - run: docker buildx build --push --attest type=sbom,disabled=true --provenance true .
                """).isFoundBy(CHECK);
        MarkedYaml.workflow("""
                on: push
                env: {BUILDX_NO_DEFAULT_ATTESTATIONS: "1"}   # finds: provenance-disabled low
                jobs:
                  image:
                    runs-on: ubuntu-24.04
                    steps:
                      - run: docker buildx build --push .
                """).isFoundBy(CHECK);
    }

    @Test
    void acceptsAStatementOfItsOwn() {
        MarkedYaml.steps("""
                - uses: docker/build-push-action@v6
                  with:
                    push: true
                    provenance: false
                - uses: actions/attest-build-provenance@v3
                """).isFoundBy(CHECK);
    }

    @Test
    void takesNeitherABillOfMaterialsNorAnotherSubjectForOne() {
        String publishes = """
                - uses: docker/build-push-action@v6
                  with:
                    push: true
                    provenance: false           # finds: provenance-disabled low
                """;
        MarkedYaml.steps(publishes + "- uses: ./.github/actions/cosign\n")
                .and(".github/actions/cosign/action.yml", """
                        name: cosign
                        runs:
                          using: composite
                          steps:
                            - shell: bash
                              run: |
                                cosign sign -y "$IMAGE"
                                cosign attest -y --predicate sbom.spdx.json --type spdxjson "$IMAGE"
                        """)
                .isFoundBy(CHECK);
        MarkedYaml.steps(publishes + "- uses: actions/attest@v3\n  with: {subject-path: a.jar}\n")
                .isFoundBy(CHECK);
        MarkedYaml.steps(publishes + "- run: npm publish --provenance\n").isFoundBy(CHECK);
        MarkedYaml.steps(publishes).and(".github/workflows/other.yml", """
                on: release
                jobs:
                  attest: {uses: slsa-framework/slsa-github-generator/.github/workflows/generator_container_slsa3.yml@v2.1.0}
                """).isFoundBy(CHECK);
    }

    @Test
    void readsBakeFiles() {
        String file = """
                target "app" {
                  attest = [
                    "type=provenance,disabled=true",
                  ]
                }
                target "other" { attest = [{ type = "provenance", disabled = "true" }] }
                target "signed" { attest = ["type=provenance,mode=max", "type=sbom"] }
                """;
        MarkedYaml.steps("""
                - uses: docker/bake-action@v6        # finds: provenance-disabled low
                  with: {targets: app, push: true}
                - uses: docker/bake-action@v6
                  with: {targets: app, push: false}
                - uses: docker/bake-action@v6
                  with: {targets: signed, push: true}
                - uses: docker/bake-action@v6
                  with: {targets: app, push: true, set: '*.attest=type=provenance,mode=min'}
                - uses: docker/bake-action@v6        # finds: provenance-disabled low
                  with: {targets: signed, push: true, set: 'signed.attest=type=provenance,disabled=true'}
                - run: docker buildx bake --push signed other   # finds: provenance-disabled low
                """).and("docker-bake.hcl", file).isFoundBy(CHECK);
    }

    @Test
    void readsWhatNpmIsConfiguredTo() {
        String publish = "- run: npm publish   # finds: provenance-disabled low\n";
        MarkedYaml.steps(publish)
                .and("package.json", "{\"publishConfig\": {\"provenance\": false}}")
                .isFoundBy(CHECK);
        MarkedYaml.steps(publish).and(".npmrc", "provenance=false\n").isFoundBy(CHECK);
        MarkedYaml.steps("- run: twine upload dist/*\n")
                .and(".npmrc", "provenance=false\n")
                .isFoundBy(CHECK);
        MarkedYaml.steps("- run: npm publish\n  working-directory: a\n")
                .and("a/package.json", "{\"publishConfig\": {\"provenance\": true}}")
                .and(".npmrc", "provenance=false\n")
                .isFoundBy(CHECK);
    }

    /** The digest that is attested is that of one build. */
    @Test
    void tellsImagesApart() {
        MarkedYaml.steps("""
                - uses: docker/build-push-action@v6
                  id: app
                  with: {push: true, tags: ghcr.io/example/app, provenance: false}
                - uses: docker/build-push-action@v6
                  id: web
                  with:
                    push: true
                    tags: ghcr.io/example/web
                    provenance: false                      # finds: provenance-disabled low
                - uses: actions/attest-build-provenance@v3
                  with: {subject-name: ghcr.io/example/app, subject-digest: "${{ steps.app.outputs.digest }}"}
                """).isFoundBy(CHECK);
        MarkedYaml.steps("""
                - uses: docker/build-push-action@v6
                  id: app
                  with: {push: true, tags: ghcr.io/example/app, provenance: false}
                - id: digests
                  run: ./digests.sh
                - uses: actions/attest-build-provenance@v3
                  with: {subject-name: ghcr.io/example/app, subject-digest: "${{ steps.digests.outputs.digest }}"}
                """).isFoundBy(CHECK);
    }
}
