package io.github.mavenhardening.core.init;

import io.github.mavenhardening.core.source.Repository;
import java.util.ArrayList;
import java.util.List;

/** The starter of an update bot's configuration, with a cooldown for new releases. */
final class UpdateBotStarter {

    private UpdateBotStarter() {}

    static StarterFile renovate() {
        return new StarterFile("renovate.json", Template.load("renovate.json"));
    }

    static StarterFile dependabot(Repository repository) {
        StringBuilder text = new StringBuilder("version: 2\nupdates:\n");
        for (String ecosystem : ecosystems(repository)) {
            text.append("  - package-ecosystem: ").append(ecosystem).append('\n');
            text.append("    directory: /\n");
            text.append("    schedule:\n");
            text.append("      interval: weekly\n");
            text.append("    # A hijacked release is mostly noticed within days.\n");
            text.append("    cooldown:\n");
            text.append("      default-days: 7\n");
        }
        return new StarterFile(".github/dependabot.yml", text.toString());
    }

    /** Dependabot wants one entry at least: where nothing tells, the workflows that the repository will have. */
    private static List<String> ecosystems(Repository repository) {
        List<String> found = new ArrayList<>();
        add(found, "maven", repository, "pom.xml");
        add(found, "gradle", repository, "build.gradle", "build.gradle.kts");
        add(found, "npm", repository, "package.json");
        add(found, "gomod", repository, "go.mod");
        add(found, "cargo", repository, "Cargo.toml");
        add(found, "pip", repository, "requirements.txt", "pyproject.toml");
        add(found, "docker", repository, "Dockerfile");
        if (found.isEmpty() || !repository.filesIn(".github/workflows").isEmpty()) {
            found.add("github-actions");
        }
        return found;
    }

    private static void add(List<String> found, String ecosystem, Repository repository, String... files) {
        for (String file : files) {
            if (repository.isFile(file)) {
                found.add(ecosystem);
                return;
            }
        }
    }
}
