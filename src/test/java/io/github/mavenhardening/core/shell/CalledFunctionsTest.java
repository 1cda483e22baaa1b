package io.github.mavenhardening.core.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.workflow.EnvironmentScope;
import io.github.mavenhardening.core.workflow.Shell;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CalledFunctionsTest {

    private static final String LIBRARY = """
            tag() { git describe; }
            push() {
              docker push "app:$(tag)"
            }
            sign() { cosign sign app; }
            """;

    private static List<String> commands(String script, Optional<String> given) {
        return ShellScript.of(script, Shell.POSIX).commands(EnvironmentScope.NONE, given).stream()
                .map(ShellCommand::name)
                .toList();
    }

    @Test
    void leavesOutWhatNothingCalls() {
        assertThat(commands(LIBRARY + "push\n", Optional.empty())).containsExactly("git", "docker", "tag", "push");
        assertThat(commands(LIBRARY + "trap sign EXIT\nmake\n", Optional.empty()))
                .containsExactly("cosign", "trap", "make");
        assertThat(commands("make\n", Optional.of("push"))).containsExactly("make");
    }

    @Test
    void followsTheWordThatNamesAFunction() {
        String dispatcher = LIBRARY + "fn=$1\nshift\n\"$fn\" \"$@\"\n";
        assertThat(commands(dispatcher, Optional.of("sign"))).contains("cosign").doesNotContain("docker", "git");
        assertThat(commands(dispatcher, Optional.of("push")))
                .contains("docker", "git")
                .doesNotContain("cosign");
        assertThat(commands(LIBRARY + "main() { \"$@\"; }\nmain \"$@\"\n", Optional.of("sign")))
                .contains("cosign")
                .doesNotContain("docker");
    }

    @Test
    void takesAllForCalledWhereAVariableMayNameAny() {
        for (String call : List.of("\"$1\"\n", "\"do_$1\"\n", "eval \"$1\"\n")) {
            assertThat(commands(LIBRARY + call, Optional.empty())).contains("git", "docker", "cosign");
            assertThat(commands(LIBRARY + call, Optional.of("images"))).contains("git", "docker", "cosign");
        }
    }
}
