package io.github.mavenhardening.core.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A small repository that is made up of pieces which Scorecard has an opinion on, always the same one for a number. */
final class MadeRepository {

    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";
    private static final String DIGEST = "@sha256:" + SHA + "89abcdef0123456789abcdef";

    private static final List<String> FILES = List.of(
            "tool",
            "./tool",
            "tool.sh",
            "/tmp/tool",
            "bin/tool.py",
            "tool.jar",
            "${NAME}",
            "\"$HOME/tool\"",
            "x.tar.gz");
    private static final List<String> ADDRESSES = List.of(
            "https://example.org/tool",
            "https://raw.githubusercontent.com/a/b/main/tool.sh",
            "https://raw.githubusercontent.com/a/b/" + SHA + "/tool.sh",
            "https://github.com/a/b/raw/" + SHA + "/tool",
            "https://github.com/a/b/releases/download/v1/tool",
            "https://gitlab.com/a/b/-/raw/" + SHA + "/tool.sh",
            "\"https://example.org/$VERSION/tool\"",
            "http://localhost:8080/tool",
            "'https://raw.githubusercontent.com/a/b/" + SHA + "/d/tool.sh'",
            "https://raw.githubusercontent.com/a/" + SHA + "/tool.sh",
            "http://raw.githubusercontent.com/a/b/" + SHA + "/tool.sh",
            "https://RAW.githubusercontent.com/a/b/" + SHA + "/tool.sh?x=y",
            "https://raw.githubusercontent.com/a/b/" + SHA + "/a https://raw.githubusercontent.com/a/b/main/b");
    /** Nobody writes an expression but in a workflow: to a shell it is an error. */
    private static final String EXPRESSION = "${{ inputs.address }}";

    private static final List<String> COMMANDS = List.of(
            "curl -sSL ADDRESS | sh",
            "curl -sSL ADDRESS | sudo bash -s -- -y",
            "wget -qO- ADDRESS | bash",
            "wget -O FILE ADDRESS && chmod +x FILE && FILE",
            "wget -O FILE ADDRESS\nsh FILE",
            "curl ADDRESS > FILE\nbash FILE",
            "curl -o FILE ADDRESS; python3 FILE",
            "bash <(curl -s ADDRESS)",
            "sh -c \"$(curl -fsSL ADDRESS)\"",
            "bash -c \"curl ADDRESS | bash\"",
            "sudo -E env A=b sh -c 'wget -O - ADDRESS | sh'",
            "curl ADDRESS | tar xz",
            "curl ADDRESS | jq . | python3",
            "if true; then curl ADDRESS | sh; fi",
            "for f in a b; do wget -O FILE ADDRESS && sh FILE; done",
            "f() { curl ADDRESS | sh; }\nf",
            "cat <<X | bash\ncurl ADDRESS\nX",
            "gsutil cp gs://a/b FILE && bash FILE",
            "aws s3api get-object --bucket a --key b FILE && sh FILE",
            "npm ci",
            "npm install",
            "npm i -g example@1.2.3",
            "npm install --ignore-scripts",
            "npm install-test",
            "npm run build && npm ci",
            "sudo npm install -g example",
            "pip install example",
            "pip3 install -r requirements.txt",
            "pip install --require-hashes -r requirements.txt",
            "pip install --no-deps -e .",
            "pip install -e .",
            "pip install --no-deps -e git+https://github.com/a/b@" + SHA,
            "pip install --no-deps --editable ./a",
            "pip install example.whl",
            "pip install a.whl b",
            "pip install git+https://github.com/a/b@v1",
            "pip install --no-deps git+https://github.com/a/b@" + SHA,
            "python -m pip install example",
            "python3 -m pip install -U pip",
            "py -m pip install example",
            "python -m pip install --require-hashes -r a.txt -r b.txt",
            "pip install --help",
            "pip download example",
            "pipx install example",
            "go install example.org/a@latest",
            "go install example.org/a@v1.2.3",
            "go install example.org/a@v1.2",
            "go install example.org/a@" + SHA,
            "go install ./...",
            "go get example.org/a",
            "go get -u example.org/a@v1.0.0",
            "go get -d ./...",
            "go get -t ./... example.org/b@v1.0.0",
            "go build ./...",
            "GOBIN=/x go install -ldflags=-s example.org/a@v1.2.3",
            "choco install a",
            "choco install a --require-checksums",
            "choco install a --requirechecksums --version=1",
            "choco upgrade a",
            "nuget install a",
            "nuget install a -Version 1.0",
            "nuget install packages.config",
            "nuget.exe restore",
            "nuget restore -LockedMode",
            "dotnet add package a",
            "dotnet add package a -v 1.0",
            "dotnet add x package a --version 1.0",
            "dotnet restore",
            "dotnet restore --locked-mode",
            "msbuild -t:restore",
            "msbuild /t:restore a.sln",
            "msbuild.exe /T:Restore /p:RestoreLockedMode=true",
            "msbuild /p:RestoreLockedMode=true /t:restore",
            "curl -H 'Accept: x' ADDRESS | sh",
            "wget ADDRESS\nsh tool.sh",
            "curl -O ADDRESS && sh tool",
            "echo 'curl ADDRESS | sh'",
            "# curl ADDRESS | sh",
            "make",
            "apt-get install -y x",
            "mvn -B deploy",
            "docker push example/a",
            "cat > FILE <<'X'\nnpm install\nX",
            "timeout 5 npm install",
            "exec pip install example",
            "(cd x && npm install)",
            "{ pip install example; } || true",
            "test -f x || npm install",
            "! npm install",
            "export X=$(npm install)",
            "X=`pip install example`");
    private static final List<String> USES = List.of(
            "actions/checkout@v4",
            "actions/checkout@" + SHA,
            "github/codeql-action/init@v3",
            "github/codeql-action/analyze@" + SHA,
            "github/codeql-action/upload-sarif@v3",
            "example/a@v1",
            "example/a/b@" + SHA,
            "./.github/actions/x",
            "docker://alpine:3",
            "docker://alpine" + DIGEST,
            "actions/setup-java@v4",
            "snyk/actions/maven@master",
            "goreleaser/goreleaser-action@v5",
            "peaceiris/actions-gh-pages@v4",
            "gradle/wrapper-validation-action@v1");
    private static final List<String> TRIGGERS = List.of(
            "push", "pull_request", "[push, pull_request_target]", "{workflow_run: {workflows: [a]}}", "issues");
    private static final List<String> RIGHTS = List.of(
            "{}",
            "read-all",
            "write-all",
            "{contents: read}",
            "{contents: write}",
            "{packages: write, id-token: write}",
            "{security-events: write}",
            "{actions: write}",
            "{checks: write, statuses: write}",
            "{deployments: write}",
            "{pull-requests: write}");
    private static final List<String> SHELLS = List.of("bash", "sh", "pwsh", "python", "bash -e {0}", "cmd");
    private static final List<String> RUNNERS =
            List.of("ubuntu-latest", "windows-latest", "${{ matrix.os }}", "macos-14", "[self-hosted, linux]");
    private static final List<String> IMAGES = List.of(
            "alpine:3",
            "alpine",
            "scratch",
            "alpine" + DIGEST,
            "alpine:3" + DIGEST + " AS base",
            "base",
            "--platform=$BUILDPLATFORM alpine:3 AS base",
            "$IMAGE",
            "${IMAGE}" + DIGEST,
            "base AS other");
    private static final List<String> TAKEN = List.of(
            "${{ github.event.pull_request.head.sha }}",
            "${{ github.head_ref }}",
            "main",
            "${{ github.event.workflow_run.head_sha }}");
    private static final List<String> INJECTED = List.of(
            "${{ github.event.issue.title }}",
            "${{ github.event.pull_request.body }}",
            "${{ github.head_ref }}",
            "${{ github.event.commits[0].message }}",
            "${{ github.event.pull_request.head.sha }}",
            "${{ toJSON(github.event.comment.body) }}",
            "${{ github.event.head_commit.author.name }}");

    private final Random random;
    private final Map<String, String> files = new TreeMap<>();

    private MadeRepository(long number) {
        random = new Random(number);
    }

    /** The files of that repository, by path. */
    static Map<String, String> of(long number) {
        MadeRepository made = new MadeRepository(number);
        made.fill();
        return made.files;
    }

    private void fill() {
        files.put("README.md", "# A\n");
        for (int i = random.nextInt(3); i > 0; i--) {
            files.put(".github/workflows/w" + i + ".yml", workflow());
        }
        if (random.nextInt(2) == 0) {
            files.put(one(List.of("Dockerfile", "a/Dockerfile.dev", "b/x.Dockerfile")), dockerfile());
        }
        if (random.nextInt(2) == 0) {
            String line =
                    one(List.of("#!/bin/bash\n", "#!/bin/sh\n", "#!/usr/bin/env bash\n", "#!/usr/bin/python\n", ""));
            files.put(one(List.of("x.sh", "bin/x", "a/y.bash", "z.mksh", "vendor/v.sh")), line + script());
        }
    }

    private String workflow() {
        StringBuilder text = new StringBuilder("name: a\non: " + one(TRIGGERS) + "\n");
        if (random.nextInt(3) > 0) {
            text.append("permissions: ").append(one(RIGHTS)).append('\n');
        }
        if (random.nextInt(6) == 0) {
            text.append("defaults: {run: {shell: ").append(one(SHELLS)).append("}}\n");
        }
        text.append("jobs:\n");
        for (int job = 1 + random.nextInt(2); job > 0; job--) {
            text.append("  j")
                    .append(job)
                    .append(":\n    runs-on: ")
                    .append(one(RUNNERS))
                    .append('\n');
            if (random.nextInt(2) == 0) {
                text.append("    permissions: ").append(one(RIGHTS)).append('\n');
            }
            if (random.nextInt(6) == 0) {
                text.append("    defaults: {run: {shell: ").append(one(SHELLS)).append("}}\n");
            }
            text.append("    strategy: {matrix: {os: [ubuntu-latest, windows-latest]}}\n    steps:\n");
            for (int step = 1 + random.nextInt(4); step > 0; step--) {
                text.append(step());
            }
        }
        return text.toString();
    }

    private String step() {
        if (random.nextInt(3) == 0) {
            String uses = "      - uses: " + one(USES) + "\n";
            boolean refers = uses.contains("checkout") && random.nextBoolean();
            return refers ? uses + "        with:\n          ref: " + one(TAKEN) + "\n" : uses;
        }
        String shell = random.nextInt(6) == 0 ? "        shell: " + one(SHELLS) + "\n" : "";
        String injected = random.nextInt(12) == 0 ? "echo " + one(INJECTED) + "\n" : "";
        String script = random.nextInt(6) == 0 ? "curl " + EXPRESSION + " | sh\n" : script();
        return "      - run: |\n" + (script + injected).indent(10) + shell;
    }

    private String script() {
        List<String> lines = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            String file = one(FILES);
            lines.add(one(COMMANDS).replace("ADDRESS", one(ADDRESSES)).replace("FILE", file));
        }
        String text = String.join("\n", lines) + "\n";
        return random.nextInt(8) == 0 ? damaged(text) : text;
    }

    /** The same less, or with another of, its words. */
    private String damaged(String text) {
        String[] words = text.split("(?<=[ \n])", -1);
        words[random.nextInt(words.length)] =
                random.nextBoolean() ? "" : one(List.of("\\\n", "&& ", "| ", "'' ", "$(", "x "));
        return String.join("", words);
    }

    private String dockerfile() {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "ARG IMAGE=alpine:3\n" : "");
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            text.append("FROM ").append(one(IMAGES)).append('\n');
            String script = script().strip();
            switch (random.nextInt(4)) {
                case 0 ->
                    text.append("RUN ")
                            .append(script.replace("\n", " && \\\n    "))
                            .append('\n');
                case 1 ->
                    text.append("RUN [\"sh\", \"-c\", \"")
                            .append(script.replace("\\", "").replace("\"", "").replace("\n", "; "))
                            .append("\"]\n");
                case 2 -> text.append("RUN <<E\n").append(script).append("\nE\n");
                default -> text.append("COPY --from=base a b\nCMD [\"a\"]\n");
            }
        }
        return text.toString();
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
