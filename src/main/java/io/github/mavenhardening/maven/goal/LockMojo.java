package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.lock.CheckoutFile;
import io.github.mavenhardening.core.pin.ActionsLockOutcome;
import io.github.mavenhardening.core.pin.ActionsLockRun;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.FileTree;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.DefinitionKind;
import io.github.mavenhardening.maven.lock.LockException;
import io.github.mavenhardening.maven.lock.LockOptions;
import io.github.mavenhardening.maven.lock.LockRun;
import io.github.mavenhardening.maven.session.ChosenRoot;
import io.github.mavenhardening.maven.session.RepositoryLocator;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.version.PluginVersionResolver;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Locks what the build uses: writes the SHA-256 of every dependency, POM, parent, BOM, plugin and
 * extension to {@code .mvn/checksums/checksums.sha256} at the root of the repository.
 *
 * <p>On its own, the goal resolves what the lifecycles of every module would: dependencies of all
 * scopes, the plugins of clean, install, deploy and site as well as those of the build, annotation
 * processors, and the test providers that Surefire and Failsafe would choose. In {@code mvn verify
 * hardening:lock}, with the plugin declared as {@code <extensions>true</extensions>}, it adds what
 * goals were seen to resolve while they ran, which no model tells. That is the complete way, and one
 * command either way, since the goal runs once, after every module.
 *
 * <p>Beside it, {@code .mvn/hardening-lock.json} notes where each file came from and when it was first locked, and what the
 * network was asked about it: when it was published, who signed it, whether a second repository has the same bytes. Both files
 * have a line for each file; a conflict between two branches is resolved by running the goal.
 *
 * <p>It adds, and prints what it adds. The hash of a file that is locked is never changed unless
 * that file is named in {@code hardening.accept}; entries go only with {@code hardening.prune}.
 */
@Mojo(name = "lock", aggregator = true, threadSafe = true)
public final class LockMojo extends RootMojo {

    /**
     * Files whose new bytes are right: paths as the lock has them, or groupId:artifactId:version, comma-separated; of what plugins
     * installed past Maven the folder.
     */
    @Parameter(property = "hardening.accept")
    private List<String> accept;

    /**
     * Removes entries that builds of this kind (Maven, system, JDK, profiles) no longer use and no other kind of build needs.
     * Only a whole build can tell: <code>mvn clean verify hardening:lock -Dhardening.prune</code> where the reactor begins, with
     * the plugin declared as an extension and nothing skipped.
     */
    @Parameter(property = "hardening.prune", defaultValue = "false")
    private boolean prune;

    /**
     * Adds lines to {@code .mvn/maven.config} by which Maven 3.9 and newer compare files with the lock themselves, core
     * extensions and this plugin included.
     */
    @Parameter(property = "hardening.native", defaultValue = "false")
    private boolean nativeMode;

    /**
     * Files in which other tools recorded checksums: maven-lockfile's {@code lockfile.json}, Gradle's
     * {@code verification-metadata.xml}, or summaries of Maven's own. What they recorded of a file must be true of its bytes, or
     * nothing is locked. Summaries beside the lock are compared without being named.
     */
    @Parameter(property = "hardening.import")
    private List<File> imports;

    /**
     * Asks the repositories when locked files were published there, which the check <code>release-cooldown</code> looks at. Needs
     * the network: one request for each version that nobody asked about before.
     */
    @Parameter(property = "hardening.published", defaultValue = "false")
    private boolean published;

    /**
     * The address of a second repository: locked files are fetched from there again, into a temporary folder, and nothing is
     * written when it has other bytes of one. <code>id::address</code> uses the credentials that the settings have for that id.
     * Needs the network.
     */
    @Parameter(property = "hardening.crossCheck")
    private String crossCheck;

    /**
     * Fetches the OpenPGP signatures of locked files and verifies them with the keys in
     * <code>.mvn/hardening-keyring.asc</code>; nothing is written when one does not hold. Who may sign what is in
     * <code>.mvn/hardening-keys.list</code>, a keys map as pgpverify-maven-plugin has it; where there is neither, it is drafted
     * with the keys that signatures claim to be of, and nothing is verified. Sigstore bundles are verified where
     * <code>.mvn/hardening-identities.list</code> pins who signs, which needs sigstore-java among the plugin's dependencies.
     * Needs the network.
     */
    @Parameter(property = "hardening.signatures", defaultValue = "false")
    private boolean signatures;

    /** Artifacts, as groupId:artifactId, that may be signed by another key than before. */
    @Parameter(property = "hardening.acceptSigner")
    private List<String> acceptSigner;

    /**
     * Writes the files by which Maven 3.9 and newer ask a repository only for the groups that came from it, to
     * <code>.mvn/rrf/</code>.
     */
    @Parameter(property = "hardening.repositoryFilters", defaultValue = "false")
    private boolean repositoryFilters;

    /** Locks what can be resolved although a dependency of a module cannot, which else fails the goal. */
    @Parameter(property = "hardening.partial", defaultValue = "false")
    private boolean partial;

    /**
     * Other systems whose files are locked as well, by the names that <code>os.detected.classifier</code> has for them:
     * <code>linux-x86_64,osx-aarch_64,windows-x86_64</code>. For each artifact whose classifier names this system, those of the
     * others are downloaded and locked.
     */
    @Parameter(property = "hardening.platforms")
    private List<String> platforms;

    /**
     * Folders and files below the repository's root, installed past Maven by plugins that this one does not know, which are locked as
     * well: <code>target/tools,*&#47;target/browsers</code>. In a part of a path an asterisk stands for any characters. What is
     * locked once is compared from then on without being named.
     */
    @Parameter(property = "hardening.files")
    private List<String> files;

    /**
     * Writes GitHub's lock of what workflows use, {@code .github/workflows/actions.lock}, and nothing else: every workflow with what it
     * uses, and everything behind that. Asks the Git hosts, and the forge for the numbers of repositories that are new, which
     * needs a token in <code>GH_TOKEN</code> or <code>GITHUB_TOKEN</code>. A locked commit stays unless its key is named in
     * <code>hardening.accept</code>: {@code owner/repository@ref}.
     */
    @Parameter(property = "hardening.actions", defaultValue = "false")
    private boolean actions;

    /**
     * The address of the forge that runs the workflows. Else that of the environment variable <code>GITHUB_SERVER_URL</code>, else
     * GitHub's.
     */
    @Parameter(property = "hardening.server")
    private String server;

    /**
     * The address of the forge's interface, followed from the command line alone: {@code https://github.example.org/api/v3}.
     * Else {@code GITHUB_API_URL}, else that of github.com for a repository cloned from there.
     */
    @Parameter(property = "hardening.forgeUrl")
    private String forgeUrl;

    /** The id of the server in {@code settings.xml} whose password is the token, where the environment has none. */
    @Parameter(property = "hardening.forgeServer", defaultValue = "github")
    private String forgeServer;

    @Inject
    private SettingsDecrypter decrypter;

    @Inject
    private PluginVersionResolver versions;

    private final RepositorySystem system;

    /** Made by Maven. */
    @Inject
    public LockMojo(RepositorySystem system) {
        this.system = system;
    }

    @Override
    void run(ChosenRoot chosen) throws IOException, LockException, MojoExecutionException, MojoFailureException {
        chosen.ignored().ifPresent(getLog()::warn);
        if (actions) {
            lockActions(chosen.path());
            return;
        }
        LockOptions wish = new LockOptions(
                accept == null ? List.of() : accept,
                prune,
                imports == null ? List.of() : imports.stream().map(File::toPath).toList(),
                published,
                Optional.ofNullable(crossCheck),
                signatures,
                acceptSigner == null ? List.of() : acceptSigner,
                repositoryFilters,
                platforms == null ? List.of() : platforms,
                partial,
                files == null ? List.of() : files,
                nativeMode);
        new LockRun(system, versions, session(), chosen.path(), Clock.systemUTC(), getLog())
                .make(execution().getMojoDescriptor().getPluginDescriptor().getPlugin(), wish);
    }

    private void lockActions(Path folder) throws IOException, MojoExecutionException, MojoFailureException {
        if (session().isOffline()) {
            throw new MojoExecutionException(
                    "hardening:lock -Dhardening.actions asks Git hosts what names stand for, and Maven runs offline (-o)");
        }
        Repository repository = RepositoryLocator.open(session(), folder);
        ActionsForge forge = new ActionsForge(session(), decrypter, getLog());
        ActionsLockOutcome outcome = new ActionsLockRun(
                        WorkflowAudit.definitions(repository),
                        forge.network(),
                        ActionsForge.address(server),
                        forge.numbers(forgeUrl, folder, forgeServer, repository.git()),
                        accept == null ? List.of() : accept,
                        forge::progress)
                .run();
        outcome.notes().forEach(note -> getLog().warn(Sanitizer.line(note)));
        outcome.problems().forEach(problem -> getLog().error(Sanitizer.line(problem)));
        if (outcome.text().isEmpty()) {
            throw new MojoFailureException(DefinitionKind.LOCK_LOCATION + " was not written: "
                    + Count.are(outcome.problems().size(), "problems")
                    + " in the way. A lock that leaves something out keeps workflows from starting");
        }
        outcome.changes().forEach(change -> verbatim().info(Sanitizer.wholeLine(change)));
        CheckoutFile file = new CheckoutFile(folder, DefinitionKind.LOCK_LOCATION, FileTree.FILE_LIMIT);
        file.read();
        boolean written =
                !outcome.changes().isEmpty() && file.write(outcome.text().get().getBytes(StandardCharsets.UTF_8));
        getLog().info(
                        written
                                ? "Wrote " + DefinitionKind.LOCK_LOCATION + ": review it, and commit it"
                                : DefinitionKind.LOCK_LOCATION + " is up to date");
    }
}
