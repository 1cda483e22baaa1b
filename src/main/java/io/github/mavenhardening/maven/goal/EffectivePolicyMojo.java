package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.file.AtomicFile;
import io.github.mavenhardening.core.json.JsonWriter;
import io.github.mavenhardening.core.policy.EffectivePolicy;
import io.github.mavenhardening.maven.session.SessionState;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows the policy in force: every setting, where it comes from (a file's line, a jar's, a parameter, the default) and what it goes
 * over. As JSON, two repositories can be compared.
 */
@Mojo(name = "effective-policy", requiresProject = false, aggregator = true, threadSafe = true)
public final class EffectivePolicyMojo extends RepositoryMojo {

    /** How to show it: text in the log, or json in a file. */
    @Parameter(property = "hardening.format", defaultValue = "text")
    private String format;

    /** The file for JSON. Else {@code target/hardening/effective-policy.json} in the repository's root. */
    @Parameter(property = "hardening.outputFile")
    private File outputFile;

    @Override
    void execute(Path folder, SessionState state) throws IOException, MojoExecutionException {
        Checks checks = LoadedChecks.get();
        EffectivePolicy policy = new EffectivePolicy(
                hardening(folder, repository(folder, state), state, checks).policy(), checks);
        switch (format) {
            case "text" -> policy.lines().forEach(verbatim()::info);
            case "json" -> {
                Path file = outputFile == null
                        ? output(folder).resolve("effective-policy.json")
                        : outputFile.toPath().toAbsolutePath();
                Files.createDirectories(file.getParent());
                AtomicFile.write(file, JsonWriter.bytes(policy.json()));
                getLog().info("Wrote " + (file.startsWith(folder) ? folder.relativize(file) : outputFile));
            }
            default -> throw new ConfigurationException("hardening.format", "Must be text or json");
        }
    }
}
