package io.github.mavenhardening.core.scorecard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Ten where an update bot's configuration is there, else nothing. */
final class DependencyUpdateToolScore {

    private static final String NAME = "Dependency-Update-Tool";
    private static final List<String> FOLDERS = List.of("", ".github", ".gitlab", ".config");
    private static final Set<String> FILES = Set.of(
            ".github/dependabot.yml",
            ".github/dependabot.yaml",
            "renovate.json",
            "renovate.json5",
            ".github/renovate.json",
            ".github/renovate.json5",
            ".gitlab/renovate.json",
            ".gitlab/renovate.json5",
            ".renovaterc",
            ".renovaterc.json",
            ".renovaterc.json5",
            ".scala-steward.conf",
            "scala-steward.conf",
            ".github/.scala-steward.conf",
            ".github/scala-steward.conf",
            ".config/.scala-steward.conf",
            ".config/scala-steward.conf");

    private DependencyUpdateToolScore() {}

    static Score of(RepositoryView view) {
        Stream<String> files = FOLDERS.stream().flatMap(folder -> view.repository().filesIn(folder).stream());
        Optional<String> found = files.filter(path -> FILES.contains(path.toLowerCase(Locale.ROOT)))
                .findFirst();
        return Score.of(NAME, found.isPresent(), found.orElse("no configuration of an update bot"));
    }
}
