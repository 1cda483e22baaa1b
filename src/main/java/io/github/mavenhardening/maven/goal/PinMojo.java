package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.Hardening;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.fix.FixedFiles;
import io.github.mavenhardening.core.network.Network;
import io.github.mavenhardening.core.pin.ActionsLockOutcome;
import io.github.mavenhardening.core.pin.ActionsLockRun;
import io.github.mavenhardening.core.pin.PinOutcome;
import io.github.mavenhardening.core.pin.PinRun;
import io.github.mavenhardening.core.pin.PinUpdate;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.maven.session.SessionState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Pins actions and reusable workflows to commits and images to digests. Prints the changes as a unified diff, and writes them with
 * <code>-Dhardening.apply</code>. Asks the Git hosts and registries what the names stand for, without a token; a commit that
 * is not part of its repository's history is reported and left alone.
 */
@Mojo(name = "pin", requiresProject = false, aggregator = true, threadSafe = true)
public final class PinMojo extends RepositoryMojo {

    /** Whether to write the changes; if not, they are only printed. */
    @Parameter(property = "hardening.apply", defaultValue = "false")
    private boolean apply;

    /** Whether to pin what can be pinned although something cannot, which is listed. Else all or nothing is written. */
    @Parameter(property = "hardening.partial", defaultValue = "false")
    private boolean partial;

    /**
     * The address of the forge that runs the workflows. Else that of the environment variable <code>GITHUB_SERVER_URL</code>, else
     * GitHub's.
     */
    @Parameter(property = "hardening.server")
    private String server;

    /**
     * The registry of images whose names name none, as host or host:port: the one that the container engine asks for them.
     * Without it such images are listed as not pinned.
     */
    @Parameter(property = "hardening.registry")
    private String registry;

    /**
     * Moves what is pinned to the newest version: <code>minor</code>, which no value means, of the same major version,
     * <code>major</code> of any. Prereleases are taken only where one is pinned. Images get the digest that their tag has now.
     * Without it pins stay.
     */
    @Parameter(property = "hardening.update")
    private String update;

    /** How many days old a version must be to be moved to, by the date that its tag and commit have; 0 for any age. */
    @Parameter(property = "hardening.cooldown", defaultValue = "7")
    private String cooldown;

    /**
     * The address of the forge's interface, followed from the command line alone: {@code https://github.example.org/api/v3}.
     * Else {@code GITHUB_API_URL}, else that of github.com for a repository cloned from there. Asked where GitHub's lock gets
     * repositories that are new in it.
     */
    @Parameter(property = "hardening.forgeUrl")
    private String forgeUrl;

    /** The id of the server in {@code settings.xml} whose password is the token, where the environment has none. */
    @Parameter(property = "hardening.forgeServer", defaultValue = "github")
    private String forgeServer;

    @Inject
    private SettingsDecrypter decrypter;

    @Override
    void execute(Path folder, SessionState state) throws IOException, MojoExecutionException, MojoFailureException {
        if (session().isOffline()) {
            throw new MojoExecutionException(
                    "hardening:pin asks Git hosts and registries what names stand for, and Maven runs offline (-o)");
        }
        Optional<PinUpdate> update = update();
        Repository repository = repository(folder, state);
        List<EvaluatedFinding> found = findings(folder, repository, state);
        ActionsForge forge = new ActionsForge(session(), decrypter, getLog());
        Network network = forge.network();
        PinOutcome outcome = new PinRun(
                        repository,
                        WorkflowAudit.definitions(repository),
                        network,
                        ActionsForge.address(server),
                        registry(),
                        update,
                        forge::progress)
                .run(
                        of(found.stream().filter(EvaluatedFinding::counts).toList()),
                        of(found.stream().filter(judged -> !judged.counts()).toList()));
        PinOutcome whole = locked(folder, outcome, repository, forge, network);
        conclude(whole, FixedFiles.of(folder, repository, whole.texts()));
        forgetFiles(state);
    }

    /** What is locked by GitHub's lock keeps from starting what the lock does not know: it changes with the workflows. */
    private PinOutcome locked(
            Path folder, PinOutcome outcome, Repository repository, ActionsForge forge, Network network)
            throws MojoExecutionException {
        Definitions then = WorkflowAudit.definitions(repository.with(outcome.texts()));
        if (outcome.texts().isEmpty() || then.lock().isEmpty()) {
            return outcome;
        }
        ActionsLockOutcome lock = new ActionsLockRun(
                        then,
                        network,
                        ActionsForge.address(server),
                        forge.numbers(forgeUrl, folder, forgeServer, repository.git()),
                        List.of(),
                        forge::progress)
                .run();
        return outcome.with(lock);
    }

    /** What is not pinned as the policy demands, whomever findings are shown to. */
    private List<EvaluatedFinding> findings(Path folder, Repository repository, SessionState state)
            throws MojoExecutionException {
        Checks checks = LoadedChecks.get();
        PolicyLayer everyone = PolicyLayer.of(Map.of("persona", Optional.of(Persona.AUDITOR)));
        Hardening hardening = hardening(folder, repository, state, checks, everyone);
        Checks wanted =
                checks.only(checks.ids().stream().filter(PinRun::matters).toList());
        Result result = hardening.judge(List.of(hardening.audit(new WorkflowAudit(), wanted)));
        result.gaps().forEach(gap -> getLog().warn(Sanitizer.line("Not checked: " + gap)));
        return result.findings();
    }

    private static List<Finding> of(List<EvaluatedFinding> judged) {
        return judged.stream().map(EvaluatedFinding::finding).toList();
    }

    /** A cooldown that makes no sense is an error even where nothing is updated. */
    private Optional<PinUpdate> update() throws MojoExecutionException {
        try {
            PinUpdate asked = PinUpdate.of(
                    Optional.ofNullable(update).orElse("").strip(),
                    cooldown.strip(),
                    Clock.systemUTC().instant());
            return Optional.ofNullable(update).map(given -> asked);
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException("The configuration is invalid: " + Sanitizer.line(e.getMessage()), e);
        }
    }

    private Optional<String> registry() throws MojoExecutionException {
        Optional<String> given =
                Optional.ofNullable(registry).map(String::strip).filter(host -> !host.isEmpty());
        if (given.isPresent() && !PinRun.isRegistry(given.get())) {
            throw new MojoExecutionException(
                    "The configuration is invalid: hardening.registry must be host or host:port, as registry.example.org, and is '"
                            + Sanitizer.line(given.get()) + "'");
        }
        return given;
    }

    private void conclude(PinOutcome outcome, FixedFiles files) throws IOException, MojoFailureException {
        files.diff().lines().forEach(line -> verbatim().info(Sanitizer.wholeLine(line)));
        outcome.notes().forEach(note -> getLog().warn(Sanitizer.line(note)));
        outcome.problems().forEach(problem -> getLog().error(Sanitizer.line(problem)));
        boolean whole = outcome.problems().isEmpty();
        if (!whole && !partial) {
            throw new MojoFailureException(Count.of(outcome.problems().size(), "references") + " cannot be pinned"
                    + (update == null ? "" : " or updated")
                    + ", so nothing was written."
                    + (outcome.texts().isEmpty() ? "" : " With -Dhardening.partial the others are"));
        }
        if (outcome.texts().isEmpty()) {
            getLog().info(whole ? "Nothing is left to pin" : "Nothing can be pinned");
            return;
        }
        String changes = Count.of(outcome.pinned(), "references") + " pinned, "
                + (update == null ? "" : outcome.updated() + " updated, ")
                + Count.of(outcome.commented(), "comments") + " with a version, in "
                + Count.of(outcome.texts().size(), "files");
        if (apply) {
            files.write();
            getLog().info("Changed: " + changes);
        } else {
            getLog().info("-Dhardening.apply makes these changes: " + changes);
        }
    }
}
