package io.github.mavenhardening.core.checks.workflow;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseWithoutEnvironmentTest {

    private static final ReleaseWithoutEnvironment CHECK = new ReleaseWithoutEnvironment();
    private static final String FOUND = "  # finds: release-without-environment high medium-confidence";

    private static void finds(String step) {
        job("  build:" + FOUND, step);
    }

    private static void spares(String step) {
        job("  build:", step);
    }

    private static void job(String key, String step) {
        MarkedYaml.workflow("""
                on: push
                jobs:
                KEY
                    runs-on: ubuntu-24.04
                    env:
                      TOKEN: ${{ secrets.CENTRAL_TOKEN }}
                    steps:
                """.replace("KEY", key) + ("- " + step).indent(6)).isFoundBy(CHECK);
    }

    @Test
    void weighsImagesForAPrivateRegistryLess() {
        String key = "  build:  # finds: release-without-environment medium medium-confidence";
        String push = "\n- run: docker push ${{ steps.ecr.outputs.registry }}/app:1";
        String ecr = "uses: aws-actions/amazon-ecr-login@v2\n  id: ecr";
        String docker = "\n- uses: docker/login-action@v4\n  with: {registry: ";
        job(key, ecr + push);
        job(key, ecr + docker + "'${{ steps.ecr.outputs.registry }}'}" + push);
        job(key, "run: docker login -u AWS --password-stdin 1.dkr.ecr.eu-west-1.amazonaws.com" + push);
        job(key, docker.substring(3) + "example.azurecr.io}" + push);
        finds(ecr + push + "\n- run: mvn deploy");
        finds(ecr + docker + "ghcr.io}" + push);
        finds(ecr + "\n  with: {registry-type: public}" + push);
        finds("run: docker login ghcr.io" + push);
        finds(push.substring(3));
    }

    @Test
    void looksIntoScriptsOfActions() {
        finds("uses: nick-fields/retry@v3\n  with: {command: mvn -B deploy}");
        finds("uses: Wandalen/wretry.action@v3\n  with: {command: npm publish, attempt_limit: 3}");
        spares("uses: nick-fields/retry@v3\n  with: {command: mvn -B verify}");
        spares("uses: example/notify@v1\n  with: {command: mvn -B deploy}");
    }

    @Test
    void knowsWhatPublishes() {
        for (String command : new String[] {
            "mvn -B deploy",
            "./mvnw -s settings.xml -P release clean deploy -DskipTests",
            "mvn -DskipTests deploy:deploy-file -Durl=x",
            "mvn org.apache.maven.plugins:maven-deploy-plugin:3.1.4:deploy",
            "mvn release:prepare release:perform",
            "mvn package org.sonatype.central:central-publishing-maven-plugin:publish",
            "mvn deploy -DskipPublishing=${{ inputs.dry_run }}",
            "mvn nexus-staging:release",
            "mvn -Djreleaser.x jreleaser:full-release",
            "mvn package jib:build",
            "bash ./mvnw deploy",
            "sudo -E env A=b mvn deploy",
            "test -f x && if true; then mvn deploy; fi",
            "./gradlew :lib:publish -x test",
            "./gradlew publishAllPublicationsToCentralRepository",
            "gradle publishToSonatype closeAndReleaseSonatypeStagingRepository",
            "docker push registry.example.org/o/image:1",
            "docker buildx build --platform linux/arm64 --push -t x .",
            "gh release create v1 target/x.jar",
            "cosign sign --yes image",
            "npm publish --access public",
            "twine upload dist/*",
            "jreleaser full-release",
            "helm push chart.tgz oci://registry",
            "mvn gpg:sign-and-deploy-file -Durl=https://repo.example.org -Dfile=a.jar",
            "mvn org.apache.maven.plugins:maven-gpg-plugin:3.2.7:sign-and-deploy-file",
            "mvn site-deploy",
            "mvn -B release:prepare",
            "mvn spring-boot:build-image -Dspring-boot.build-image.publish=true",
            "./gradlew bootBuildImage --publishImage",
            "python -m twine upload dist/*",
            "python3.12 -m twine upload dist/*",
            "uvx twine upload dist/*",
            "npx changeset publish",
            "yarn changeset publish",
            "pnpm dlx @changesets/cli@2.1.0 publish",
            "bun publish",
            "npx --yes semantic-release@24",
            "crane push image.tar registry.example.org/o/image",
            "crane copy a registry.example.org/b",
            "cr upload --owner o",
            "curl -T a.jar https://repo.example.org/a.jar",
            "curl -fsST a.jar https://repo.example.org/a.jar",
            "curl --upload-file a.jar https://repo.example.org/a.jar",
            "gh release create v1 --notes text a.jar",
            "gh release create v1 --notes text $FILES",
            "gh release create v1 --notes text ${{ steps.build.outputs.files }}",
            "gh release upload v1 a.jar",
            "gh release edit v1 --draft=false",
            "cosign sign-blob --yes a.jar"
        }) {
            finds("run: " + command);
        }
        finds("uses: docker/build-push-action@v6\n  with: {push: true}");
        finds("uses: docker/build-push-action@v6\n  with: {push: \"${{ github.event_name != 'pull_request' }}\"}");
        finds("uses: softprops/action-gh-release@v2\n  with: {files: a.jar}");
        spares("uses: softprops/action-gh-release@v2");
        spares(
                "run: gh release create v1 --notes text ${{ inputs.pre && '--prerelease' || format('--latest={0}', 'x') }}");
        finds("uses: jreleaser/release-action@v2");
        finds("uses: jreleaser/release-action@v2\n  with: {arguments: deploy}");
        finds("uses: jreleaser/release-action@v2\n  with: {arguments: full-release --debug}");
        finds("uses: jreleaser/release-action@v2\n  with: {arguments: \"${{ inputs.command }}\"}");
        finds("uses: goreleaser/goreleaser-action@v6\n  with: {args: release --clean}");
        finds("uses: jreleaser/release-action@v2\n  with: {arguments: release --config-file=assemble.yml}");
        finds(
                "uses: jreleaser/release-action@v2\n  with:\n    arguments: >\n      -D=a=b\n      upload\n      --debug");
    }

    @Test
    void knowsWhatStaysAtHome() {
        for (String command : new String[] {
            "mvn -B verify",
            "mvn install",
            "mvn -pl deploy install",
            "mvn -P deploy verify",
            "mvn deploy -DaltDeploymentRepository=local::file:./target/staging",
            "mvn deploy -Dmaven.deploy.skip=true",
            "mvn package org.sonatype.central:central-publishing-maven-plugin:publish -DskipPublishing=true",
            "mvn release:perform -DdryRun",
            "./gradlew publishToMavenLocal",
            "./gradlew build --dry-run publish",
            "echo mvn deploy",
            "docker build -t x .",
            "docker pull x",
            "gh release download v1",
            "gh release view",
            "npm publish --dry-run",
            "mvn release:prepare -DdryRun",
            "mvn release:prepare -DpushChanges=false",
            "mvn spring-boot:build-image",
            "mvn spring-boot:build-image -Dspring-boot.build-image.publish=false",
            "./gradlew bootBuildImage",
            "python -m twine check dist/*",
            "npx changeset version",
            "crane digest image",
            "cr package charts",
            "curl -T a.jar http://localhost:8080/a.jar",
            "curl -fsSL https://repo.example.org/a.jar",
            "gh release create v1 --generate-notes",
            "gh release create v1 --title v1 --notes-file notes.md --target main",
            "gh release create \"$TAG\" -n text",
            "gh release create v1 --notes-file n.md ${{ inputs.pre && '--prerelease' || '--latest' }}",
            "gh release create v1 --notes text $PRERELEASE_FLAG",
            "jreleaser assemble",
            "jreleaser config",
            "jreleaser template generate",
            "jreleaser full-release --dry-run",
            "jreleaser release -y",
            "cosign sign-blob --key cosign.key README.md",
            "cosign sign-blob docs/LICENSE",
            "cosign attest-blob --predicate p.json README",
            "cosign verify image",
            "goreleaser release --snapshot",
            "# mvn deploy"
        }) {
            spares("run: |\n    " + command);
        }
        spares("uses: docker/build-push-action@v6");
        spares("uses: jreleaser/release-action@v2\n  with: {arguments: assemble}");
        spares("uses: jreleaser/release-action@v2\n  with: {arguments: config --full}");
        spares("uses: jreleaser/release-action@v2\n  with: {arguments: template generate}");
        spares("uses: jreleaser/release-action@v2\n  with: {arguments: full-release --dry-run}");
        spares("uses: goreleaser/goreleaser-action@v6\n  with: {args: release --snapshot --clean}");
        spares("uses: goreleaser/goreleaser-action@v6\n  with: {args: build}");
        spares("uses: goreleaser/goreleaser-action@v6\n  with: {args: build --config release.yml}");
        spares("uses: jreleaser/release-action@v2\n  with: {arguments: -y release}");
        spares("uses: jreleaser/release-action@v2\n  with: {arguments: release -y}");
        spares("uses: jreleaser/release-action@v2\n  with: {arguments: deploy --dryrun}");
        spares("uses: jreleaser/release-action@v2\n  with: {arguments: assemble --config-file=release.yml}");
        spares("uses: jreleaser/release-action@v2\n  with: {arguments: template generate --distribution-name publish}");
        spares("uses: jreleaser/release-action@v2\n  with: {arguments: changelog --debug}");
        spares("uses: docker/build-push-action@v6\n  with: {push: false}");
        spares("run: mvn deploy\n  if: false");
    }

    @Test
    void asksForCredentialsAndEnvironment() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  token:
                    runs-on: ubuntu-24.04
                    permissions: {packages: write}
                    steps: [{run: 'mvn deploy', env: {T: '${{ secrets.GITHUB_TOKEN }}'}}]
                  oidc:                                   # finds: release-without-environment high medium-confidence
                    runs-on: ubuntu-24.04
                    permissions: {id-token: write}
                    steps: [{run: 'npm publish'}]
                  attested:
                    runs-on: ubuntu-24.04
                    permissions: {id-token: write, contents: write}
                    steps: [{uses: actions/attest-build-provenance@v3}, {run: 'gh release create v1 x.jar'}]
                  named:
                    runs-on: ubuntu-24.04
                    environment: release
                    steps: [{run: 'mvn deploy', env: {T: '${{ secrets.T }}'}}]
                  mapped:
                    runs-on: ubuntu-24.04
                    environment: {name: '${{ inputs.stage }}', url: x}
                    steps: [{run: 'mvn deploy', env: {T: '${{ secrets.T }}'}}]
                """).isFoundBy(CHECK);
        MarkedYaml.workflow("""
                on: push
                env:
                  T: ${{ secrets.T }}
                jobs:
                  whole:                                  # finds: release-without-environment high medium-confidence
                    runs-on: ubuntu-24.04
                    steps: [{run: 'mvn deploy'}]
                """).isFoundBy(CHECK);
    }

    @Test
    void followsCompositeActions() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  release:                                # finds: release-without-environment high medium-confidence
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: ./.github/actions/release
                        with: {token: '${{ secrets.CENTRAL }}'}
                """).and(".github/actions/release/action.yml", """
                runs:
                  using: composite
                  steps: [{run: 'mvn deploy', shell: bash}]
                """).isFoundBy(CHECK);
    }

    @Test
    void runsOfCompositeActionsWhatTheirInputsLetRun() {
        String action = """
                inputs:
                  publish: {default: 'false'}
                runs:
                  using: composite
                  steps:
                    - if: CONDITION
                      run: mvn deploy
                      shell: bash
                """;
        String given = "inputs.publish == 'true'";
        assertComposite("", action.replace("CONDITION", given), "");
        assertComposite("publish: false", action.replace("CONDITION", given), "");
        assertComposite("publish: true", action.replace("CONDITION", given), FOUND);
        assertComposite("publish: TRUE", action.replace("CONDITION", given), FOUND);
        assertComposite("publish: '${{ github.ref_name }}'", action.replace("CONDITION", given), FOUND);
        assertComposite("", action.replace("CONDITION", "inputs.publish != 'true'"), FOUND);
        assertComposite("", action.replace("CONDITION", "always() && inputs.publish == 'true'"), "");
        assertComposite(
                "", action.replace("CONDITION", "inputs.publish == 'true' || github.ref == 'refs/heads/main'"), FOUND);
        assertComposite("", action.replace("CONDITION", "inputs.unknown == 'true'"), FOUND);
    }

    private static void assertComposite(String with, String action, String found) {
        MarkedYaml.workflow("""
                on: push
                env:
                  TOKEN: ${{ secrets.CENTRAL_TOKEN }}
                jobs:
                  release:FOUND
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: ./.github/actions/release
                        with: {WITH}
                """.replace("FOUND", found).replace("WITH", with))
                .and(".github/actions/release/action.yml", action)
                .isFoundBy(CHECK);
    }

    @Test
    void findsCredentialsOfCiInReleases() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  mixed:                                  # finds: release-without-environment low medium-confidence pedantic
                    runs-on: ubuntu-24.04
                    environment: release
                    steps:
                      - run: mvn deploy
                        env: {T: '${{ secrets.CENTRAL_TOKEN }}', S: '${{ secrets.SONAR_TOKEN }}'}
                """).isFoundBy(CHECK);
    }

    private static MarkedYaml runs(String key, String command) {
        return MarkedYaml.workflow("""
                on: push
                jobs:
                KEY
                    runs-on: ubuntu-24.04
                    env:
                      TOKEN: ${{ secrets.CENTRAL_TOKEN }}
                    steps:
                """.replace("KEY", key) + ("- run: " + command).indent(6));
    }

    @Test
    void followsTheScriptsOfTheProject() {
        String makefile = """
                MVN ?= ./mvnw -B
                .PHONY: deploy
                all: build
                build:
                \t@$(MVN) verify
                deploy: build upload
                upload:
                \t@echo uploading
                \t$(MVN) deploy
                again: ; make deploy
                round: round
                \t$(MAKE) round
                """;
        for (String command : new String[] {"make deploy", "make -s again", "make VERSION=1 upload"}) {
            runs("  build:" + FOUND, command).and("Makefile", makefile).isFoundBy(CHECK);
        }
        for (String command : new String[] {"make", "make build", "make round", "make nothing", "echo make deploy"}) {
            runs("  build:", command).and("Makefile", makefile).isFoundBy(CHECK);
        }
        runs("  build:" + FOUND, "make -C sub deploy")
                .and("sub/Makefile", makefile)
                .isFoundBy(CHECK);
        for (String command : new String[] {"make a", "make g", "make h", "make last", "make first"}) {
            runs("  build:" + FOUND, command)
                    .and(
                            "Makefile",
                            "a b c d e f g h:\n\tmvn deploy\nlast: h\nfirst" + " x".repeat(400) + " : ; mvn deploy\n")
                    .isFoundBy(CHECK);
        }
        runs("  build:" + FOUND, "./scripts/release.sh")
                .and("scripts/release.sh", "#!/bin/bash\nset -e\ndocker push x\n")
                .isFoundBy(CHECK);
        runs("  build:" + FOUND, "bash scripts/release")
                .and("scripts/release", "#!/usr/bin/env bash\n. scripts/lib.sh\n")
                .and("scripts/lib.sh", "npm publish\n")
                .isFoundBy(CHECK);
        String push =
                "Get-ChildItem out -Filter '*.nupkg' | ForEach-Object {\n  dotnet nuget push $_ --source $Env:URL\n}\n";
        for (String command : new String[] {"./Push.ps1", "pwsh -NoProfile -File ./Push.ps1"}) {
            runs("  build:" + FOUND, command).and("Push.ps1", push).isFoundBy(CHECK);
            runs("  build:", command)
                    .and("Push.ps1", "dotnet nuget list source\n")
                    .isFoundBy(CHECK);
        }
        runs("  build:", "./scripts/release.sh")
                .and("scripts/release.sh", "#!/bin/bash\n./scripts/release.sh\nmvn verify\n")
                .isFoundBy(CHECK);
        String scripts = "{\"scripts\": {\"release\": \"npm run build && changeset publish\", \"build\": \"tsc\"}}";
        for (String command : new String[] {"npm run release", "yarn release", "pnpm run release"}) {
            runs("  build:" + FOUND, command).and("package.json", scripts).isFoundBy(CHECK);
        }
        runs("  build:", "npm run build").and("package.json", scripts).isFoundBy(CHECK);
        String behind =
                "{\"scripts\": {\"ship\": \"tsc\", \"postship\": \"changeset publish\", \"pretest\": \"npm publish\", \"test\": \"a\", \"postx\": \"npm publish\"}}";
        for (String command : new String[] {"npm run ship", "pnpm run ship", "npm test"}) {
            runs("  build:" + FOUND, command).and("package.json", behind).isFoundBy(CHECK);
        }
        runs("  build:", "npm run x").and("package.json", behind).isFoundBy(CHECK);
        runs("  build:" + FOUND, "./gradlew ship")
                .and("build.gradle.kts", "tasks.register(\"ship\") {\n  dependsOn(\"test\", \":lib:publish\")\n}\n")
                .isFoundBy(CHECK);
        runs("  build:", "./gradlew pack")
                .and("build.gradle", "task pack { dependsOn 'jar' }\ntask ship { dependsOn 'publish' }\n")
                .isFoundBy(CHECK);
    }

    /** Scripts are named by variables for the folder of the checkout or their own, or go to their own folder first. */
    @Test
    void followsScriptsThatAVariableNames() {
        for (String named : List.of(
                "${ROOT_DIR}/hack/push.sh",
                "\"$(dirname \"$0\")\"/push.sh",
                "$GITHUB_WORKSPACE/hack/push.sh",
                "./push.sh")) {
            runs("  build:" + FOUND, "./hack/all.sh")
                    .and("hack/all.sh", "cd \"$(dirname \"$0\")\"\n" + named + "\n")
                    .and("hack/push.sh", "docker push example/app:1\n")
                    .isFoundBy(CHECK);
        }
        runs("  build:", "$HOME/hack/push.sh")
                .and("hack/push.sh", "docker push example/app:1\n")
                .isFoundBy(CHECK);
    }

    /** What a makefile includes is part of it, and conditions end no recipe. */
    @Test
    void readsWhatAMakefileIncludes() {
        String makefile = "MK := build\ninclude $(MK)/docker.mk\n-include generated.mk\n";
        String included = """
                DOCKER := docker
                include build/docker.mk
                push: SHELL := /bin/bash
                push: image
                ifeq ($(ARCH),amd64)
                \t$(DOCKER) push example/app:1
                else
                \t@echo "no image of $(ARCH)"
                endif
                image:
                \t$(DOCKER) build .
                """;
        runs("  build:" + FOUND, "make push")
                .and("Makefile", makefile)
                .and("build/docker.mk", included)
                .isFoundBy(CHECK);
        runs("  build:", "make image")
                .and("Makefile", makefile)
                .and("build/docker.mk", included)
                .isFoundBy(CHECK);
    }

    @Test
    void fillsInTheVariablesOfAMakefile() {
        String makefile = """
                FLAGS := -B \\
                \t-ntp
                FLAGS += -Dx=%s
                MVN = ./mvnw $(FLAGS)
                GOAL = deploy
                STEPS = build \\
                  upload
                ROUND = $(ROUND) x
                build: ; $(MVN) verify
                upload:
                \t$(MVN) \\
                \t  $(GOAL)
                all: $(STEPS)
                round: ; $(ROUND)
                """.formatted("y".repeat(2_000));
        for (String command : new String[] {"make upload", "make all"}) {
            runs("  build:" + FOUND, command).and("Makefile", makefile).isFoundBy(CHECK);
        }
        for (String command : new String[] {"make build", "make round"}) {
            runs("  build:", command).and("Makefile", makefile).isFoundBy(CHECK);
        }
    }

    @Test
    void followsListsOfTasksToTheirEnd() {
        String many = "'test', ".repeat(200);
        for (String depends : new String[] {
            "dependsOn(\n    'test',\n    'publish'\n  )",
            "dependsOn [\n    tasks.named('test'),\n    tasks.named('publish')\n  ]",
            "dependsOn " + many + "'publish'",
            "dependsOn('test')\n  finalizedBy('publish')"
        }) {
            runs("  build:" + FOUND, "./gradlew ship")
                    .and("build.gradle", "task ship {\n  " + depends + "\n}\n")
                    .isFoundBy(CHECK);
        }
        runs("  build:", "./gradlew ship")
                .and("build.gradle", "task ship {\n  dependsOn('test'); println('publish')\n  println 'publish'\n}\n")
                .isFoundBy(CHECK);
    }

    private static final String LOGIN = "- run: docker login -u ci -p '${{ secrets.REGISTRY }}' registry.example.org\n";
    private static final String SETUP = """
            - uses: actions/setup-java@v5
              with: {server-username: USER_NAME, server-password: SERVER_PASSWORD}
            """;

    private static MarkedYaml withSteps(String key, String steps) {
        return MarkedYaml.workflow(
                "on: push\njobs:\n" + key + "\n    runs-on: ubuntu-24.04\n    steps:\n" + steps.indent(6));
    }

    @Test
    void knowsScriptsThatAreHandedCredentials() {
        String found = "  build:" + FOUND;
        String env = "  env: {SERVER_PASSWORD: '${{ secrets.CENTRAL }}'}\n";
        withSteps(found, LOGIN + "- run: ./tools/push-images.py\n").isFoundBy(CHECK);
        withSteps(found, LOGIN + "- run: python3 tools/publish.py\n").isFoundBy(CHECK);
        withSteps(
                        found,
                        "- uses: docker/login-action@v3\n  with: {password: '${{ secrets.R }}'}\n- run: ./release.sh\n")
                .isFoundBy(CHECK);
        withSteps(found, SETUP + "- run: mvn -B $GOALS\n" + env).isFoundBy(CHECK);
        withSteps(found, SETUP + "- run: ./ci/deploy.rb\n" + env).isFoundBy(CHECK);
        withSteps(found, LOGIN + "- run: ./tools/publishRelease.py\n").isFoundBy(CHECK);
        for (String script :
                new String[] {"lastRelease.py", "prepare-release.py", "releaseNotes.py", "check_release.js"}) {
            withSteps("  build:", LOGIN + "- run: ./tools/" + script + "\n").isFoundBy(CHECK);
        }
        withSteps("  build:", LOGIN + "- run: ./tools/test.py\n").isFoundBy(CHECK);
        withSteps("  build:", "- run: ./tools/push-images.py\n").isFoundBy(CHECK);
        withSteps("  build:", "- run: ./tools/push-images.py\n" + LOGIN).isFoundBy(CHECK);
        withSteps("  build:", SETUP + "- run: mvn -B verify\n" + env).isFoundBy(CHECK);
        withSteps("  build:", SETUP + "- run: mvn -B $GOALS\n  env: {OTHER: '${{ secrets.CENTRAL }}'}\n")
                .isFoundBy(CHECK);
    }

    private static MarkedYaml chosen(String on, String matrix, String environment) {
        return MarkedYaml.workflow(
                """
                on: ON
                jobs:
                  publish:
                    strategy: {matrix: MATRIX}
                    runs-on: ubuntu-24.04
                    environment: NAME
                    steps:
                      - run: mvn -B deploy
                        env: {TOKEN: "${{ secrets.TOKEN }}"}
                """.replace("ON", on).replace("MATRIX", matrix).replace("NAME", environment));
    }

    @Test
    void findsEnvironmentsThatARunChooses() {
        String medium = "  # finds: release-without-environment medium medium-confidence";
        String low = "  # finds: release-without-environment low medium-confidence";
        String dispatch = "{workflow_dispatch: {inputs: {target: {INPUT}}}}";
        chosen(dispatch.replace("INPUT", "type: string"), "{a: [1]}", "${{ inputs.target }}" + medium)
                .isFoundBy(CHECK);
        chosen(dispatch.replace("INPUT", "required: true"), "{a: [1]}", "${{ github.event.inputs.target }}" + medium)
                .isFoundBy(CHECK);
        chosen("push", "{a: [1]}", "${{ github.ref_name }}" + medium).isFoundBy(CHECK);
        chosen("repository_dispatch", "{a: [1]}", "${{ github.event.client_payload.target || 'production' }}" + medium)
                .isFoundBy(CHECK);
        chosen("push", "{target: [staging, production]}", "${{ matrix.target }}" + low)
                .isFoundBy(CHECK);
        chosen(
                        dispatch.replace("INPUT", "type: choice, options: [staging, production]"),
                        "{a: [1]}",
                        "${{ inputs.target }}" + low + " pedantic")
                .isFoundBy(CHECK);
        chosen(dispatch.replace("INPUT", "type: environment"), "{a: [1]}", "${{ inputs.target }}" + low + " pedantic")
                .isFoundBy(CHECK);
    }

    /** What is given is an expression, or a name. */
    private static MarkedYaml called(String on, String given, String found) {
        return chosen("{workflow_call: {inputs: {target: {type: string}}}}", "{a: [1]}", "${{ inputs.target }}" + found)
                .and(".github/workflows/caller.yml", """
                        on: ON
                        jobs:
                          go:
                            uses: ./.github/workflows/ci.yml
                            with: {target: "GIVEN"}
                        """.replace("ON", on).replace("GIVEN", given));
    }

    @Test
    void findsEnvironmentsThatARunOfACallerChooses() {
        String medium = "  # finds: release-without-environment medium medium-confidence";
        String dispatch = "{workflow_dispatch: {inputs: {to: {type: TYPE}}}}";
        called(dispatch.replace("TYPE", "string"), "${{ inputs.to }}", medium).isFoundBy(CHECK);
        called(dispatch.replace("TYPE", "string"), "${{ inputs.to || 'production' }}", medium)
                .isFoundBy(CHECK);
        called("push", "${{ github.ref_name }}", medium).isFoundBy(CHECK);
        called(
                        dispatch.replace("TYPE", "environment"),
                        "${{ inputs.to }}",
                        "  # finds: release-without-environment low medium-confidence pedantic")
                .isFoundBy(CHECK);
        called(dispatch.replace("TYPE", "string"), "production", "").isFoundBy(CHECK);
        called("push", "${{ github.ref_name == 'main' && 'production' || 'staging' }}", "")
                .isFoundBy(CHECK);
    }

    /** What a script of the project deploys is not known; that it gets secrets of an environment is. */
    @Test
    void findsChosenEnvironmentsWhoseSecretsAJobGets() {
        String job = """
                on: {workflow_dispatch: {inputs: {target: {type: string}}}}
                jobs:
                  deploy:
                    runs-on: ubuntu-24.04
                    strategy: {matrix: {target: [staging, production]}}
                    environment: ENVIRONMENT
                    steps: [{run: ./deploy.sh, env: {KEY: "${{ secrets.NAME }}"}}]
                """;
        String found = "  # finds: release-without-environment GRADE medium-confidence";
        String named = job.replace("ENVIRONMENT", "${{ inputs.target }}FOUND");
        MarkedYaml.workflow(named.replace("FOUND", found).replace("GRADE", "medium"))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(job.replace("ENVIRONMENT", "${{ matrix.target }}" + found)
                        .replace("GRADE", "low"))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(named.replace("FOUND", "").replace("secrets.NAME", "secrets.GITHUB_TOKEN"))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(job.replace("ENVIRONMENT", "production")).isFoundBy(CHECK);
    }

    @Test
    void sparesEnvironmentsThatTheWorkflowNames() {
        chosen("push", "{a: [1]}", "${{ github.ref == 'refs/heads/main' && 'production' || 'staging' }}")
                .isFoundBy(CHECK);
        chosen("push", "{target: [production]}", "${{ matrix.target }}").isFoundBy(CHECK);
        chosen("push", "{a: [1]}", "${{ vars.TARGET }}").isFoundBy(CHECK);
        chosen("{workflow_call: {inputs: {target: {type: string}}}}", "{a: [1]}", "${{ inputs.target }}")
                .isFoundBy(CHECK);
        MarkedYaml.workflow("""
                on: {workflow_dispatch: {inputs: {target: {type: string}}}}
                jobs:
                  test:
                    runs-on: ubuntu-24.04
                    environment: ${{ inputs.target }}
                    steps: [{run: mvn -B verify}]
                """).isFoundBy(CHECK);
    }

    /** Where a build's output goes decides, whatever of its name is not known. */
    @Test
    void knowsWhereBuildsOfImagesGo() {
        String build = "uses: docker/build-push-action@v6\n  with:\n    outputs: ";
        for (String outputs : new String[] {
            "type=registry",
            "type=image,push=true,name=x",
            "\"type=image,name=${{ env.X }},push=true\"",
            "'${{ inputs.to }}'",
            "'type=${{ inputs.type }},dest=x'",
            "'type=image,push=${{ inputs.push }}'",
            "|\n      type=docker\n      type=registry"
        }) {
            finds(build + outputs);
        }
        for (String outputs : new String[] {
            "\"type=docker,dest=/tmp/${{ matrix.image }}.tar\"",
            "'type=local,dest=${{ env.OUT }}'",
            "'type=oci,dest=x'",
            "type=tar",
            "'type=cacheonly'",
            "'type=image,name=x'",
            "'out/${{ matrix.x }}'"
        }) {
            spares(build + outputs);
        }
        finds("run: docker buildx build --output type=registry -t x .");
        finds("run: docker buildx build --output=type=image,push=true -t x .");
        spares("run: docker buildx build --output type=docker,dest=x.tar -t x .");
        spares("run: docker buildx build -o out -t x .");
        spares("run: docker buildx build -o \"$OUT\" -t x .");
    }

    /** A word that is written tells, whatever the expressions beside it come to. */
    @Test
    void readsWhatIsWrittenOfAnInputThatIsPartlyKnown() {
        String goreleaser = "uses: goreleaser/goreleaser-action@v6\n  env: {GITHUB_TOKEN: x}\n  with:\n    args: ";
        finds(goreleaser + "release --clean ${{ inputs.options }}");
        finds(goreleaser + "${{ inputs.command }} --clean");
        finds(goreleaser + "release -f=${{ inputs.config }}");
        spares(goreleaser + "build --snapshot ${{ inputs.options }}");
        spares(goreleaser + "release --snapshot ${{ inputs.options }}");
        spares(goreleaser + "release --skip=publish ${{ inputs.options }}");
    }

    /** GoReleaser stops without a token, unless its configuration makes no release. */
    @Test
    void knowsThatAReleaseTakesAToken() {
        String goreleaser = "uses: goreleaser/goreleaser-action@v6\n  with:\n    args: release --clean";
        MarkedYaml.workflow("""
                on: push
                jobs:
                  build:
                    permissions: {id-token: write}
                    runs-on: ubuntu-24.04
                    steps:
                """ + ("- " + goreleaser).indent(6)).isFoundBy(CHECK);
        MarkedYaml.workflow("""
                on: push
                jobs:
                  build:                # finds: release-without-environment high medium-confidence
                    permissions: {id-token: write}
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: docker/login-action@v3
                        with: {password: "${{ secrets.REGISTRY }}"}
                """ + ("- " + goreleaser).indent(6)).isFoundBy(CHECK);
    }

    @Test
    void knowsTheRegistryThatTheTokenOpens() {
        String job = """
                on: push
                jobs:
                  build:
                    permissions: {id-token: write, packages: write}
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: docker/login-action@v3
                        with: {registry: REGISTRY, username: x, password: "${{ secrets.GITHUB_TOKEN }}"}
                      - uses: docker/build-push-action@v6
                        with: {push: true}
                """;
        MarkedYaml.workflow(job.replace("REGISTRY", "ghcr.io")).isFoundBy(CHECK);
        MarkedYaml.workflow(job.replace("REGISTRY", "example.org").replace("build:", "build:" + FOUND))
                .isFoundBy(CHECK);
    }

    @Test
    void weighsSecretsOfTestsLess() {
        String job = """
                on: push
                jobs:
                  build:                # finds: release-without-environment GRADE medium-confidence
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: docker/login-action@v3
                        with: {username: x, password: "${{ secrets.NAME }}"}
                      - run: docker push x
                """;
        MarkedYaml.workflow(job.replace("NAME", "TEST_REGISTRY_PASSWORD").replace("GRADE", "medium"))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(job.replace("NAME", "REGISTRY_TEST").replace("GRADE", "high"))
                .isFoundBy(CHECK);
    }

    @Test
    void sparesDraftsOfNotes() {
        spares("uses: softprops/action-gh-release@v2\n  with: {draft: true, body_path: notes.md}");
        spares("uses: actions/create-release@v1\n  with: {draft: true, tag_name: v1}");
        finds("uses: actions/create-release@v1\n  with: {tag_name: v1}");
    }

    /** Somebody has to look at a draft and publish it. */
    @Test
    void weighsFilesOfDraftsLess() {
        String key = "  build:  # finds: release-without-environment medium medium-confidence";
        job(key, "uses: softprops/action-gh-release@v2\n  with: {draft: true, files: app.jar}");
        finds("uses: softprops/action-gh-release@v2\n  with: {draft: false, files: app.jar}");
        job(key, "run: gh release create v1 app.jar --draft");
        String upload = "\n- uses: actions/upload-release-asset@v1\n  with: {asset_path: app.jar}";
        job(key, "uses: actions/create-release@v1\n  with: {draft: true}" + upload);
        finds("uses: actions/create-release@v1" + upload);
        finds(upload.substring(3));
        finds("run: gh release create v1 app.jar --draft\n- run: mvn deploy");
    }

    @Test
    void knowsActionsOfStores() {
        finds("uses: snapcore/action-publish@v1\n  env: {SNAPCRAFT_STORE_CREDENTIALS: x}");
        finds("uses: flatpak/flatpak-github-actions/flat-manager@v6\n  with: {token: x}");
        finds("uses: katyo/publish-crates@v2\n  with: {registry-token: x}");
        spares("uses: katyo/publish-crates@v2\n  with: {dry-run: true}");
        finds("uses: release-plz/action@v0.5");
        spares("uses: release-plz/action@v0.5\n  with: {command: release-pr}");
        finds("uses: r0adkll/upload-google-play@v1");
        finds("uses: PyO3/maturin-action@v1\n  with: {command: upload, args: dist/*}");
        spares("uses: PyO3/maturin-action@v1\n  with: {command: build}");
        finds("run: steamcmd +login x y +run_app_build ${preview:+-preview} build.vdf +quit");
        spares("run: steamcmd +login anonymous +app_update 1 +quit");
    }

    /** A step that names an image runs that image's program with the arguments. */
    @Test
    void readsArgumentsOfImages() {
        finds("run: flux push artifact oci://ghcr.io/example/app:1 --path .");
        spares("run: flux push artifact oci://localhost:5000/app:1 --path .");
        spares("run: flux pull artifact oci://ghcr.io/example/app:1");
        finds("run: wingetcreate update Example.App --urls $URL --submit");
        spares("run: wingetcreate update Example.App --urls $URL");
        finds("uses: vedantmgoyal2009/winget-releaser@v2");
        finds("uses: docker://docker.io/rclone/rclone:latest\n  with: {args: 'copy out s3:app --s3-acl=public-read'}");
        spares("uses: docker://docker.io/rclone/rclone:latest\n  with: {args: 'copy s3:app out'}");
        finds(
                "uses: docker://docker.io/regclient/regsync:latest\n  with:\n    args:\n      -c regsync.yml\n      once");
        spares("uses: docker://docker.io/regclient/regsync:latest\n  with: {args: check}");
        finds("uses: docker://node:24\n  with: {args: npm publish}");
        spares("uses: docker://example/node:24\n  with: {args: npm publish}");
        finds("uses: docker://example/tools:1\n  with: {entrypoint: npm, args: publish --access public}");
        finds("uses: docker://alpine:3\n  with:\n    args: sh -c \"cd app && npm publish\"");
        finds("uses: docker://alpine:3\n  with:\n    args: ksh -o pipefail -c \"npm publish\"");
        spares("uses: docker://node:24");
    }

    private static void bucket(String mark, String job, String command) {
        MarkedYaml.workflow("""
                on: push
                permissions: {id-token: write}
                jobs:
                  JOB:MARK
                    runs-on: ubuntu-24.04
                    steps:
                      - run: COMMAND
                """.replace("JOB", job).replace("MARK", mark).replace("COMMAND", command))
                .isFoundBy(CHECK);
    }

    @Test
    void findsUploadsToBucketsThatSayThatTheyPublish() {
        String unsure = "  # finds: release-without-environment high low-confidence";
        bucket(FOUND, "build", "aws s3 cp app.deb s3://example/deb/ --acl public-read");
        bucket(FOUND, "build", "gsutil cp -a public-read app.deb gs://example/deb");
        bucket(FOUND, "build", "aws s3 cp ${tmp_path}/app.deb ${BUCKET}/deb --acl public-read");
        bucket("", "build", "aws s3 cp app.deb s3://example/deb/");
        bucket(FOUND, "publish-nightly", "aws s3 sync dist s3://example/ --delete");
        bucket(FOUND, "release", "rclone copy --transfers 100 out ':gcs:example/app'");
        bucket(FOUND, "release", "gsutil -m rsync -r dist ${gcs_target}/$TAG/");
        bucket("", "release", "gsutil -m rsync -r ${gcs_target}/$TAG/ dist");
        bucket("", "release", "gsutil -m rsync -r $from $to");
        bucket(unsure, "deploy", "gcloud storage rsync site gs://example");
        bucket(FOUND, "release", "scp -i key a.jar ${{ secrets.USER }}@${{ secrets.HOST }}:${{ secrets.FOLDER }}/1");
        bucket(FOUND, "release", "rsync -a -e 'ssh -i key' dist/ deploy@repo.example.org:/srv/dist/");
        // Silent: fetched, copied on the machine, for a report, or of a job that does not say that it publishes.
        bucket("", "release", "scp deploy@repo.example.org:/srv/a.jar .");
        bucket("", "release", "rsync -a C:/dist /srv/dist");
        bucket("", "release", "rsync -a dist/ localhost:/srv/dist/");
        bucket("", "release", "scp coverage.html deploy@repo.example.org:/srv/");
        bucket("", "build", "rsync -a dist/ deploy@repo.example.org:/srv/dist/");
        bucket("", "release", "aws s3 cp s3://example/app.deb .");
        bucket("", "release", "rclone copy 'store:example/app' out");
        bucket("", "release", "aws s3 sync dist s3://example --dryrun");
        bucket("", "release", "aws s3 cp coverage.html s3://example/coverage/");
        bucket("", "publish", "aws s3 sync docs s3://example-pull-requests/docs --acl public-read");
        bucket("", "publish", "aws s3 sync docs \"s3://example/pr-${PR_NUMBER}/docs\" --acl public-read");
        bucket("", "publish-test-report", "aws s3 cp index.html s3://example/ --acl private");
        bucket("", "release", "gsutil -m rsync ~/.gradle gs://example/cache");
    }

    @Test
    void readsFunctionsThatOtherScriptsDeclare() {
        String library = """
                function fetch {
                  docker pull "$1"
                }
                send() {
                  docker push "$1"
                }
                both() { fetch "$1"; send "$1"; }
                """;
        for (String call : new String[] {"send app", "both app", "retry 3 send app"}) {
            MarkedYaml.workflow(JOB_WITH_SECRET
                            .replace("MARK", FOUND)
                            .replace("SCRIPT", "source ci/lib.sh\n          " + call))
                    .and("ci/lib.sh", library)
                    .isFoundBy(CHECK);
        }
        MarkedYaml.workflow(JOB_WITH_SECRET.replace("MARK", "").replace("SCRIPT", ". ci/lib.sh && fetch app"))
                .and("ci/lib.sh", library)
                .isFoundBy(CHECK);
        MarkedYaml.workflow(JOB_WITH_SECRET.replace("MARK", FOUND).replace("SCRIPT", "source ci/lib.sh"))
                .and("ci/lib.sh", library + "send app\n")
                .isFoundBy(CHECK);
    }

    private static final String JOB_WITH_SECRET = """
            on: push
            jobs:
              build:MARK
                runs-on: ubuntu-24.04
                env: {TOKEN: "${{ secrets.CENTRAL_TOKEN }}"}
                steps:
                  - run: |
                      SCRIPT
            """;

    @Test
    void readsWhatPythonCalls() {
        String[] publishing = {
            "import subprocess\nsubprocess.check_call([\"twine\", \"upload\", whl])\n",
            "subprocess.run(\n    [\n        'aws', 's3', 'sync', *('--acl', 'public-read'), root / 'dist', f's3://example/{ref}'\n    ]\n)\n",
            "os.system('docker push example/app')\n",
            "command = [\n    os.path.join(root, 'mvnw'),\n    'deploy',\n]\nif x:\n    command.append('-X')\nsubprocess.run(command, cwd=root)\n"
        };
        for (String script : publishing) {
            MarkedYaml.workflow(JOB_WITH_SECRET.replace("MARK", FOUND).replace("SCRIPT", "./ci/deploy.py"))
                    .and("ci/deploy.py", script)
                    .isFoundBy(CHECK);
        }
        MarkedYaml.workflow(JOB_WITH_SECRET.replace("MARK", FOUND).replace("SCRIPT", "python3 ci/deploy.py"))
                .and("ci/deploy.py", publishing[0])
                .isFoundBy(CHECK);
        MarkedYaml.workflow(JOB_WITH_SECRET.replace("MARK", "").replace("SCRIPT", "python ci/deploy.py"))
                .and("ci/deploy.py", "print('docker push example/app')\nsubprocess.run(['twine', 'check', 'upload'])\n")
                .isFoundBy(CHECK);
        MarkedYaml.workflow(JOB_WITH_SECRET.replace("MARK", "").replace("SCRIPT", "python ci/deploy.py"))
                // Silent: the variable is set to something else before it is run.
                .and("ci/deploy.py", "c = ['mvn', 'deploy']\nc = other()\nsubprocess.run(c)\nc = ['mvn', 'deploy']\n")
                .isFoundBy(CHECK);
    }

    /** A task of the project's own, by its name and the secret that its step has. */
    @Test
    void weighsOwnTasksByTheirNames() {
        String job = """
                on: push
                jobs:
                  build:MARK
                    runs-on: ubuntu-24.04
                    steps:
                      - run: ./gradlew :app:TASK
                        env: {TOKEN: "${{ secrets.TOKEN_NAME }}"}
                """;
        String unsure = "  # finds: release-without-environment high low-confidence";
        for (String task : new String[] {"createMainRelease", "uploadMacDist", "releaseAll"}) {
            String named = job.replace("TASK", task);
            MarkedYaml.workflow(named.replace("MARK", unsure).replace("TOKEN_NAME", "BOT"))
                    .isFoundBy(CHECK);
            MarkedYaml.workflow(named.replace("MARK", "").replace("TOKEN_NAME", "GITHUB_TOKEN"))
                    .isFoundBy(CHECK);
        }
        for (String task : new String[] {"assembleRelease", "testRelease", "uploadCoverage", "createReleaseNotes"}) {
            MarkedYaml.workflow(job.replace("TASK", task).replace("MARK", "").replace("TOKEN_NAME", "BOT"))
                    .isFoundBy(CHECK);
        }
    }

    /** What else a job has that logs in to the repository's own registry alone is for something else. */
    @Test
    void asksInWhichRepositoryAJobRuns() {
        String job = """
                on: push
                jobs:
                  build:MARK
                    if: CONDITION
                    runs-on: ubuntu-24.04
                    steps: [{run: docker push example/app, env: {KEY: "${{ secrets.KEY }}"}}]
                """;
        for (String elsewhere : List.of(
                "github.repository != 'o/app'",
                "github.event_name == 'push' && github.repository != 'O/app'",
                "${{ github.repository == 'o/nightly' }}")) {
            MarkedYaml.workflow(job.replace("MARK", "").replace("CONDITION", elsewhere))
                    .named("o/app")
                    .isFoundBy(CHECK);
        }
        // The last may be the origin of a fork that was cloned.
        for (String here : List.of(
                "github.repository == 'o/app'",
                "github.repository != 'o/other'",
                "github.repository == 'upstream/app'")) {
            MarkedYaml.workflow(job.replace("MARK", FOUND).replace("CONDITION", here))
                    .named("o/app")
                    .isFoundBy(CHECK);
        }
    }

    @Test
    void asksWhichSecretThePublishingTakes() {
        String job = """
                on: push
                jobs:
                  build:MARK
                    permissions: {packages: write}
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: docker/login-action@v4
                        with: {registry: ghcr.io, username: x, password: "${{ secrets.NAME }}"}
                      - uses: docker/build-push-action@v6
                        with: {push: true, tags: ghcr.io/o/r, secrets: "url=${{ secrets.URL }}"}
                """;
        MarkedYaml.workflow(job.replace("MARK", "").replace("NAME", "GITHUB_TOKEN"))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(job.replace("MARK", "")
                        .replace("NAME", "GITHUB_TOKEN")
                        .replace("registry: ghcr.io", "registry: \"${{ env.REGISTRY }}\"")
                        .replace("on: push", "on: push\nenv: {REGISTRY: ghcr.io}"))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(job.replace("MARK", "\n    env: {TOKEN: \"${{ secrets.GITHUB_TOKEN }}\"}")
                        .replace("secrets.NAME", "env.TOKEN"))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(job.replace("MARK", FOUND).replace("NAME", "GITHUB_TOKEN") + """
                      - uses: example/workflows/actions/login-to-cloud@v1
                """)
                .isFoundBy(CHECK);
        MarkedYaml.workflow(job.replace("MARK", FOUND).replace("NAME", "BOT_TOKEN"))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(job.replace("MARK", FOUND).replace("NAME", "GITHUB_TOKEN") + """
                      - run: cosign sign --key env://KEY ghcr.io/o/r
                        env: {KEY: "${{ secrets.KEY }}"}
                """)
                .isFoundBy(CHECK);
    }

    @Test
    void sparesImagesThatStayOnTheMachine() {
        spares("run: docker push localhost:5000/app");
        spares("run: KO_DOCKER_REPO=ko.local ko build ./cmd/app");
        spares("run: ko build ./cmd/app\n  env: {KO_DOCKER_REPO: kind.local}");
        finds("run: KO_DOCKER_REPO=ghcr.io/o ko build ./cmd/app");
        spares("run: docker push $REGISTRY/app\n  env: {REGISTRY: 'localhost:5000'}");
        finds("run: docker push $REGISTRY/app\n  env: {REGISTRY: 'localhost.example.org'}");
        spares("uses: docker/build-push-action@v6\n  with: {push: true, tags: 'ttl.sh/app:1h'}");
        finds("uses: docker/build-push-action@v6\n  with: {push: true, tags: 'localhost:5000/a,ghcr.io/o/a'}");
        spares("run: helm push app-1.tgz oci://localhost:5001/charts");
    }

    @Test
    void tellsTestsOfAppsFromReleases() {
        spares("run: curl -u u:p -X POST https://api-cloud.browserstack.com/app-automate/upload -F file=@app.apk");
        finds("run: ./gradlew appDistributionUploadNightly");
        spares("run: ./gradlew publishMavenPublicationToExamplesRepository");
    }

    /** Where its configuration skips releases, it only proposes the next version. */
    @Test
    void readsTheConfigurationOfReleasePlease() {
        String steps = """
                on: push
                jobs:
                  propose:FOUND
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: googleapis/release-please-action@v5
                        with: {token: "${{ secrets.APP_TOKEN }}", config-file: .github/rp.json}
                """;
        for (String left : new String[] {"{\"skip-github-release\": true, \"packages\": {}}", "{\"draft\": true}"}) {
            MarkedYaml.workflow(steps.replace("FOUND", ""))
                    .and(".github/rp.json", left)
                    .isFoundBy(CHECK);
        }
        for (String other : new String[] {"{\"packages\": {}}", "{", "{\"skip-github-release\": false}"}) {
            MarkedYaml.workflow(steps.replace("FOUND", FOUND))
                    .and(".github/rp.json", other)
                    .isFoundBy(CHECK);
        }
        MarkedYaml.workflow(steps.replace("FOUND", FOUND)).isFoundBy(CHECK);
    }

    /** A repository that is a folder of the machine, by its name or by a property, is none that anybody loads from. */
    @Test
    void knowsRepositoriesOfGradleThatAreFolders() {
        finds("run: ./gradlew publishAllPublicationsToStagingRepository");
        finds("run: github-release upload --tag v1 a.zip");
        finds("run: ./gradlew publishMavenPublicationToDeployRepository -PdeployRepository=https://repo.example.org");
        finds("run: ./gradlew publishMavenPublicationToDeployRepository -PotherRepository=$(pwd)/out");
        spares("run: ./gradlew publishMavenPublicationToDeployRepository -PdeployRepository=$(pwd)/out");
        spares("run: ./gradlew publishMavenPublicationToDeployRepository \"-Pdeploy.url=file:///tmp/out\"");
        spares("run: ./gradlew publishAllPublicationsToProjectLocalRepository");
        spares("run: ./gradlew publishAllPublicationsToBuildDirRepository");
    }

    /** Telling another registry about a release takes a token that may write there. */
    @Test
    void knowsWhatTellsOtherRegistries() {
        finds("uses: vedantmgoyal9/winget-releaser@v2\n  with: {token: x}");
        finds("uses: mislav/bump-homebrew-formula-action@v3");
        finds("uses: KSXGitHub/github-actions-deploy-aur@v4");
    }

    /** Builds run in such an image; nobody installs it. */
    @Test
    void weighsImagesForBuildsLess() {
        String key = "  build:  # finds: release-without-environment medium medium-confidence";
        job(key, "run: docker push example/app-ci:1");
        job(key, "run: docker build -t example.org:5000/ci-runner --push .");
        job(key, "run: docker buildx build --tag=example/app-build-env:${{ github.sha }} --push .");
        job(key, "uses: docker/build-push-action@v6\n  with: {push: true, tags: 'a/x-builder:1,b/devcontainer:2'}");
        String named = """
                uses: docker/build-push-action@v6
                  with: {push: true, tags: '${{ env.IMAGE }}:${{ github.sha }}'}
                  env: {IMAGE: 'a/${{ matrix.name }}'}""";
        job(key, named.replace("name }}", "name }}-ci"));
        finds(named);
        String push = """
                on: push
                jobs:
                  build:MARK
                    runs-on: ubuntu-24.04
                    steps:
                      - run: docker push example/app
                        env: {KEY: "${{ secrets.KEY }}"}
                """;
        MarkedYaml.workflow("on: push\njobs: {}\n")
                .and(".github/workflows/app-e2e.yml", push.replace("MARK", key.substring("  build:".length())))
                .isFoundBy(CHECK);
        finds("uses: docker/build-push-action@v6\n  with: {push: true, tags: 'a/x-builder:1,b/app:2'}");
        finds("uses: docker/build-push-action@v6\n  with: {push: true, tags: 'a/${{ matrix.tool }}:1'}");
        finds("run: docker push example/ci/app");
        finds("run: docker push example/specific");
        finds("run: docker push example/app-ci:1 && mvn deploy");
    }

    /** What a step before got by {@code id-token: write} is worth more than the run's token. */
    @Test
    void seesAReleaseWithAnAppsToken() {
        MarkedYaml.workflow("""
                on: push
                permissions: {}
                jobs:
                  own:
                    runs-on: ubuntu-24.04
                    permissions: {contents: write, id-token: write}
                    steps:
                      - run: gh release upload v1 a.jar
                        env: {GH_TOKEN: "${{ github.token }}"}
                  app:                    # finds: release-without-environment high medium-confidence
                    runs-on: ubuntu-24.04
                    permissions: {contents: read, id-token: write}
                    steps:
                      - id: app
                        uses: example/app-token@v1
                      - run: gh release upload v1 a.jar
                        env: {GH_TOKEN: "${{ steps.app.outputs.token }}"}
                """).isFoundBy(CHECK);
    }

    /** The provenance is attested with {@code id-token: write}; the files go up by the run's token. */
    @Test
    void knowsUploadsToThePageOfReleases() {
        MarkedYaml.workflow("""
                on: {push: {tags: ['*']}}
                jobs:
                  publish:
                    permissions: {contents: write, id-token: write, attestations: write}
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/attest-build-provenance@v4
                        with: {subject-path: 'dist/*'}
                      - uses: svenstaro/upload-release-action@v2
                        with: {repo_token: "${{ secrets.GITHUB_TOKEN }}", file: 'dist/*'}
                """).isFoundBy(CHECK);
    }

    @Test
    void sparesWhatIsSentToAnAnalysis() {
        spares("run: curl --form token=x --form file=@cov.tgz https://scan.coverity.com/builds");
        finds("run: curl --form token=x --form file=@cov.tgz https://scan.example.org/builds");
    }

    /** An action that is a program publishes by the words that it is given. */
    @Test
    void readsTheArgumentsOfActions() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  publish:                                  # finds: release-without-environment high medium-confidence
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: gradle/gradle-build-action@v2
                        with: {arguments: clean publish}
                        env: {PASSWORD: "${{ secrets.CENTRAL_PASSWORD }}"}
                  here:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: gradle/gradle-build-action@v2
                        with: {arguments: publishToMavenLocal}
                        env: {PASSWORD: "${{ secrets.CENTRAL_PASSWORD }}"}
                """).isFoundBy(CHECK);
    }

    @Test
    void findsReleaseSecretsOutsideOfTheirEnvironment() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  publish:
                    runs-on: ubuntu-24.04
                    environment: npm
                    steps:
                      - run: npm publish
                        env: {NODE_AUTH_TOKEN: '${{ secrets.NPM_TOKEN }}', NPM_USER: '${{ secrets.NPM_USER }}'}
                  guarded:
                    runs-on: ubuntu-24.04
                    environment: other
                    steps:
                      - run: npm ci
                        env: {NODE_AUTH_TOKEN: '${{ secrets.NPM_TOKEN }}'}
                  test:
                    runs-on: ubuntu-24.04
                    steps:
                      - run: npm ci
                        env:
                          A: ${{ secrets.npm_token }}        # finds: release-without-environment medium medium-confidence
                          B: ${{ secrets.NPM_USER }}
                          C: ${{ secrets.OTHER }}
                          D: ${{ secrets.NPM_TOKEN }}
                """).isFoundBy(CHECK);
    }

    @Test
    void sparesWhatOtherStepsOfThePublishingJobNeed() {
        MarkedYaml.workflow("""
                        on: push
                        jobs:
                          publish:
                            runs-on: ubuntu-24.04
                            environment: npm
                            steps:
                              - run: npm test
                                env: {KEY: '${{ secrets.MODEL_KEY }}'}
                              - uses: actions/create-github-app-token@v2
                                with: {app-id: 1, private-key: '${{ secrets.APP_KEY }}'}
                              - uses: ./.github/actions/check
                                with: {key: '${{ secrets.CHECK_KEY }}'}
                              - uses: ./.github/actions/publish
                                with: {token: '${{ secrets.NPM_TOKEN }}'}
                          test:
                            runs-on: ubuntu-24.04
                            steps:
                              - run: npm test
                                env:
                                  A: ${{ secrets.MODEL_KEY }}
                                  B: ${{ secrets.APP_KEY }}      # finds: release-without-environment medium medium-confidence
                                  C: ${{ secrets.CHECK_KEY }}
                                  D: ${{ secrets.NPM_TOKEN }}    # finds: release-without-environment medium medium-confidence
                        """)
                .and(".github/actions/check/action.yml", """
                        inputs: {key: {}}
                        runs: {using: composite, steps: [{run: ./check, shell: bash, env: {KEY: '${{ inputs.key }}'}}]}
                        """)
                .and(".github/actions/publish/action.yml", """
                        inputs: {token: {}}
                        runs:
                          using: composite
                          steps: [{run: npm publish, shell: bash, env: {NODE_AUTH_TOKEN: '${{ inputs.token }}'}}]
                        """)
                .isFoundBy(CHECK);
    }

    @Test
    void sparesSecretsWhereNothingIsPublished() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  deploy:
                    runs-on: ubuntu-24.04
                    environment: staging
                    steps: [{run: ./smoke-test, env: {T: '${{ secrets.TOKEN }}'}}]
                  test:
                    runs-on: ubuntu-24.04
                    steps: [{run: ./test, env: {T: '${{ secrets.TOKEN }}'}}]
                """).isFoundBy(CHECK);
    }
}
