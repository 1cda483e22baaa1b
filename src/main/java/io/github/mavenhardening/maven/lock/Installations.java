package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.dependency.InstallPlace;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.lock.Hashing;
import io.github.mavenhardening.core.lock.installed.FolderPattern;
import io.github.mavenhardening.core.lock.installed.FolderReader;
import io.github.mavenhardening.core.lock.installed.InstalledFiles;
import io.github.mavenhardening.core.lock.installed.InstalledUpdate;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import io.github.mavenhardening.maven.inventory.InstallPlaces;
import io.github.mavenhardening.maven.session.BuildEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** What the lock is to have of what plugins installed past Maven. */
final class Installations {

    private final Path root;
    private final String system;
    private final List<InstallPlace> places = new ArrayList<>();
    private final SortedSet<String> remarks = new TreeSet<>();

    Installations(MavenSession session, Path root) {
        this.root = root;
        this.system = BuildEnvironment.platform(session);
        InstallPlaces known = new InstallPlaces(session, root);
        for (MavenProject project : session.getProjects()) {
            places.addAll(known.of(project));
        }
    }

    /**
     * Compares what is there with the lock: folders that are locked, those of plugins, and those that the user names.
     *
     * @throws LockException when one that the user names cannot be locked
     */
    InstalledUpdate compare(InstalledFiles lock, LockOptions wish) throws LockException {
        SortedSet<String> named = named(wish.files());
        SortedSet<String> ofPlugins = ofPlugins();
        SortedSet<String> all = new TreeSet<>(lock.folders().keySet());
        all.addAll(named);
        all.addAll(ofPlugins);
        FolderReader reader = new FolderReader(root, new Hashing());
        SortedMap<String, FolderReader.Read> read = new TreeMap<>();
        SortedSet<String> unused = new TreeSet<>();
        for (String folder : all) {
            Optional<String> outer = InstalledFiles.outerOf(folder, all);
            if (outer.isPresent()) {
                throw LockException.refused("Nothing was written: " + folder + " lies in " + outer.get()
                        + ", and both are to be locked. Name one of them in hardening.files");
            }
            FolderReader.Read here = reader.read(folder);
            read.put(folder, here);
            if (wish.prune() && !here.isThere() && !ofPlugins.contains(folder)) {
                unused.add(folder);
            }
        }
        InstalledUpdate update = InstalledUpdate.of(lock, system, read, wish.accept(), unused);
        refuse(update, named);
        return update;
    }

    /** What else the user is to know. */
    SortedSet<String> remarks() {
        return remarks;
    }

    /** What became of the folders, for the log. */
    List<String> changes(InstalledUpdate update) {
        List<String> changes = new ArrayList<>();
        for (String folder : update.added()) {
            changes.add("+ " + described(folder, update.files()));
        }
        for (String folder : update.accepted()) {
            changes.add("~ " + described(folder, update.files()));
        }
        for (String folder : update.removed()) {
            changes.add("- " + folder + " (installed, " + system + ")");
        }
        return changes;
    }

    private String described(String folder, InstalledFiles files) {
        int entries = files.of(folder, system).orElseThrow().size();
        return folder + " (installed, " + system + "): " + Count.of(entries, "entries") + " of "
                + LockMetadata.LOCATION;
    }

    private SortedSet<String> named(List<String> names) throws LockException {
        SortedSet<String> named = new TreeSet<>();
        for (String name : names) {
            try {
                named.addAll(FolderPattern.expand(root, name.strip()));
            } catch (IOException e) {
                throw LockException.refused("hardening.files names '" + name + "', which cannot be locked: "
                        + e.getMessage() + ". Nothing was written");
            }
        }
        return named;
    }

    private SortedSet<String> ofPlugins() {
        SortedSet<String> folders = new TreeSet<>();
        for (InstallPlace place : places) {
            if (place.path().isPresent()) {
                folders.add(place.path().get());
            } else {
                remarks.add(
                        "Not locked: what " + place.plugin() + " installs, as its configuration tells no folder within"
                                + " the repository; set one (installDirectory)");
            }
        }
        return folders;
    }

    private void refuse(InstalledUpdate update, SortedSet<String> named) throws LockException {
        List<String> unreadable = new ArrayList<>();
        update.unreadable().forEach((folder, problem) -> {
            if (named.contains(folder)) {
                unreadable.add(folder + ": " + problem);
            } else {
                remarks.add("Not locked: what is installed in " + folder + ": " + problem);
            }
        });
        if (!unreadable.isEmpty()) {
            throw LockException.refused(
                    "hardening.files names what cannot be read, nothing was written:" + LockReport.lines(unreadable));
        }
        List<String> changed = new ArrayList<>();
        update.refused().values().forEach(changed::addAll);
        if (!changed.isEmpty()) {
            throw LockException.refused(
                    "What plugins installed has changed, nothing was written. Find out why first; if it is right, say after"
                            + " an update of Node.js, use -Dhardening.accept="
                            + String.join(",", update.refused().keySet()) + ":" + LockReport.lines(changed));
        }
    }
}
