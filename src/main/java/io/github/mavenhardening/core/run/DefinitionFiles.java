package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.DefinitionKind;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.LocalPath;
import io.github.mavenhardening.core.workflow.Unreadable;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.graph.References;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads a repository's definitions: those that its files are by their names, and those that references lead to where the walk
 * over its files did not get, in folders of other people's code, in ignored ones and behind links. What all of them hold together
 * has a bound; a file that goes over it is said to be unreadable.
 */
final class DefinitionFiles {

    /** The most values of all definitions together; one takes some two hundred bytes. */
    private static final long VALUE_LIMIT = 1_000_000;

    /** So many files are parsed at once, before it is known how many values are in them, … */
    private static final int FILES_AHEAD = 128;

    /** … and so many characters. */
    private static final long AHEAD = 1_000_000;

    private final Repository repository;
    private final KnownDefinitions read;
    private final List<Definition> definitions = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private long values;

    private DefinitionFiles(Repository repository, KnownDefinitions read) {
        this.repository = repository;
        this.read = read;
    }

    /** A file before it is a definition, or after: the text, the definition, or why it is neither. */
    private record Opened(DefinitionKind kind, Object content) {}

    /**
     * The definitions among those files, and all that they lead to within the repository.
     *
     * @param read what was read before
     */
    static Definitions of(Repository repository, Collection<String> paths, KnownDefinitions read) {
        DefinitionFiles files = new DefinitionFiles(repository, read);
        List<String> named = new ArrayList<>();
        for (String path : paths) {
            if (DefinitionKind.ofPath(path).isPresent()) {
                named.add(path);
            }
        }
        for (int from = 0; from < named.size(); from += FILES_AHEAD) {
            int to = Math.min(from + FILES_AHEAD, named.size());
            AtomicLong ahead = new AtomicLong();
            List<Opened> opened = named.subList(from, to).parallelStream()
                    .map(path -> files.open(path, DefinitionKind.ofPath(path).orElseThrow(), ahead))
                    .toList();
            for (Opened file : opened) {
                files.add(file);
            }
        }
        files.follow();
        files.definitions.sort((a, b) -> a.path().compareTo(b.path()));
        return new Definitions(files.definitions, files.unreadable, true, repository.slug());
    }

    /** Those files, each by itself. */
    static Definitions of(List<SourceFile> sources) {
        DefinitionFiles files = new DefinitionFiles(null, KnownDefinitions.none());
        for (SourceFile source : sources) {
            Optional<DefinitionKind> kind = DefinitionKind.ofLooseFile(source.path());
            if (kind.isPresent()) {
                files.add(new Opened(kind.get(), source));
            }
        }
        return new Definitions(files.definitions, files.unreadable, false, Optional.empty());
    }

    private Opened open(String path, DefinitionKind kind, AtomicLong ahead) {
        try {
            SourceFile source = repository.read(path);
            boolean parsed = ahead.addAndGet(source.text().length()) <= AHEAD;
            return new Opened(kind, parsed ? read.get(source, kind) : source);
        } catch (UnreadableFileException e) {
            return new Opened(kind, new Unreadable(e.location(), e.reason()));
        }
    }

    private void add(Opened file) {
        // Silent: what is too much is kept as unreadable, which is a finding.
        Object content = file.content() instanceof SourceFile source
                ? values > VALUE_LIMIT ? tooMuch(source.path()) : read.get(source, file.kind())
                : file.content();
        if (content instanceof Definition definition) {
            values += definition.document().size();
            if (values > VALUE_LIMIT) {
                content = tooMuch(definition.path());
            } else {
                definitions.add(definition);
                known.add(definition.path());
            }
        }
        if (content instanceof Unreadable refused) {
            unreadable.add(refused);
            known.add(refused.location().path());
        }
    }

    private static Unreadable tooMuch(String path) {
        return new Unreadable(
                Location.ofFile(path),
                "it and the definitions before it hold more than " + VALUE_LIMIT
                        + " values, more than are read in one run");
    }

    /** Reads what local references lead to, and what that leads to itself. */
    private void follow() {
        Set<String> tried = new HashSet<>();
        Deque<Definition> left = new ArrayDeque<>(definitions);
        while (!left.isEmpty()) {
            int before = definitions.size();
            for (UsesReference reference : References.of(left.poll())) {
                Optional<String> path = LocalPath.of(reference.uses(), repository.slug());
                if (path.isPresent() && tried.add(path.get())) {
                    bring(path.get());
                }
            }
            left.addAll(definitions.subList(before, definitions.size()));
        }
    }

    /** Reads the action in a folder, unless it is known. GitHub takes the first of both names that is there. */
    private void bring(String folder) {
        // Most of what a hostile workflow names is not there: one question instead of two.
        if (!folder.isEmpty() && !repository.exists(folder)) {
            return;
        }
        String prefix = folder.isEmpty() ? "" : folder + "/";
        for (String name : List.of("action.yml", "action.yaml")) {
            String path = prefix + name;
            if (known.contains(path)) {
                return;
            }
            if (repository.isFile(path)) {
                add(open(path, DefinitionKind.ACTION, new AtomicLong()));
                return;
            }
        }
    }
}
