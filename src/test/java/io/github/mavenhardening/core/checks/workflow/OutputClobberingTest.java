package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

/** The cases of {@link FlowCasesTest} say what is followed; here stands where it is told, and how severely. */
class OutputClobberingTest {

    private static final OutputClobbering CHECK = new OutputClobbering();

    @Test
    void tellsTheWrite() {
        MarkedYaml.on("issue_comment", """
                - env: {B: "${{ github.event.comment.body }}"}
                  run: |
                    echo "ok=no" >> $GITHUB_OUTPUT
                    echo "b=$B" >> $GITHUB_OUTPUT      # finds: output-clobbering medium medium-confidence
                - env: {B: "${{ github.event.comment.id }}"}
                  run: |
                    echo "ok=no" >> $GITHUB_OUTPUT
                    echo "b=$B" >> $GITHUB_OUTPUT
                """).isFoundBy(CHECK);
    }

    /** What keeps one line sets one output. */
    @Test
    void knowsWhatKeepsOneLine() {
        for (String first : new String[] {
            "${B%%$'\\n'*}",
            "$(echo \"$B\" | head -n 1)",
            "$(echo \"$B\" | head -1)",
            "$(echo \"$B\" | sed -n 1p)",
            "$(echo \"$B\" | grep -m1 version)"
        }) {
            MarkedYaml.on("issue_comment", """
                    - env: {B: "${{ github.event.comment.body }}"}
                      run: |
                        FIRST=%s
                        echo "ok=no" >> $GITHUB_OUTPUT
                        echo "b=$FIRST" >> $GITHUB_OUTPUT
                    """.formatted(first)).isFoundBy(CHECK);
        }
        for (String more :
                new String[] {"${B%%$'\\r'*}", "$(echo \"$B\" | head -n 10)", "$(echo \"$B\" | grep version)"}) {
            MarkedYaml.on("issue_comment", """
                    - env: {B: "${{ github.event.comment.body }}"}
                      run: |
                        FIRST=%s
                        echo "ok=no" >> $GITHUB_OUTPUT
                        echo "b=$FIRST" >> $GITHUB_OUTPUT  # finds: output-clobbering medium medium-confidence
                    """.formatted(more)).isFoundBy(CHECK);
        }
    }

    /** The shell splits what stands in no quotes into words, and echo prints them with spaces between them. */
    @Test
    void knowsWordsThatAreJoined() {
        for (String joined : new String[] {
            "echo \"b=$(echo $B)\"",
            "echo b=$B",
            "echo \"b=$(echo $B | cut -d ' ' -f 1)\"",
            "X=$B; echo \"b=$(echo -n $X)\"",
            "echo b=$(cat <<< \"$B\")"
        }) {
            MarkedYaml.on("issue_comment", """
                    - env: {B: "${{ github.event.comment.body }}"}
                      run: |
                        echo "ok=no" >> $GITHUB_OUTPUT
                        %s >> $GITHUB_OUTPUT
                    """.formatted(joined)).isFoundBy(CHECK);
        }
        for (String lines : new String[] {
            "echo \"b=$(echo \"$B\" | cut -d ' ' -f 1)\"",
            "echo \"b=$(echo -e $B)\"",
            "IFS=; echo b=$B",
            "X=$B; echo \"b=$X\""
        }) {
            MarkedYaml.on("issue_comment", """
                    - env: {B: "${{ github.event.comment.body }}"}
                      run: |
                        echo "ok=no" >> $GITHUB_OUTPUT
                        %s >> $GITHUB_OUTPUT  # finds: output-clobbering medium medium-confidence
                    """.formatted(lines)).isFoundBy(CHECK);
        }
        MarkedYaml.on("issue_comment", """
                - env: {B: "${{ github.event.comment.body }}"}
                  run: |
                    echo "ok=no" >> $GITHUB_OUTPUT
                    cat >> $GITHUB_OUTPUT << EOF   # finds: output-clobbering medium medium-confidence
                    b=$B
                    EOF
                """).isFoundBy(CHECK);
    }
}
