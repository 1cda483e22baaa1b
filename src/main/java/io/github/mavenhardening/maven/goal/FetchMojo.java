package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.file.AtomicFile;
import io.github.mavenhardening.maven.lock.Fetch;
import io.github.mavenhardening.maven.lock.LockException;
import io.github.mavenhardening.maven.session.ChosenRoot;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;

/**
 * Fills the local repository with exactly the locked files, so that {@code mvn -o verify} builds without a network.
 *
 * <p>Each file is downloaded from the repository that it came from when it was locked, by way of the mirrors, proxies and
 * credentials in the settings, and takes its place in the local repository only when it has the locked bytes. What is there
 * already is compared. A file that cannot be had, or has other bytes, is named with where it came from, and the goal fails.
 * What the Maven wrapper downloads is locked by the checksums in its properties, and put where its scripts look for it.
 *
 * <p>For what a build leaves open, by a range or by a plugin without a version, it lists the locked versions for Maven, which
 * would ask each repository for such a list.
 *
 * <p>The goal needs no POM and runs no other plugin. Where it runs in a folder with a POM, Maven itself reads that one before,
 * and downloads parents and extensions for it; in {@code .mvn} it does not.
 */
@Mojo(name = "fetch", requiresProject = false, aggregator = true, threadSafe = true)
public final class FetchMojo extends RootMojo {

    /**
     * What to do: {@code repository} fills the local repository; {@code list} downloads nothing and prints address, SHA-256 and
     * path of each locked file, separated by tabs, for tools that download by themselves.
     */
    @Parameter(property = "hardening.format", defaultValue = "repository")
    private String format;

    /** The file for the list. Else the list goes to standard output. */
    @Parameter(property = "hardening.outputFile")
    private File outputFile;

    private final RepositorySystem system;

    /** Made by Maven. */
    @Inject
    public FetchMojo(RepositorySystem system) {
        this.system = system;
    }

    @Override
    void run(ChosenRoot chosen) throws IOException, LockException {
        chosen.ignored().ifPresent(getLog()::warn);
        Fetch fetch = new Fetch(system, session(), chosen.path(), System.getenv(), getLog());
        switch (format) {
            case "repository" -> fetch.run();
            case "list" -> write(fetch.list());
            default -> throw new ConfigurationException("hardening.format", "Must be repository or list");
        }
    }

    private void write(List<String> lines) throws IOException {
        if (outputFile == null) {
            lines.forEach(line -> StandardOutput.line(session(), line));
            return;
        }
        Path file = outputFile.toPath().toAbsolutePath();
        Files.createDirectories(file.getParent());
        AtomicFile.write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        getLog().info("Wrote " + outputFile);
    }
}
