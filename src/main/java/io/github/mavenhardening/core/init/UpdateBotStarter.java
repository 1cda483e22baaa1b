package io.github.mavenhardening.core.init;

import io.github.mavenhardening.core.posture.BuildFolders;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.yaml.YamlWords;
import java.util.ArrayList;
import java.util.List;

/** The starter of an update bot's configuration, with a cooldown for new releases. */
final class UpdateBotStarter {

    private static final String START = "version: 2\nupdates:\n";

    /** The most builds that get an entry. */
    private static final int BUILDS = 10;

    private UpdateBotStarter() {}

    static StarterFile renovate() {
        return new StarterFile("renovate.json", Template.load("renovate.json"));
    }

    static StarterFile dependabot(Repository repository) {
        StringBuilder text = new StringBuilder(START);
        // Silent: of more builds than that, whoever completes the file names the others.
        BuildFolders.ofBuilds(repository).stream().limit(BUILDS).forEach(folder -> entry("maven", folder, text));
        ecosystems(repository, text.length() > START.length()).forEach(ecosystem -> entry(ecosystem, "", text));
        return new StarterFile(".github/dependabot.yml", text.toString());
    }

    private static void entry(String ecosystem, String folder, StringBuilder text) {
        text.append("  - package-ecosystem: ").append(ecosystem).append('\n');
        text.append("    directory: ").append(YamlWords.quoted('/' + folder)).append('\n');
        text.append("    schedule:\n");
        text.append("      interval: weekly\n");
        text.append("    # A hijacked release is mostly noticed within days.\n");
        text.append("    cooldown:\n");
        text.append("      default-days: 7\n");
    }

    /** Dependabot wants one entry at least: where nothing tells, the workflows that the repository will have. */
    private static List<String> ecosystems(Repository repository, boolean isBuilt) {
        List<String> found = new ArrayList<>();
        add(found, "gradle", repository, "build.gradle", "build.gradle.kts");
        add(found, "npm", repository, "package.json");
        add(found, "gomod", repository, "go.mod");
        add(found, "cargo", repository, "Cargo.toml");
        add(found, "pip", repository, "requirements.txt", "pyproject.toml");
        add(found, "docker", repository, "Dockerfile");
        if ((found.isEmpty() && !isBuilt)
                || !repository.filesIn(".github/workflows").isEmpty()) {
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
