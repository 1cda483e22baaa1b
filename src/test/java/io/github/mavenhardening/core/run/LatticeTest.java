package io.github.mavenhardening.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.workflow.MemoryTree;
import io.github.mavenhardening.hostile.Patience;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Small files in which each thing leads to the next by several ways: what follows each way takes a time that doubles with every level,
 * and never ends.
 */
class LatticeTest {

    private static final Checks CHECKS = Checks.load(LatticeTest.class.getClassLoader());
    private static final String WORKFLOW = ".github/workflows/w.yml";
    private static final int WIDTH = 10;
    private static final int DEPTH = 10;
    private static final int LINES = 150;

    private static void audit(Map<String, String> files) {
        Patience.assertEnds(() -> {
            CheckContext context = MemoryTree.of(files).context(Optional.empty());
            AuditResult result = new WorkflowAudit().run(context, CHECKS);
            assertThat(result.examined().get("workflows")).isPositive();
        });
    }

    /** As many times as things are beside one another, with {@code #} for the number. */
    private static String each(String text, String separator) {
        return IntStream.range(0, WIDTH)
                .mapToObj(number -> text.replace("#", "" + number))
                .collect(Collectors.joining(separator));
    }

    private static String steps(String steps) {
        return "on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n" + steps;
    }

    @Test
    void inputsOfLocalActions() {
        Map<String, String> files = new TreeMap<>();
        String all = each("${{ inputs.i# }}", " ");
        for (int level = 0; level < DEPTH; level++) {
            boolean isLast = level == DEPTH - 1;
            files.put(
                    "a" + level + "/action.yml",
                    "name: a\ndescription: a\ninputs:\n" + each("  i#: {description: x}\n", "")
                            + "runs:\n  using: composite\n  steps:\n"
                            + (isLast
                                    ? "    - uses: actions/checkout@v4\n      with: {ref: \"" + all
                                            + "\"}\n    - {run: make, shell: bash}\n"
                                    : "    - uses: ./a" + (level + 1) + "\n      with:\n"
                                            + each("        i#: " + all + "\n", "")));
        }
        files.put(
                WORKFLOW,
                steps("    - uses: ./a0\n      with:\n" + each("        i#: ${{ github.event.number }}\n", "")));
        audit(files);
    }

    @Test
    void outputsOfJobs() {
        StringBuilder jobs = new StringBuilder("on: pull_request_target\njobs:\n");
        String all = "${{ github.event.pull_request.title }}";
        for (int job = 0; job < 4 * DEPTH; job++) {
            jobs.append("  j" + job + ":\n    runs-on: ubuntu-24.04\n")
                    .append(job == 0 ? "" : "    needs: j" + (job - 1) + "\n")
                    .append("    outputs:\n" + each("      o#: " + all + "\n", ""))
                    .append("    steps:\n    - run: make " + all + "\n");
            all = each("${{ needs.j" + job + ".outputs.o# }}", " ");
        }
        audit(Map.of(WORKFLOW, jobs.toString()));
    }

    /** What a name stands for may be a path, which is put together of others. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
                    python,   import os; v0 = os.environ["T"], v#=v@ + v@ + f"{v@}",    os.system(v149); print(v149)
                    perl {0}, $v0 = $ENV{T};,                  $v#="$v@$v@" . $v@;,     system($v149); print $v149;
                    pwsh,     $v0 = $env:T,                    $v#="$v@$v@" + $v@,      iex $v149; Write-Host $v149
                    bash,     v0=$T,                           v#="$v@$v@"; v#+=$v@,    eval "$v149"; cat "$v149"
                    """)
    void names(String shell, String first, String line, String last) {
        StringBuilder script = new StringBuilder(first);
        for (int number = 1; number < LINES; number++) {
            script.append('\n').append(line.replace("#", "" + number).replace("@", "" + (number - 1)));
        }
        script.append('\n').append(last);
        audit(Map.of(
                WORKFLOW,
                steps("    - shell: " + shell
                        + "\n      env: {T: '${{ github.head_ref }}', K: '${{ secrets.K }}'}\n      run: |\n"
                        + script.toString().indent(8))));
    }

    @Test
    void functions() {
        StringBuilder script = new StringBuilder();
        for (int number = 0; number < 3 * DEPTH; number++) {
            String next = "f" + (number + 1);
            script.append(
                    "f" + number + "() { " + next + " \"$1$2\" \"$1\" && " + next + " \"$2\" || " + next + "; }\n");
        }
        script.append("f30() { eval \"$1\"; echo \"$K\" | base64; }\nf0 \"$T\" \"$K\"\n");
        audit(Map.of(
                WORKFLOW,
                steps("    - env: {T: '${{ github.head_ref }}', K: '${{ secrets.K }}'}\n      run: |\n"
                        + script.toString().indent(8))));
    }
}
