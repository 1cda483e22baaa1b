package io.github.mavenhardening.core.workflow.step;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The programs that run tasks of a file by their names. */
enum TaskRunner {
    MAKE,
    JUST,
    GO_TASK,
    NODE,
    GRADLE,
    TOX,
    RAKE,
    FASTLANE,
    COMPOSER,
    DENO,
    MISE;

    /** The one that a program is, by its name. */
    static Optional<TaskRunner> of(String program) {
        return switch (program) {
            case "make", "gmake" -> Optional.of(MAKE);
            case "just" -> Optional.of(JUST);
            case "task", "go-task" -> Optional.of(GO_TASK);
            case "npm", "pnpm", "yarn", "bun" -> Optional.of(NODE);
            case "gradle", "gradlew" -> Optional.of(GRADLE);
            case "tox" -> Optional.of(TOX);
            case "rake" -> Optional.of(RAKE);
            case "fastlane" -> Optional.of(FASTLANE);
            case "composer" -> Optional.of(COMPOSER);
            case "deno" -> Optional.of(DENO);
            case "mise" -> Optional.of(MISE);
            default -> Optional.empty();
        };
    }

    /** Where it looks for its tasks. */
    List<String> files() {
        return switch (this) {
            case MAKE -> List.of("GNUmakefile", "makefile", "Makefile");
            case JUST -> List.of("justfile", "Justfile", ".justfile");
            case GO_TASK -> GoTaskfile.NAMES;
            case NODE -> List.of("package.json");
            case GRADLE -> List.of("build.gradle", "build.gradle.kts");
            case TOX -> List.of("tox.ini", "pyproject.toml", "tox.toml", "setup.cfg");
            case RAKE -> List.of("rakefile", "Rakefile", "rakefile.rb", "Rakefile.rb");
            case FASTLANE -> List.of("fastlane/Fastfile", ".fastlane/Fastfile", "Fastfile");
            case COMPOSER -> List.of("composer.json");
            case DENO -> List.of("deno.json", "deno.jsonc");
            case MISE -> Misefile.NAMES;
        };
    }

    /** Whether each of its files may have tasks, and not only the first that is there. */
    boolean readsAll() {
        return this == GRADLE || this == TOX;
    }

    /**
     * Reads a file of tasks.
     *
     * @param others texts of further files, by their paths from the folder that the program is run in; empty for one that is not there
     */
    TaskFile read(String text, Function<String, Optional<String>> others) {
        return switch (this) {
            case MAKE -> Makefile.of(text, others);
            case JUST -> Justfile.of(text);
            case GO_TASK -> GoTaskfile.of(text, others);
            case NODE -> new PackageScripts(text, "scripts");
            case GRADLE -> new GradleTasks(text);
            case TOX -> ToxFile.of(text);
            case RAKE -> new Rakefile(text);
            case FASTLANE -> new Fastfile(text);
            case COMPOSER -> new ComposerScripts(text);
            case DENO -> new PackageScripts(text, "tasks");
            case MISE -> new Misefile(text);
        };
    }
}
