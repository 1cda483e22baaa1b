package io.github.mavenhardening.core.pom;

import io.github.mavenhardening.core.launch.MavenFolder;
import io.github.mavenhardening.core.launch.NamedSettings;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.xml.XmlElement;
import io.github.mavenhardening.core.xml.XmlReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the build's files: from the known POMs on to their modules and parents, as far as they lie in the checkout. */
public final class BuildFilesReader {

    static final String POM = "pom.xml";
    private static final int MAX_POMS = 10_000;
    private static final int MAX_PARENTS = 64;

    /** Of POMs that are only asked what they use: a repository of more tells nothing new. */
    private static final int MAX_EVIDENCE = 1_000;

    /** How many tags all of them may have. The POMs of ten thousand modules have some; the elements of more fill the memory. */
    private static final int MAX_TAGS = 4_000_000;

    private final Repository repository;
    private final Map<String, Optional<XmlElement>> elements = new TreeMap<>();
    private final Map<String, Pom> poms = new TreeMap<>();
    private final Set<String> visited = new HashSet<>();
    private final Set<String> unreadable = new LinkedHashSet<>();
    private int tags;

    private BuildFilesReader(Repository repository) {
        this.repository = repository;
    }

    /** The files of a build of which no more is known than its repository. */
    public static BuildFiles read(Repository repository) {
        return read(repository, List.of(), List.of());
    }

    /**
     * The build's files.
     *
     * @param known paths of POMs that are known to be the build's; that of the root is, where there is one
     * @param configured the folders that this build's Maven reads its configuration from
     */
    public static BuildFiles read(Repository repository, Collection<String> known, List<MavenFolder> configured) {
        BuildFilesReader reader = new BuildFilesReader(repository);
        reader.visit(POM);
        for (String path : known) {
            reader.visit(path);
        }
        List<MavenFolder> folders = reader.folders(configured);
        List<Pom> others = new ArrayList<>();
        for (MavenFolder folder : folders) {
            for (String name : List.of(MavenFolder.EXTENSIONS, MavenFolder.SETTINGS)) {
                Optional<Pom> other = other(folder, name);
                other.ifPresent(others::add);
            }
        }
        for (MavenFolder folder : folders) {
            for (String path : NamedSettings.of(folder, repository)) {
                reader.settings(path, others);
            }
        }
        return new BuildFiles(List.copyOf(reader.poms.values()), others, folders, List.copyOf(reader.unreadable));
    }

    /**
     * Every POM of the repository by itself, also of what no build of the root reaches; those of tests are left out, and what
     * cannot be read.
     */
    public static BuildFiles everyPom(Repository repository) {
        BuildFilesReader reader = new BuildFilesReader(repository);
        for (String path : repository.files()) {
            // Silent: what is beyond, or broken, is not evidence, so that a finding stands.
            if (("/" + path).endsWith("/" + POM)
                    && !("/" + path).contains("/src/")
                    && reader.elements.size() < MAX_EVIDENCE
                    && reader.isPom(path)) {
                reader.poms.put(path, new Pom(path, reader.element(path).orElseThrow(), Optional.empty()));
            }
        }
        return new BuildFiles(List.copyOf(reader.poms.values()), List.of(), List.of(), List.copyOf(reader.unreadable));
    }

    /** Those files, and none of what the root builds. */
    static BuildFiles apart(
            Repository repository, List<String> poms, List<String> settings, List<MavenFolder> folders) {
        BuildFilesReader reader = new BuildFilesReader(repository);
        for (String path : poms) {
            reader.pom(path);
        }
        Set<String> wanted = new HashSet<>(poms);
        reader.poms.keySet().retainAll(wanted);
        List<Pom> others = new ArrayList<>();
        for (String path : settings) {
            reader.settings(path, others);
        }
        return new BuildFiles(List.copyOf(reader.poms.values()), others, folders, List.copyOf(reader.unreadable));
    }

    /** Adds settings, unless they are among the others already. */
    private void settings(String path, List<Pom> others) {
        for (Pom other : others) {
            if (other.path().equals(path)) {
                return;
            }
        }
        Optional<XmlElement> root = element(path);
        if (root.isPresent() && root.get().name().equals("settings")) {
            others.add(new Pom(path, root.get(), Optional.empty()));
        }
    }

    /** Those that are known, the root, and those of all POMs, each once. */
    private List<MavenFolder> folders(List<MavenFolder> configured) {
        Map<String, MavenFolder> folders = new LinkedHashMap<>();
        for (MavenFolder folder : configured) {
            folders.putIfAbsent(folder.path(), folder);
        }
        folders.putIfAbsent("", MavenFolder.of(repository, ""));
        for (String pom : poms.keySet()) {
            String folder = pom.substring(0, Math.max(0, pom.lastIndexOf('/')));
            if (repository.exists(folder + "/.mvn")) {
                folders.putIfAbsent(folder, MavenFolder.of(repository, folder));
            }
        }
        return List.copyOf(folders.values());
    }

    /** Empty also where it cannot be read. */
    private static Optional<Pom> other(MavenFolder folder, String name) {
        if (!folder.has(name)) {
            return Optional.empty();
        }
        try {
            SourceFile file = folder.read(name);
            return Optional.of(new Pom(file.path(), XmlReader.read(file), Optional.empty()));
        } catch (UnreadableFileException e) {
            // Silent: a finding of the checks that want to know what it says.
            return Optional.empty();
        }
    }

    /** Reads a POM and those of its modules. */
    private void visit(String first) {
        Deque<String> pending = new ArrayDeque<>();
        pending.push(first);
        while (!pending.isEmpty()) {
            String path = pending.pop();
            if (!visited.add(path)) {
                continue;
            }
            if (poms.size() >= MAX_POMS) {
                unreadable.add("POMs beyond the first " + MAX_POMS + " were not looked at");
                return;
            }
            Optional<Pom> pom = pom(path);
            if (pom.isPresent()) {
                modules(path, pom.get().root(), pending);
            }
        }
    }

    /** The POMs of the modules that a POM names, each once. */
    private void modules(String path, XmlElement root, Deque<String> found) {
        List<XmlElement> levels = new ArrayList<>(List.of(root));
        levels.addAll(root.childrenAt("profiles"));
        Set<String> named = new LinkedHashSet<>();
        for (XmlElement level : levels) {
            for (String list : List.of("modules", "subprojects")) {
                for (XmlElement module : level.childrenAt(list)) {
                    named.add(module.text());
                }
            }
        }
        for (String module : named) {
            Optional<String> modulePath = relative(path, module);
            modulePath.ifPresent(found::push);
        }
    }

    /** A POM with its parents, which are read from the nearest to the farthest and made the other way round. */
    private Optional<Pom> pom(String first) {
        Deque<String> line = new ArrayDeque<>();
        Optional<String> path = Optional.of(first);
        while (path.isPresent() && !poms.containsKey(path.get()) && isPom(path.get()) && !line.contains(path.get())) {
            if (line.size() > MAX_PARENTS) {
                unreadable.add("the parents of " + first + " beyond the first " + MAX_PARENTS + " were not looked at");
                break;
            }
            line.push(path.get());
            path = parentPath(path.get(), element(path.get()).orElseThrow().child("parent"));
        }
        Optional<Pom> parent = path.isPresent() ? Optional.ofNullable(poms.get(path.get())) : Optional.empty();
        for (String each : line) {
            if (parent.isPresent() && parent.get().generation() >= MAX_PARENTS) {
                unreadable.add("the parents of " + each + " were not looked at: they are more than " + MAX_PARENTS);
                parent = Optional.empty();
            }
            Pom pom = new Pom(each, element(each).orElseThrow(), parent);
            poms.put(each, pom);
            parent = Optional.of(pom);
        }
        return Optional.ofNullable(poms.get(first));
    }

    private boolean isPom(String path) {
        Optional<XmlElement> root = element(path);
        return root.isPresent() && root.get().name().equals("project");
    }

    /** The parent's POM, if it lies where the child says: another one by chance is none. */
    private Optional<String> parentPath(String path, Optional<XmlElement> parent) {
        if (parent.isEmpty()) {
            return Optional.empty();
        }
        Optional<XmlElement> relativePath = parent.get().child("relativePath");
        String where = relativePath.isPresent() ? relativePath.get().text() : "../pom.xml";
        if (where.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> found = relative(path, where);
        Optional<XmlElement> root = found.isPresent() ? element(found.get()) : Optional.empty();
        Optional<String> wanted = parent.get().childText("artifactId");
        boolean same = root.isPresent()
                && wanted.isPresent()
                && wanted.equals(root.get().childText("artifactId"));
        return same ? found : Optional.empty();
    }

    /** The POM that a module's or parent's path means, seen from another POM; empty where it leads out of the checkout. */
    private Optional<String> relative(String from, String to) {
        List<String> segments = new ArrayList<>(List.of(from.split("/", -1)));
        segments.remove(segments.size() - 1);
        for (String step : to.replace('\\', '/').split("/", -1)) {
            if (step.equals("..")) {
                if (segments.isEmpty()) {
                    return Optional.empty();
                }
                segments.remove(segments.size() - 1);
            } else if (!step.isEmpty() && !step.equals(".")) {
                segments.add(step);
            }
        }
        String path = String.join("/", segments);
        if (!path.isEmpty() && repository.isFile(path)) {
            return Optional.of(path);
        }
        String pom = path.isEmpty() ? POM : path + '/' + POM;
        return repository.isFile(pom) ? Optional.of(pom) : Optional.empty();
    }

    private Optional<XmlElement> element(String path) {
        Optional<XmlElement> known = elements.get(path);
        if (known == null) {
            known = parse(path);
            elements.put(path, known);
        }
        return known;
    }

    private Optional<XmlElement> parse(String path) {
        // Silent: of what cannot be read a sentence is kept, and a file that is not there is none.
        if (!repository.isFile(path)) {
            return Optional.empty();
        }
        try {
            SourceFile file = repository.read(path);
            tags += tags(file.text());
            if (tags > MAX_TAGS) {
                unreadable.add(
                        path + " could not be looked at: the build's files have more than " + MAX_TAGS + " tags");
                return Optional.empty();
            }
            return Optional.of(XmlReader.read(file));
        } catch (UnreadableFileException e) {
            unreadable.add(path + " could not be looked at: " + e.reason());
            return Optional.empty();
        }
    }

    private static int tags(String text) {
        int tags = 0;
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            tags++;
        }
        return tags;
    }
}
