package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.api.ConfigurationException;
import org.junit.jupiter.api.Test;

class ForbiddenUsesTest {

    private static final ForbiddenUses CHECK = new ForbiddenUses();

    private static final String USES = """
            on: push
            jobs:
              a:
                runs-on: ubuntu-24.04
                steps:
                  - uses: actions/checkout@v4@
                  - uses: other/checkout@v4!
                  - uses: ./local
                  - uses: docker://alpine:3
              b:
                uses: other/x/.github/workflows/x.yml@v1!
            """;

    private static MarkedYaml marked(String at, String bang) {
        return MarkedYaml.workflow(USES.replace("@\n", at + "\n").replace("!\n", bang + "\n"));
    }

    private static final String MARK = "   # finds: forbidden-uses high";

    @Test
    void looksAtNothingUntilToldTo() {
        marked("", "").isFoundBy(CHECK);
    }

    @Test
    void findsWhatIsNotAllowed() {
        marked("", MARK).with("allow: [actions/*]").isFoundBy(CHECK);
    }

    @Test
    void findsWhatIsDenied() {
        marked(MARK, "").with("deny: ['Actions/checkout@v4']").isFoundBy(CHECK);
    }

    @Test
    void allowsNothingWhereTheListIsEmpty() {
        marked(MARK, MARK).with("allow: []").isFoundBy(CHECK);
    }

    @Test
    void refusesBothListsAndWhatIsNoPattern() {
        assertThatThrownBy(
                        () -> marked("", "").with("{allow: ['*'], deny: ['*']}").findings(CHECK))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("together");
        assertThatThrownBy(() -> marked("", "").with("deny: ['a b']").findings(CHECK))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("owner/*");
    }

    @Test
    void findsHooksToo() {
        MarkedYaml.preCommit("""
                repos:
                  - repo: https://github.com/Some/hooks.git   # finds: forbidden-uses high
                    rev: v1
                  - repo: git@github.com:some/others
                  - repo: https://git.example.org/some/hooks
                  - repo: local
                """).with("deny: [some/hooks]").isFoundBy(CHECK);
    }
}
