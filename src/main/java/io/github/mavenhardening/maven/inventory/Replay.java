package io.github.mavenhardening.maven.inventory;

import io.github.mavenhardening.core.dependency.ForeignRepository;
import io.github.mavenhardening.core.dependency.Inventory;
import io.github.mavenhardening.core.dependency.LocalRepositories;
import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.run.BackgroundTask;
import io.github.mavenhardening.core.sbom.ResolvedModule;
import io.github.mavenhardening.maven.session.BuildEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.repository.WorkspaceReader;

/**
 * A replay of Maven's dependency resolution, to learn which files it used. One instance serves a session:
 * plugins and extensions that modules share are enumerated once.
 *
 * <p>Two uses differ in reach. The check replays offline and takes what the disk has: a file that is
 * not there was not used. The lock goal completes what is missing by the network, if Maven itself
 * may, so that a lock made on a clean checkout holds for every phase.
 */
public final class Replay {

    /** Enumerations of plugins, and of what their goals may resolve, by what determines them. */
    private final Map<String, ArtifactUses> shared = new ConcurrentHashMap<>();

    /** What projects depend on, by what they ask for. */
    private final Map<Object, Dependencies> dependencies = new HashMap<>();

    private final RepositorySystem system;
    private final MavenSession session;
    private final Reach reach;
    private final Path root;
    private final LocalRepositories repositories;
    private final FoundFiles files;
    private final RawPoms poms = new RawPoms();
    private final OwnModules own;
    private final PlannedPlugins planned;
    private final CoreExtensions core;
    private ReplayCache cache;
    private List<ForeignRepository> foreign = List.of();
    /** How many POMs that name repositories had been read when they were listed last. */
    private int namingBefore;

    /**
     * What projects that ask for the same depend on.
     *
     * @param uses with reasons that begin below the project
     * @param winners the artifacts that are left once conflicts are settled
     */
    private record Dependencies(ArtifactUses uses, List<Artifact> winners) {}

    /**
     * A replay of a session.
     *
     * @param root the root of the checked repository
     */
    public Replay(
            RepositorySystem system, MavenSession session, Path root, LocalRepositories repositories, Reach reach) {
        this.system = system;
        this.session = session;
        this.root = root;
        this.repositories = repositories;
        this.files = new FoundFiles(repositories);
        this.reach = reach;
        this.cache = new ReplayCache(session.getRepositorySession(), reach == Reach.DISK);
        this.planned = new PlannedPlugins(session);
        this.core = CoreExtensions.of(session, root);
        this.own = new OwnModules(session, root, poms);
    }

    /** Whether it works out what other Mavens use: one that looks up files to lock does, on a Maven that can choose as they do. */
    public static boolean worksOutOtherMavens(RepositorySystem system) {
        return !Mediation.all(system).isEmpty();
    }

    /**
     * Everything that one project uses. Modules built in parallel take turns: the second finds most
     * of its plugins enumerated by the first.
     *
     * @param caller the plugin that asks, which a command line may have named without the project declaring it
     */
    public Inventory of(MavenProject project, Optional<Plugin> caller) {
        return of(project, caller, new HashSet<>());
    }

    /**
     * The same, of what was resolved while the build ran only what came since.
     *
     * @param taken what earlier calls took of that, to which this one adds
     */
    public synchronized Inventory of(MavenProject project, Optional<Plugin> caller, Set<String> taken) {
        CollectRequest asked = ProjectUses.request(project, graphs());
        Object key = List.of(asked.getRepositories(), asked.getDependencies(), asked.getManagedDependencies());
        forgetWhatCameSince(key);
        cache.refresh();
        UsagePath start =
                UsagePath.of(project.getGroupId() + ':' + project.getArtifactId() + ':' + project.getVersion());
        ArtifactUses uses = new ArtifactUses(files, own);
        DependencyGraphs graphs = graphs();
        GraphUses graphUses = new GraphUses(system, graphs, poms, root, reach);

        ProjectUses.addHierarchy(project, start, poms, uses);
        List<Artifact> classPath = List.of();
        if (!asked.getDependencies().isEmpty()) {
            Dependencies found = dependencies(asked, key, project, graphUses);
            uses.addAll(found.uses(), start.path());
            classPath = found.winners();
        }
        PluginUses plugins = new PluginUses(graphUses, project);
        List<PluginRequest> requests = new ArrayList<>();
        for (PluginRequest request : PluginRequest.allOf(project, caller, core.declared())) {
            if (!isLeftOut(request)) {
                requests.add(request);
            }
        }
        if (reach == Reach.DOWNLOAD) {
            // The check has a finding of its own for them, with the place.
            core.unreadable().forEach((path, why) -> uses.unresolved(path, why, start, Certainty.USED));
        }
        enumerate(requests, plugins);
        for (PluginRequest request : requests) {
            uses.addAll(shared.get(request.key()), request.isCoreExtension() ? List.of() : start.path());
        }
        new RuntimeArtifacts(graphUses, uses, shared, BuildEnvironment.platform(session))
                .add(project, classPath, start);
        for (Coordinates seen : SeenArtifacts.of(session.getRepositorySession(), taken)) {
            uses.addSeen(seen, start.then(UsedArtifact.WHILE_BUILDING));
        }
        return uses.toInventory();
    }

    private Dependencies dependencies(CollectRequest asked, Object key, MavenProject project, GraphUses graphUses) {
        Dependencies known = dependencies.get(key);
        if (known == null) {
            ArtifactUses fresh = new ArtifactUses(files, own);
            known = new Dependencies(
                    fresh, graphUses.add(asked, project.getId(), UsagePath.NONE, fresh, Certainty.USED, Set.of()));
            // What cannot be determined is said of each project.
            if (fresh.areAllResolved()) {
                dependencies.put(key, known);
            }
        }
        return known;
    }

    /** A project with the graph of what it depends on; what is missing in it, the {@linkplain #of inventory} names. */
    public synchronized ResolvedModule resolve(MavenProject project) {
        DependencyGraphs graphs = graphs();
        return ResolvedGraph.of(ProjectUses.request(project, graphs), graphs).module(project, this::isOwn);
    }

    private boolean isOwn(Coordinates coordinates) {
        Optional<Path> file = repositories.find(coordinates.layoutPath());
        return own.inReactor(coordinates.gav()) || (file.isPresent() && own.contains(coordinates, file.get()));
    }

    private DependencyGraphs graphs() {
        WorkspaceReader maven = session.getRepositorySession().getWorkspaceReader();
        return new DependencyGraphs(
                system,
                session.getRepositorySession(),
                reach == Reach.DISK,
                reach == Reach.DISK ? maven : OwnWorkspace.over(Optional.ofNullable(maven), own),
                cache);
    }

    /** Enumerates the plugins that no earlier module had, on all cores: their graphs have little in common. */
    private void enumerate(List<PluginRequest> requests, PluginUses plugins) {
        Map<String, Runnable> tasks = new LinkedHashMap<>();
        for (PluginRequest request : requests) {
            if (!shared.containsKey(request.key())) {
                ArtifactUses fresh = new ArtifactUses(files, own, true);
                tasks.put(request.key(), () -> {
                    plugins.add(request, fresh);
                    shared.put(request.key(), fresh);
                });
            }
        }
        BackgroundTask.runAll("hardening-inventory", List.copyOf(tasks.values()));
    }

    /**
     * What projects could use in a session that reaches further than this one: files of plugins for
     * phases that nobody asked for, and of profiles that are not active. Never certain, and found without resolving.
     *
     * @param lockedPaths the paths in the lock: of others nothing is to be said
     * @param used what the session uses, which is not named again
     */
    public Inventory leftOut(Collection<MavenProject> projects, Collection<String> lockedPaths, Inventory used) {
        ArtifactUses uses = new ArtifactUses(files, own);
        Reachable reachable = new Reachable(uses, lockedPaths, used.artifacts());
        for (MavenProject project : projects) {
            UsagePath start =
                    UsagePath.of(project.getGroupId() + ':' + project.getArtifactId() + ':' + project.getVersion());
            for (PluginRequest request : PluginRequest.allOf(project, Optional.empty(), core.declared())) {
                if (isLeftOut(request)) {
                    reachable.add(request, start.then(request.gav()));
                }
            }
            // Of a plugin whose version Maven has not chosen yet, no goal has run.
            for (Plugin plugin : project.getBuildPlugins()) {
                if (plugin.getVersion() == null) {
                    reachable.add(new PluginRequest(plugin, PluginRequest.Kind.PLUGIN), start.then(plugin.getKey()));
                    reachable.add(TestProviders.artifactIds(plugin), start.then(plugin.getKey()));
                }
            }
            reachable.add(InactiveProfiles.artifactIds(project, poms), start.then("(a profile)"));
        }
        return uses.toInventory();
    }

    /**
     * What was downloaded since this session began, as the local repository has it: what nobody noted, as tests and a second Maven
     * resolve past this one, is known all the same. Of a local repository that several builds write to at once it is what all of
     * them downloaded.
     *
     * @throws IOException when the local repository cannot be read
     */
    public Inventory downloaded() throws IOException {
        ArtifactUses uses = new ArtifactUses(files, own);
        Date start = session.getRequest().getStartTime();
        if (start != null) {
            for (Path file : repositories.downloadedSince(start.toInstant())) {
                Optional<Coordinates> coordinates = repositories.pathOf(file).flatMap(Coordinates::ofLayoutPath);
                if (coordinates.isPresent() && !own.isNeverAskedFor(coordinates.get())) {
                    uses.add(coordinates.get(), UsagePath.of("(downloaded while the build ran)"), Certainty.USED);
                }
            }
        }
        return uses.toInventory();
    }

    /** The core extensions that Maven loaded from the user's home or its own folder, which no lock covers; sorted. */
    public List<String> extensionsOfTheMachine() {
        return core.ofTheMachine();
    }

    /** The repositories that POMs outside the checkout name, of those that were read so far; sorted. */
    public synchronized List<ForeignRepository> foreignRepositories() {
        int naming = poms.namingRepositories().size();
        if (naming != namingBefore) {
            namingBefore = naming;
            foreign = ForeignRepositories.outside(root.toAbsolutePath().normalize(), poms, repositories);
        }
        return foreign;
    }

    private boolean isLeftOut(PluginRequest request) {
        return reach == Reach.DISK
                && request.kind() == PluginRequest.Kind.PLUGIN
                && !planned.contains(request.plugin());
    }

    /**
     * A file that an earlier module did not have may have been downloaded for this one.
     *
     * @param asked what this one asks for
     */
    private void forgetWhatCameSince(Object asked) {
        Dependencies known = dependencies.get(asked);
        boolean stale = known != null && isAnyHere(known.uses().absent());
        if (stale) {
            dependencies.remove(asked);
        }
        for (Iterator<ArtifactUses> enumerations = shared.values().iterator(); enumerations.hasNext(); ) {
            if (isAnyHere(enumerations.next().absent())) {
                enumerations.remove();
                stale = true;
            }
        }
        if (stale) {
            cache = new ReplayCache(session.getRepositorySession(), reach == Reach.DISK);
        }
    }

    private boolean isAnyHere(Set<String> layoutPaths) {
        for (String path : layoutPaths) {
            if (repositories.find(path).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
