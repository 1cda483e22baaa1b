package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.file.AtomicFile;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.report.ReportWriter;
import io.github.mavenhardening.core.sbom.Sbom;
import io.github.mavenhardening.maven.session.ChosenRoot;
import io.github.mavenhardening.maven.session.RepositoryLocator;
import io.github.mavenhardening.maven.session.SessionState;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.inject.Inject;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/**
 * Writes the bill of materials of the build as CycloneDX 1.6 to <code>hardening-sbom.cdx.json</code>: what the product consists of,
 * and as its formulation every other file that the build used, plugins, extensions and POMs among them, each with its hash. One
 * for all modules, once the last of them that is bound to the goal has reached it. Nobody is asked: what is not known is logged
 * and stands in the file.
 */
@Mojo(name = "sbom", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class SbomMojo extends RootMojo {

    private static final Pattern CALLED =
            Pattern.compile("(hardening|io\\.github\\.mavenhardening:hardening-maven-plugin(:[^:@]+)?):sbom(@.*)?");

    private static final String TIMESTAMP = "project.build.outputTimestamp";

    /** A screen; the file has all. */
    private static final int MAX_SHOWN = 20;

    /** Where the file goes. Else {@code target/hardening} in the repository's root. */
    @Parameter(property = "hardening.outputDirectory")
    private File outputDirectory;

    /** The module. */
    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    private final RepositorySystem system;

    /** Made by Maven. */
    @Inject
    public SbomMojo(RepositorySystem system) {
        this.system = system;
    }

    @Override
    void run(ChosenRoot chosen) throws IOException {
        // The goals that check share what they know of the build under the same key, unless their policy is elsewhere.
        SessionState state = SessionState.of(
                session(),
                chosen.path(),
                String.valueOf(session().getUserProperties().getProperty("hardening.policyFile")));
        synchronized (state.monitor()) {
            if (chosen.ignored().isPresent() && state.tellOnce(chosen.ignored().get())) {
                getLog().warn(chosen.ignored().get());
            }
            if (!isLast(state)) {
                getLog().debug("The bill of materials is written when the last module reaches this goal");
                return;
            }
            write(chosen.path(), state);
        }
    }

    private boolean isLast(SessionState state) {
        Set<String> reached = state.reached("sbom");
        reached.add(project.getId());
        boolean called = session().getGoals().stream().anyMatch(CALLED.asMatchPredicate());
        for (MavenProject module : session().getProjects()) {
            if (!reached.contains(module.getId()) && (called || isBound(module))) {
                return false;
            }
        }
        return true;
    }

    private boolean isBound(MavenProject module) {
        Plugin plugin = module.getPlugin(plugin().getKey());
        if (plugin != null) {
            for (PluginExecution execution : plugin.getExecutions()) {
                if (execution.getGoals().contains(execution().getGoal())) {
                    return true;
                }
            }
        }
        return false;
    }

    private void write(Path folder, SessionState state) throws IOException {
        Sbom bill = Sbom.of(
                FamilyAudits.verification(system, session(), folder, state).bill(plugin(), timestamp()));
        Path target = (outputDirectory == null ? folder.resolve(RepositoryLocator.OUTPUT) : outputDirectory.toPath())
                .toAbsolutePath();
        Files.createDirectories(target);
        AtomicFile.write(target.resolve(Sbom.FILE), bill.bytes());
        bill.gaps().stream().limit(MAX_SHOWN).forEach(gap -> getLog().warn(Sanitizer.line(gap)));
        if (bill.gaps().size() > MAX_SHOWN) {
            getLog().warn("and " + (bill.gaps().size() - MAX_SHOWN) + " more, which " + Sbom.FILE + " has");
        }
        getLog().info("Wrote "
                + new ReportWriter(target).folderFrom(folder).replace(File.separatorChar, '/') + "/" + Sbom.FILE + ": "
                + Count.of(bill.components(), "components") + ", and "
                + Count.of(bill.formulation(), "files") + " that they were built with");
    }

    private Plugin plugin() {
        return execution().getMojoDescriptor().getPluginDescriptor().getPlugin();
    }

    /**
     * When the product counts as made, as Maven's own plugins read it: seconds since 1970, or a date and time with its offset; one
     * other character for none.
     *
     * @see <a href="https://maven.apache.org/guides/mini/guide-reproducible-builds.html">Maven: reproducible builds</a>
     */
    private Optional<Instant> timestamp() {
        String text = session().getUserProperties().getProperty(TIMESTAMP);
        if (text == null) {
            text = session().getTopLevelProject().getProperties().getProperty(TIMESTAMP, "");
        }
        String given = text.strip();
        boolean seconds = !given.isEmpty() && given.chars().allMatch(c -> c >= '0' && c <= '9');
        if (given.length() < 2 && !seconds) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    seconds
                            ? Instant.ofEpochSecond(Long.parseLong(given))
                            : OffsetDateTime.parse(given).toInstant());
        } catch (DateTimeException | NumberFormatException e) {
            getLog().warn("The bill of materials has no time stamp: " + TIMESTAMP + " is '" + Sanitizer.line(given)
                    + "', which is neither seconds nor a date and time as 2026-01-02T03:04:05Z");
            return Optional.empty();
        }
    }
}
