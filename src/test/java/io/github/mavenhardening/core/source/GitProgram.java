package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The {@code git} of this machine, which makes the repositories that JGit cannot make. Where there is none, or one that is
 * too old for what it is to do, the test is left out.
 */
final class GitProgram {

    private final Path folder;

    private GitProgram(Path folder) {
        this.folder = folder;
    }

    /** A new repository of two commits, the latter with a tag of each kind, and the files {@code a.txt} and {@code d/b.txt}. */
    static GitProgram init(Path folder, String... options) throws IOException {
        Files.createDirectories(folder);
        GitProgram git = new GitProgram(folder);
        List<String> arguments = new ArrayList<>(List.of("init", "-q"));
        arguments.addAll(Arrays.asList(options));
        assumeTrue(git.succeeds(arguments.toArray(String[]::new)), "there is no git, or an old one");
        Files.writeString(folder.resolve("a.txt"), "1");
        Files.createDirectory(folder.resolve("d"));
        Files.writeString(folder.resolve("d/b.txt"), "2");
        git.run("add", ".");
        git.run("commit", "-q", "-m", "one");
        Files.writeString(folder.resolve("a.txt"), "3");
        git.run("commit", "-q", "-a", "-m", "two");
        git.run("tag", "light");
        git.run("tag", "-a", "-m", "m", "annotated");
        return git;
    }

    static GitProgram in(Path folder) {
        return new GitProgram(folder);
    }

    /** What it prints; fails when it fails. */
    String run(String... arguments) throws IOException {
        Process git = start(arguments);
        String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(end(git)).as("git %s: %s", String.join(" ", arguments), text).isZero();
        return text.strip();
    }

    /** Whether it does what not every version can. */
    boolean succeeds(String... arguments) {
        try {
            Process git = start(arguments);
            git.getInputStream().readAllBytes();
            return end(git) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "init.defaultBranch=main"));
        command.addAll(List.of("-c", "protocol.file.allow=always", "-c", "commit.gpgSign=false"));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("GIT_"));
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_CONFIG_GLOBAL", folder.resolve("no-such-file").toString());
        for (String who : List.of("GIT_AUTHOR_", "GIT_COMMITTER_")) {
            environment.put(who + "NAME", "A");
            environment.put(who + "EMAIL", "a@example.org");
            environment.put(who + "DATE", "2026-01-02T00:00:00Z");
        }
        return builder.start();
    }

    private static int end(Process git) {
        try {
            return git.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
