package io.github.mavenhardening.maven.session;

import io.github.mavenhardening.core.source.GitFolder;
import io.github.mavenhardening.core.source.RemoteAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** Where the forge is asked, and as whom. No checked-in file decides whom a token is sent to. */
public final class ForgeAccess {

    private static final URI GITHUB = URI.create("https://api.github.com/");

    private final MavenSession session;
    private final SettingsDecrypter decrypter;
    private final Map<String, String> variables;

    /**
     * That of a session.
     *
     * @param variables the environment
     */
    public ForgeAccess(MavenSession session, SettingsDecrypter decrypter, Map<String, String> variables) {
        this.session = session;
        this.decrypter = decrypter;
        this.variables = variables;
    }

    /**
     * The address of the forge's interface.
     *
     * @param given what the user names; may be null
     * @param typed whether the command line alone names it
     * @param git the checkout's Git folder, whose remote may be github.com's
     * @throws IllegalArgumentException when there is none, or one that is not to be followed; the message is for the user
     */
    public URI address(String given, boolean typed, GitFolder git) {
        if (given != null && !typed) {
            throw new IllegalArgumentException(
                    "hardening.forgeUrl is followed from the command line alone: a checked-in file must not decide whom the"
                            + " token is sent to");
        }
        Optional<String> named =
                Optional.ofNullable(given).or(() -> variable("GITHUB_API_URL")).map(String::strip);
        if (named.isPresent()) {
            try {
                return URI.create(named.get());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("The forge's address is not a URL", e);
            }
        }
        boolean ofGitHub = git.originUrl()
                .flatMap(RemoteAddress::of)
                .filter(url -> url.startsWith("https://github.com/"))
                .isPresent();
        if (!ofGitHub) {
            throw new IllegalArgumentException(
                    "The repository was not cloned from github.com: name the address of its forge's interface with"
                            + " -Dhardening.forgeUrl, https://HOST/api/v3 for GitHub Enterprise Server");
        }
        return GITHUB;
    }

    /**
     * The token, from the environment, else from the settings.
     *
     * @param serverId the id of the settings' server
     * @return empty where there is none
     * @throws IllegalArgumentException when the settings have it encrypted, and it cannot be decrypted
     */
    public Optional<String> token(String serverId) {
        Optional<String> ofEnvironment = variable("GH_TOKEN").or(() -> variable("GITHUB_TOKEN"));
        if (ofEnvironment.isPresent()) {
            return ofEnvironment.map(String::strip);
        }
        return new SettingsServers(session.getSettings(), decrypter)
                .server(serverId)
                .map(Server::getPassword)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(text -> !text.isBlank());
    }
}
