package io.github.mavenhardening.core.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One walk through a checkout, each folder listed once. Links are not followed, so what it sees lies within the root; only
 * where a file is a link itself is it looked up where that leads. What Git tracks as a file is taken for one when its name
 * is there: asking the system about each would take most of the time, and reading it looks where it leads in any case. Of a
 * folder that is ignored, or another repository, only what is tracked here is seen.
 */
final class CheckoutWalk {

    /** Folders that hold other people's code by convention. */
    private static final Set<String> VENDORED = Set.of("node_modules", "vendor", "third_party", "bower_components");

    private final CheckoutPaths checkout;
    private final GitFolder git;
    private final GitIndex index;
    private final String output;
    private final SortedSet<String> files = new TreeSet<>();
    private final SortedSet<String> unread = new TreeSet<>();
    private final SortedSet<String> foreign = new TreeSet<>();
    private final Deque<Folder> pending = new ArrayDeque<>();
    private IgnoreRules ignoring = IgnoreRules.none();

    /**
     * A folder to be listed.
     *
     * @param prefix its path with a slash at the end; empty for the root
     * @param rules what is ignored in it; empty when all is that is not tracked
     */
    private record Folder(Path place, String prefix, Optional<IgnoreRules> rules) {

        /** Whether what lies there and is not tracked is the repository's own. */
        boolean owns(String path, boolean isFolder) {
            return rules.isPresent() && !rules.get().ignores(path, isFolder);
        }
    }

    /**
     * A walk.
     *
     * @param output path of a folder of which only what is tracked is seen; empty for none
     */
    CheckoutWalk(CheckoutPaths checkout, GitFolder git, GitIndex index, String output) {
        this.output = output;
        this.checkout = checkout;
        this.git = git;
        this.index = index;
    }

    /**
     * Walks.
     *
     * @throws IOException when the root itself cannot be listed; what else cannot is noted
     */
    void walk() throws IOException {
        Path root = checkout.root();
        IgnoreRules rules = git.isPresent() ? IgnoreRules.ofRoot(root, git) : IgnoreRules.none();
        ignoring = rules;
        list(new Folder(root, "", Optional.of(rules)));
        while (!pending.isEmpty()) {
            Folder folder = pending.pop();
            try {
                list(folder);
            } catch (IOException e) {
                unread.add(folder.prefix());
            }
        }
    }

    /** The paths found, relative to the root. */
    SortedSet<String> files() {
        return files;
    }

    /** What was not looked at, in sentences. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!unread.isEmpty()) {
            notes.add("could not be listed: " + firstOf(unread));
        }
        if (!foreign.isEmpty()) {
            notes.add("not checked, as it is a separate Git repository: " + firstOf(foreign));
        }
        if (!ignoring.leftOut().isEmpty()) {
            notes.add("too large or with too many patterns, so files that it ignores are checked: "
                    + firstOf(ignoring.leftOut()));
        }
        return notes;
    }

    /** The first of some paths, and how many more there are. */
    static String firstOf(SortedSet<String> paths) {
        return paths.first() + (paths.size() > 1 ? " and " + (paths.size() - 1) + " more" : "");
    }

    private void list(Folder folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.place())) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                String path = folder.prefix() + name;
                if (name.equals(".git")) {
                    continue; // Git's own, never a part of what it tracks.
                }
                if (index.tracksFile(path)) {
                    add(path, entry);
                } else {
                    look(folder, entry, name, path);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private void look(Folder folder, Path entry, String name, String path) {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            // Silent: it is gone since its folder was listed.
            return;
        } catch (IOException e) {
            unread.add(path);
            return;
        }
        if (attributes.isDirectory()) {
            enter(folder, entry, name, path);
        } else if (attributes.isRegularFile() && folder.owns(path, false)) {
            add(path, entry);
        } else if (attributes.isSymbolicLink() && (index.tracksLink(path) || folder.owns(path, false))) {
            follow(entry, path);
        }
    }

    private void follow(Path link, String path) {
        try {
            if (checkout.withinRoot(link) != null) {
                add(path, link);
            }
        } catch (IOException e) {
            unread.add(path);
        }
    }

    /** Whether a folder on the way to that file holds other people's code. */
    static boolean isVendored(String path) {
        int from = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
            if (VENDORED.contains(path.substring(from, slash))) {
                return true;
            }
            from = slash + 1;
        }
        return false;
    }

    private void enter(Folder parent, Path entry, String name, String path) {
        if (VENDORED.contains(name)) {
            return;
        }
        boolean own = parent.owns(path, true) && !path.equals(output);
        if (own && GitFolder.isRepository(entry)) {
            own = false;
            if (!index.tracksRepository(path)) {
                foreign.add(path + "/");
            }
        }
        if (own) {
            IgnoreRules rules = parent.rules().orElseThrow();
            pending.push(
                    new Folder(entry, path + "/", Optional.of(git.isPresent() ? rules.within(entry, path) : rules)));
        } else if (index.tracksBelow(path)) {
            pending.push(new Folder(entry, path + "/", Optional.empty()));
        }
    }

    private void add(String path, Path entry) {
        files.add(path);
        checkout.remember(path, entry);
    }
}
