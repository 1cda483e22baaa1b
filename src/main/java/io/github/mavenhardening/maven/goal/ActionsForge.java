package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.forge.github.GitHubForge;
import io.github.mavenhardening.core.forge.rest.ForgePort;
import io.github.mavenhardening.core.network.Network;
import io.github.mavenhardening.core.source.GitFolder;
import io.github.mavenhardening.core.source.GitMirrors;
import io.github.mavenhardening.maven.session.ForgeAccess;
import io.github.mavenhardening.maven.session.ForgeKind;
import io.github.mavenhardening.maven.session.SettingsAccess;
import io.github.mavenhardening.maven.session.UserGit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** The forge that runs the workflows, as goals ask it what names stand for. */
final class ActionsForge {

    private static final int STEP = 25;

    private final MavenSession session;
    private final SettingsDecrypter decrypter;
    private final Log log;

    ActionsForge(MavenSession session, SettingsDecrypter decrypter, Log log) {
        this.session = session;
        this.decrypter = decrypter;
        this.log = log;
    }

    /** Git hosts and registries, with the settings' proxy and credentials and the user's mirrors. */
    Network network() throws MojoExecutionException {
        if (SettingsAccess.wantsUser(session.getSettings())) {
            log.warn("The proxy of settings.xml wants a user, and gets none: Java sends passwords to proxies"
                    + " unencrypted, and refuses to for TLS");
        }
        try {
            GitMirrors mirrors = UserGit.mirrors(System.getenv(), line -> log.info(Sanitizer.line(line)));
            return Network.open(SettingsAccess.of(session.getSettings(), decrypter, mirrors));
        } catch (IOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    /**
     * The address of the forge.
     *
     * @param given what the user names; may be null
     */
    static String address(String given) throws MojoExecutionException {
        String address = Optional.ofNullable(given)
                .or(() -> Optional.ofNullable(System.getenv("GITHUB_SERVER_URL")))
                .orElse("https://github.com")
                .strip()
                .replaceFirst("/+$", "");
        if (!address.matches("https?://[A-Za-z0-9.:\\[\\]-]{1,255}(?:/[\\w./-]{0,255})?")) {
            throw new MojoExecutionException(
                    "The configuration is invalid: hardening.server must be an address that begins"
                            + " with https:// or http://");
        }
        return address;
    }

    /**
     * Where the forge tells repositories' numbers; empty where there is no token, or nobody says where.
     *
     * @param url the address of the forge's interface; may be null
     * @param folder the checkout
     * @param server the id of the settings' server whose password is the token
     */
    Optional<ForgePort> numbers(String url, Path folder, String server, GitFolder git) throws MojoExecutionException {
        try {
            ForgeAccess access = new ForgeAccess(session, decrypter, System.getenv());
            Optional<String> token = access.token(ForgeKind.GITHUB, server);
            if (token.isEmpty()) {
                return Optional.empty();
            }
            ForgeAccess.Address address = access.address(url, folder, git);
            if (address.kind() != ForgeKind.GITHUB) {
                throw new IllegalArgumentException("GitHub's lock of actions has GitHub's numbers of repositories, and "
                        + "the forge's address is GitLab's");
            }
            return Optional.of(new ForgePort(
                    GitHubForge.DIALECT,
                    address.base(),
                    token,
                    SettingsAccess.ofNobody(session.getSettings(), UnaryOperator.identity())
                            .proxies(),
                    ForgePort.Patience.USUAL));
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    /** Says how far questions are. */
    void progress(String what, int answered, int all) {
        if (answered == all || answered % STEP == 0) {
            log.info("Asked for " + answered + " of " + all + " " + what);
        }
    }
}
