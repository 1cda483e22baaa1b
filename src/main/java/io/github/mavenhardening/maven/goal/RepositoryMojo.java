package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.Hardening;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.network.Network;
import io.github.mavenhardening.core.policy.Against;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.PolicySources;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.GitMirrors;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.maven.session.ChosenRoot;
import io.github.mavenhardening.maven.session.RepositoryLocator;
import io.github.mavenhardening.maven.session.SessionState;
import io.github.mavenhardening.maven.session.SettingsAccess;
import io.github.mavenhardening.maven.session.UserGit;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * A goal that looks at a repository by a policy. It knows the root, the policy and who asks; what the goal does with them is
 * its own.
 */
abstract class RepositoryMojo extends RootMojo {

    /**
     * The policy file, relative to the root. Else {@code .mvn/hardening.yml}, then {@code .github/hardening.yml}. A file outside of
     * the repository, which may be absolute, is an organisation's: the repository's own goes over it.
     */
    @Parameter(property = "hardening.policyFile")
    private String policyFile;

    /**
     * The severity from which a finding fails the build: critical, high, medium, low, info or never; {@code high:low} names the
     * least confidence as well. Else as the policy file says, else {@code high:medium}.
     */
    @Parameter(property = "hardening.failOn")
    private String failOn;

    /** The most findings of a severity that do not fail the build: {@code medium=3,low=10}. */
    @Parameter(property = "hardening.maximum")
    private List<String> maximum;

    /** Whose findings to show, in zizmor's terms: regular, pedantic or auditor. Else as the policy file says, else regular. */
    @Parameter(property = "hardening.persona")
    private String persona;

    /** Severities in place of the checks' own: {@code unpinned-uses=critical}. */
    @Parameter(property = "hardening.severities")
    private List<String> severities;

    /** Checks to switch on although the policy file switches them off, by id. */
    @Parameter(property = "hardening.enable")
    private List<String> enable;

    /** Checks to switch off, by id. */
    @Parameter(property = "hardening.disable")
    private List<String> disable;

    /**
     * Families of checks to switch off, or on although the policy file switches them off: {@code posture=false}. That of the
     * dependencies stays on.
     */
    @Parameter(property = "hardening.families")
    private List<String> families;

    /**
     * What a change is compared with: a branch, tag or commit. Else as the policy file says, then the CI service, then
     * {@code hardening.since}, then {@code origin/HEAD}.
     */
    @Parameter(property = "hardening.base")
    private String base;

    /**
     * The baseline, relative to the root: what it has does not fail the build. Else {@code .mvn/hardening-baseline.json}, where
     * there is one.
     */
    @Parameter(property = "hardening.baselineFile")
    private String baselineFile;

    /**
     * A branch, tag or commit: only what was touched since the current branch left it can fail the build. {@code base} is what
     * {@code hardening.base} or the CI service names. Not given, every finding counts.
     */
    @Parameter(property = "hardening.since")
    private String since;

    /** Also runs the checks that ask the network; with Maven's {@code -o} they are reported as not made. */
    @Parameter(property = "hardening.online", defaultValue = "false")
    private boolean online;

    @Override
    final void run(ChosenRoot chosen) throws IOException, MojoExecutionException, MojoFailureException {
        SessionState state = SessionState.of(session(), chosen.path(), String.valueOf(policyFile));
        // One module at a time: the second finds the repository looked at and the first one's findings reported.
        synchronized (state.monitor()) {
            if (chosen.ignored().isPresent() && state.tellOnce(chosen.ignored().get())) {
                getLog().warn(chosen.ignored().get());
            }
            execute(chosen.path(), state);
        }
    }

    /**
     * What the goal does.
     *
     * @param folder the repository's root
     * @param state what the goals of this session share
     */
    abstract void execute(Path folder, SessionState state)
            throws IOException, MojoExecutionException, MojoFailureException;

    /** The folder that the goal's reports go to. */
    Path output(Path folder) {
        return folder.resolve(RepositoryLocator.OUTPUT);
    }

    /** The root as a path within the checkout that Maven runs in: no report names a folder of this machine. */
    final String nameOf(Path folder) {
        Path checkout = RepositoryLocator.root(session(), null).path();
        if (!folder.startsWith(checkout)) {
            return "(outside the checkout)";
        }
        String name = checkout.relativize(folder).toString().replace(File.separatorChar, '/');
        return name.isEmpty() ? "." : name;
    }

    /** The repository, which the goals of this session share. */
    final Repository repository(Path folder, SessionState state) {
        Optional<Repository> known = state.shared(Repository.class);
        return known.isPresent()
                ? known.get()
                : state.share(Repository.class, RepositoryLocator.open(session(), folder, output(folder)));
    }

    /** The network, which the goals of this session share; empty where nobody wants it. */
    private Optional<Network> network(SessionState state) {
        if (!online) {
            return Optional.empty();
        }
        Optional<Network> known = state.shared(Network.class);
        if (known.isPresent()) {
            return known;
        }
        Network network = session().isOffline() ? Network.closed("Maven runs offline (-o)") : opened();
        return Optional.of(state.share(Network.class, network));
    }

    private Network opened() {
        try {
            GitMirrors mirrors = UserGit.mirrors(System.getenv(), line -> getLog().info(Sanitizer.line(line)));
            return Network.open(SettingsAccess.ofNobody(session().getSettings(), mirrors));
        } catch (IOException e) {
            return Network.closed(e.getMessage());
        }
    }

    /**
     * A run on that repository by the policy that the goal's parameters and the repository's files make.
     *
     * @throws ConfigurationException when one of them cannot be taken as it is
     */
    final Hardening hardening(Path folder, Repository repository, SessionState state, Checks checks) {
        return hardening(folder, repository, state, checks, PolicyLayer.none());
    }

    /** The same, which modules with the same parameters share. */
    final Hardening shared(Path folder, Repository repository, SessionState state, Checks checks) {
        Asked asked = new Asked(
                PolicyParameters.of(session().getUserProperties()),
                pom(),
                Arrays.asList(policyFile, base, online),
                against(repository));
        Optional<Shared> known = state.shared(Shared.class);
        return known.isPresent() && known.get().asked().equals(asked)
                ? known.get().hardening()
                : state.share(Shared.class, new Shared(asked, hardening(folder, repository, state, checks)))
                        .hardening();
    }

    /** Makes goals to come read again what a goal of this session has written. */
    static void forgetFiles(SessionState state) {
        state.forget(Shared.class);
        state.forget(Repository.class);
    }

    private record Shared(Asked asked, Hardening hardening) {}

    private record Asked(PolicyParameters commandLine, PolicyParameters pom, List<Object> others, Against against) {}

    /**
     * The same.
     *
     * @param goal what the goal itself wants, whatever parameters and files say
     */
    final Hardening hardening(Path folder, Repository repository, SessionState state, Checks checks, PolicyLayer goal) {
        Properties properties = session().getUserProperties();
        PolicyParameters commandLine = PolicyParameters.of(properties);
        PolicyParameters pom = pom().without(commandLine);
        List<PolicyLayer> parameters = List.of(goal, commandLine.settings(checks), pom.settings(checks));
        List<SourceFile> organisation = new ArrayList<>();
        Optional<String> file = policyFile(folder, organisation);
        try {
            Optional<SourceFile> shared = OrganisationPolicy.ofClassPath(
                    Check.class.getClassLoader(), Objects.requireNonNullElse(plugin().getArtifacts(), List.of()));
            shared.ifPresent(organisation::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Environment environment =
                new Environment(Clock.systemUTC(), System.getenv(), Optional.ofNullable(base), network(state));
        return new Hardening(
                repository,
                environment,
                checks,
                new PolicySources(parameters, file, organisation),
                against(repository));
    }

    private PolicyParameters pom() {
        return new PolicyParameters(false, persona, failOn, maximum, families, severities, enable, disable);
    }

    /**
     * What findings are compared with.
     *
     * @throws ConfigurationException when a parameter cannot be taken as it is
     */
    Against against(Repository repository) {
        Optional<String> baseline = given(baselineFile);
        return new Against(baseline.isPresent() ? Optional.of(within(baseline.get())) : Optional.empty(), given(since));
    }

    private static Optional<String> given(String parameter) {
        return parameter == null || parameter.isBlank() ? Optional.empty() : Optional.of(parameter.strip());
    }

    private static String within(String path) {
        String plain = path.startsWith("./") ? path.substring(2) : path;
        List<String> parts = List.of(plain.split("/", -1));
        boolean within = !plain.contains("\\")
                && !plain.contains(":")
                && parts.stream().noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
        if (!within) {
            throw new ConfigurationException(
                    "hardening.baselineFile", "Must be a path within the repository, relative to its root, with /");
        }
        return plain;
    }

    /**
     * The policy file's path in the repository, where it is there; a file elsewhere is the organisation's.
     *
     * @param organisation takes that file
     */
    private Optional<String> policyFile(Path folder, List<SourceFile> organisation) {
        String given = session().getUserProperties().getProperty("hardening.policyFile", policyFile);
        if (given == null || given.isBlank()) {
            return Optional.empty();
        }
        Path root = folder.toAbsolutePath().normalize();
        Path path = root.resolve(given).normalize();
        if (path.startsWith(root)) {
            return Optional.of(root.relativize(path).toString().replace(File.separatorChar, '/'));
        }
        organisation.add(OrganisationPolicy.ofFile(path, given));
        return Optional.empty();
    }

    private PluginDescriptor plugin() {
        return execution().getMojoDescriptor().getPluginDescriptor();
    }
}
