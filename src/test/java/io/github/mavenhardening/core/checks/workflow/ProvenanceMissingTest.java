package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class ProvenanceMissingTest {

    private static final ProvenanceMissing CHECK = new ProvenanceMissing();
    private static final String FOUND = "  # finds: provenance-missing low medium-confidence pedantic";

    private static MarkedYaml job(String mark, String steps) {
        return MarkedYaml.workflow(
                "on: push\njobs:\n  release:" + mark + "\n    runs-on: ubuntu-24.04\n    steps:\n" + steps.indent(6));
    }

    @Test
    void findsReleasesWithoutOne() {
        job(FOUND, "- run: mvn deploy").isFoundBy(CHECK);
        job(FOUND, "- uses: softprops/action-gh-release@v2\n  with: {files: a.jar}")
                .isFoundBy(CHECK);
        job("", "- uses: softprops/action-gh-release@v2\n  with: {body: notes}").isFoundBy(CHECK);
        job(FOUND, "- run: docker push x").isFoundBy(CHECK);
        job(FOUND, "- run: npm publish").isFoundBy(CHECK);
    }

    /** What twine takes along was made by another program before. */
    @Test
    void takesAttestationsOfPythonPackages() {
        job(FOUND, "- run: twine upload dist/*").isFoundBy(CHECK);
        job("", "- run: twine upload --attestations dist/*").isFoundBy(CHECK);
        job("", "- run: python -m pypi_attestations sign dist/*\n- run: twine upload dist/*")
                .isFoundBy(CHECK);
    }

    /** Chalk stands in for Docker's program, and attests with its key what that pushes. */
    @Test
    void knowsChalk() {
        String push = "\n- uses: docker/build-push-action@v6\n  with: {push: true, provenance: false}";
        String chalk = "- uses: crashappsec/setup-chalk-action@v1";
        job("", chalk + "\n  with: {private_key: x, public_key: y, password: z}" + push)
                .isFoundBy(CHECK);
        job(FOUND, chalk + push).isFoundBy(CHECK);
        job(FOUND, chalk + "\n  with: {private_key: x}\n- run: mvn deploy").isFoundBy(CHECK);
    }

    @Test
    void followsWorkflowsOfTheRepositoryThatAreCalledByItsName() {
        String attesting = """
                on: workflow_call
                jobs:
                  sign:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/attest-build-provenance@v3
                        with: {subject-path: a.zip}
                """;
        String path = ".github/workflows/sign.yml";
        String job = "  sign:\n    uses: o/r/.github/workflows/sign.yml@v1\n";
        String steps = "- run: gh release upload v1 a.zip\n";
        for (String name : new String[] {"o/r", "", "other/r"}) {
            String mark = name.startsWith("other") ? FOUND : "";
            MarkedYaml marked = MarkedYaml.workflow("on: push\njobs:\n" + job + "  release:" + mark
                            + "\n    runs-on: ubuntu-24.04\n    steps:\n" + steps.indent(6))
                    .and(path, attesting);
            (name.isEmpty() ? marked : marked.named(name)).isFoundBy(CHECK);
        }
    }

    @Test
    void acceptsEveryKind() {
        job("", "- run: mvn verify").isFoundBy(CHECK);
        job("", "- run: mvn deploy\n- uses: actions/attest-build-provenance@v3").isFoundBy(CHECK);
        job("", "- uses: docker/build-push-action@v6\n  with: {push: true}").isFoundBy(CHECK);
        job(FOUND, "- uses: docker/build-push-action@v6\n  with: {push: true, provenance: false}")
                .isFoundBy(CHECK);
        job("", "- uses: pypa/gh-action-pypi-publish@v1").isFoundBy(CHECK);
        job("", "- uses: pypa/gh-action-pypi-publish@v1\n  with: {password: ''}")
                .isFoundBy(CHECK);
        job(FOUND, "- uses: pypa/gh-action-pypi-publish@v1\n  with: {password: '${{ secrets.PYPI }}'}")
                .isFoundBy(CHECK);
        job(FOUND, "- uses: pypa/gh-action-pypi-publish@v1\n  with: {user: __token__, password: x}")
                .isFoundBy(CHECK);
        job("", "- run: docker buildx build --push .").isFoundBy(CHECK);
        job("", "- run: npm publish --provenance").isFoundBy(CHECK);
        job("", "- run: cosign sign image").isFoundBy(CHECK);
        job("", "- run: gh release create v1 x.jar")
                .and(".github/workflows/attest.yml", """
                        on: release
                        jobs:
                          attest:
                            uses: slsa-framework/slsa-github-generator/.github/workflows/generator_generic_slsa3.yml@v2.1.0
                        """)
                .isFoundBy(CHECK);
        job(FOUND, "- run: mvn deploy").and(".github/workflows/other.yml", """
                        on: push
                        jobs:
                          attest:
                            runs-on: ubuntu-24.04
                            steps: [{uses: actions/attest@v2}]
                        """).isFoundBy(CHECK);
    }

    @Test
    void takesOnlyProvenanceForProvenance() {
        job(FOUND, "- run: docker push x\n- run: cosign attest --type spdxjson --predicate s.json x")
                .isFoundBy(CHECK);
        job(FOUND, "- run: docker push x\n- run: cosign attest --predicate s.json --type=cyclonedx x")
                .isFoundBy(CHECK);
        job(FOUND, "- run: docker push x\n- run: cosign attest --predicate s.json x")
                .isFoundBy(CHECK);
        job(FOUND, "- run: docker push x\n- run: echo cosign attest --type slsaprovenance")
                .isFoundBy(CHECK);
        job("", "- run: docker push x\n- run: cosign attest --type slsaprovenance --predicate p.json x")
                .isFoundBy(CHECK);
        job("", "- run: docker push x\n- run: cosign attest --type=https://slsa.dev/provenance/v1 x")
                .isFoundBy(CHECK);
        job("", "- run: docker push x\n- run: cosign attest --type \"$TYPE\" x").isFoundBy(CHECK);
        job(FOUND, "- run: mvn deploy\n- uses: actions/attest@v3\n  with: {sbom-path: s.json}")
                .isFoundBy(CHECK);
        job("", "- run: mvn deploy\n- uses: actions/attest@v3\n  with: {subject-path: a.jar}")
                .isFoundBy(CHECK);
    }

    @Test
    void takesAGeneratorByItsPlaceAndNotByItsName() {
        String workflow = """
                on: push
                jobs:
                  release:MARK
                    runs-on: ubuntu-24.04
                    steps: [{run: mvn deploy}]
                  attest:
                    needs: release
                    uses: CALLED@v1
                """;
        for (String called : new String[] {
            "org/provenance/.github/workflows/a.yml",
            "org/a/.github/workflows/provenance.yml",
            "org/slsa-github-generator/.github/workflows/generator_generic_slsa3.yml",
            "slsa-framework/slsa-github-generator/.github/workflows/e2e.yml",
            "actions/attest/.github/workflows/ci.yml"
        }) {
            MarkedYaml.workflow(workflow.replace("MARK", FOUND).replace("CALLED", called))
                    .isFoundBy(CHECK);
        }
        for (String called :
                new String[] {"generator_generic_slsa3.yml", "builder_go_slsa3.yml", "builder_maven_slsa3.yml"}) {
            MarkedYaml.workflow(workflow.replace("MARK", "")
                            .replace("CALLED", "slsa-framework/slsa-github-generator/.github/workflows/" + called))
                    .isFoundBy(CHECK);
        }
        String docker =
                workflow.replace("CALLED@v1", "docker/github-builder/.github/workflows/bake.yml@v1\n    with: OUTPUT");
        MarkedYaml.workflow(docker.replace("MARK", "").replace("OUTPUT", "{output: local}"))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(docker.replace("MARK", FOUND).replace("OUTPUT", "{output: image}"))
                .isFoundBy(CHECK);
        job(FOUND, "- run: mvn deploy\n- name: provenance\n  run: make").isFoundBy(CHECK);
        job(FOUND, "- run: mvn deploy\n- run: ./slsa-generator-notes").isFoundBy(CHECK);
        job(FOUND, "- run: mvn deploy\n- uses: org/attest-build-provenance@v1").isFoundBy(CHECK);
        job(FOUND, "- run: mvn deploy\n- run: cosign attest-blob --type https://example.org/no-provenance x")
                .isFoundBy(CHECK);
        job("", "- run: mvn deploy\n- run: ./slsa-generator-generic-linux-amd64 attest x")
                .isFoundBy(CHECK);
    }

    @Test
    void takesALocalActionOnlyWhereItIsUsed() {
        String attest =
                "runs: {using: composite, steps: [{run: cosign attest --type slsaprovenance x, shell: bash}]}\n";
        job(FOUND, "- run: docker push x").and("attest/action.yml", attest).isFoundBy(CHECK);
        job("", "- run: docker push x\n- uses: ./attest")
                .and("attest/action.yml", attest)
                .isFoundBy(CHECK);
        job(FOUND, "- run: docker push x\n- uses: ./attest")
                .and("attest/action.yml", attest.replace("slsaprovenance", "spdxjson"))
                .isFoundBy(CHECK);
    }

    @Test
    void asksForAStatementOfWhatIsPublished() {
        String jar = "- uses: actions/attest@v3\n  with: {subject-path: a.jar}\n";
        String image = "- uses: actions/attest@v3\n  with: {subject-name: x, subject-digest: 'sha256:1'}\n";
        job(FOUND, "- run: docker push x\n" + jar).isFoundBy(CHECK);
        job(FOUND, "- run: docker push x\n- run: mvn deploy\n" + jar).isFoundBy(CHECK);
        job(FOUND, "- run: mvn deploy\n" + image).isFoundBy(CHECK);
        job("", "- run: docker push x\n- run: mvn deploy\n" + image + jar).isFoundBy(CHECK);
        job(FOUND, "- run: mvn deploy\n- run: cosign attest --type slsaprovenance x")
                .isFoundBy(CHECK);
        job("", "- run: mvn deploy\n- run: cosign attest-blob --type slsaprovenance x.jar")
                .isFoundBy(CHECK);
        job(FOUND, "- run: npm publish\n- run: echo --provenance in-toto-run slsa-generator")
                .isFoundBy(CHECK);
        job(FOUND, "- run: mvn deploy\n- run: npm publish --provenance").isFoundBy(CHECK);
        job("", "- run: mvn deploy\n- run: in-toto-run -n build -- mvn package").isFoundBy(CHECK);
        job("", "- run: npm publish\n  env: {NPM_CONFIG_PROVENANCE: true}").isFoundBy(CHECK);
    }

    private static final String CALLED = """
            on: workflow_call
            jobs:
              attest:
                runs-on: ubuntu-24.04
                steps: [{uses: actions/attest@v3, with: {subject-path: a.jar}}]
            """;

    @Test
    void takesOtherWorkflowsOnlyWhereTheyRunWithIt() {
        String other = ".github/workflows/attest.yml";
        job(FOUND, "- run: mvn deploy").and(other, CALLED).isFoundBy(CHECK);
        MarkedYaml.workflow("""
                on: push
                jobs:
                  release:
                    runs-on: ubuntu-24.04
                    steps: [{run: mvn deploy}]
                  attest:
                    needs: release
                    uses: ./.github/workflows/attest.yml
                """).and(other, CALLED).isFoundBy(CHECK);
        job(FOUND, "- run: mvn deploy")
                .and(other, CALLED.replace("workflow_call", "release"))
                .isFoundBy(CHECK);
        String follows = CALLED.replace("on: workflow_call", "on: {workflow_run: {workflows: [Build]}}");
        job(FOUND, "- run: mvn deploy").and(other, follows).isFoundBy(CHECK);
        MarkedYaml.workflow("""
                name: Build
                on: push
                jobs:
                  release:
                    runs-on: ubuntu-24.04
                    steps: [{run: mvn deploy}]
                """).and(other, follows).isFoundBy(CHECK);
        MarkedYaml.workflow("""
                on: workflow_call
                jobs:
                  release:
                    runs-on: ubuntu-24.04
                    steps: [{run: mvn deploy}]
                """)
                .and(".github/workflows/main.yml", """
                on: push
                jobs:
                  release: {uses: ./.github/workflows/ci.yml}
                  attest: {uses: ./.github/workflows/attest.yml}
                """)
                .and(other, CALLED)
                .isFoundBy(CHECK);
    }

    /** An action that builds and attests in one, where it is asked to. */
    @Test
    void knowsBuildersThatAttest() {
        String steps =
                "- uses: hynek/build-and-inspect-python-package@v2\n  with: {attest-build-provenance-github: '%s'}\n- run: gh release create v1 dist/*";
        job("", steps.formatted("true")).isFoundBy(CHECK);
        job(FOUND, steps.formatted("false")).isFoundBy(CHECK);
    }

    /** The copy of an image is what it was; nothing was built. */
    @Test
    void asksNothingOfCopies() {
        job("", "- run: crane cp example/a:1 mirror.example.org/a:1").isFoundBy(CHECK);
        job("", "- run: skopeo copy docker://example/a docker://mirror.example.org/a")
                .isFoundBy(CHECK);
        job("", "- uses: vedantmgoyal9/winget-releaser@v2").isFoundBy(CHECK);
        job(FOUND, "- run: skopeo copy oci-archive:a.tar docker://example.org/a")
                .isFoundBy(CHECK);
        job(FOUND, "- run: crane append -f a.tar -t example.org/a").isFoundBy(CHECK);
    }

    /** What npm attaches by its own configuration, or leaves out by that. */
    @Test
    void readsWhatNpmIsConfiguredTo() {
        String[] files = {
            ".npmrc", "//registry.example.org/:_authToken=${T}\nprovenance=true\n",
            "package.json", "{\"publishConfig\": {\"provenance\": true}}",
            "packages/a/package.json", "{\"publishConfig\": {\"provenance\": true}}"
        };
        for (int i = 0; i < files.length; i += 2) {
            for (String steps : new String[] {
                "- run: npm publish",
                "- run: pnpm -r publish",
                "- run: npx lerna publish from-git",
                "- run: npx changeset publish"
            }) {
                job("", steps).and(files[i], files[i + 1]).isFoundBy(CHECK);
            }
            job(FOUND, "- run: twine upload dist/*").and(files[i], files[i + 1]).isFoundBy(CHECK);
        }
        job("", "- run: yarn npm publish")
                .and(".yarnrc.yml", "npmPublishProvenance: true\n")
                .isFoundBy(CHECK);
        job(FOUND, "- run: npm publish")
                .and("package.json", "{\"publishConfig\": {\"provenance\": \"no\"}}")
                .isFoundBy(CHECK);
        job(FOUND, "- run: npm publish\n  permissions: {id-token: write}")
                .and("package.json", "{\"publishConfig\": {\"provenance\": false}}")
                .isFoundBy(CHECK);
    }

    @Test
    void countsNoProvenanceThatIsSwitchedOff() {
        String bake = "- uses: docker/bake-action@v6\n  with: {push: true, targets: TARGET}";
        String file = "target \"a\" { attest = [\"type=provenance,disabled=true\"] }\ntarget \"b\" { inherits = [] }\n";
        job(FOUND, bake.replace("TARGET", "a")).and("docker-bake.hcl", file).isFoundBy(CHECK);
        job("", bake.replace("TARGET", "b")).and("docker-bake.hcl", file).isFoundBy(CHECK);
        String push = "- uses: docker/build-push-action@v6\n  with: {push: true, tags: example/app}";
        job(FOUND, push + "\n  env: {BUILDX_NO_DEFAULT_ATTESTATIONS: 1}").isFoundBy(CHECK);
        job("", push).isFoundBy(CHECK);
    }
}
