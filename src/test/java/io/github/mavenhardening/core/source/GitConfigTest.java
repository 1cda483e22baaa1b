package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitConfigTest {

    /** Texts that set {@code remote.origin.url} or not, each as JGit takes it. */
    static Stream<String> texts() {
        return Stream.of(
                "",
                "[remote \"origin\"]\n\turl = git@github.com:octo/app.git\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n",
                "[REMOTE \"origin\"]\r\n\tURL = https://example.org/octo/app.git\r\n",
                "[remote \"Origin\"]\nurl = other case\n",
                "[remote \"origin\"]\nurl = first\nurl = last\n",
                "[remote \"origin\"]\nurl = first\n[core]\nbare = false\n[remote \"origin\"]\nurl = last\n",
                "[remote \"or\\igin\"]\nurl = one backslash less\n",
                "[remote \"a\"]\nurl = a\n[remote \"b\"]\nurl = b\n",
                "[remote \"origin\"]\nurl = with # a comment\n",
                "[remote \"origin\"]\nurl = with ; a comment\n# url = commented\n; url = commented\n",
                "[remote \"origin\"]\nurl = \"quoted # no comment \" # comment\n",
                "[remote \"origin\"]\nurl = in two \\\n  lines\n",
                "[remote \"origin\"]\nurl = escaped \\\" \\\\ \\t end\n",
                "[remote \"origin\"]\nurl\n",
                "[remote \"origin\"]\nurl =\n");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void readsAsJGitDoes(String text) throws ConfigInvalidException {
        Config jgit = new Config();
        jgit.fromText(text);
        Optional<String> expected =
                Optional.ofNullable(jgit.getString("remote", "origin", "url")).filter(url -> !url.isEmpty());
        assertThat(GitConfig.parse(text)).isPresent();
        assertThat(GitConfig.parse(text)
                        .flatMap(config -> config.value("remote", "origin", "url"))
                        .filter(url -> !url.isEmpty()))
                .isEqualTo(expected);
    }

    /** As the Git that fetches does: several URLs are for pushing. An empty one begins the list again, from Git 2.46 on. */
    @ParameterizedTest
    @CsvSource({
        "url = a, a",
        "url = a\\nurl = b, a",
        "url = a\\nurl = b\\n[core]\\nbare = false\\n[remote \"origin\"]\\nurl = c, a",
        "url = a\\nurl = a\\nurl = b, a",
        "url = a\\nurl =\\nurl = b\\nurl = c, b",
        "url = \"\"\\nurl = a, a",
        "url = a\\nurl =,",
        "url = a\\nurl,",
        "fetch = a,"
    })
    void firstOfAList(String variables, String first) {
        GitConfig config = GitConfig.parse("[remote \"origin\"]\n" + variables.replace("\\n", "\n") + "\n")
                .orElseThrow();

        assertThat(config.first("Remote", "origin", "URL")).isEqualTo(Optional.ofNullable(first));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[remote \"origin\"\nurl = x\n",
                "[remote \"origin]\nurl = x\n",
                "url = before any section\n",
                "[remote \"origin\"]\nurl = \"open\n",
                "[remote \"origin\"]\nurl = \\x\n",
                "[remote \"origin\"]\n!\n",
                "[remote \"origin\"]\nurl x\n",
                "["
            })
    void nothingOfABrokenFile(String text) {
        assertThat(GitConfig.parse(text)).isEmpty();
    }

    /** JGit overlooks it, Git does not. */
    @Test
    void variableOnTheLineOfItsSection() {
        assertThat(GitConfig.parse("[remote \"origin\"] url = x # comment")
                        .flatMap(config -> config.value("remote", "origin", "url")))
                .contains("x");
    }

    @Test
    void variablesWithoutSubsection() {
        assertThat(GitConfig.parse("\uFEFF[extensions]\n\tobjectFormat = sha256\n")
                        .flatMap(config -> config.value("extensions", "", "objectformat")))
                .contains("sha256");
    }
}
