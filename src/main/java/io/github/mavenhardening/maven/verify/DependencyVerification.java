package io.github.mavenhardening.maven.verify;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.dependency.BuildDescription;
import io.github.mavenhardening.core.dependency.ForeignRepository;
import io.github.mavenhardening.core.dependency.GrowingInventory;
import io.github.mavenhardening.core.dependency.Inventory;
import io.github.mavenhardening.core.dependency.LocalRepositories;
import io.github.mavenhardening.core.dependency.LockState;
import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.dependency.LockedBuild.Extent;
import io.github.mavenhardening.core.dependency.LockedBuild.Present;
import io.github.mavenhardening.core.dependency.MetadataState;
import io.github.mavenhardening.core.dependency.Mismatch;
import io.github.mavenhardening.core.dependency.Origins;
import io.github.mavenhardening.core.dependency.Unresolved;
import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.lock.Hashing;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockFile;
import io.github.mavenhardening.core.lock.installed.InstalledFiles;
import io.github.mavenhardening.core.report.Commands;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.BackgroundTask;
import io.github.mavenhardening.core.run.DependencyAudit;
import io.github.mavenhardening.core.sbom.ResolvedModule;
import io.github.mavenhardening.core.sbom.SbomSource;
import io.github.mavenhardening.maven.inventory.Reach;
import io.github.mavenhardening.maven.inventory.Replay;
import io.github.mavenhardening.maven.session.MavenFolders;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;

/**
 * Verifies a session module by module. Each module is enumerated when it reaches the goal: by then
 * everything it needs is on the disk, also if the local repository was empty at the start. The
 * result grows with each module and covers all of them so far.
 */
public final class DependencyVerification {

    private static final String HASHING = Hashing.class.getName();

    private final MavenSession session;
    private final Path root;
    private final Replay replay;
    private final LockState state;
    private final LocalRepositories repositories;
    private final Hashing hashing;
    private final LockedFiles files;
    private final Map<MavenProject, Inventory> verified = new HashMap<>();
    /** What modules use whose turn has not come, as far as it is on the disk: enough to say who uses a file. */
    private final Map<MavenProject, Inventory> foreseen = new HashMap<>();
    /** What the verified modules used, taken together. */
    private final GrowingInventory used = new GrowingInventory();
    /** What of that goals resolved while they ran. */
    private final Set<String> seen = new HashSet<>();
    /** What the last one of them added to that. */
    private Inventory added = Inventory.of(List.of(), List.of());
    /** The repositories that POMs named when all was looked at last. */
    private List<ForeignRepository> foreign = List.of();

    /** Begun early, to go on beside the first enumeration; null once taken: who asks again wants to know what came since. */
    private BackgroundTask<SortedMap<String, Present>> earlyHashes;

    private final BackgroundTask<MetadataState> metadata;

    private final InstalledFolders installed;
    private final Origins origins = new Origins();
    private Optional<BuildRules> rules = Optional.empty();

    /** The ids of the checks that the rules were looked at by. */
    private Set<String> ruling = Set.of();

    /**
     * One verification for one session.
     *
     * @param root the root of the checked repository
     */
    public DependencyVerification(RepositorySystem system, MavenSession session, Path root) {
        this.repositories = SessionRepositories.of(session);
        this.hashing = hashing(session.getRepositorySession());
        this.session = session;
        this.root = root;
        this.state = LockState.of(new LockFile(root));
        this.files = new LockedFiles(root, repositories, hashing);
        this.installed = new InstalledFolders(session, root);
        this.replay = new Replay(system, session, root, repositories, Reach.DISK);
        this.metadata = BackgroundTask.start("hardening-metadata", () -> MetadataState.of(root, new MavenRanges()));
        this.earlyHashes = BackgroundTask.start("hardening-hashing", this::hashed);
    }

    /**
     * Verifies one module.
     *
     * @param caller the plugin that asks, as its descriptor has it
     * @return the result for all modules verified so far, in place of what was returned before
     */
    public synchronized AuditResult verify(MavenProject project, Plugin caller, CheckContext context, Checks checks) {
        if (LockRequest.isMadeBy(session)) {
            return AuditResult.nothing(
                            Family.DEPENDENCIES, "left to hardening:lock, which this build runs after its other goals")
                    .asPart();
        }
        if (!isRuledBy(checks)) {
            rules = Optional.of(
                    BuildRules.begin(session, root, () -> installed.covered(lockedInstallations()), context, checks));
            ruling = Set.copyOf(checks.ids());
        }
        enumerate(project, caller);
        LockedBuild build = explained(build(inventory()), Optional.of(caller))
                .with(installed.compare(lockedInstallations(), project, verified.keySet()));
        foreign = build.description().foreign();
        AuditResult result = new DependencyAudit(build, rules.get().findings(), layers()).run(context, checks);
        for (String gap : rules.get().gaps()) {
            context.gap(gap);
        }
        return isComplete() ? result : result.asPart();
    }

    /**
     * Takes in what modules use that no goal will ask for, so that the next one that asks verifies it with its own.
     *
     * @param caller the plugin that asks, as its descriptor has it
     */
    public synchronized void take(Collection<MavenProject> modules, Plugin caller) {
        if (!LockRequest.isMadeBy(session)) {
            for (MavenProject module : modules) {
                enumerate(module, caller);
            }
        }
    }

    /**
     * The same of modules that asked in another realm of this plugin, as those do that have other build extensions: what is known
     * of the build is known of all that were built so far.
     *
     * @param reached all that have asked, by their ids
     */
    public synchronized void take(Set<String> reached, Plugin caller) {
        if (reached.size() <= verified.size()) {
            return;
        }
        List<MavenProject> others = new ArrayList<>();
        for (MavenProject module : session.getProjects()) {
            if (reached.contains(module.getId())) {
                others.add(module);
            }
        }
        take(others, caller);
    }

    /**
     * Whether what the modules before this one came to may hold for this one, too: always where it uses nothing that they do
     * not, else where {@link #verifyAdded} has nothing new to say. That is never so of a module that installs files past Maven, nor of
     * the last one: it looks at all of them again.
     *
     * @param caller the plugin that asks, as its descriptor has it
     */
    public synchronized boolean mayHold(MavenProject project, Plugin caller, Checks checks) {
        if (!isRuledBy(checks)) {
            return false;
        }
        enumerate(project, caller);
        return !verified.keySet().containsAll(session.getProjects())
                && !installed.concern(project, lockedInstallations())
                && replay.foreignRepositories().equals(foreign);
    }

    /**
     * What is to be said of the files that the last module added, and of nothing else. A build takes as long then as what its
     * modules use, and not as long as what they use times the number of modules.
     */
    public synchronized AuditResult verifyAdded(CheckContext context, Checks checks) {
        LockState locked = state.only(added.artifacts().keySet());
        LockedBuild build = new LockedBuild(
                locked,
                metadata.join(),
                added,
                files.of(locked.lock().orElse(Lock.empty())),
                description(),
                Extent.ADDITION);
        return new DependencyAudit(build, List.of(), List.of()).run(context, checks);
    }

    /**
     * What the build's bill of materials is made of: all modules of the session, as far as this machine has what they use. None
     * of them counts as verified by that.
     *
     * @param caller the plugin that asks, as its descriptor has it
     * @param timestamp when the product counts as made
     */
    public synchronized SbomSource bill(Plugin caller, Optional<Instant> timestamp) {
        MavenProject top = session.getTopLevelProject();
        List<Inventory> all = new ArrayList<>();
        List<ResolvedModule> modules = new ArrayList<>();
        for (MavenProject project : session.getProjects()) {
            Inventory known = verified.get(project);
            all.add(known == null ? replay.of(project, Optional.of(caller)) : known);
            if (!project.equals(top)) {
                modules.add(replay.resolve(project));
            }
        }
        List<String> leftOut = new ArrayList<>();
        for (MavenProject project : session.getAllProjects()) {
            if (!session.getProjects().contains(project)) {
                leftOut.add(project.getGroupId() + ':' + project.getArtifactId() + ':' + project.getVersion());
            }
        }
        return new SbomSource(
                replay.resolve(top),
                modules,
                union(all),
                hashing,
                MavenFolders.of(session, root),
                replay.extensionsOfTheMachine(),
                leftOut,
                timestamp,
                caller.getVersion());
    }

    private InstalledFiles lockedInstallations() {
        return metadata.join().known().installed();
    }

    private boolean isRuledBy(Checks checks) {
        return rules.isPresent() && ruling.containsAll(checks.ids());
    }

    private void enumerate(MavenProject project, Plugin caller) {
        if (verified.containsKey(project)) {
            added = Inventory.of(List.of(), List.of());
            return;
        }
        Inventory module = replay.of(project, Optional.of(caller), seen);
        verified.put(project, module);
        added = used.add(module);
    }

    /**
     * Compares what is on the disk already, before any goal runs.
     *
     * @return a text for each locked file with other bytes, ready to be shown
     */
    public synchronized List<String> mismatchesOnDisk() {
        LockedBuild build = explained(build(union(List.of())), Optional.empty());
        return Mismatch.of(build).stream()
                .map(mismatch -> Sanitizer.wholeLine(mismatch.message() + ". " + mismatch.remedy() + "."))
                .toList();
    }

    /**
     * What is to stand before all files that Maven asks for from now on; empty without a lock. Files that were just hashed are
     * not read again unless they were written since.
     *
     * @param strict whether downloaded files must be in the lock
     * @param commands how messages name goals
     */
    public Optional<LoadGate> gate(boolean strict, Commands commands) {
        return state.lock().map(lock -> new LoadGate(lock, repositories, hashing, strict, commands));
    }

    /** The session's: who looks again hashes what was written since, and nothing else. */
    private static Hashing hashing(RepositorySystemSession session) {
        Hashing mine = session.getData().get(HASHING) instanceof Hashing earlier ? earlier.again() : new Hashing();
        session.getData().set(HASHING, mine);
        return mine;
    }

    /** Who compared files with the lock, and when. */
    private List<String> layers() {
        List<String> notes = new ArrayList<>();
        notes.add(ComparisonStage.of(session.getRepositorySession()).note());
        Optional<String> layer = NativeLayer.note(session, root);
        layer.ifPresent(notes::add);
        if (!replay.extensionsOfTheMachine().isEmpty()) {
            notes.add("core extensions from the user's home or Maven's own directory, which no lock covers: "
                    + String.join(", ", replay.extensionsOfTheMachine()));
        }
        return notes;
    }

    private LockedBuild build(Inventory inventory) {
        return new LockedBuild(state, metadata.join(), inventory, present(), description(), extent());
    }

    private BuildDescription description() {
        if (rules.isEmpty()) {
            return BuildDescription.none();
        }
        BuildDescription known = rules.get().description();
        return new BuildDescription(known.files(), known.facts(), replay.foreignRepositories(), origins);
    }

    private SortedMap<String, Present> present() {
        BackgroundTask<SortedMap<String, Present>> first = earlyHashes;
        earlyHashes = null;
        return first == null ? hashed() : first.join();
    }

    private SortedMap<String, Present> hashed() {
        Optional<Lock> lock = state.lock();
        return lock.isPresent() ? files.of(lock.get()) : new TreeMap<>();
    }

    /** What was verified; at the end of a whole reactor also what other phases could use, so that it is not stale. */
    private Inventory inventory() {
        Inventory all = used.toInventory();
        return isComplete() ? union(List.of(all, leftOut(all))) : all;
    }

    /** What other phases could use beside what was verified. */
    private Inventory leftOut(Inventory all) {
        return replay.leftOut(
                session.getProjects(),
                state.lock().orElse(Lock.empty()).entries().keySet(),
                all);
    }

    private Extent extent() {
        return isComplete() ? Extent.WHOLE : Extent.PART;
    }

    private boolean isComplete() {
        return LockRequest.coversWholeReactor(session, root)
                && verified.keySet().containsAll(session.getProjects());
    }

    private static Inventory union(Collection<Inventory> inventories) {
        List<UsedArtifact> uses = new ArrayList<>();
        List<Unresolved> unresolved = new ArrayList<>();
        for (Inventory inventory : inventories) {
            uses.addAll(inventory.artifacts().values());
            unresolved.addAll(inventory.unresolved());
        }
        return Inventory.of(uses, unresolved);
    }

    /**
     * A mismatch is reported with the path that uses the file, even if that is of a module whose turn has
     * not come: it is rare enough to spend time on.
     */
    private LockedBuild explained(LockedBuild build, Optional<Plugin> caller) {
        Set<String> unexplained = new HashSet<>();
        for (String path : build.mismatches()) {
            if (build.use(path).isEmpty()) {
                unexplained.add(path);
            }
        }
        if (unexplained.isEmpty()) {
            return build;
        }
        List<UsedArtifact> uses = new ArrayList<>(build.inventory().artifacts().values());
        List<Inventory> wide = new ArrayList<>(verified.values());
        for (MavenProject project : session.getProjects()) {
            if (!verified.containsKey(project)) {
                wide.add(foreseen.computeIfAbsent(project, any -> replay.of(any, caller)));
            }
        }
        wide.add(leftOut(used.toInventory()));
        union(wide).artifacts().values().stream()
                .filter(use -> unexplained.contains(use.path()))
                .forEach(uses::add);
        Inventory inventory = Inventory.of(uses, build.inventory().unresolved());
        return new LockedBuild(state, metadata.join(), inventory, build.present(), build.description(), build.extent());
    }
}
