package io.github.mavenhardening.core.workflow.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwkPrintsTest {

    private static final String CLEANS = "{ gsub(/[^a-z0-9._-]+/, \"\", name) ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ print \"yes\" }",
                CLEANS + "; print \"NAME=\" name }",
                CLEANS + "; print name, \"x\"; print name }",
                "/^a/ { name = $2 }\n# A remark; with a mark.\nEND " + CLEANS + "\n print name }",
            })
    void knowsWhatIsCleaned(String program) {
        assertThat(AwkPrints.areHarmless(program)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ n++ }",
                "{ print }",
                "{ print $1 }",
                "{ print name }",
                CLEANS + "; print other }",
                CLEANS + "; print name; print }",
                CLEANS + "; name = $2; print name }",
                CLEANS + "; name += $2; print name }",
                CLEANS + "; for (name in names) print name }",
                CLEANS + "; print name }\n/^a/",
                "/^a/\n" + CLEANS + "; print name }",
                CLEANS + "; system(\"x\"); print name }",
                CLEANS + "; print name; printf \"%s\", $0 }",
                CLEANS + "; print name",
                "{ print name; gsub(/[^a-z]/, \"\", name) }",
                "{ gsub(/[^a-z$]/, \"\", name); print name }",
                "{ gsub(/[a-z]/, \"\", name); print name }",
                "{ gsub(/[^a-z]/, \"$\", name); print name }",
            })
    void knowsWhatIsNot(String program) {
        assertThat(AwkPrints.areHarmless(program)).isFalse();
    }

    @Test
    void readsALongProgramInNoTimeToSpeakOf() {
        String program = "{ print \"" + "a".repeat(50_000) + "\" }".repeat(1_000);
        assertThat(AwkPrints.areHarmless(program)).isFalse();
    }
}
