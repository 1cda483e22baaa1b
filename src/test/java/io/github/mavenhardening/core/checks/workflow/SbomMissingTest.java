package io.github.mavenhardening.core.checks.workflow;

import java.util.List;
import org.junit.jupiter.api.Test;

class SbomMissingTest {

    private static final SbomMissing CHECK = new SbomMissing();
    private static final String FOUND = "  # finds: sbom-missing low medium-confidence pedantic";
    private static final String UNSURE = "  # finds: sbom-missing low low-confidence pedantic";

    private static MarkedYaml job(String mark, String steps) {
        return MarkedYaml.workflow(
                "on: push\njobs:\n  release:" + mark + "\n    runs-on: ubuntu-24.04\n    steps:\n" + steps.indent(6));
    }

    private static String pom(String inner) {
        return "<?xml version=\"1.0\"?>\n<project xmlns=\"http://maven.apache.org/POM/4.0.0\">\n" + inner
                + "</project>\n";
    }

    private static String plugins(String groupId, String artifactId) {
        return "<plugins><plugin><groupId>" + groupId + "</groupId><artifactId>" + artifactId
                + "</artifactId><configuration><groupId>x</groupId></configuration></plugin></plugins>";
    }

    /** ko makes one with each image, unless it is told not to. */
    @Test
    void knowsThatKoMakesOne() {
        job("", "- run: ko build ./cmd/app --bare").isFoundBy(CHECK);
        job("", "- run: IMAGE=$(ko build ./ --sbom=cyclonedx)").isFoundBy(CHECK);
        job(FOUND, "- run: ko build ./cmd/app --sbom=none").isFoundBy(CHECK);
        job(FOUND, "- run: ko build --sbom none ./cmd/app").isFoundBy(CHECK);
        job(FOUND, "- run: |\n    ko build ./cmd/app\n    mvn deploy").isFoundBy(CHECK);
    }

    /** An option at the beginning of a recipe's next line is none of make's prefixes. */
    @Test
    void readsOptionsOnFurtherLinesOfRecipes() {
        String makefile = "image:\n\t-@docker buildx build \\\n\t\t--push \\\n  --tag ghcr.io/o/app \\\n\tOPTION .\n";
        job("", "- run: make image")
                .and("Makefile", makefile.replace("OPTION", "--sbom=true"))
                .isFoundBy(CHECK);
        job(FOUND, "- run: make image")
                .and("Makefile", makefile.replace("OPTION", "--sbom=false"))
                .isFoundBy(CHECK);
        job("", "- run: make image")
                .and("Makefile", makefile.replace("--push", "--load").replace("OPTION", ""))
                .isFoundBy(CHECK);
    }

    @Test
    void findsReleasesWithoutOne() {
        job(FOUND, "- run: mvn deploy").isFoundBy(CHECK);
        job("", "- run: mvn verify").isFoundBy(CHECK);
        job("", "- run: cosign sign image").isFoundBy(CHECK);
        String release = "- uses: softprops/action-gh-release@v2\n  with: {files: ";
        job("", release + "SHA256SUMS}").isFoundBy(CHECK);
        job("", release + "'dist/app.jar.sha256, dist/app.jar.asc'}").isFoundBy(CHECK);
        job("", "- run: gh release upload v1 /tmp/a-test-report-1.json.gz a-tck-results-java-17.zip -R o/r")
                .isFoundBy(CHECK);
        job(FOUND, "- run: gh release upload v1 reporter.jar -R o/r").isFoundBy(CHECK);
        job(FOUND, "- run: gh release upload v1 reports/app.jar").isFoundBy(CHECK);
        job(FOUND, release + "'dist/app.jar, checksums.txt'}").isFoundBy(CHECK);
        job("", "- run: gh release upload v1 SHA256SUMS.txt --clobber").isFoundBy(CHECK);
        job(FOUND, "- run: gh release upload v1 app.jar SHA256SUMS").isFoundBy(CHECK);
    }

    /** Between buckets files are copied that were built before. */
    @Test
    void sparesCopiesBetweenBuckets() {
        String copy = "- run: aws s3 cp FROM s3://example/app.deb --acl public-read";
        job(FOUND, copy.replace("FROM", "app.deb")).isFoundBy(CHECK);
        job("", copy.replace("FROM", "s3://example-builds/app.deb")).isFoundBy(CHECK);
    }

    /** What users read is not what they install, though it is packed. */
    @Test
    void sparesDocuments() {
        String copy = "- run: aws s3 cp FILE s3://example/WHERE --acl public-read";
        job(FOUND, copy.replace("FILE", "app.jar").replace("WHERE", "a")).isFoundBy(CHECK);
        job("", copy.replace("FILE", "app-javadoc.jar").replace("WHERE", "a")).isFoundBy(CHECK);
        job("", copy.replace("FILE", "all.zip").replace("WHERE", "docs/")).isFoundBy(CHECK);
    }

    @Test
    void sparesAttestationsAlone() {
        String upload = "- uses: actions/upload-release-asset@v1\n  with: {asset_path: ";
        job("", upload + "app.intoto.jsonl}").isFoundBy(CHECK);
        job("", upload + "'${{ needs.provenance.outputs.attestation-name }}'}").isFoundBy(CHECK);
        job(FOUND, upload + "'${{ needs.build.outputs.archive-name }}'}").isFoundBy(CHECK);
    }

    /** Without a secret and with a token that only reads, nothing can be published, whatever is called. */
    @Test
    void sparesJobsThatHaveNothingToPublishWith() {
        String job = """
                on: push
                permissions: PERMISSIONS
                jobs:
                  release:MARK
                    runs-on: RUNNER
                    steps:
                      - run: make image push
                      - run: docker push example/app
                """;
        String hosted = job.replace("RUNNER", "ubuntu-24.04");
        MarkedYaml.workflow(hosted.replace("PERMISSIONS", "{}").replace("MARK", ""))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(hosted.replace("PERMISSIONS", "{contents: read}").replace("MARK", ""))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(hosted.replace("PERMISSIONS", "{packages: write}").replace("MARK", FOUND))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(hosted.replace("PERMISSIONS", "{}\nenv: {TOKEN: '${{ secrets.HUB }}'}")
                        .replace("MARK", FOUND))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(job.replace("RUNNER", "[self-hosted]")
                        .replace("PERMISSIONS", "{}")
                        .replace("MARK", FOUND))
                .isFoundBy(CHECK);
    }

    @Test
    void sparesImagesThatStayByVariablesOfMake() {
        String makefile =
                "REGISTRY := ko.local\nKO = ko\nimage:\n\t@KO_DOCKER_REPO=$(REGISTRY) \\\n\t\t$(KO) build --sbom=none ./app\n";
        job("", "- run: make image").and("Makefile", makefile).isFoundBy(CHECK);
        job(FOUND, "- run: make image")
                .and("Makefile", makefile.replace("ko.local", "ghcr.io/o"))
                .isFoundBy(CHECK);
    }

    @Test
    void knowsActionsAndCommands() {
        job("", "- run: mvn deploy\n- uses: anchore/sbom-action@v0").isFoundBy(CHECK);
        job("", "- run: mvn org.cyclonedx:cyclonedx-maven-plugin:2.9.1:makeBom deploy")
                .isFoundBy(CHECK);
        job("", "- uses: docker/build-push-action@v6\n  with: {push: true, sbom: true}")
                .isFoundBy(CHECK);
        job("", "- uses: depot/build-push-action@v1\n  with: {push: true, sbom: true}")
                .isFoundBy(CHECK);
        job(FOUND, "- uses: docker/build-push-action@v6\n  with: {push: true, sbom: false}")
                .isFoundBy(CHECK);
        job("", "- run: gradle publish")
                .and("build.gradle.kts", "plugins { id(\"org.cyclonedx.bom\") version \"2.3.0\" }\n")
                .isFoundBy(CHECK);
    }

    /** What a called workflow builds is not seen; its input says that a list is made. */
    @Test
    void knowsCallsThatAreToldToMakeOne() {
        String call = """
                on: push
                jobs:
                  build:
                    uses: docker/github-builder/.github/workflows/bake.yml@v1
                    with: {output: local, sbom: SBOM}
                  release:MARK
                    needs: build
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: softprops/action-gh-release@v2
                        with: {files: dist/app}
                """;
        MarkedYaml.workflow(call.replace("SBOM", "true").replace("MARK", "")).isFoundBy(CHECK);
        MarkedYaml.workflow(call.replace("SBOM", "false").replace("MARK", FOUND))
                .isFoundBy(CHECK);
    }

    /** It has no input for files. */
    @Test
    void sparesReleasesOfNotes() {
        job("", "- uses: actions/create-release@v1\n  with: {tag_name: v1}").isFoundBy(CHECK);
        job(
                        FOUND,
                        "- uses: actions/create-release@v1\n- uses: actions/upload-release-asset@v1\n  with: {asset_path: a.jar}")
                .isFoundBy(CHECK);
    }

    @Test
    void knowsWhatMakesOne() {
        for (String maker : List.of(
                "cdxgen -o bom.json",
                "npx --yes @cyclonedx/cyclonedx-npm --output-file bom.json",
                "npm sbom --sbom-format spdx",
                "uvx cyclonedx-py environment",
                "python -m cyclonedx_py environment",
                "go run github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.9.0 mod",
                "trivy fs --format cyclonedx --output bom.json .",
                "cargo cyclonedx",
                "./gradlew cyclonedxBom",
                "bom generate -o x.spdx .",
                "python3 tools/generate_sbom.py",
                "./mvnw -B cyclonedx:makeAggregateBom")) {
            job("", "- run: mvn deploy\n- run: " + maker).isFoundBy(CHECK);
        }
        for (String maker : List.of(
                "docker buildx build --sbom=true --push .",
                "cosign attest --type spdxjson --predicate x.json example/a",
                "cosign attach sbom --sbom x.json example/a")) {
            job("", "- run: docker push x\n- run: " + maker).isFoundBy(CHECK);
        }
    }

    /** The word alone makes none. */
    @Test
    void takesNoWordForOne() {
        for (String other : List.of(
                "curl -sSfO https://example.org/sbom.json",
                "mv target/sbom.json dist/",
                "mvn -Dcyclonedx.skip=true verify",
                "pip install cyclonedx-bom",
                "syft version",
                "git tag sbom",
                "trivy fs --format sarif .",
                "docker build --sbom=false .",
                "docker run example/sbom-viewer")) {
            job(FOUND, "- run: mvn deploy\n- run: " + other).isFoundBy(CHECK);
        }
        job(FOUND, "- run: npm publish")
                .and("package.json", "{\"description\": \"Shows an SBOM\", \"keywords\": [\"spdx\"]}\n")
                .isFoundBy(CHECK);
        job("", "- run: goreleaser release")
                .and(".goreleaser.yaml", "builds: []\nsboms:\n  - artifacts: archive\n")
                .isFoundBy(CHECK);
        job("", "- run: npm publish")
                .and("package.json", "{\"devDependencies\": {\"@cyclonedx/cyclonedx-npm\": \"1.0.0\"}}\n")
                .isFoundBy(CHECK);
    }

    @Test
    void readsPoms() {
        String cyclonedx = plugins("org.cyclonedx", "cyclonedx-maven-plugin");
        job("", "- run: mvn deploy")
                .and("pom.xml", pom("<build>" + cyclonedx + "</build>"))
                .isFoundBy(CHECK);
        job("", "- run: mvn deploy")
                .and("core/pom.xml", pom("<profiles><profile><build>" + cyclonedx + "</build></profile></profiles>"))
                .isFoundBy(CHECK);
        job(FOUND, "- run: mvn deploy")
                .and("pom.xml", pom("<build><pluginManagement>" + cyclonedx + "</pluginManagement></build>"))
                .isFoundBy(CHECK);
        job(FOUND, "- run: mvn deploy")
                .and("src/it/x/pom.xml", pom("<build>" + cyclonedx + "</build>"))
                .isFoundBy(CHECK);
        job(UNSURE, "- run: mvn deploy")
                .and("pom.xml", pom("<parent><artifactId>p</artifactId></parent>"))
                .isFoundBy(CHECK);
        job(FOUND, "- run: mvn deploy").and("pom.xml", "<project><build>").isFoundBy(CHECK);
        job(FOUND, "- run: mvn deploy")
                .and(
                        "pom.xml",
                        "<!DOCTYPE project [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<project>&x;</project>")
                .isFoundBy(CHECK);
    }

    @Test
    void knowsThisPluginByItsGoal() {
        String ours = plugins("io.github.mavenhardening", "hardening-maven-plugin");
        String goals =
                "<executions><execution><goals><goal>check</goal><goal>%s</goal></goals></execution></executions>";
        job("", "- run: mvn deploy")
                .and("pom.xml", pom("<build>" + with(ours, goals.formatted("sbom")) + "</build>"))
                .isFoundBy(CHECK);
        job(FOUND, "- run: mvn deploy")
                .and("pom.xml", pom("<build>" + with(ours, goals.formatted("posture")) + "</build>"))
                .isFoundBy(CHECK);
        job(FOUND, "- run: mvn deploy")
                .and("pom.xml", pom("<build>" + ours + "</build>"))
                .isFoundBy(CHECK);
        job("", "- run: mvn verify hardening:sbom deploy").isFoundBy(CHECK);
    }

    private static String with(String plugin, String executions) {
        return plugin.replace("</plugin>", executions + "</plugin>");
    }

    @Test
    void asksForOneOfWhatIsPublished() {
        job(FOUND, "- run: mvn deploy\n- run: echo no SBOM yet").isFoundBy(CHECK);
        job(FOUND, "- run: mvn deploy\n- uses: docker/build-push-action@v6\n  with: {push: true, sbom: true}")
                .isFoundBy(CHECK);
        job(FOUND, "- run: docker push x")
                .and("pom.xml", pom("<build>" + plugins("org.cyclonedx", "cyclonedx-maven-plugin") + "</build>"))
                .isFoundBy(CHECK);
        job("", "- run: docker push x\n- run: syft x -o spdx-json").isFoundBy(CHECK);
        String elsewhere = """
                on: push
                jobs:
                  sbom: {runs-on: ubuntu-24.04, steps: [{uses: anchore/sbom-action@v0}]}
                """;
        job(FOUND, "- run: mvn deploy")
                .and(".github/workflows/other.yml", elsewhere)
                .isFoundBy(CHECK);
        job("", "- run: gh release create v1 x.jar")
                .and(".github/workflows/other.yml", elsewhere.replace("on: push", "on: release"))
                .isFoundBy(CHECK);
    }

    /** A profile without an activation is switched on by its name alone. */
    @Test
    void asksWhichProfilesAreSwitchedOn() {
        String profile = "<profiles><profile><id>bom</id>ACTIVATION<build>"
                + plugins("org.cyclonedx", "cyclonedx-maven-plugin") + "</build></profile></profiles>";
        String pom = pom(profile.replace("ACTIVATION", ""));
        job(FOUND, "- run: mvn -Psign,sources deploy").and("pom.xml", pom).isFoundBy(CHECK);
        job(FOUND, "- run: mvn deploy").and("pom.xml", pom).isFoundBy(CHECK);
        for (String steps : new String[] {
            "- run: mvn -Psign,bom deploy",
            "- run: mvn -P bom deploy",
            "- run: mvn deploy --activate-profiles=+bom",
            "- run: mvn deploy -P$PROFILES",
            "- run: mvn release:perform -DreleaseProfiles=bom",
            "- run: mvn deploy\n  env: {MAVEN_ARGS: -Pbom}",
            "- uses: example/setup@v1\n  with: {profiles: bom}\n- run: mvn deploy",
            "- run: ./release.sh"
        }) {
            job("", steps)
                    .and("pom.xml", pom)
                    .and("release.sh", "mvn -Pbom deploy\n")
                    .isFoundBy(CHECK);
        }
        job("", "- run: mvn deploy")
                .and("pom.xml", pom)
                .and(".mvn/maven.config", "-Pbom\n")
                .isFoundBy(CHECK);
        job("", "- run: mvn deploy")
                .and(
                        "pom.xml",
                        pom(profile.replace(
                                "ACTIVATION", "<activation><property><name>x</name></property></activation>")))
                .isFoundBy(CHECK);
    }

    @Test
    void countsNoPluginThatIsNotApplied() {
        String apply = "plugins { id(\"org.cyclonedx.bom\") version \"2.3.0\" apply false }\n";
        MarkedYaml found = job(FOUND, "- run: gradle publish");
        found.and("build.gradle.kts", apply).isFoundBy(CHECK);
        job(FOUND, "- run: gradle publish")
                .and("build.gradle", "plugins { id 'org.cyclonedx.bom' version '2.3.0' apply(false) }\n")
                .isFoundBy(CHECK);
        job("", "- run: gradle publish")
                .and("build.gradle.kts", apply + "subprojects { apply(plugin = \"org.cyclonedx.bom\") }\n")
                .isFoundBy(CHECK);
        job("", "- run: gradle publish")
                .and("build.gradle.kts", apply)
                .and("lib/build.gradle.kts", "plugins { id(\"org.cyclonedx.bom\") }\n")
                .isFoundBy(CHECK);
        String catalog = "[plugins]\ncyclonedx-bom = { id = \"org.cyclonedx.bom\", version = \"2.3.0\" }\n";
        job(FOUND, "- run: gradle publish")
                .and("gradle/libs.versions.toml", catalog)
                .and("build.gradle.kts", "plugins { alias(libs.plugins.cyclonedx.bom) apply false }\n")
                .isFoundBy(CHECK);
        job("", "- run: gradle publish")
                .and("gradle/libs.versions.toml", catalog)
                .and("build.gradle.kts", "plugins { alias(libs.plugins.cyclonedx.bom) apply false }\n")
                .and("lib/build.gradle.kts", "plugins { alias(libs.plugins.cyclonedx.bom) }\n")
                .isFoundBy(CHECK);
    }
}
