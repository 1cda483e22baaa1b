package io.github.mavenhardening.core.workflow.egress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.RepositorySlug;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.MemoryTree;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JobEndpointsTest {

    private static final String WORKFLOW = ".github/workflows/ci.yml";
    private static final String RELEASES =
            "github.com:443 objects.githubusercontent.com:443 release-assets.githubusercontent.com:443";

    private static JobEndpoints of(String steps, Map<String, String> files, List<String> mavenRepositories) {
        return of(steps, files, mavenRepositories, "{}");
    }

    private static JobEndpoints of(String steps, Map<String, String> files, Map<Tool, List<String>> own) {
        return of(steps, files, new Registries(own, List.of()), "{}");
    }

    private static JobEndpoints of(
            String steps, Map<String, String> files, List<String> mavenRepositories, String services) {
        return of(steps, files, new Registries(Map.of(), mavenRepositories), services);
    }

    private static JobEndpoints of(String steps, Map<String, String> files, Registries known, String services) {
        Map<String, String> all = new TreeMap<>(files);
        all.put(WORKFLOW, """
                name: three
                on: push
                env: {BASE: 'https://base.example.org/x', FOLDER: one}
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    strategy: {matrix: {folder: [one, two], language: [java, go]}}
                    env: {SITE: 'http://site.example.org:8080'}
                    services: SERVICES
                    steps:
                """.replace("SERVICES", services) + steps.indent(6));
        Repository repository = new Repository(MemoryTree.of(all), RepositorySlug.parse("owner/project"));
        Definitions definitions = WorkflowAudit.definitions(repository);
        Workflow workflow = (Workflow) definitions.at(WORKFLOW).orElseThrow();
        return JobEndpoints.of((NormalJob) workflow.jobs().get(0), workflow, definitions, repository, known);
    }

    /** What a step adds to what the environment of the job names. */
    private static String added(String steps, Map<String, String> files) {
        TreeMap<String, String> rest = new TreeMap<>();
        of(steps, files, List.of()).endpoints().forEach(endpoint -> rest.put(endpoint, ""));
        assertThat(rest.keySet()).contains("base.example.org:443", "site.example.org:8080");
        rest.remove("base.example.org:443");
        rest.remove("site.example.org:8080");
        return String.join(" ", rest.keySet());
    }

    private static String added(String steps) {
        return added(steps, Map.of());
    }

    /** Variables name registries and machines as inputs do. */
    @Test
    void readsVariablesByTheirNames() {
        assertThat(added("- run: ./build\n  env: {IMAGE: 'images.example.org/team/app', REPORT_FILE: app.jar}"))
                .isEqualTo("images.example.org:443");
        assertThat(added("- run: KO_DOCKER_REPO=images.example.org/team/app ./build"))
                .isEqualTo("images.example.org:443");
        assertThat(added("- run: ./build\n  env: {DB_HOST: 'db.example.org:5432', SERVER: app.jar}"))
                .isEqualTo("db.example.org:5432");
    }

    @Test
    void readsAddressesOfScriptsInputsAndVariables() {
        assertThat(added("""
                - run: |
                    # https://comment.example.org
                    echo "see https://said.example.org/page"
                    git commit -m 'as of https://message.example.org'
                    curl -sSf https://User:word@one.example.org/a http://two.example.org
                    git clone ssh://git@three.example.org:2222/a/b
                    curl https://${HOST}.example.org/ https://four.example.$TLD/ https://localhost:1/ https://10.0.0.1/
                    curl https://in.example.net:99999/
                - run: |
                    import urllib.request
                    # https://comment.example.org
                    urllib.request.urlopen("https://five.example.org/x")
                  shell: python
                - uses: actions/github-script@v8
                  env: {TARGET: 'https://six.example.org'}
                  with:
                    script: await fetch('https://seven.example.org/api')
                """))
                .isEqualTo("api.github.com:443 five.example.org:443 github.com:443 one.example.org:443 "
                        + "seven.example.org:443 six.example.org:443 three.example.org:2222 two.example.org:80");
    }

    /** CodeQL builds, or takes the dependencies of, what is written in some languages. */
    @Test
    void knowsWhatCodeqlBuilds() {
        String step = "- uses: github/codeql-action/init@v4\n  with: {languages: 'LANGUAGE'}\n";
        Map<String, String> maven = Map.of("pom.xml", "<project/>");
        assertThat(of(step.replace("LANGUAGE", "java-kotlin"), maven, List.of()).registries())
                .contains("maven");
        assertThat(of(step.replace("LANGUAGE", "java-kotlin"), Map.of(), List.of())
                        .registries())
                .isEmpty();
        assertThat(of(step.replace("LANGUAGE", "actions"), maven, List.of()).registries())
                .isEmpty();
        assertThat(of(step.replace("LANGUAGE", "rust"), Map.of(), List.of()).registries())
                .containsExactly("cargo");
    }

    /** Scripts keep the folder of the project in a variable. */
    @Test
    void findsTheDockerfileBelowAVariable() {
        Map<String, String> files = Map.of(
                "Dockerfile", "FROM images.example.org/base:1\n",
                "app/Dockerfile", "FROM images.example.net/base:1\n");
        assertThat(added("- run: docker build --tag app \"${FOLDER_OF_PROJECT}\"\n", files))
                .isEqualTo("images.example.org:443");
        assertThat(added("- run: docker build --tag app \"$ROOT/app\"\n", files))
                .isEqualTo("images.example.net:443");
    }

    @Test
    void readsWhatContainersAndRunnersStart() {
        assertThat(added("- run: docker run --rm images.example.org/tools:1 sh -c 'rustup show'\n"))
                .isEqualTo("images.example.org:443 static.rust-lang.org:443");
        assertThat(added("- run: xargs govulncheck\n")).contains("vuln.go.dev:443");
    }

    @Test
    void followsScriptsOfTheProjectAndItsActions() {
        Map<String, String> files = Map.of(
                "ci/get.sh",
                "curl -o x https://script.example.org/x\n",
                ".github/actions/get/action.yml",
                """
                inputs: {host: {}}
                runs:
                  using: composite
                  steps:
                    - {run: 'wget https://${{ inputs.host }}/x', shell: bash}
                    - {if: "runner.os == 'macOS'", run: 'curl https://mac.example.org', shell: bash}
                    - {if: "runner.os == 'macOS' || runner.os == 'Linux'", run: 'curl https://linux.example.org', shell: bash}
                """,
                "action.yml",
                """
                runs:
                  using: composite
                  steps: [{run: 'curl https://own.example.org', shell: bash}]
                """);
        assertThat(added("""
                - run: ./ci/get.sh
                - uses: ./.github/actions/get
                - uses: Owner/Project@v3
                """, files)).isEqualTo("linux.example.org:443 own.example.org:443 script.example.org:443");
    }

    @Test
    void knowsWhereAddressesLead() {
        assertThat(added("- run: curl -LO https://github.com/a/b/releases/download/v1/x"))
                .isEqualTo(RELEASES);
        assertThat(added("- run: curl -LO https://github.com/a/b/archive/v1.zip"))
                .isEqualTo("codeload.github.com:443 github.com:443");
        assertThat(added("- run: curl -LO https://github.com/a/b")).isEqualTo("github.com:443");
    }

    @Test
    void knowsActionsByTheirInputs() {
        assertThat(added("- uses: actions/checkout@v6")).isEqualTo("api.github.com:443 github.com:443");
        assertThat(added("- {uses: actions/setup-java@v5, with: {distribution: Oracle}}"))
                .isEqualTo("download.oracle.com:443");
        assertThat(added("- {uses: actions/setup-java@v5, with: {distribution: temurin}}"))
                .isEqualTo("api.adoptium.net:443 " + RELEASES);
        assertThat(added("- {uses: actions/setup-java@v5, with: {distribution: \"${{ x && 'oracle' || 'zulu' }}\"}}"))
                .isEqualTo("api.azul.com:443 cdn.azul.com:443 download.oracle.com:443");
        JobEndpoints open =
                of("- {uses: actions/setup-java@v5, with: {distribution: '${{ vars.D }}'}}", Map.of(), List.of());
        assertThat(open.actions()).containsExactly("actions/setup-java");
        assertThat(of("- uses: a/b/c@v1", Map.of(), List.of()).actions()).containsExactly("a/b/c");
        assertThat(of(
                                "- uses: step-security/harden-runner@v2\n  with: {allowed-endpoints: 'https://x.example.org'}",
                                Map.of(),
                                List.of())
                        .endpoints())
                .doesNotContain("x.example.org:443");
    }

    @Test
    void knowsRegistriesOfImages() {
        assertThat(added("- run: docker pull registry.example.org:5000/a/b:1")).isEqualTo("registry.example.org:5000");
        assertThat(added("- {uses: docker/login-action@v3, with: {registry: registry.example.org}}"))
                .isEqualTo("registry.example.org:443");
        assertThat(added("- {uses: docker/build-push-action@v6, with: {tags: 'registry.example.org/a/b:1'}}"))
                .isEqualTo("registry.example.org:443");
        assertThat(
                        added(
                                "- {uses: docker/build-push-action@v6, with: {cache-to: 'type=registry,ref=registry.example.org/a/b'}}"))
                .isEqualTo("registry.example.org:443");
        assertThat(of("- run: docker pull alpine", Map.of(), List.of()).registries())
                .containsExactly("docker");
        assertThat(of("- {uses: docker/build-push-action@v6, with: {tags: a/b}}", Map.of(), List.of())
                        .registries())
                .containsExactly("docker");
        assertThat(of("- run: docker pull registry.example.org/a", Map.of(), List.of())
                        .registries())
                .isEmpty();
    }

    @Test
    void takesRegistriesFromTheFilesThatNameThem() {
        String steps = """
                - run: |
                    mvn verify
                    npm ci
                    pip install -r requirements.txt
                    bundle install
                    go build ./...
                    cargo build
                """;
        assertThat(of(steps, Map.of(), List.of()).registries())
                .containsExactly("cargo", "gem", "go", "maven", "npm", "pip");
        Map<String, String> files = Map.of(
                ".mvn/hardening-lock.json", """
                        {"version": 1, "files": {"a/a/1/a-1.jar": {"origin": "corp"}},
                         "repositories": {"corp": {"corp": "https://origin.example.org/m2"}}}
                        """,
                ".mvn/wrapper/maven-wrapper.properties",
                        "#https://comment.example.org\ndistributionUrl=https\\://wrapper.example.org/maven.zip\n",
                "pom.xml", """
                        <project>
                          <url>https://home.example.org</url>
                          <repositories><repository><id>x</id><url>https://pom.example.org/m2</url></repository></repositories>
                          <build><plugins><plugin><groupId>dev.sigstore</groupId><artifactId>sigstore-maven-plugin</artifactId></plugin></plugins></build>
                        </project>
                        """,
                "package-lock.json",
                        "{\"homepage\": \"https://home.example.org\",\n \"resolved\": \"https://npm.example.org/a.tgz\"}",
                "uv.lock", "source = { registry = \"https://py.example.org/simple\" }\n",
                "Gemfile.lock", "GEM\n  remote: https://gems.example.org/\n",
                ".cargo/config.toml",
                        "[source.crates-io]\nreplace-with = 'a'\n[source.a]\nregistry = \"sparse+https://cargo.example.org/\"\n",
                "vendor/modules.txt", "# a v1\n");
        JobEndpoints told = of(steps, files, List.of());
        assertThat(told.registries()).isEmpty();
        assertThat(told.indexes()).containsExactly("cargo", "gem");
        assertThat(told.endpoints())
                .containsExactlyInAnyOrder(
                        "base.example.org:443",
                        "site.example.org:8080",
                        "origin.example.org:443",
                        "wrapper.example.org:443",
                        "pom.example.org:443",
                        "fulcio.sigstore.dev:443",
                        "rekor.sigstore.dev:443",
                        "tuf-repo-cdn.sigstore.dev:443",
                        "npm.example.org:443",
                        "py.example.org:443",
                        "gems.example.org:443",
                        "cargo.example.org:443");
    }

    @Test
    void takesRepositoriesOfTheRunningBuild() {
        JobEndpoints told = of("- run: ./mvnw verify", Map.of(), List.of("https://repo.example.org/maven2"));
        assertThat(told.registries()).isEmpty();
        assertThat(told.endpoints()).contains("repo.example.org:443");
    }

    @Test
    void readsGradlesFiles() {
        Map<String, String> files = Map.of(
                "settings.gradle.kts",
                """
                // https://comment.example.org
                maven { url = uri("https://repo.example.org/m2") }
                apply(from = "$rootDir/gradle/develocity.gradle")
                """,
                "gradle/unused.gradle",
                "url 'https://unused.example.org/'\n",
                "gradle/develocity.gradle",
                "server = 'https://scans.example.org/'\nid 'org.gradle.toolchains.foojay-resolver-convention'\n",
                "gradle/wrapper/gradle-wrapper.properties",
                "distributionUrl=https\\://gradle.example.org/gradle-9-bin.zip\n");
        assertThat(added("- run: ./gradlew build", files))
                .isEqualTo("api.foojay.io:443 gradle.example.org:443 repo.example.org:443 scans.example.org:443");
        Map<String, String> more = new TreeMap<>(files);
        more.put("build.gradle", "repositories { mavenCentral() }\n");
        assertThat(of("- run: ./gradlew build", more, List.of()).registries()).containsExactly("gradle");
    }

    @Test
    void followsAllOfGradlesFiles() {
        Map<String, String> files = new TreeMap<>();
        files.put("build.gradle", "apply from: 'g0.gradle'\n");
        for (int i = 0; i < 200; i++) {
            files.put("g" + i + ".gradle", "apply from: 'g" + (i + 1) + ".gradle'\n");
        }
        files.put("g200.gradle", "maven { url 'https://repo.example.org/m2' }\n");
        assertThat(added("- run: gradle build", files)).contains("repo.example.org:443");
    }

    @Test
    void knowsCommandsByTheirWords() {
        assertThat(added("- run: gh release download v1")).isEqualTo("api.github.com:443 " + RELEASES);
        assertThat(added("- run: git fetch --tags")).isEqualTo("github.com:443");
        assertThat(added("- run: git status")).isEmpty();
        assertThat(added("- run: cosign sign-blob x")).contains("rekor.sigstore.dev:443");
    }

    @Test
    void looksIntoTheImagesThatAreBuilt() {
        Map<String, String> files = Map.of("app/Dockerfile", """
                # FROM comment.example.org/x
                FROM first.example.org/x:1 AS build
                ADD https://added.example.org/x /x
                RUN --mount=type=cache,target=/c \\
                    curl -O https://run.example.org/x && \\
                    apk add git
                FROM build
                COPY --from=tools.example.org/y /y /y
                COPY --from=build /x /x
                COPY --from=0 /x /x
                """);
        String built = "added.example.org:443 first.example.org:443 run.example.org:443 tools.example.org:443";
        assertThat(added("- run: docker build -t x app", files)).isEqualTo(built);
        assertThat(added("- run: docker buildx build -f app/Dockerfile .", files))
                .isEqualTo(built);
        assertThat(added("- {run: docker build ., working-directory: app}", files))
                .isEqualTo(built);
        String defaults = "{}\n    defaults: {run: {working-directory: app}}";
        assertThat(of("- run: docker build .", files, List.of(), defaults).endpoints())
                .contains("first.example.org:443");
        assertThat(of("- {uses: docker/build-push-action@v6, with: {context: app}}", files, List.of())
                        .registries())
                .containsExactly("apk", "docker");
        assertThat(added("- run: docker build other", files)).doesNotContain("example.org");
    }

    /** The lines of a text that an instruction is followed by are what it runs; the first comment may name the image that reads all. */
    @Test
    void looksIntoTextsOfDockerfiles() {
        Map<String, String> files = Map.of("app/Dockerfile", """
                # syntax=reads.example.org/dockerfile:1
                FROM first.example.org/x:1
                RUN --mount=type=cache,target=/c <<EOF
                    # curl https://comment.example.org/x
                    curl -O https://run.example.org/x
                EOF
                COPY <<'TEXT' /x
                RUN curl https://text.example.org/x
                TEXT
                RUN cat <<A && curl https://behind.example.org/x
                in the text
                A
                """);
        assertThat(added("- run: docker build app", files))
                .isEqualTo("behind.example.org:443 first.example.org:443 reads.example.org:443 run.example.org:443");
    }

    @Test
    void knowsTheDefaultContextOfABuild() {
        Map<String, String> files =
                Map.of("Dockerfile", "FROM one.example.org/base\n", "app/Dockerfile", "FROM two.example.org/base\n");
        String build = "- {uses: docker/build-push-action@v6, with: {context: '%s'}}";
        assertThat(added(build.formatted("{{defaultContext}}"), files)).isEqualTo("one.example.org:443");
        assertThat(added(build.formatted("{{defaultContext}}:app"), files)).isEqualTo("two.example.org:443");
    }

    /** What a script gives to a variable is asked somewhere behind it. */
    @Test
    void readsAddressesThatScriptsGiveToVariables() {
        assertThat(added("""
                - run: |
                    base=https://github.com/owner/tool/releases
                    if [ "$VERSION" = latest ]; then url="$base/latest/download"; else url="$base/download/$VERSION"; fi
                    # other=https://comment.example.org
                    curl -o tool "$url/tool"
                """)).isEqualTo(RELEASES);
    }

    @Test
    void followsTasksOfMise() {
        String tasks = """
                [tools]
                go = "1.26"
                "npm:prettier" = "3"

                [tasks]
                one = "curl https://one.example.org"

                [tasks.two]
                description = "curl https://words.example.org"
                depends = ["one"]
                run = [
                  "curl https://two.example.org",
                  'curl https://three.example.org',
                ]

                [tasks."b:c"]
                run = '''
                #!/bin/sh
                other = "curl https://four.example.org"
                curl https://five.example.org
                '''
                """;
        String tools = "dl.google.com:443 go.dev:443 ";
        Map<String, String> files = Map.of("mise.toml", tasks);
        assertThat(added("- run: mise run one", files)).isEqualTo(tools + "one.example.org:443");
        assertThat(added("- {run: mise r two, working-directory: a/b}", files))
                .isEqualTo(tools + "one.example.org:443 three.example.org:443 two.example.org:443");
        assertThat(added("- run: mise run b:c", files)).contains("five.example.org:443");
        assertThat(added("- run: mise ls", files)).isEqualTo(tools.strip());
        assertThat(of("- uses: jdx/mise-action@v3", files, List.of()).registries())
                .containsExactly("npm");
    }

    @Test
    void knowsWhatProvidersOfTerraformAsk() {
        Map<String, String> files = Map.of(
                "env/prod/main.tf",
                "resource \"google_pubsub_topic\" \"a\" {}\nresource \"ko_build\" \"a\" {}\n",
                ".ko.yaml",
                "defaultBaseImage: images.example.org/static:1\n");
        assertThat(added("- run: terraform -chdir=env/prod apply -auto-approve", files))
                .isEqualTo("checkpoint-api.hashicorp.com:443 images.example.org:443 pubsub.googleapis.com:443"
                        + " storage.googleapis.com:443");
        assertThat(added("- run: terraform fmt", files)).isEqualTo("checkpoint-api.hashicorp.com:443");
    }

    @Test
    void knowsWhatKoBuildsUpon() {
        assertThat(added("- run: ko build ./cmd")).contains("cgr.dev:443");
        assertThat(added(
                        "- run: ko build ./cmd",
                        Map.of(".ko.yaml", "baseImageOverrides:\n  github.com/a/cmd: b.example.org/c@d\n")))
                .isEqualTo("b.example.org:443 storage.googleapis.com:443");
    }

    @Test
    void knowsImagesOfDevContainers() {
        Map<String, String> files = Map.of(
                ".devcontainer/devcontainer.json",
                "{\n\"image\": \"images.example.org/dev:1\", // https://comment.example.org/dev\n}\n");
        assertThat(added("- uses: devcontainers/ci@v0.3", files))
                .contains("images.example.org:443")
                .doesNotContain("comment.example.org");
    }

    /** Scorecard looks up the digests of images that have none, Renovate those that are newer. */
    @Test
    void asksForImagesOfAllDockerfiles() {
        Map<String, String> files = Map.of(
                "a/Dockerfile",
                "FROM one.example.org/a:1\n",
                "b/c.dockerfile",
                "FROM two.example.org/b:1@sha256:" + "a".repeat(64) + "\n");
        assertThat(added("- uses: ossf/scorecard-action@v2", files))
                .contains("one.example.org:443")
                .doesNotContain("two.example.org:443");
        assertThat(added("- uses: renovatebot/github-action@v44", files))
                .contains("one.example.org:443", "two.example.org:443");
    }

    @Test
    void looksForRegistriesInAllFoldersWhereAllAreLookedThrough() {
        Map<String, String> files =
                Map.of("a/b/pyproject.toml", "[[tool.uv.index]]\nurl = 'https://python.example.org/simple'\n");
        assertThat(added("- uses: renovatebot/github-action@v44", files)).contains("python.example.org:443");
        assertThat(added("- run: uv sync", files)).doesNotContain("python.example.org:443");
    }

    /** A program that puts Docker's command together builds the Dockerfiles of folders that it is given, or all. */
    @Test
    void looksIntoImagesThatProgramsBuild() {
        Map<String, String> files = Map.of(
                "tools/build.py", "command = [os.getenv('CLI', 'docker')] + ['buildx', 'build']\n",
                "tools/other.py", "print('docker')\n",
                "Server/Dockerfile", "FROM one.example.org/base\n",
                "web/Dockerfile", "FROM two.example.org/base\n");
        assertThat(added("- run: tools/build.py --components server", files)).isEqualTo("one.example.org:443");
        assertThat(added("- run: python tools/build.py ${{ inputs.component }}", files))
                .isEqualTo("one.example.org:443 two.example.org:443");
        assertThat(added("- run: tools/other.py", files)).isEmpty();
    }

    @Test
    void followsRecipesOfTheFolderBeforeTheirName() {
        Map<String, String> files = Map.of(
                "justfile", "up:\n    curl https://root.example.org\n",
                "a/b/justfile", "up:\n    curl https://inner.example.org\n");
        assertThat(added("- run: just a/b/up", files)).isEqualTo("inner.example.org:443");
        assertThat(added("- run: just up", files)).isEqualTo("root.example.org:443");
        assertThat(added("- run: just url=a/b up", files)).isEqualTo("root.example.org:443");
    }

    @Test
    void readsAddressesInFilesOfTools() {
        Map<String, String> files = Map.of(
                "Tiltfile", "helm_repo('a', 'https://one.example.org')\n# https://comment.example.org\n",
                "charts/a/Chart.yaml", "dependencies: [{name: a, repository: 'https://two.example.org'}]\n");
        assertThat(added("- run: tilt ci", files)).isEqualTo("one.example.org:443");
        assertThat(added("- run: helm dependency build charts/a", files)).isEqualTo("two.example.org:443");
        assertThat(added("- run: helm lint charts/a", files)).isEmpty();
    }

    @Test
    void knowsDockersOwnRegistryInVariables() {
        assertThat(of("- run: ./publish\n  env: {KO_DOCKER_REPO: docker.io/owner/app}", Map.of(), List.of())
                        .registries())
                .containsExactly("docker");
    }

    /** Of what other programs say, the texts that begin with an address: it is not read what they do. */
    @Test
    void readsAddressesThatTextsOfProgramsBeginWith() {
        Map<String, String> files = Map.of(
                "tools/check.py",
                """
                INDEX = "https://index.example.org/{name}.json"
                AGENT = "check (+https://agent.example.org)"
                """,
                "tools/check.mjs",
                "await fetch(`http://site.example.org:81/${name}`); // see https://note.example.org");
        assertThat(added("- run: python tools/check.py", files))
                .contains("index.example.org:443")
                .doesNotContain("agent.example.org:443");
        assertThat(added("- run: node tools/check.mjs", files)).isEqualTo("site.example.org:81");
    }

    /** An expression may be the value that it chooses: what is read there counts, and what a condition reads does not. */
    @Test
    void knowsWhatExpressionsMayChoose() {
        Map<String, String> files = Map.of("java/action.yml", """
                inputs: {vendor: {default: zulu}, other: {default: microsoft}}
                runs:
                  using: composite
                  steps:
                    - uses: actions/setup-java@v5
                      with: {distribution: "${{ inputs.other == 'x' && 'temurin' || inputs.vendor }}"}
                """);
        assertThat(added("- uses: ./java", files))
                .isEqualTo("api.adoptium.net:443 api.azul.com:443 cdn.azul.com:443 " + RELEASES);
        assertThat(added("- {uses: ./java, with: {vendor: corretto}}", files))
                .contains("corretto.aws:443")
                .doesNotContain("cdn.azul.com:443", "aka.ms:443");
    }

    @Test
    void fillsInputsIntoHosts() {
        String step = "- {uses: aws-actions/configure-aws-credentials@v6, with: {aws-region: '%s'}}";
        assertThat(added(step.formatted("eu-west-1"))).isEqualTo("sts.eu-west-1.amazonaws.com:443");
        assertThat(added(step.formatted("${{ secrets.REGION }}"))).isEmpty();
        assertThat(of(step.formatted("${{ secrets.REGION }}"), Map.of(), List.of())
                        .actions())
                .containsExactly("aws-actions/configure-aws-credentials");
    }

    /** Some packages of npm download a program when they are installed. */
    @Test
    void knowsWhatPackagesDownload() {
        Map<String, String> files = Map.of("package.json", "{\"devDependencies\": {\"puppeteer\": \"24.1.0\"}}");
        assertThat(added("- run: npm ci", files)).isEqualTo("storage.googleapis.com:443");
        assertThat(added("- run: npm ci", Map.of("package.json", "{\"dependencies\": {\"puppeteer-core\": \"24\"}}")))
                .isEmpty();
    }

    /** The runner pulls images of a job's own steps and services before anything is blocked. */
    @Test
    void knowsImagesThatArePulledWhileTheJobRuns() {
        Map<String, String> files = Map.of(
                ".github/actions/x/action.yml",
                "runs: {using: composite, steps: [{uses: 'docker://inner.example.org/x:1'}]}\n");
        assertThat(added("- uses: docker://step.example.org/x:1")).isEmpty();
        assertThat(of("- run: 'true'", Map.of(), List.of(), "{db: {image: db.example.org/pg}, cache: {image: redis}}")
                        .registries())
                .isEmpty();
        assertThat(added("- uses: ./.github/actions/x", files)).isEqualTo("inner.example.org:443");
    }

    @Test
    void knowsWhatToolsAskBesidesTheirRegistries() {
        String mirror = "azure.archive.ubuntu.com:80 esm.ubuntu.com:443 packages.microsoft.com:443";
        assertThat(added("- run: sudo apt-get update")).isEqualTo(mirror);
        assertThat(of("- run: sudo apt-get update", Map.of(), List.of()).registries())
                .isEmpty();
        assertThat(added("- run: npx playwright install --with-deps")).contains("azure.archive.ubuntu.com:80");
        assertThat(added("- run: npx playwright install")).doesNotContain("azure.archive.ubuntu.com");
        Map<String, String> files = Map.of("Dockerfile", "FROM first.example.org/x:1\nRUN apt-get update\n");
        assertThat(added("- run: docker build -t first.example.org/y .", files)).isEqualTo("first.example.org:443");
        assertThat(of("- run: docker build -t first.example.org/y .", files, List.of())
                        .registries())
                .containsExactly("apt");
    }

    @Test
    void looksForNoFilesBelowPathsThatNoFolderHas() {
        Map<String, String> files = Map.of("package-lock.json", "\"resolved\": \"https://npm.example.org/a.tgz\"");
        String step = "- {run: npm ci, working-directory: " + "a/".repeat(100_000) + "b}";
        assertThat(added(step, files)).isEqualTo("npm.example.org:443");
    }

    @Test
    void readsFilesOfTheFolderThatAStepWorksIn() {
        String lock = "\"resolved\": \"https://npm.example.org/a.tgz\"";
        Map<String, String> files = Map.of(
                "web/package-lock.json", lock, "other/package-lock.json", lock.replace("npm.", "other."), "sub/x", "");
        assertThat(of("- run: npm ci", files, List.of()).registries()).containsExactly("npm");
        assertThat(added("- {run: npm ci, working-directory: web}", files)).isEqualTo("npm.example.org:443");
        assertThat(added("- {run: npm ci, working-directory: ./web/app/}", files))
                .isEqualTo("npm.example.org:443");
        assertThat(added("- run: cd web && npm ci", files)).isEqualTo("npm.example.org:443");
        assertThat(added("- run: cd web && npm ci && cd ../other && npm ci", files))
                .isEqualTo("npm.example.org:443 other.example.org:443");
        assertThat(added("- run: cd web && ls && cd $BACK && npm ci", files)).isEmpty();
        assertThat(added("- run: cd web\n- run: npm ci", files)).isEmpty();
        assertThat(added("- {uses: pnpm/action-setup@v4, with: {working-directory: other}}", files))
                .isEqualTo("other.example.org:443");
    }

    @Test
    void asksForTheRegistryOfAToolBesideThoseThatItsFilesAdd() {
        Map<String, String> files = Map.of(
                ".npmrc", "@team:registry=https://team.example.org/\n",
                "requirements.txt", "--extra-index-url https://more.example.org/simple\n",
                ".cargo/config.toml", "[registries.own]\nindex = \"sparse+https://cargo.example.org/\"\n",
                "nuget.config", "<add key='own' value='https://nuget.example.org/v3/index.json' />\n",
                "pom.xml",
                        "<project><repositories><repository><id>x</id><url>https://pom.example.org/</url></repository></repositories></project>");
        JobEndpoints found = of("""
                - run: |
                    npm ci
                    pip install -r requirements.txt
                    cargo build
                    dotnet restore
                    mvn verify
                """, files, List.of());
        assertThat(found.registries()).containsExactly("cargo", "maven", "npm", "nuget", "pip");
        assertThat(found.endpoints())
                .contains(
                        "team.example.org:443",
                        "more.example.org:443",
                        "cargo.example.org:443",
                        "nuget.example.org:443",
                        "pom.example.org:443");
    }

    /** The hosts of a tool's own registry are asked where no file names another, and all of them where a file names one. */
    @Test
    void takesTheHostsOfTheToolsOwnRegistryFromThePolicy() {
        Map<Tool, List<String>> own = Map.of(
                Tool.GEM, List.of("gems.example.org", "files.example.org"),
                Tool.NPM, List.of("npm.example.org:8443"),
                Tool.MAVEN, List.of("repo.example.org"));
        JobEndpoints asked = of("- run: npm ci; mvn verify; bundle install; go build", Map.of(), own);
        assertThat(asked.endpoints())
                .contains(
                        "npm.example.org:8443",
                        "repo.example.org:443",
                        "gems.example.org:443",
                        "files.example.org:443");
        assertThat(asked.registries()).containsExactly("go");
        String lock = "GEM\n  remote: https://gems.example.org/\n";
        JobEndpoints whole = of("- run: bundle install", Map.of("Gemfile.lock", lock), own);
        assertThat(whole.endpoints()).contains("gems.example.org:443", "files.example.org:443");
        assertThat(whole.indexes()).isEmpty();
        JobEndpoints mirrored =
                of("- run: bundle install", Map.of("Gemfile.lock", lock.replace("gems", "mirror")), own);
        assertThat(mirrored.endpoints())
                .contains("mirror.example.org:443")
                .doesNotContain("gems.example.org:443", "files.example.org:443");
        assertThat(mirrored.indexes()).containsExactly("gem");
    }

    /** What inputs read of the run is put in their place: the matrix, variables, the workflow's name and the repository's. */
    @Test
    void resolvesWhatInputsRead() {
        Map<String, String> files = Map.of(
                "one/Dockerfile", "FROM one.example.org/base\n",
                "two/Dockerfile", "FROM two.example.org/base\n",
                "three/Dockerfile", "FROM three.example.org/base\n");
        String build = "- {uses: docker/build-push-action@v6, with: {context: '%s'}}";
        assertThat(added(build.formatted("${{ matrix.folder }}"), files))
                .isEqualTo("one.example.org:443 two.example.org:443");
        assertThat(added(build.formatted("${{ github.workspace }}/${{ github.workflow }}"), files))
                .isEqualTo("three.example.org:443");
        assertThat(added(build.formatted("${{ env.FOLDER }}"), files)).isEqualTo("one.example.org:443");
        assertThat(added(build.formatted("${{ inputs.folder }}"), files)).isEmpty();
        assertThat(of(
                                "- {uses: github/codeql-action/init@v4, with: {languages: '${{ matrix.language }}'}}",
                                Map.of(),
                                List.of())
                        .registries())
                .containsExactly("go");
    }

    /** An image of Docker's own registry may begin with a name that no machine is asked by. */
    @Test
    void knowsDockersOwnRegistryByItsShortName() {
        for (String step : List.of(
                "- run: docker pull docker.io/library/alpine",
                "- {uses: docker/login-action@v3, with: {registry: docker.io}}",
                "- {uses: docker/build-push-action@v6, with: {tags: 'docker.io/a/b:1'}}")) {
            JobEndpoints found = of(step, Map.of(), List.of());
            assertThat(found.registries()).as(step).containsExactly("docker");
            assertThat(found.endpoints()).as(step).noneMatch(endpoint -> endpoint.startsWith("docker.io"));
        }
    }

    /** The runner builds those of actions from elsewhere before it blocks anything, and the repository's own when it comes to them. */
    @Test
    void looksIntoImagesOfOwnActions() {
        Map<String, String> files = Map.of(
                "tool/action.yml", "runs: {using: docker, image: Dockerfile}\n",
                "tool/Dockerfile",
                        "FROM one.example.org/ubuntu\nRUN apt-get update && curl https://two.example.org/x\n",
                "named/action.yml", "runs: {using: docker, image: 'docker://three.example.org/a'}\n");
        assertThat(added("- uses: ./tool", files)).isEqualTo("one.example.org:443 two.example.org:443");
        assertThat(added("- uses: ./named", files)).isEqualTo("three.example.org:443");
    }

    @Test
    void asksThePolicyForTheMirrorsOfAnImage() {
        assertThat(of(
                                "- run: docker build .",
                                Map.of("Dockerfile", "FROM debian:13-slim\nRUN apt-get install -y jq\n"),
                                List.of())
                        .registries())
                .containsExactly("apt", "docker");
    }

    @Test
    void readsSettingsOfToolsThatTakeNoPackages() {
        String sigstore = "fulcio.sigstore.dev:443 rekor.sigstore.dev:443 tuf-repo-cdn.sigstore.dev:443";
        assertThat(added("- run: goreleaser release", Map.of(".goreleaser.yaml", "signs: [{cmd: cosign}]\n")))
                .contains(sigstore.split(" "));
        assertThat(added("- run: goreleaser release")).doesNotContain("sigstore");
        assertThat(of(
                                "- run: pre-commit run",
                                Map.of(".pre-commit-config.yaml", "repos: [{repo: x/mirrors-prettier}]\n"),
                                List.of())
                        .registries())
                .containsExactly("npm", "pip");
    }

    /** Where artifacts are deployed is asked by jobs that deploy alone. */
    @Test
    void asksWhereArtifactsAreDeployedOnlyToDeploy() {
        String pom =
                "<project><distributionManagement><repository><id>x</id><url>https://up.example.org/</url></repository>"
                        + "</distributionManagement></project>";
        assertThat(added("- run: mvn -B verify", Map.of("pom.xml", pom))).isEmpty();
        assertThat(added("- run: mvn -B clean deploy", Map.of("pom.xml", pom))).isEqualTo("up.example.org:443");
        assertThat(of("- run: mvn deploy", Map.of(), List.of()).registries()).containsExactly("deploy", "maven");
        assertThat(of("- run: twine upload dist/*", Map.of(), List.of()).registries())
                .containsExactly("twine");
    }

    @Test
    void knowsGoalsOfPluginsThatNoPomNames() {
        assertThat(added("- run: mvn verify sonar:sonar"))
                .contains("api.sonarcloud.io:443 scanner.sonarcloud.io:443 sonarcloud.io:443");
    }

    /** A scan asks where Maven takes packages from in a Maven build alone. */
    @Test
    void asksWhatTheRepositoryHasFilesFor() {
        String step = "- uses: ossf/scorecard-action@v2";
        assertThat(of(step, Map.of(), List.of()).registries()).isEmpty();
        assertThat(of(step, Map.of("pom.xml", "<project/>"), List.of()).registries())
                .containsExactly("maven");
    }

    /** An update bot looks up what the manifests name, wherever they are. */
    @Test
    void asksForManifestsInAnyFolder() {
        String step = "- uses: renovatebot/github-action@v44";
        assertThat(of(step, Map.of(), List.of()).registries()).isEmpty();
        assertThat(of(step, Map.of("backend/pyproject.toml", "", "Cargo.toml", "", "my-go.mod", ""), List.of())
                        .registries())
                .containsExactly("cargo", "pip");
    }

    @Test
    void looksIntoServicesThatComposeStarts() {
        Map<String, String> files = Map.of(
                "ci/compose.yaml",
                """
                services:
                  app:
                    build: {context: ../app, dockerfile: Test.Dockerfile}
                    depends_on: [database]
                  database: {image: "images.example.org/database:17"}
                  other: {image: images.example.net/other}
                  tool: {build: ../app}
                """,
                "app/Test.Dockerfile",
                "FROM made.example.org/x:1\n",
                "app/Dockerfile",
                "FROM tool.example.org/x:1\n");
        assertThat(added("- run: docker compose -f ci/compose.yaml up -d app", files))
                .contains("images.example.org:443", "made.example.org:443")
                .doesNotContain("images.example.net:443", "tool.example.org:443");
        assertThat(added("- run: docker compose --project-directory ci up -d database", files))
                .isEqualTo("images.example.org:443");
        assertThat(added("- {working-directory: ci, run: docker compose build tool}", files))
                .contains("tool.example.org:443")
                .doesNotContain("images.example.org:443", "made.example.org:443");
    }
}
