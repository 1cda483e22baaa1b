package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hooks that pre-commit runs, by the repositories that they come from.
 *
 * @param repositories in the order of the text, with {@code local} and {@code meta}, which are none
 * @see <a href="https://pre-commit.com/#adding-pre-commit-plugins-to-your-project">pre-commit: the configuration file</a>
 */
public record PreCommitConfig(
        YamlDocument document, YamlMapping mapping, List<HookRepository> repositories, List<Problem> problems)
        implements Definition {

    public PreCommitConfig {
        repositories = List.copyOf(repositories);
        problems = List.copyOf(problems);
    }

    /**
     * One repository of hooks.
     *
     * @param repo where it is: a URL that Git can clone
     * @param rev the tag, branch or commit that is checked out; empty when nothing is said of it
     */
    public record HookRepository(YamlScalar repo, Optional<YamlScalar> rev) {

        private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{0,30})://.*", Pattern.DOTALL);
        private static final Pattern ON_GITHUB = Pattern.compile(
                "(?:[a-z+]{1,20}://(?:[\\w.-]{1,100}@)?github\\.com/|git@github\\.com:)"
                        + "([\\w-]{1,100})/([\\w.-]{1,100}?)(?:\\.git)?/?",
                Pattern.CASE_INSENSITIVE);

        /** The URL's scheme in lower case; empty when it has none. */
        public Optional<String> scheme() {
            Matcher matcher = SCHEME.matcher(repo.value());
            return matcher.matches() ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
        }

        /** The repository as a workflow would name it; empty when it is not on GitHub. */
        public Optional<Uses.Repository> onGitHub() {
            Matcher matcher = ON_GITHUB.matcher(repo.value().strip());
            return matcher.matches()
                    ? Optional.of(new Uses.Repository(
                            matcher.group(1),
                            matcher.group(2),
                            Optional.empty(),
                            rev.map(YamlScalar::value)
                                    .filter(name -> !name.isBlank())
                                    .map(GitRef::new)))
                    : Optional.empty();
        }
    }
}
