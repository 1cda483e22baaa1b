package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The files with a repository's licences.
 *
 * @param texts by their paths, sorted
 */
public record LicenseFiles(List<Text> texts) {

    /**
     * One of them.
     *
     * @param path where it is
     * @param identifier the SPDX identifier of its licence, as far as the well-known texts go
     * @param isEmpty whether there is nothing to read in it
     * @param problem why it cannot be read; empty when it can
     */
    public record Text(String path, Optional<String> identifier, boolean isEmpty, Optional<String> problem) {

        /** Whether it is called what people look for, {@code LICENSE} or {@code COPYING.md}, and not a part or another's. */
        boolean isMain() {
            return MAIN.matcher(path).matches();
        }
    }

    private static final Pattern MAIN = Pattern.compile(
            "(?:licen[cs]e|copying|unlicense)(?:\\.(?:md|markdown|txt|adoc|rst|html))?", Pattern.CASE_INSENSITIVE);

    private static final Pattern NAME = Pattern.compile(
            "(?:(?:mit|apache|bsd|isc|[al]?gpl|mpl|epl|cddl|cc0|zlib|boost)[\\w.]{0,10}[-_.])?licen[cs]e(?:[-_.][\\w.-]{1,40})?"
                    + "|(?:copying|unlicense)(?:[-_.][\\w.-]{1,40})?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ANY = Pattern.compile(".*");

    /** A title stands within so many characters. */
    private static final int HEAD = 600;

    /** Titles, in lower case with single spaces; of several the first in the text counts. */
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("apache license version 2.0", "Apache-2.0"),
            Map.entry("gnu affero general public license version 3", "AGPL-3.0"),
            Map.entry("gnu lesser general public license version 3", "LGPL-3.0"),
            Map.entry("gnu lesser general public license version 2.1", "LGPL-2.1"),
            Map.entry("gnu general public license version 3", "GPL-3.0"),
            Map.entry("gnu general public license version 2", "GPL-2.0"),
            Map.entry("mozilla public license version 2.0", "MPL-2.0"),
            Map.entry("eclipse public license - v 2.0", "EPL-2.0"),
            Map.entry("eclipse public license - v 1.0", "EPL-1.0"));

    private static final String MIT =
            "permission is hereby granted, free of charge, to any person obtaining a copy of this"
                    + " software and associated documentation files";
    private static final String BSD = "redistribution and use in source and binary forms";
    private static final String BSD_THIRD = "endorse or promote products derived from this software";
    private static final String BSD_FOURTH = "all advertising materials";

    public LicenseFiles {
        texts = List.copyOf(texts);
    }

    /** The repository's: those in the root, and in REUSE's folder {@code LICENSES}. */
    public static LicenseFiles find(Repository repository) {
        TreeSet<String> paths = new TreeSet<>(repository.filesIn("LICENSES"));
        for (String path : repository.filesIn("")) {
            if (NAME.matcher(path).matches()) {
                paths.add(path);
            }
        }
        List<Text> texts = new ArrayList<>();
        for (String path : paths) {
            texts.add(read(repository, path));
        }
        return new LicenseFiles(texts);
    }

    /** One, or the folder of one, that a sparse checkout leaves out. */
    public static Optional<String> leftOut(Repository repository) {
        Optional<String> root = repository.leftOut(List.of(""), NAME);
        return root.isPresent() ? root : repository.leftOut(List.of("LICENSES"), ANY);
    }

    private static Text read(Repository repository, String path) {
        try {
            String text = repository.read(path).text();
            return new Text(path, identify(text), text.isBlank(), Optional.empty());
        } catch (UnreadableFileException e) {
            return new Text(path, Optional.empty(), false, Optional.of(e.reason()));
        }
    }

    /** Where they are, sorted. */
    public List<String> paths() {
        List<String> paths = new ArrayList<>();
        for (Text text : texts) {
            paths.add(text.path());
        }
        return paths;
    }

    /** The one to point to: the main one, else the first; empty where there is none. */
    public Optional<String> main() {
        for (Text text : texts) {
            if (text.isMain()) {
                return Optional.of(text.path());
            }
        }
        return texts.isEmpty() ? Optional.empty() : Optional.of(texts.get(0).path());
    }

    /**
     * The SPDX expression of the repository's licence; empty where a text is not known, where there are several licences, and
     * for those of GNU, whose text does not tell whether later versions are meant too.
     */
    public Optional<String> expression() {
        Set<String> held = identifiers();
        return held.size() == 1 && tellWhetherTheyHold(held)
                ? held.stream().filter(id -> !id.contains("GPL-")).findFirst()
                : Optional.empty();
    }

    /** The SPDX identifiers of the licences that they hold, as far as the well-known texts go. */
    public Set<String> identifiers() {
        Set<String> identifiers = new TreeSet<>();
        for (Text text : texts) {
            text.identifier().ifPresent(identifiers::add);
        }
        return identifiers;
    }

    /** The first that holds nothing where one with a licence is looked for; empty where the licence can be read. */
    public Optional<String> empty() {
        Optional<String> empty = Optional.empty();
        for (Text text : texts) {
            if (!text.isEmpty() && (text.isMain() || text.path().indexOf('/') >= 0)) {
                return Optional.empty();
            }
            empty = text.isEmpty() && empty.isEmpty() ? Optional.of(text.path()) : empty;
        }
        return empty;
    }

    /**
     * Whether the licences are known well enough to say that one of those is not among them: a text that is not known may
     * be the one that is meant, unless that is one whose text would be known, and the main file is known itself.
     */
    public boolean tellWhetherTheyHold(Set<String> meant) {
        boolean allKnown = true;
        boolean main = false;
        for (Text text : texts) {
            boolean known = text.identifier().isPresent();
            allKnown &= known || text.isEmpty();
            if (text.isMain() && !known && !text.isEmpty()) {
                return false;
            }
            main |= text.isMain() && known;
        }
        return !identifiers().isEmpty() && (allKnown || (main && recognised(meant)));
    }

    private static boolean recognised(Set<String> identifiers) {
        for (String identifier : identifiers) {
            if (!TITLES.containsValue(identifier)
                    && !identifier.equals("MIT")
                    && !identifier.equals("BSD-2-Clause")
                    && !identifier.equals("BSD-3-Clause")) {
                return false;
            }
        }
        return true;
    }

    /** The SPDX identifier of a well-known licence's text. */
    static Optional<String> identify(String license) {
        String text = license.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
        String head = text.substring(0, Math.min(HEAD, text.length())).replace("license, version", "license version");
        Optional<String> title = firstTitle(head);
        if (title.isPresent()) {
            return Optional.of(TITLES.get(title.get()));
        }
        if (text.contains(MIT)) {
            return Optional.of("MIT");
        }
        if (text.contains(BSD) && !text.contains(BSD_FOURTH)) {
            return Optional.of(text.contains(BSD_THIRD) ? "BSD-3-Clause" : "BSD-2-Clause");
        }
        return Optional.empty();
    }

    private static Optional<String> firstTitle(String head) {
        Optional<String> first = Optional.empty();
        int firstAt = head.length();
        for (String title : TITLES.keySet()) {
            int at = head.indexOf(title);
            if (at >= 0 && at < firstAt) {
                first = Optional.of(title);
                firstAt = at;
            }
        }
        return first;
    }
}
