package io.github.mavenhardening.maven.verify;

import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.maven.inventory.SeenArtifacts;
import io.github.mavenhardening.maven.session.ChosenRoot;
import io.github.mavenhardening.maven.session.CommandLine;
import io.github.mavenhardening.maven.session.Prefix;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.inject.Inject;
import org.apache.maven.AbstractMavenLifecycleParticipant;
import org.apache.maven.MavenExecutionException;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares every locked file that is on the disk with the lock before any goal runs: a plugin that
 * was tampered with is named instead of loaded, and one that is damaged does not end the build with
 * an error that says nothing. From then on each file is compared when Maven asks for it, where Maven lets an extension
 * do that ({@link ArtifactGuard}); else what is downloaded later is left to the goals.
 */
public final class LockGuard extends AbstractMavenLifecycleParticipant {

    private static final Logger LOG = LoggerFactory.getLogger(LockGuard.class);

    /** A screen, not a megabyte. */
    private static final int MAX_SHOWN = 20;

    private final RepositorySystem system;

    /** Made by Maven. */
    @Inject
    public LockGuard(RepositorySystem system) {
        this.system = system;
    }

    @Override
    public void afterProjectsRead(MavenSession session) throws MavenExecutionException {
        SeenArtifacts.begin(session.getRepositorySession());
        Properties properties = new Properties();
        properties.putAll(session.getSystemProperties());
        properties.putAll(session.getUserProperties());
        ChosenRoot root = root(session, properties);
        root.ignored().ifPresent(LOG::warn);
        if (LockRequest.isMadeBy(session)) {
            return;
        }
        // As the goals take it: all other words switch nothing off.
        if (Boolean.parseBoolean(properties.getProperty("hardening.skip"))) {
            if (!CommandLine.of(session, root.path(), System.getenv()).alone("hardening.skip")) {
                LOG.warn("No file is compared with the lock: hardening.skip is set, and not only on the command line");
            }
            return;
        }
        DependencyVerification verification = new DependencyVerification(system, session, root.path());
        List<String> mismatches = verification.mismatchesOnDisk();
        boolean warns = "false".equalsIgnoreCase(properties.getProperty("hardening.failOnViolation"));
        if (!mismatches.isEmpty()) {
            String text = Prefix.commands(session).spelled(describe(mismatches));
            if (!warns) {
                throw new MavenExecutionException(
                        text, session.getTopLevelProject().getFile());
            }
            LOG.warn(text);
        } else if (!warns) {
            verification
                    .gate(isSet(properties, "hardening.strict"), Prefix.commands(session))
                    .ifPresent(gate -> gate.arm(session.getRepositorySession()));
        }
    }

    private static ChosenRoot root(MavenSession session, Properties properties) throws MavenExecutionException {
        Optional<Path> given =
                Optional.ofNullable(properties.getProperty("hardening.root")).map(Path::of);
        try {
            return ChosenRoot.of(session, given, System.getenv());
        } catch (ConfigurationException e) {
            throw new MavenExecutionException("The configuration is invalid: " + e.getMessage(), e);
        }
    }

    private static boolean isSet(Properties properties, String name) {
        String value = properties.getProperty(name);
        return value != null && !value.equals("false");
    }

    private static String describe(List<String> mismatches) {
        StringBuilder text = new StringBuilder("The build was stopped before any goal ran: ")
                .append(Count.of(mismatches.size(), "files"))
                .append(mismatches.size() == 1 ? " differs" : " differ")
                .append(" from the lock");
        mismatches.stream().limit(MAX_SHOWN).forEach(line -> text.append("\n  ").append(line));
        if (mismatches.size() > MAX_SHOWN) {
            text.append("\n  and ").append(mismatches.size() - MAX_SHOWN).append(" more");
        }
        return text.toString();
    }
}
