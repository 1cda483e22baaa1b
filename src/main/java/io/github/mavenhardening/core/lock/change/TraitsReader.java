package io.github.mavenhardening.core.lock.change;

import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.LockEntry;
import io.github.mavenhardening.core.lock.LockPath;
import io.github.mavenhardening.core.lock.metadata.FileMetadata;
import io.github.mavenhardening.core.lock.metadata.FileMetadata.Certified;
import io.github.mavenhardening.core.pom.PomLicences;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds out what is known of locked files: from the record beside the lock, and from those that are on this disk. */
final class TraitsReader {

    private static final Pattern NATIVE =
            Pattern.compile("(?:.*\\.)?(?:so(?:\\.[0-9]+)*+|dll|dylib|jnilib|exe)", Pattern.DOTALL);

    /** What is a zip file, by the extension. */
    private static final Set<String> ARCHIVES = Set.of("jar", "war", "ear", "rar", "aar", "zip", "nar", "jmod");

    /** What is text, or nothing that a build runs. */
    private static final Set<String> PLAIN = Set.of("pom", "xml", "module", "json", "asc", "txt", "lic", "yml");

    private static final Map<String, Role> DESCRIPTORS = Map.of(
            "META-INF/maven/plugin.xml", Role.PLUGIN,
            "META-INF/maven/extension.xml", Role.EXTENSION,
            "META-INF/services/javax.annotation.processing.Processor", Role.PROCESSOR);

    /** What a POM says that names no licence, nor does a parent. */
    private static final String UNLICENSED = "none named";

    private final LockSide side;
    private final FilesHere files;
    private final PomLicences licences;

    TraitsReader(LockSide side, FilesHere files) {
        this.side = side;
        this.files = files;
        this.licences = new PomLicences(this::pom);
    }

    private PomLicences.Place pom(String path) {
        Optional<LockEntry> entry = side.lock().find(path);
        if (entry.isEmpty()) {
            return PomLicences.Place.missing("it is not locked");
        }
        FilesHere.Found found = files.find(entry.get());
        return new PomLicences.Place(found.file(), found.reason());
    }

    /**
     * What is known of files of one artifact.
     *
     * @param looked whether to look into the files themselves
     */
    Traits read(Collection<LockEntry> entries, boolean looked) {
        Collected all = new Collected();
        for (LockEntry entry : entries) {
            record(entry.path(), side.known().of(entry.path()).orElse(FileMetadata.none()), all);
        }
        if (looked) {
            for (LockEntry entry : entries) {
                look(entry, all);
            }
            licences(entries, all);
        }
        return all.traits();
    }

    private static void record(String path, FileMetadata file, Collected all) {
        file.origin().ifPresentOrElse(origin -> all.origins.add(origin), () -> all.unplaced.add(path));
        file.signer().ifPresent(signer -> all.signers.add(signer.key()));
        file.certified().ifPresent(certified -> all.identities.add(identity(certified)));
        if (file.signer().isEmpty() && file.certified().isEmpty()) {
            all.unsigned.add(path);
        }
        all.published = later(all.published, file.published());
        all.firstSeen = later(all.firstSeen, file.firstSeen());
    }

    /** A release's own tag is part of a workflow's identity, and another in each release. */
    static String identity(Certified certified) {
        int ref = certified.identity().indexOf("@refs/");
        String who = ref < 0 ? certified.identity() : certified.identity().substring(0, ref);
        return who + " (" + certified.issuer() + ")";
    }

    private static Optional<LocalDate> later(Optional<LocalDate> a, Optional<LocalDate> b) {
        return a.isPresent() && (b.isEmpty() || a.get().isAfter(b.get())) ? a : b;
    }

    private void look(LockEntry entry, Collected all) {
        String name = entry.path().substring(entry.path().lastIndexOf('/') + 1);
        String extension = LockPath.coordinatesOf(entry.path())
                .map(Coordinates::extension)
                .orElseGet(() -> name.substring(name.lastIndexOf('.') + 1))
                .toLowerCase(Locale.ROOT);
        if (PLAIN.contains(extension)) {
            return;
        }
        if (isNative(extension)) {
            all.nativeCode.add(name);
            return;
        }
        if (!ARCHIVES.contains(extension)) {
            all.unseen.add(name + ": files of that kind are not looked into");
            return;
        }
        FilesHere.Found found = files.find(entry);
        if (found.file().isEmpty()) {
            all.unseen.add(name + ": " + found.reason());
        } else {
            unpack(name, found.file().get(), all);
        }
    }

    private static void unpack(String name, Path jar, Collected all) {
        int[] nested = new int[1];
        try {
            JarNames.read(jar, inside -> {
                Role role = DESCRIPTORS.get(inside);
                if (role != null) {
                    all.roles.add(role);
                }
                if (isNative(inside)) {
                    all.nativeCode.add(inside);
                }
                nested[0] += inside.endsWith(".jar") ? 1 : 0;
            });
        } catch (IOException e) {
            String said = e.getMessage() == null ? "" : e.getMessage();
            all.unseen.add(name + ": " + (said.startsWith("it") ? said : "it cannot be read"));
        }
        if (nested[0] > 0) {
            all.unseen.add(name + ": the jars inside it are not looked into");
        }
    }

    private static boolean isNative(String name) {
        // A name may have 64 KB, and only its end matters.
        String end = name.substring(Math.max(0, name.length() - 100)).toLowerCase(Locale.ROOT);
        return NATIVE.matcher(end).matches();
    }

    private void licences(Collection<LockEntry> entries, Collected all) {
        SortedSet<String> seen = new TreeSet<>();
        for (LockEntry entry : entries) {
            Optional<Coordinates> file = LockPath.coordinatesOf(entry.path());
            if (file.isPresent() && seen.add(file.get().gav())) {
                PomLicences.Known known = licences.of(file.get());
                if (known.gap().isEmpty()) {
                    all.licences.add(known.licences().isEmpty() ? UNLICENSED : text(known.licences()));
                } else {
                    all.unlicensed.add(known.gap());
                }
            }
        }
    }

    private static String text(List<PomLicences.Licence> licences) {
        List<String> names = new ArrayList<>();
        for (PomLicences.Licence licence : licences) {
            names.add(licence.text());
        }
        return String.join(", ", names);
    }

    /** What was found so far. */
    private static final class Collected {
        private final SortedSet<String> origins = new TreeSet<>();
        private final SortedSet<String> unplaced = new TreeSet<>();
        private final SortedSet<String> signers = new TreeSet<>();
        private final SortedSet<String> identities = new TreeSet<>();
        private final SortedSet<String> unsigned = new TreeSet<>();
        private Optional<LocalDate> published = Optional.empty();
        private Optional<LocalDate> firstSeen = Optional.empty();
        private final SortedSet<Role> roles = new TreeSet<>();
        private final SortedSet<String> nativeCode = new TreeSet<>();
        private final SortedSet<String> licences = new TreeSet<>();
        private final List<String> unseen = new ArrayList<>();
        private final List<String> unlicensed = new ArrayList<>();

        Traits traits() {
            return new Traits(
                    origins,
                    unplaced,
                    signers,
                    identities,
                    unsigned,
                    published,
                    firstSeen,
                    roles,
                    nativeCode,
                    licences,
                    unseen,
                    unlicensed);
        }
    }
}
