package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.Hardening;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.MemoryTree;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;

/**
 * Makes repositories of files that a workflow audit could choke on, each kind of any size. {@link #main} measures what an audit of
 * each costs: {@code java -Xmx512m … HostileRepository [bytes] [kind …]}.
 */
public final class HostileRepository {

    private static final String HEAD = "on: [push, pull_request_target]\npermissions: {}\n";
    private static final String STEPS = "jobs:\n  j:\n    runs-on: ubuntu-24.04\n    steps:\n";
    private static final int FILE_LIMIT = 3_900_000;

    private HostileRepository() {}

    /** The kinds by name; each fills files with about so many bytes. */
    static Map<String, BiConsumer<Files, Integer>> kinds() {
        Map<String, BiConsumer<Files, Integer>> kinds = new LinkedHashMap<>();
        kinds.put("empty-fences", (files, size) -> files.script(size, i -> "${{ }}"));
        kinds.put("fences", (files, size) -> files.script(size, i -> "${{a.b" + i + "}}"));
        kinds.put(
                "fence-words",
                (files, size) -> files.script(size, i -> "git fetch ${{ github.event.number }} x" + i + "\n"));
        kinds.put(
                "fence-command",
                (files, size) ->
                        files.script(size, i -> "git fetch ${{ github.event.number }} ".substring(i == 0 ? 0 : 9)));
        kinds.put("curl-sh", (files, size) -> files.script(size, i -> "curl a|sh\n"));
        kinds.put("curl-pipe", (files, size) -> files.script(size, i -> i == 0 ? "curl a" : "|sh"));
        kinds.put("curl-files", (files, size) -> files.script(size, i -> "curl -o f" + i + " a;sh f" + i + "\n"));
        kinds.put("commands", (files, size) -> files.script(size, i -> "a\n"));
        kinds.put("cd", (files, size) -> files.script(size, i -> "cd a\n"));
        kinds.put(
                "checkouts",
                (files, size) ->
                        files.script(size, i -> "cd /a" + i + "; git fetch origin pull/$N; git checkout x; make\n"));
        kinds.put("heredocs", (files, size) -> files.script(size, i -> "cat <<A\nb\nA\n"));
        kinds.put("open-heredocs", (files, size) -> files.script(size, i -> "cat <<A" + i + "\n"));
        kinds.put("substitutions", (files, size) -> files.script(size, i -> "$(a "));
        kinds.put("backticks", (files, size) -> files.script(size, i -> "`\\`"));
        kinds.put("quotes", (files, size) -> files.script(size, i -> "'\"$(`"));
        kinds.put("assignments", (files, size) -> files.script(size, i -> "a=b "));
        kinds.put("wrappers", (files, size) -> files.script(size, i -> "sudo -u x env "));
        kinds.put("publishes", (files, size) -> files.script(size, i -> "mvn deploy -DskipTests\n"));
        kinds.put("github-env", (files, size) -> files.script(size, i -> "echo $x >>$GITHUB_ENV\n"));
        kinds.put(
                "powershell",
                (files, size) -> files.lines(
                        HEAD + STEPS + "      - shell: pwsh\n        run: |\n", size, i -> "          Out-File x;\n"));
        kinds.put(
                "long-line",
                (files, size) -> files.lines(
                        HEAD + STEPS + "      - shell: pwsh\n        run: |\n          ", size, i -> "Out-File x"));
        kinds.put(
                "chains",
                (files, size) -> files.lines(
                        HEAD + STEPS, size, i -> "      - run: echo ${{ a" + "||b".repeat(6_000) + " }}\n"));
        kinds.put(
                "comparisons",
                (files, size) -> files.lines(
                        HEAD + STEPS,
                        size,
                        i -> "      - run: echo ${{ x" + ("||a" + "==b".repeat(40)).repeat(150) + " }}\n"));
        kinds.put(
                "parentheses",
                (files, size) -> files.lines(
                        HEAD + STEPS,
                        size,
                        i -> "      - run: echo ${{ " + "(a||".repeat(4_000) + "b" + ")".repeat(4_000) + " }}\n"));
        kinds.put(
                "formats",
                (files, size) -> files.lines(
                        HEAD + STEPS,
                        size,
                        i -> "      - run: echo ${{ " + "format('{0}{0}',".repeat(90) + "'x'" + ")".repeat(90)
                                + " }}\n"));
        kinds.put(
                "many-formats",
                (files, size) -> files.lines(
                        HEAD + STEPS,
                        size,
                        i -> "      - run: echo ${{ a" + "||format('{0}{0}{0}','abcdefghijklmnop')".repeat(500)
                                + " }}\n"));
        kinds.put(
                "json",
                (files, size) -> files.lines(
                        HEAD + STEPS,
                        size,
                        i -> "      - run: echo ${{ toJSON(fromJSON('" + "[".repeat(900) + "]".repeat(900)
                                + "')) }}\n"));
        kinds.put(
                "contains",
                (files, size) -> files.lines(
                        HEAD + STEPS,
                        size,
                        i -> "      - run: echo ${{ contains('" + "a".repeat(2_000) + "','" + "a".repeat(1_900)
                                + "b') }}\n"));
        kinds.put(
                "secrets",
                (files, size) -> files.lines(
                        HEAD + STEPS, size, i -> "      - run: echo ${{ a" + "||secrets.b".repeat(1_500) + " }}\n"));
        kinds.put(
                "conditions",
                (files, size) -> files.lines(
                        HEAD + STEPS,
                        size,
                        i -> "      - if: github.actor=='x[bot]' && contains('a',env.b)\n        run: a\n"));
        kinds.put("steps", (files, size) -> files.lines(HEAD + STEPS, size, i -> "      - run: a\n"));
        kinds.put(
                "flow-steps",
                (files, size) -> files.lines(HEAD + STEPS.stripTrailing() + " [", size, i -> "{run: a},\n"));
        kinds.put("uses", (files, size) -> files.lines(HEAD + STEPS, size, i -> "      - uses: a/b@v1 # v1\n"));
        kinds.put(
                "pinned",
                (files, size) -> files.lines(
                        HEAD + STEPS,
                        size,
                        i -> "      - uses: actions/cache@8e8c483db84b4bee98b60c0593521ed34d9990e8 # v" + i + "\n"));
        kinds.put(
                "checkout",
                (files, size) -> files.lines(
                        HEAD + STEPS,
                        size,
                        i -> i % 2 == 0
                                ? "      - uses: actions/checkout@v4\n"
                                : "      - uses: actions/upload-artifact@v4\n        with: {path: .}\n"));
        kinds.put(
                "missing-local", (files, size) -> files.lines(HEAD + STEPS, size, i -> "      - uses: ./a" + i + "\n"));
        kinds.put("one-local", (files, size) -> {
            files.composite("a", List.of("o/r@v1", "./b"), 1);
            files.composite("b", List.of("o/r@v2"), 100);
            files.lines(HEAD + STEPS, size, i -> "      - uses: ./a\n");
        });
        kinds.put(
                "jobs",
                (files, size) -> files.lines(
                        HEAD + "jobs:\n",
                        size,
                        i -> "  j" + i + ":\n    needs: j" + (i / 2)
                                + "\n    runs-on: x\n    steps: [{run: mvn deploy -DskipTests}]\n"));
        kinds.put(
                "calls",
                (files, size) ->
                        files.lines(HEAD + "jobs:\n", size, i -> "  j" + i + ": {uses: ./.github/workflows/w0.yml}\n"));
        kinds.put(
                "needs",
                (files, size) -> files.lines(
                        HEAD + "jobs:\n  j:\n    runs-on: x\n    steps: [{run: mvn deploy -DskipTests}]\n    needs:\n",
                        size,
                        i -> "    - a" + i + "\n"));
        kinds.put(
                "events",
                (files, size) -> files.lines(
                        "permissions: {}\n" + STEPS + "      - run: a ${{ secrets.x }}\non:\n",
                        size,
                        i -> "  e" + i + ":\n"));
        kinds.put("event-jobs", (files, size) -> {
            StringBuilder events = new StringBuilder("on:\n");
            for (int i = 0; i * 24 < size / 2; i++) {
                events.append("  e").append(i).append(":\n");
            }
            files.lines(
                    events + "  workflow_run: {workflows: [a,b,c]}\njobs:\n",
                    size / 2,
                    i -> "  j" + i + ": {runs-on: x, steps: [{run: a}]}\n");
        });
        kinds.put(
                "permissions",
                (files, size) -> files.lines(
                        "on: push\n" + STEPS + "      - run: a\npermissions:\n", size, i -> "  a" + i + ": write\n"));
        kinds.put("env", (files, size) -> {
            StringBuilder env = new StringBuilder("env:\n");
            for (int i = 0; i * 10 < size / 3; i++) {
                env.append("  a").append(i).append(": b\n");
            }
            files.lines(
                    HEAD + env + STEPS + "      - run: |\n",
                    size - env.length(),
                    i -> "          ${{env.a" + i + "}}\n");
        });
        kinds.put("inputs", (files, size) -> {
            StringBuilder inputs = new StringBuilder("on:\n  workflow_dispatch:\n    inputs:\n");
            for (int i = 0; i * 14 < size / 3; i++) {
                inputs.append("      a").append(i).append(":\n");
            }
            files.lines(
                    inputs + STEPS + "      - run: |\n",
                    size - inputs.length(),
                    i -> "          ${{inputs.a" + i + "}}\n");
        });
        kinds.put(
                "matrix",
                (files, size) -> files.lines(
                        HEAD
                                + "jobs:\n  j:\n    runs-on: ${{ matrix.a }}\n    container: ${{ matrix.a }}\n    steps: [{run: a}]\n    strategy:\n      matrix:\n        a:\n",
                        size,
                        i -> "        - a" + i + "\n"));
        kinds.put("matrix-reads", (files, size) -> {
            StringBuilder values = new StringBuilder("    strategy:\n      matrix:\n        a:\n");
            for (int i = 0; i * 14 < size / 3; i++) {
                values.append("        - {b").append(i).append(": c}\n");
            }
            files.lines(
                    HEAD + "jobs:\n  j:\n    runs-on: x\n" + values + "    steps:\n      - run: |\n",
                    size - values.length(),
                    i -> "          ${{matrix.a.b" + i + "}}\n");
        });
        kinds.put(
                "exclude",
                (files, size) -> files.lines(
                        HEAD
                                + "jobs:\n  j:\n    runs-on: x\n    steps: [{run: a}]\n    strategy:\n      matrix:\n        a: ["
                                + "1,".repeat(30) + "1]\n        b: [" + "1,".repeat(30) + "1]\n        exclude:\n",
                        size,
                        i -> "        - {a: 1, b: 2}\n"));
        kinds.put(
                "comments",
                (files, size) ->
                        files.lines(HEAD + STEPS, size, i -> "      - uses: a/b@v1\n      # hardening: ignore[x]\n"));
        kinds.put(
                "ignores",
                (files, size) -> files.lines(
                        HEAD + STEPS, size, i -> "      - uses: a/b@v1 # hardening: ignore[unpinned-uses]\n"));
        kinds.put(
                "aliases",
                (files, size) -> files.lines(
                        HEAD + "jobs:\n  j:\n    runs-on: x\n    steps: &a\n" + "      - run: |\n"
                                + "          mvn deploy\n".repeat(500) + "  k: {steps: *a}\n",
                        size,
                        i -> "  j" + i + ": {steps: *a}\n"));
        kinds.put(
                "dependabot",
                (files, size) ->
                        files.add(".github/dependabot.yml", "updates:\n", size, i -> "- {package-ecosystem: a}\n"));
        kinds.put(
                "pre-commit",
                (files, size) -> files.add(
                        ".pre-commit-config.yaml",
                        "repos:\n",
                        size,
                        i -> "- {repo: 'https://github.com/a/b" + i + "'}\n"));
        kinds.put("actions-lock", (files, size) -> {
            files.lines(HEAD + STEPS, size / 2, i -> "      - uses: a/b@v" + i + "\n");
            files.add(
                    ".github/workflows/actions.lock",
                    "version: v0.0.2\nworkflows: {.github/workflows/w0.yml: [a/b@v0, a/b@v1, a/b@v2]}\ndependencies:\n",
                    size / 2,
                    i -> "  a/b@v" + i + ": {commit: sha1-8e8c483db84b4bee98b60c0593521ed34d9990e8, uses: [a/b@v"
                            + (i + 1) + "]}\n");
        });
        kinds.put("lock-actions", (files, size) -> {
            files.add(
                    ".github/workflows/actions.lock", "version: v0.0.2\nworkflows: {}\ndependencies: {}\n", 0, i -> "");
            files.text("a/action.yml", composite(List.of("o/r@v1"), size / 3 / 22));
            files.many(size * 2 / 3, i -> HEAD + STEPS + "      - uses: ./a\n");
        });
        kinds.put(
                "small-workflows",
                (files, size) -> files.many(size, i -> HEAD + STEPS + "      - uses: ./a" + i % 100 + "\n"));
        kinds.put("exponential-actions", (files, size) -> {
            for (int i = 0; i < 11; i++) {
                files.composite("a" + i, List.of("./a" + (i + 1), "o/r@v" + i), 20);
            }
            files.many(size, i -> HEAD + STEPS + "      - uses: ./a0\n");
        });
        kinds.put("action-graph", (files, size) -> {
            int count = (int) Math.sqrt(size / 22.0);
            for (int i = 0; i < count; i++) {
                StringBuilder steps = new StringBuilder("runs:\n  using: composite\n  steps:\n");
                for (int k = 0; k < count; k++) {
                    steps.append("    - uses: ./a").append(k).append('\n');
                }
                files.text("a" + i + "/action.yml", steps.toString());
            }
            files.many(10_000, i -> HEAD + STEPS + "      - uses: ./a0\n");
        });
        kinds.put("action-chain", (files, size) -> {
            for (int i = 0; i * 90 < size; i++) {
                files.text(
                        "a" + i + "/action.yml",
                        "runs:\n  using: composite\n  steps: [{uses: ./a" + (i + 1) + "}, {uses: ./a" + (i + 2)
                                + "}]\n");
            }
            files.many(10_000, i -> HEAD + STEPS + "      - uses: ./a0\n");
        });
        kinds.put("call-graph", (files, size) -> {
            int count = Math.min(200, (int) Math.sqrt(size / 50.0));
            for (int i = 0; i < count; i++) {
                StringBuilder jobs = new StringBuilder(
                        "on: workflow_call\njobs:\n  j: {runs-on: [self-hosted], steps: [{run: a}]}\n");
                for (int k = 0; k < count; k++) {
                    jobs.append("  j")
                            .append(k)
                            .append(": {uses: ./.github/workflows/w")
                            .append(k)
                            .append(".yml}\n");
                }
                files.text(".github/workflows/w" + i + ".yml", jobs.toString());
            }
        });
        kinds.put("call-sites", (files, size) -> {
            files.text(
                    ".github/workflows/called.yml",
                    "on: {workflow_call: {inputs: {a: {}}}}\njobs:\n"
                            + repeat(
                                    size / 2,
                                    i -> "  j" + i
                                            + ": {runs-on: self-hosted, steps: [{uses: ./a, with: {x: '${{ inputs.a }}'}}]}\n"));
            files.composite("a", List.of("o/r@v1"), 1);
            files.lines(
                    "on: pull_request\njobs:\n",
                    size / 2,
                    i -> "  j" + i + ": {uses: ./.github/workflows/called.yml, with: {a: '${{ github.head_ref }}'}}\n");
        });
        kinds.put("dockerfiles", (files, size) -> {
            files.text("d/action.yml", "runs: {using: docker, image: Dockerfile}\n");
            files.add("d/Dockerfile", "", size, i -> "FROM a" + i + "\n");
            files.many(100_000, i -> HEAD + STEPS + "      - uses: ./d\n");
        });
        kinds.put(
                "flow-outputs",
                (files, size) -> files.lines(
                        HEAD + STEPS,
                        size,
                        i -> "      - {id: s" + i + ", run: 'echo \"t=${{ steps.s" + (i - 1)
                                + ".outputs.t || github.head_ref }}\" >> $GITHUB_OUTPUT'}\n"));
        kinds.put(
                "flow-variables",
                (files, size) -> files.lines(
                        HEAD + STEPS,
                        size,
                        i -> "      - {env: {T: '${{ env.V" + (i - 1) + " }}${{ github.head_ref }}'}, run: 'echo \"V"
                                + i + "=$T\" >> $GITHUB_ENV'}\n"));
        kinds.put(
                "flow-jobs",
                (files, size) -> files.lines(
                        HEAD + "jobs:\n",
                        size,
                        i -> "  j" + i + ":\n    needs: [j" + (i + 1)
                                + "]\n    runs-on: x\n    outputs: {a: '${{ needs.j"
                                + (i + 1) + ".outputs.a }}'}\n    steps: [{run: 'eval ${{ needs.j" + (i + 1)
                                + ".outputs.a }}'}]\n"));
        kinds.put(
                "programs",
                (files, size) -> files.lines(
                        HEAD + STEPS + "      - uses: actions/github-script@v7\n        with:\n          script: |\n",
                        size,
                        i -> "            core.setOutput('a" + i + "', context.payload.issue.title);\n"));
        kinds.put(
                "secret-scripts",
                (files, size) -> files.lines(
                        HEAD + STEPS + "      - env: {S: '${{ secrets.S }}'}\n        run: |\n",
                        size,
                        i -> "          A" + i + "=$S; echo \"$A" + i + "\" > f" + i + "; cat f" + i + "\n"));
        kinds.put(
                "watched",
                (files, size) -> files.lines(
                        HEAD + "jobs:\n",
                        size,
                        i -> "  j" + i + ":\n    runs-on: ubuntu-latest\n    steps:\n"
                                + "      - {uses: step-security/harden-runner@v2, with: {egress-policy: audit}}\n"
                                + "      - run: npm ci; mvn verify; curl https://h" + i + ".example.org/x\n"));
        kinds.put(
                "artifacts",
                (files, size) -> files.lines(
                        "on: {workflow_run: {workflows: [a]}}\njobs:\n",
                        size,
                        i -> "  j" + i + ":\n    needs: [j" + (i / 2) + "]\n    runs-on: x\n    steps:\n"
                                + "      - {uses: actions/download-artifact@v4, with: {name: a" + i + ", path: d}}\n"
                                + "      - run: ./d/run.sh\n"
                                + "      - {uses: actions/upload-artifact@v4, with: {name: a" + (i + 1)
                                + ", path: d}}\n"));
        kinds.put("makefiles", (files, size) -> {
            files.add("Makefile", "", size / 2, i -> "t" + i + ": t" + (i + 1) + "\n\tmvn deploy $(V" + i + ")\n");
            files.script(size / 2, i -> "make t" + i + "\n");
        });
        kinds.put(
                "agents",
                (files, size) -> files.lines(
                        HEAD + STEPS,
                        size,
                        i -> "      - uses: anthropics/claude-code-action@v1\n        with: {prompt: 'a"
                                + " ${{ github.event.issue.body }}'}\n"));
        return kinds;
    }

    private static String composite(List<String> uses, int times) {
        return "runs:\n  using: composite\n  steps:\n"
                + ("    - uses: " + String.join("\n    - uses: ", uses) + "\n").repeat(times);
    }

    private static String repeat(int size, IntFunction<String> part) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < size; i++) {
            text.append(part.apply(i));
        }
        return text.toString();
    }

    /** The files of a repository. */
    static final class Files {
        private final Map<String, String> texts = new TreeMap<>();

        void text(String path, String text) {
            texts.put(path, text);
        }

        void composite(String folder, List<String> uses, int times) {
            text(folder + "/action.yml", HostileRepository.composite(uses, times));
        }

        void add(String path, String head, int size, IntFunction<String> part) {
            text(path, head + repeat(Math.min(size, FILE_LIMIT), part));
        }

        /** Workflows that begin with that text. */
        void lines(String head, int size, IntFunction<String> part) {
            int left = size;
            for (int i = 0; left > 0 || i == 0; i++) {
                add(".github/workflows/w" + i + ".yml", head, Math.min(left, FILE_LIMIT), part);
                left -= FILE_LIMIT;
            }
        }

        /** Workflows of one script. */
        void script(int size, IntFunction<String> part) {
            int left = size;
            for (int i = 0; left > 0 || i == 0; i++) {
                String script = repeat(Math.min(left, FILE_LIMIT / 2), part);
                text(".github/workflows/w" + i + ".yml", HEAD + STEPS + "      - run: |\n" + script.indent(10));
                left -= FILE_LIMIT / 2;
            }
        }

        /** Many small workflows. */
        void many(int size, IntFunction<String> text) {
            int made = 0;
            for (int i = 0; made < size; i++) {
                String workflow = text.apply(i);
                text(".github/workflows/m" + i + ".yml", workflow);
                made += workflow.length();
            }
        }
    }

    /** A repository of one kind. */
    static Map<String, String> of(String kind, int size) {
        Files files = new Files();
        kinds().get(kind).accept(files, size);
        return files.texts;
    }

    static Result audit(Map<String, String> texts) {
        Environment environment =
                new Environment(Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC), Map.of());
        Checks checks = Checks.load(HostileRepository.class.getClassLoader());
        Hardening hardening = new Hardening(
                new Repository(MemoryTree.of(texts), Optional.empty()),
                environment,
                checks,
                PolicyLayer.none(),
                Optional.empty());
        return hardening.judge(List.of(hardening.audit(new WorkflowAudit())));
    }

    /** Measures. */
    public static void main(String[] arguments) {
        int size = Integer.parseInt(arguments[0]);
        List<String> wanted = List.of(arguments).subList(1, arguments.length);
        for (String kind : wanted.isEmpty() ? kinds().keySet() : wanted) {
            Map<String, String> texts = of(kind, size);
            long bytes = texts.values().stream().mapToLong(String::length).sum();
            long before = cpu();
            String outcome;
            try {
                Result result = audit(texts);
                outcome = result.findings().size() + " findings";
            } catch (OutOfMemoryError | StackOverflowError e) {
                outcome = e.getClass().getSimpleName();
            }
            System.out.printf("%-22s %6.1f MB %8.2f s  %s%n", kind, bytes / 1e6, (cpu() - before) / 1e9, outcome);
        }
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
