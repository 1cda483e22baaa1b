package io.github.mavenhardening.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandsTest {

    private static final String FULL = "mvn io.github.mavenhardening:hardening-maven-plugin:1.2.3:";

    @Test
    void spellsACommandForThoseWhoHaveThePluginAndForOthers() {
        assertThat(Commands.byPrefix().of("lock")).isEqualTo("mvn hardening:lock");
        assertThat(Commands.ofVersion("1.2.3").of("lock")).isEqualTo(FULL + "lock");
    }

    @Test
    void spellsTheCommandsOfASentence() {
        String sentence =
                "Run 'mvn hardening:lock', or 'mvn hardening:lock -Dhardening.prune', or 'mvn verify hardening:lock'; see hardening:explain, # hardening: ignore[x], a@v1#hardening:lock, hardening:ignore[x] and -Dhardening.lock";

        assertThat(Commands.byPrefix().spelled(sentence)).isEqualTo(sentence);
        assertThat(Commands.ofVersion("1.2.3").spelled(sentence))
                .isEqualTo(
                        "Run '" + FULL + "lock', or '" + FULL + "lock -Dhardening.prune', or '"
                                + FULL.replace("mvn ", "mvn verify ") + "lock'; see "
                                + FULL.replace("mvn ", "")
                                + "explain, # hardening: ignore[x], a@v1#hardening:lock, hardening:ignore[x] and -Dhardening.lock");
    }
}
