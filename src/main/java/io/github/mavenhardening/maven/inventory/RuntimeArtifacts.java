package io.github.mavenhardening.maven.inventory;

import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.ArtifactTypeRegistry;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;

/**
 * Artifacts that goals resolve while they run, as far as they can be predicted: coordinates written in a plugin's configuration
 * or in a property (annotation processors, artifact items, resource bundles), the providers that Surefire and Failsafe choose,
 * what Spotless makes of the project's dependencies, the plugins of reports, and what some plugins take beside a library or
 * themselves. The repository listener sees these for certain; without it they are locked where they can be resolved, and verified
 * where they are locked.
 */
final class RuntimeArtifacts {

    private final GraphUses graphUses;
    private final ArtifactUses uses;
    private final Map<String, ArtifactUses> shared;
    private final String platform;

    /**
     * For that system.
     *
     * @param shared what modules before this one came to, for most have the same plugins
     * @param platform its name, {@code linux-x86_64}
     */
    RuntimeArtifacts(GraphUses graphUses, ArtifactUses uses, Map<String, ArtifactUses> shared, String platform) {
        this.graphUses = graphUses;
        this.uses = uses;
        this.shared = shared;
        this.platform = platform;
    }

    /**
     * Adds what the goals of a project may resolve.
     *
     * @param classPath the project's dependencies of all scopes
     */
    void add(MavenProject project, List<Artifact> classPath, UsagePath start) {
        boolean hasTests =
                project.getTestCompileSourceRoots().stream().anyMatch(root -> Files.isDirectory(Path.of(root)));
        for (Plugin plugin : project.getBuildPlugins()) {
            UsagePath reason =
                    start.then(plugin.getGroupId() + ':' + plugin.getArtifactId() + ':' + plugin.getVersion());
            addConfigured(plugin.getConfiguration(), project, reason);
            boolean isFormatter = plugin.getGroupId().equals(Formatters.GROUP);
            List<Path> formatting = isFormatter ? uses.files(Formatters::isLibrary) : List.of();
            if (isFormatter && Formatters.resolvesDependencies(uses.files(Formatters::isPlugin))) {
                collect(bareDependencies(project), Certainty.POSSIBLE, project, reason);
            }
            addFormatters(plugin.getConfiguration(), formatting, project, reason);
            for (PluginExecution execution : plugin.getExecutions()) {
                addConfigured(execution.getConfiguration(), project, reason);
                addFormatters(execution.getConfiguration(), formatting, project, reason);
            }
            ArtifactUses found = shared.get(new PluginRequest(plugin, PluginRequest.Kind.PLUGIN).key());
            Collection<UsedArtifact> ofPlugin = found == null ? List.of() : found.artifacts();
            List<Artifact> chosen = new ArrayList<>(TestProviders.of(
                    classPath,
                    hasTests,
                    plugin,
                    ofPlugin,
                    library -> uses.unresolved(
                            "engines of JUnit that " + plugin.getArtifactId() + " takes",
                            "'" + library + "', which says their version, cannot be read",
                            reason,
                            Certainty.POSSIBLE)));
            chosen.addAll(PluginCompanions.of(classPath, project, plugin));
            for (Artifact artifact : chosen) {
                collect(List.of(artifact), Certainty.POSSIBLE, project, reason);
            }
            Optional<Artifact> bridge = PluginCompanions.bridge(classPath, project, plugin, ofPlugin);
            if (bridge.isPresent() && isWanted(bridge.get())) {
                List<Artifact> declared =
                        graphUses.graphs().withDeclared(bridge.get(), project.getRemoteProjectRepositories());
                collect(declared, Certainty.POSSIBLE, project, reason);
            }
        }
        // Parameters are set by properties as well: rewrite.recipeArtifactCoordinates, artifact.
        for (Artifact artifact : ConfiguredArtifacts.inProperties(properties(project), project, platform)) {
            collect(List.of(artifact), Certainty.POSSIBLE, project, start.then("(properties)"));
        }
        for (Artifact report : ReportPlugins.withVersion(project.getModel())) {
            collect(List.of(report), Certainty.POSSIBLE, project, start.then("(reports)"));
        }
    }

    /** Those of the POM, and above them those of the command line; without this plugin's, which name what is locked already. */
    private Map<String, String> properties(MavenProject project) {
        Map<String, String> properties = new TreeMap<>();
        for (String name : project.getProperties().stringPropertyNames()) {
            properties.put(name, project.getProperties().getProperty(name));
        }
        properties.putAll(graphUses.graphs().session().getUserProperties());
        properties.keySet().removeIf(name -> name.startsWith("hardening."));
        return properties;
    }

    /** Without what the project says of their own dependencies. Files of system scope are in no repository. */
    private List<Artifact> bareDependencies(MavenProject project) {
        ArtifactTypeRegistry types = graphUses.graphs().session().getArtifactTypeRegistry();
        List<Artifact> bare = new ArrayList<>();
        for (org.apache.maven.model.Dependency dependency : project.getDependencies()) {
            if (!"system".equals(dependency.getScope())) {
                bare.add(RepositoryUtils.toDependency(dependency, types).getArtifact());
            }
        }
        return bare;
    }

    private void addConfigured(Object configuration, MavenProject project, UsagePath reason) {
        ConfiguredArtifacts.Processors processors =
                ConfiguredArtifacts.annotationProcessors(configuration, project, platform);
        if (!processors.known().isEmpty()) {
            collect(processors.known(), Certainty.USED, project, reason);
        }
        for (String unknown : processors.unknown()) {
            uses.unresolved(
                    "annotation processor " + unknown,
                    "its POM does not say which version, group or artifact it is",
                    reason,
                    Certainty.USED);
        }
        for (Artifact artifact : ConfiguredArtifacts.others(configuration, project, platform)) {
            collect(List.of(artifact), Certainty.POSSIBLE, project, reason);
        }
    }

    private void addFormatters(Object configuration, List<Path> libraries, MavenProject project, UsagePath reason) {
        Formatters.Found formatters = Formatters.in(configuration, libraries);
        for (Artifact formatter : formatters.known()) {
            collect(List.of(formatter), Certainty.POSSIBLE, project, reason);
        }
        for (String element : formatters.unknown()) {
            uses.unresolved(element, "it is not known which version the plugin takes", reason, Certainty.POSSIBLE);
        }
    }

    private void collect(List<Artifact> roots, Certainty certainty, MavenProject project, UsagePath reason) {
        boolean download = graphUses.reach() == Reach.DOWNLOAD;
        List<Artifact> wanted = new ArrayList<>();
        CollectRequest request = new CollectRequest();
        request.setRepositories(project.getRemoteProjectRepositories());
        for (Artifact root : roots) {
            if (isWanted(root)) {
                wanted.add(root);
                request.addDependency(new Dependency(root, "runtime"));
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        String subject = wanted.stream().map(Artifact::toString).collect(Collectors.joining(", "));
        String key = certainty + " " + subject + " " + request.getRepositories();
        ArtifactUses found = shared.get(key);
        if (found == null) {
            found = uses.fresh();
            graphUses.add(request, subject, UsagePath.NONE, found, download ? Certainty.USED : certainty, Set.of());
            // What cannot be determined is said of each project.
            if (found.areAllResolved()) {
                shared.put(key, found);
            }
        }
        uses.addAll(certainty == Certainty.USED ? found : found.guessed(download), reason.path());
    }

    /** What nobody downloads is looked at where it is. */
    private boolean isWanted(Artifact artifact) {
        String pom = DependencyGraphs.coordinatesOf(artifact).pom().layoutPath();
        return graphUses.reach() == Reach.DOWNLOAD
                || uses.localFiles().find(pom).isPresent();
    }
}
