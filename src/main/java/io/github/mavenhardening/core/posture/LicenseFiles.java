package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
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
 * @param paths where they are, sorted
 * @param identifiers the SPDX identifiers of the licences that they hold, as far as the well-known texts go
 * @param allKnown whether every file holds a text that is known
 */
public record LicenseFiles(List<String> paths, Set<String> identifiers, boolean allKnown) {

    private static final Pattern NAME =
            Pattern.compile("(?:licen[cs]e|copying|unlicense)(?:[-_.][\\w.-]{1,40})?", Pattern.CASE_INSENSITIVE);

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
        paths = List.copyOf(paths);
        identifiers = Set.copyOf(identifiers);
    }

    /** The repository's: those in the root, and in REUSE's folder {@code LICENSES}. */
    public static LicenseFiles find(Repository repository) {
        TreeSet<String> paths = new TreeSet<>(repository.filesIn("LICENSES"));
        for (String path : repository.filesIn("")) {
            if (NAME.matcher(path).matches()) {
                paths.add(path);
            }
        }
        TreeSet<String> identifiers = new TreeSet<>();
        boolean allKnown = true;
        for (String path : paths) {
            Optional<String> identifier = identify(repository, path);
            if (identifier.isPresent()) {
                identifiers.add(identifier.get());
            } else {
                allKnown = false;
            }
        }
        return new LicenseFiles(List.copyOf(paths), identifiers, allKnown);
    }

    private static Optional<String> identify(Repository repository, String path) {
        try {
            return identify(repository.read(path).text());
        } catch (UnreadableFileException e) {
            return Optional.empty();
        }
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
