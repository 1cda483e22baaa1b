package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.dependency.BuildFacts.UnpinnedVersion;
import io.github.mavenhardening.core.dependency.Inventory;
import io.github.mavenhardening.core.dependency.Origins;
import io.github.mavenhardening.core.dependency.Unresolved;
import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.launch.MavenFolder;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.NativeMode;
import io.github.mavenhardening.core.lock.installed.InstalledUpdate;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import io.github.mavenhardening.core.lock.metadata.RepositoryFilters;
import io.github.mavenhardening.core.lock.recorded.RecordedChecksums;
import io.github.mavenhardening.core.signature.IdentityMap;
import io.github.mavenhardening.maven.inventory.Replay;
import io.github.mavenhardening.maven.session.BuildEnvironment;
import io.github.mavenhardening.maven.session.MavenFolders;
import io.github.mavenhardening.maven.verify.BuildFactsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.version.PluginVersionResolver;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/** One run of {@code hardening:lock}: makes a lock, or leaves everything as it was. */
public final class LockRun {

    private final RepositorySystem system;
    private final PluginVersionResolver versions;
    private final MavenSession session;
    private final Path root;
    private final Clock clock;
    private final Log log;

    /**
     * Of one repository.
     *
     * @param versions Maven's choice of versions for plugins that have none
     * @param root the root of the checked repository
     * @param clock the time; a file's first day is one of UTC
     */
    public LockRun(
            RepositorySystem system,
            PluginVersionResolver versions,
            MavenSession session,
            Path root,
            Clock clock,
            Log log) {
        this.system = system;
        this.versions = versions;
        this.session = session;
        this.root = root;
        this.clock = clock.withZone(ZoneOffset.UTC);
        this.log = log;
    }

    /**
     * Makes it.
     *
     * @param caller the plugin that asks, as its descriptor has it
     * @throws LockException when nothing was written, and why
     */
    public void make(Plugin caller, LockOptions wish) throws LockException {
        LockFiles files = new LockFiles(root);
        if (wish.prune()) {
            WholeBuild.demand(WholeBuild.gaps(session, root));
        }
        // Before anything is resolved, which takes its time. What is updated is read after: it is as new as can be.
        files.lock();
        files.metadata();
        LockMaker maker = new LockMaker(system, versions, session, root);
        Inventory inventory = inventory(maker, caller);
        if (wish.prune()) {
            WholeBuild.demand(
                    WholeBuild.gaps(inventory, session.getRepositorySession().isOffline()));
        }
        if (!wish.platforms().isEmpty()) {
            Inventory ofThisSystem = inventory;
            inventory = Progress.during(
                    "Resolving what other systems use", log, () -> maker.withPlatforms(ofThisSystem, wish.platforms()));
        }
        write(files, maker, inventory, wish);
    }

    /**
     * Makes the first one, where every file that the build is known to use is there; where not, nothing is written.
     *
     * @param caller the plugin that asks, as its descriptor has it
     * @return what could not be resolved and why, sentence fragments; empty when the lock was written
     * @throws LockException when nothing was written for another reason
     */
    public List<String> makeFirst(Plugin caller) throws LockException {
        LockMaker maker = new LockMaker(system, versions, session, root);
        Inventory inventory = inventory(maker, caller);
        List<String> unresolved = used(inventory);
        if (unresolved.isEmpty()) {
            write(new LockFiles(root), maker, inventory, LockOptions.plain());
        }
        return unresolved;
    }

    /** Offline nobody can say what repositories have. */
    static String unresolvable(List<String> lacking, boolean offline) {
        List<String> lines = new ArrayList<>();
        for (String line : lacking) {
            lines.add(offline ? line.replace(Unresolved.MISSING, "the local repository lacks it") : line);
        }
        return "Dependencies of this build cannot be resolved, nothing was written; -Dhardening.partial locks the rest"
                + (offline ? "; no repository was asked, since Maven is offline:" : ":") + LockReport.lines(lines);
    }

    /** The dependencies that modules declare themselves whose files could not be had, and why. */
    static List<String> lackingDependencies(Inventory inventory, Collection<MavenProject> modules) {
        Set<String> declared = new HashSet<>();
        for (MavenProject module : modules) {
            for (Dependency dependency : module.getDependencies()) {
                declared.add(
                        dependency.getGroupId() + ':' + dependency.getArtifactId() + ':' + dependency.getVersion());
            }
        }
        List<String> lacking = new ArrayList<>();
        for (Unresolved one : inventory.unresolved()) {
            String[] parts = one.subject().split(":", -1);
            boolean known = one.isLackingFile() && parts.length > 3;
            if (known && declared.contains(parts[0] + ':' + parts[1] + ':' + parts[parts.length - 1])) {
                lacking.add(one.subject() + ": " + one.reason());
            }
        }
        return lacking.stream().distinct().toList();
    }

    /** What other Mavens use in place of something else. */
    private static Set<String> elsewhere(Inventory inventory) {
        Set<String> paths = new HashSet<>();
        for (UsedArtifact artifact : inventory.artifacts().values()) {
            if (artifact.certainty() == Certainty.ELSEWHERE) {
                paths.add(artifact.path());
            }
        }
        return paths;
    }

    private Inventory inventory(LockMaker maker, Plugin caller) throws LockException {
        return Progress.during("Resolving what the build uses", log, () -> maker.inventory(caller));
    }

    /**
     * What could not be locked and why; of what this Maven does not use, also where it can be.
     *
     * @param otherMaven the Maven whose part of the lock was worked out
     */
    static List<String> notLocked(Inventory inventory, String otherMaven) {
        Set<String> usedHere = new HashSet<>();
        for (Unresolved one : inventory.unresolved()) {
            if (one.certainty() != Certainty.ELSEWHERE) {
                usedHere.add(one.subject());
            }
        }
        List<String> lines = new ArrayList<>();
        for (Unresolved one : inventory.unresolved()) {
            // Its own file may well be locked.
            String what = one.isUndescribed() ? "what " + one.subject() + " brings" : one.subject();
            String line = what + ": " + one.reason();
            if (one.certainty() != Certainty.ELSEWHERE) {
                lines.add(line);
            } else if (!usedHere.contains(one.subject())) {
                lines.add(line + "; only builds on " + otherMaven + " use it: run 'mvn hardening:lock' there, too");
            }
        }
        return lines.stream().distinct().toList();
    }

    /** What the build is known to use and could not be resolved, and why; what it may use is worth a warning. */
    static List<String> used(Inventory inventory) {
        return inventory.unresolved().stream()
                .filter(u -> u.certainty() == Certainty.USED)
                .map(u -> u.subject() + ": " + u.reason())
                .distinct()
                .toList();
    }

    /** The ids of repositories: of this build's first those that other machines have, too, and last those that POMs name. */
    private Set<String> repositories(Set<String> named) {
        Remotes remotes = new Remotes(session);
        Set<String> ids = new LinkedHashSet<>(remotes.addresses().keySet());
        remotes.all().forEach(one -> ids.add(Origins.idOf(one.getId())));
        ids.addAll(named);
        return ids;
    }

    private void write(LockFiles files, LockMaker maker, Inventory inventory, LockOptions wish) throws LockException {
        Optional<Lock> old = files.lock();
        LockMetadata recorded = files.metadata();
        Installations installations = new Installations(session, root);
        InstalledUpdate installed = installations.compare(recorded.installed(), wish);
        LockMetadata known = recorded.withInstalled(installed.files());
        List<String> accept = new ArrayList<>(wish.accept());
        accept.removeAll(installed.accepted());
        Lock before = old.orElse(Lock.empty());
        boolean worksOutOthers = Replay.worksOutOtherMavens(system);
        NeededBy needs = new NeededBy(
                known,
                BuildEnvironment.of(session, root),
                BuildEnvironment.ofOtherMavens(session, root),
                worksOutOthers);
        LockUpdate compared = maker.compare(before, inventory, accept);
        Set<String> used = inventory.artifacts().keySet();
        Set<String> elsewhere = elsewhere(inventory);
        Set<String> kept = wish.prune() ? needs.kept(compared.unused(), used) : Set.of();
        LockUpdate update = compared.sparing(kept);
        refuse(LockReport.refusals(update, before));
        List<String> lacking = wish.partial() ? List.of() : lackingDependencies(inventory, session.getProjects());
        if (!lacking.isEmpty()) {
            throw LockException.refused(
                    unresolvable(lacking, session.getRepositorySession().isOffline()));
        }
        RecordedChecksums checksums = files.recorded(wish.imports());
        refuseContradictions(RecordedComparison.contradictions(inventory, checksums));

        Lock after = update.applyTo(before, wish.prune());
        SortedMap<String, SortedMap<String, String>> addresses = maker.addresses();
        LockMetadata seen = FirstSeen.note(
                        known, after, update, inventory, repositories(addresses.keySet()), LocalDate.now(clock))
                .withRepositories(addresses);
        LockMetadata noted = needs.note(seen, before, after, used, elsewhere, wish.prune());
        LockMetadata asked = Progress.during(
                "Asking repositories about locked files",
                log,
                () -> ask(after, noted, wish, maker.filesOf(after, inventory)));

        notLocked(inventory, BuildEnvironment.otherMaven(session)).forEach(what -> log.warn("Not locked: " + what));
        LockReport report = new LockReport(log);
        LockFiles.Written written = files.write(after, asked);
        report.tell(update, before, after, old.isPresent(), wish.prune(), written.lock());
        report.tell(asked, written.metadata());
        installations.changes(installed).forEach(what -> log.info(Sanitizer.wholeLine(what)));
        installations.remarks().forEach(what -> log.warn(Sanitizer.wholeLine(what)));
        if (!kept.isEmpty()) {
            log.info(Count.are(kept.size(), "files")
                    + " not used by this build and kept, as another kind of build needs them or may: "
                    + LockReport.some(kept));
        }
        Optional<String> unseen = WholeBuild.unseen(session);
        unseen.ifPresent(why -> log.warn("The lock may lack files of this build: " + why
                + ". 'mvn clean verify hardening:lock', with the plugin declared with <extensions>true</extensions>,"
                + " sees them all"));
        LockReport.unlockedDownloads(maker.downloaded(), after, unseen.isPresent())
                .forEach(log::warn);
        List<UnpinnedVersion> unpinned = BuildFactsReader.of(session, root).plugins();
        LockReport.unlockedReports(unpinned, after).ifPresent(log::warn);
        OtherMavens.unknown(session, unpinned, asked.environments()).ifPresent(log::warn);
        OtherMavens.notWorkedOut(session, asked.environments(), worksOutOthers).ifPresent(log::info);
        RecordedComparison.summaries(inventory, checksums).forEach(log::info);
        if (wish.repositoryFilters()) {
            filter(asked);
        }
        if (wish.nativeMode()) {
            enableNativeMode();
        }
    }

    /** What the network is asked, as far as the user wishes and Maven may. */
    private LockMetadata ask(Lock lock, LockMetadata noted, LockOptions wish, Map<String, Path> files)
            throws LockException {
        boolean offline = session.getRepositorySession().isOffline();
        LockMetadata known = noted;
        if (wish.published() && offline) {
            log.warn("hardening.published: no repository was queried, since Maven is offline");
        } else if (wish.published()) {
            Publications publications = new Publications(new Remotes(session), session.getRepositorySession());
            known = publications.ask(lock, known);
            publications.problem().ifPresent(log::warn);
        }
        if (wish.crossCheck().isPresent() && offline) {
            log.warn("hardening.crossCheck: nothing was compared, since Maven is offline");
        } else if (wish.crossCheck().isPresent()) {
            CrossCheck route = new CrossCheck(system, session, wish.crossCheck().get());
            known = route.confirm(lock, known);
            route.remarks().forEach(log::warn);
        }
        if (wish.signatures() && offline) {
            log.warn("hardening.signatures: nothing was verified, since Maven is offline");
        } else if (wish.signatures()) {
            known = verify(lock, known, files);
        }
        // What an earlier run verified can be accepted without verifying it again, or a network.
        if (wish.signatures() || !wish.acceptedSigners().isEmpty()) {
            known = new KnownSigners(lock, known).with(new TreeSet<>(wish.acceptedSigners()));
            KnownSigners.strangers(lock, known).forEach(log::warn);
        }
        return known;
    }

    /** By OpenPGP, by Sigstore, or both: whatever the repository has something to verify with. */
    private LockMetadata verify(Lock lock, LockMetadata noted, Map<String, Path> files) throws LockException {
        LockFiles beside = new LockFiles(root);
        Optional<IdentityMap> identities = beside.identities();
        LockMetadata known = noted;
        if (identities.isEmpty() || Files.exists(root.resolve(Signatures.ringOf(root)))) {
            Signatures signatures = new Signatures(system, session, root);
            known = signatures.verify(lock, known, beside.keys(), files);
            signatures.remarks().forEach(log::warn);
        }
        if (identities.isPresent()) {
            Bundles bundles = new Bundles(system, session, root, identities.get());
            known = bundles.verify(lock, known, files);
            bundles.remarks().forEach(log::warn);
        }
        return known;
    }

    private void filter(LockMetadata known) throws LockException {
        String config = config();
        try {
            RepositoryFilters.write(MavenFolders.home(session, root), known).forEach(log::info);
        } catch (IOException e) {
            throw LockException.broken(e.getMessage(), e);
        }
        log.info("Maven 3.9 and newer apply the filters with these lines in " + config + ":"
                + LockReport.lines(RepositoryFilters.CONFIGURATION));
    }

    private void enableNativeMode() throws LockException {
        String config = config();
        try {
            List<String> added = new NativeMode(root, MavenFolders.home(session, root)).enable();
            added.forEach(line -> log.info(config + ": + " + line));
            log.info(config + (added.isEmpty() ? " already configures" : " now configures")
                    + " Maven 3.9 and newer to compare files with the lock");
            log.info("Anyone can switch that off by a property on the command line or in MAVEN_ARGS, and Maven 3.8 and"
                    + " older ignore it: keep this plugin's goal in the build");
        } catch (IOException e) {
            throw LockException.broken(config + " was not changed: " + e.getMessage(), e);
        }
        boolean system = session.getProjects().stream()
                .flatMap(project -> project.getDependencies().stream())
                .anyMatch(dependency -> "system".equals(dependency.getScope()));
        if (system) {
            log.warn("This build has dependencies of system scope, on which Maven's own comparison fails: remove the"
                    + " lines again, or the dependencies");
        }
    }

    /** The file of arguments that Maven reads, relative to the root. */
    private String config() throws LockException {
        for (MavenFolder folder : MavenFolders.of(session, root)) {
            if (folder.path().startsWith("..")) {
                throw LockException.broken(
                        folder.path()
                                + "/.mvn, which Maven reads, lies outside the repository: nothing was written there",
                        null);
            }
            return folder.pathOf(MavenFolder.ARGUMENTS);
        }
        return ".mvn/" + MavenFolder.ARGUMENTS;
    }

    private static void refuse(List<String> refusals) throws LockException {
        if (!refusals.isEmpty()) {
            throw LockException.refused(refusals.get(0));
        }
    }

    private static void refuseContradictions(List<String> contradictions) throws LockException {
        if (!contradictions.isEmpty()) {
            throw LockException.refused(
                    "Files differ from their recorded checksums, nothing was written. Find out why first;"
                            + " if the bytes are right, correct the record:" + LockReport.lines(contradictions));
        }
    }
}
