package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.forge.FlatSettings;
import io.github.mavenhardening.core.forge.ForgeSnapshot;
import io.github.mavenhardening.core.forge.Known;
import io.github.mavenhardening.core.forge.LocatedSnapshot;
import io.github.mavenhardening.core.forge.SnapshotChanges;
import io.github.mavenhardening.core.forge.SnapshotFile;
import io.github.mavenhardening.core.forge.SnapshotWriter;
import io.github.mavenhardening.core.forge.github.GitHubForge;
import io.github.mavenhardening.core.forge.gitlab.GitLabForge;
import io.github.mavenhardening.core.forge.rest.ForgePort;
import io.github.mavenhardening.core.forge.rest.ForgePort.Patience;
import io.github.mavenhardening.core.lock.CheckoutFile;
import io.github.mavenhardening.core.network.Network;
import io.github.mavenhardening.core.run.UsedRepositories;
import io.github.mavenhardening.core.source.FileTree;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.RepositorySlug;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.maven.session.ForgeAccess;
import io.github.mavenhardening.maven.session.ForgeKind;
import io.github.mavenhardening.maven.session.SessionState;
import io.github.mavenhardening.maven.session.SettingsAccess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Takes a snapshot of the repository's settings on GitHub or GitLab, which no file tells: environments and who must approve,
 * names of secrets, what may run, rules for branches and tags. It goes to <code>.mvn/hardening-forge.json</code>, to be reviewed and
 * checked in; <code>hardening:check</code> compares it with the workflows and asks nobody.
 *
 * <p>The goal reads, and changes nothing there. The token comes from <code>GH_TOKEN</code>, <code>GITHUB_TOKEN</code> or
 * <code>GITLAB_TOKEN</code>, else from the server in <code>settings.xml</code>; on GitHub it needs to read administration, actions,
 * environments and the names of secrets, on GitLab the interface as a maintainer. What it may not see is written down as unknown.
 */
@Mojo(name = "forge", requiresProject = false, aggregator = true, threadSafe = true)
public final class ForgeMojo extends RepositoryMojo {

    /** The most lines of one kind; the file has them all. */
    private static final int SHOWN = 40;

    /**
     * The address of the forge's interface, followed from the command line alone: {@code https://github.example.org/api/v3},
     * {@code https://gitlab.example.org/api/v4}. Else {@code GITHUB_API_URL} or {@code CI_API_V4_URL}, else that of github.com
     * or gitlab.com for a repository cloned from there.
     */
    @Parameter(property = "hardening.forgeUrl")
    private String forgeUrl;

    /**
     * The id of the server in {@code settings.xml} whose password is the token, where the environment has none: {@code github}
     * or {@code gitlab} unless named.
     */
    @Parameter(property = "hardening.forgeServer")
    private String forgeServer;

    @Inject
    private SettingsDecrypter decrypter;

    @Override
    void execute(Path folder, SessionState state) throws IOException, MojoExecutionException, MojoFailureException {
        if (session().isOffline()) {
            throw new MojoExecutionException(
                    "hardening:forge asks the forge for the repository's settings, and Maven runs offline (-o)");
        }
        Repository repository = repository(folder, state);
        ForgeAccess access = new ForgeAccess(session(), decrypter, System.getenv());
        ForgeAccess.Address address;
        ForgePort port;
        Optional<String> token;
        try {
            address = access.address(forgeUrl, folder, repository.git());
            String server =
                    Optional.ofNullable(forgeServer).orElse(address.kind().server());
            token = access.token(address.kind(), server);
            port = new ForgePort(
                    address.kind() == ForgeKind.GITLAB ? GitLabForge.DIALECT : GitHubForge.DIALECT,
                    address.base(),
                    token,
                    SettingsAccess.ofNobody(session().getSettings(), UnaryOperator.identity())
                            .proxies(),
                    Patience.USUAL);
            if (token.isEmpty()) {
                getLog().warn("There is no token in "
                        + String.join(", ", address.kind().variables()) + " or the server '" + Sanitizer.text(server)
                        + "' of settings.xml: most settings stay unknown");
            }
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
        CheckoutFile file = new CheckoutFile(folder, SnapshotFile.LOCATION, FileTree.FILE_LIMIT);
        file.read();
        Optional<ForgeSnapshot> before = before(repository);
        ForgeSnapshot after;
        try {
            after = address.kind() == ForgeKind.GITLAB
                    ? ofGitLab(access.project(address.base(), repository.git()), port, token.isPresent())
                    : ofGitHub(repository, port, token.isPresent());
        } catch (IOException e) {
            throw new MojoExecutionException("The forge could not be asked: " + e.getMessage(), e);
        }
        byte[] content = SnapshotWriter.bytes(after);
        if (content.length > FileTree.FILE_LIMIT) {
            throw new MojoFailureException(SnapshotFile.LOCATION + " would be larger than " + FileTree.FILE_LIMIT
                    + " bytes, which no check reads");
        }
        boolean written = file.write(content);
        forgetFiles(state);
        tell(before, after);
        getLog().info(
                        written
                                ? "Wrote " + SnapshotFile.LOCATION + ": review it, and add it to Git"
                                : SnapshotFile.LOCATION + " is up to date");
    }

    private ForgeSnapshot ofGitHub(Repository repository, ForgePort port, boolean hasToken)
            throws IOException, MojoExecutionException {
        RepositorySlug slug = repository
                .slug()
                .orElseThrow(() -> new MojoExecutionException(
                        "The repository's name on the forge is not known: neither its remote 'origin', GITHUB_REPOSITORY nor"
                                + " the POM's scm has it"));
        return new GitHubForge(Network.open(), port, this::say)
                .read(slug, UsedRepositories.of(repository), hasToken, today());
    }

    private ForgeSnapshot ofGitLab(Optional<String> project, ForgePort port, boolean hasToken)
            throws IOException, MojoExecutionException {
        String path = project.orElseThrow(() -> new MojoExecutionException(
                "The project's path on GitLab is not known: neither CI_PROJECT_PATH nor the remote 'origin' has it"));
        return new GitLabForge(Network.open(), port, this::say).read(path, hasToken, today());
    }

    private void say(String line) {
        getLog().info(Sanitizer.text(line));
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.systemUTC().withZone(ZoneOffset.UTC));
    }

    private Optional<ForgeSnapshot> before(Repository repository) {
        try {
            return SnapshotFile.read(repository).map(LocatedSnapshot::settings);
        } catch (UnreadableFileException e) {
            getLog().warn("The last snapshot cannot be read, so that nothing is compared with it: "
                    + Sanitizer.text(e.reason()));
            return Optional.empty();
        }
    }

    private void tell(Optional<ForgeSnapshot> before, ForgeSnapshot after) {
        List<String> unknown = new ArrayList<>();
        FlatSettings.of(after).forEach((name, setting) -> addUnknown(name, setting, unknown));
        if (before.isPresent()) {
            List<String> changes = SnapshotChanges.between(before.get(), after);
            getLog().info(
                            changes.isEmpty()
                                    ? "No setting has changed since "
                                            + before.get().taken()
                                    : Count.of(changes.size(), "settings") + " changed since "
                                            + before.get().taken() + ":");
            show(changes);
        }
        if (!unknown.isEmpty()) {
            getLog().warn(Count.of(unknown.size(), "settings") + " stay unknown to whoever has "
                    + after.rights().label() + " rights:");
            show(unknown);
        }
    }

    private static void addUnknown(String name, Known<String> setting, List<String> unknown) {
        if (setting.value().isEmpty() && !setting.reason().startsWith("not asked")) {
            unknown.add(name + ": " + setting.reason());
        }
    }

    private void show(List<String> lines) {
        lines.stream().limit(SHOWN).forEach(line -> getLog().info("  " + Sanitizer.text(line)));
        if (lines.size() > SHOWN) {
            getLog().info("  and " + (lines.size() - SHOWN) + " more");
        }
    }
}
