package io.github.mavenhardening.maven.session;

import io.github.mavenhardening.core.source.GitFolder;
import io.github.mavenhardening.core.source.RemoteAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** Where the forge is asked, and as whom. No checked-in file decides whom a token is sent to. */
public final class ForgeAccess {

    /**
     * Where a forge is asked.
     *
     * @param kind which forge it is
     * @param base the address that paths of its interface are appended to
     */
    public record Address(ForgeKind kind, URI base) {}

    private static final URI GITHUB = URI.create("https://api.github.com/");
    private static final URI GITLAB = URI.create("https://gitlab.com/api/v4/");
    private static final String GITHUB_REMOTE = "https://github.com/";
    private static final String GITLAB_REMOTE = "https://gitlab.com/";
    private static final String GITLAB_PROJECT = "CI_PROJECT_PATH";

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_.-]{1,255}");

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
     * The address of the forge's interface, and which forge it is.
     *
     * @param given what the user names; may be null
     * @param folder the checkout
     * @param git the checkout's Git folder, whose remote may be github.com's or gitlab.com's
     * @throws IllegalArgumentException when there is none, or one that is not to be followed; the message is for the user
     */
    public Address address(String given, Path folder, GitFolder git) {
        return address(given, given == null || isTyped(given, folder), git);
    }

    /** Whether whoever runs the goal names that address. A POM's configuration goes over what is typed. */
    private boolean isTyped(String given, Path folder) {
        return CommandLine.of(session, folder, variables).alone("hardening.forgeUrl")
                && given.equals(session.getUserProperties().getProperty("hardening.forgeUrl"));
    }

    /** The same, for an address of which it is known whether the command line alone names it. */
    Address address(String given, boolean typed, GitFolder git) {
        if (given != null && !typed) {
            throw new IllegalArgumentException(
                    "hardening.forgeUrl is followed from the command line alone: a checked-in file must not decide whom the"
                            + " token is sent to");
        }
        String remote = git.originUrl().flatMap(RemoteAddress::of).orElse("");
        if (given != null) {
            URI address = uri(given);
            return new Address(kind(address, remote), address);
        }
        Optional<String> gitHub = variable("GITHUB_API_URL");
        Optional<String> gitLab = variable("CI_API_V4_URL");
        if (gitHub.isPresent() && gitLab.isPresent()) {
            throw new IllegalArgumentException(
                    "GITHUB_API_URL and CI_API_V4_URL name two forges: name the one to ask with -Dhardening.forgeUrl");
        }
        if (gitHub.isPresent()) {
            return new Address(ForgeKind.GITHUB, uri(gitHub.get()));
        }
        if (gitLab.isPresent()) {
            return new Address(ForgeKind.GITLAB, uri(gitLab.get()));
        }
        if (remote.startsWith(GITHUB_REMOTE)) {
            return new Address(ForgeKind.GITHUB, GITHUB);
        }
        if (remote.startsWith(GITLAB_REMOTE)) {
            return new Address(ForgeKind.GITLAB, GITLAB);
        }
        throw new IllegalArgumentException(
                "The repository was cloned from neither github.com nor gitlab.com: name the address of its forge's interface"
                        + " with -Dhardening.forgeUrl, https://HOST/api/v3 for GitHub Enterprise Server, https://HOST/api/v4"
                        + " for GitLab");
    }

    /** Which forge it is, by the end of its interface's address; else by whose CI runs this, or where it was cloned from. */
    private ForgeKind kind(URI address, String remote) {
        String path = RemoteAddress.path(String.valueOf(address.getPath()));
        String host = String.valueOf(address.getHost());
        if (path.equals("api/v4") || path.endsWith("/api/v4")) {
            return ForgeKind.GITLAB;
        }
        if (path.equals("api/v3") || path.endsWith("/api/v3") || host.startsWith("api.")) {
            return ForgeKind.GITHUB;
        }
        boolean isGitHub = variable("GITHUB_REPOSITORY").isPresent() || remote.startsWith(GITHUB_REMOTE);
        boolean isGitLab = variable(GITLAB_PROJECT).isPresent() || remote.startsWith(GITLAB_REMOTE);
        if (isGitHub == isGitLab) {
            throw new IllegalArgumentException(
                    "The forge's address does not say which forge it is: that of GitHub's interface is https://api.github.com or"
                            + " ends in /api/v3, that of GitLab's ends in /api/v4");
        }
        return isGitHub ? ForgeKind.GITHUB : ForgeKind.GITLAB;
    }

    private static URI uri(String text) {
        try {
            return URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The forge's address is not a URL", e);
        }
    }

    /**
     * The path of the project on GitLab, with all its groups: as GitLab's CI has it, else by the remote.
     *
     * @param base the address of GitLab's interface, which may lie in a folder of its host
     * @return empty where neither is known, or it does not name a project
     */
    public Optional<String> project(URI base, GitFolder git) {
        Optional<String> named = variable(GITLAB_PROJECT);
        if (named.isPresent()) {
            return named.filter(ForgeAccess::isProject);
        }
        String folder = RemoteAddress.path(String.valueOf(base.getPath()));
        folder = folder.endsWith("/api/v4") ? folder.substring(0, folder.length() - "api/v4".length()) : "";
        String remote = git.originUrl().flatMap(RemoteAddress::of).orElse("");
        if (remote.startsWith(GITHUB_REMOTE)) {
            return Optional.empty();
        }
        int host = remote.indexOf("://") + "://".length();
        int slash = remote.indexOf('/', host);
        String path = slash < 0 ? "" : remote.substring(slash + 1);
        path = path.startsWith(folder) ? path.substring(folder.length()) : path;
        return Optional.of(path).filter(ForgeAccess::isProject);
    }

    private static boolean isProject(String path) {
        String[] parts = path.split("/", -1);
        for (String part : parts) {
            if (!PART.matcher(part).matches() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return parts.length >= 2;
    }

    /**
     * The token, from the environment, else from the settings.
     *
     * @param serverId the id of the settings' server
     * @return empty where there is none
     * @throws IllegalArgumentException when the settings have it encrypted, and it cannot be decrypted
     */
    public Optional<String> token(ForgeKind kind, String serverId) {
        for (String name : kind.variables()) {
            Optional<String> ofEnvironment = variable(name);
            if (ofEnvironment.isPresent()) {
                return ofEnvironment;
            }
        }
        return new SettingsServers(session.getSettings(), decrypter)
                .server(serverId)
                .map(Server::getPassword)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
