package io.github.mavenhardening.core.checks.posture;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.api.PostureCheck;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.lock.Sha256;
import io.github.mavenhardening.core.posture.BinaryKind;
import io.github.mavenhardening.core.posture.CheckedInFiles;
import io.github.mavenhardening.core.posture.CrowdedFolders;
import io.github.mavenhardening.core.posture.TestData;
import io.github.mavenhardening.core.posture.WrapperJars;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.TrackedFile;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Git tracks a compiled file, which no review can read. */
@AutoService(Check.class)
@CheckInfo(
        id = "binary-artifacts",
        title = "A compiled file is checked in",
        severity = Severity.HIGH,
        controls = {"OSPS-QA-05.01", "OSPS-QA-05.02"},
        sources = {
            "https://github.com/ossf/scorecard/blob/main/docs/checks.md#binary-artifacts",
            "https://maven.apache.org/tools/wrapper/",
            "https://docs.gradle.org/current/userguide/gradle_wrapper.html#sec:verification"
        },
        options = BinaryArtifacts.Allowed.class)
public final class BinaryArtifacts implements PostureCheck {

    /** The most bytes of a file that is to be hashed. */
    private static final int SIZE_LIMIT = 256 << 20;

    private static final String TEST_DATA_REMEDY =
            "Let the tests make it from source; else allow the SHA-256 of each file in the policy";

    record Allowed(
            @Option(
                    value = "The SHA-256 of files that may be there, by path. Other content at that path is a finding",
                    matches = "^[0-9a-fA-F]{64}$",
                    must = "be the SHA-256 of the file's bytes",
                    example = "{gradle/wrapper/gradle-wrapper.jar:"
                            + " 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef}")
            Map<String, String> allow,

            @Option(
                    value =
                            "The most files named like text or pictures that are opened. Opening a hundred thousand takes some"
                                    + " seconds",
                    otherwise = "10000")
            int textFiles) {

        Allowed {
            Map<String, String> lower = new TreeMap<>();
            for (Map.Entry<String, String> file : allow.entrySet()) {
                lower.put(file.getKey(), file.getValue().toLowerCase(Locale.ROOT));
            }
            allow = lower;
        }
    }

    @Override
    public void check(CheckContext context) {
        Map<String, String> allowed = context.options(Allowed.class).allow();
        int textFiles = context.options(Allowed.class).textFiles();
        Optional<List<TrackedFile>> tracked = context.repository().tracked();
        if (tracked.isEmpty()) {
            context.gap("Git tracks no file here, so that binary-artifacts cannot tell what is checked in");
            return;
        }
        CheckedInFiles files = CheckedInFiles.of(tracked.get(), textFiles);
        if (files.left() > 0) {
            context.gap("of " + Count.of(tracked.get().size(), "files") + " in Git, " + files.left()
                    + " with the names of texts or pictures were not opened: binary-artifacts opens " + textFiles
                    + " of them (option text-files)");
        }
        SortedSet<String> absent = new ConcurrentSkipListSet<>();
        // Opening each file takes most of the time.
        List<Optional<Look>> looks = files.opened().parallelStream()
                .map(file -> look(file.path(), allowed, context.repository(), absent))
                .toList();
        if (!absent.isEmpty()) {
            context.gap(
                    "of the files in Git " + absent.size() + " are missing from the checkout, so binary-artifacts did"
                            + " not check them; the first is " + absent.first());
        }
        List<Finding> found = new ArrayList<>();
        List<Finding> compiled = new ArrayList<>();
        List<Finding> testData = new ArrayList<>();
        for (Optional<Look> look : looks) {
            if (look.isPresent()) {
                List<Finding> alike = switch (look.get().group()) {
                    case NONE -> found;
                    case COMPILED -> compiled;
                    case TEST_DATA -> testData;
                };
                alike.add(look.get().finding());
            }
        }
        found.addAll(grouped(compiled));
        if (testData.size() > 1) {
            found.add(testData(testData));
        } else {
            found.addAll(testData);
        }
        Collections.sort(found);
        for (Finding finding : found) {
            context.report(finding);
        }
    }

    /** A look at one file. */
    private record Look(Finding finding, Group group) {}

    /** With what a finding can be reported: nothing is known of those in a group but that they are compiled. */
    private enum Group {
        NONE,
        COMPILED,
        TEST_DATA
    }

    /** One finding for each crowded folder, and one for each file elsewhere. */
    private List<Finding> grouped(List<Finding> compiled) {
        CrowdedFolders folders = CrowdedFolders.of(
                compiled.stream().map(one -> one.primary().path()).toList());
        List<Finding> found = new ArrayList<>();
        Map<String, List<Finding>> crowds = new TreeMap<>();
        for (Finding one : compiled) {
            Optional<String> folder = folders.of(one.primary().path());
            if (folder.isPresent()) {
                crowds.computeIfAbsent(folder.get(), it -> new ArrayList<>()).add(one);
            } else {
                found.add(one);
            }
        }
        crowds.forEach((folder, crowd) -> found.addAll(crowd.size() > 1 ? List.of(crowd(folder, crowd)) : crowd));
        return found;
    }

    private Finding crowd(String folder, List<Finding> crowd) {
        return together(Location.ofFile(folder), crowd)
                .severity(crowd.stream()
                        .map(Finding::severity)
                        .max(Comparator.naturalOrder())
                        .orElseThrow())
                .message(crowd.size() + " compiled files are in this folder, which no one can review; the first is "
                        + first(crowd))
                .remedy("Build them from source or resolve them as dependencies; else allow the SHA-256 of each in the"
                        + " policy")
                .build();
    }

    /** All of a repository are one finding: they are right for most, and each is a place to hide something for the rest. */
    private Finding testData(List<Finding> found) {
        return together(Location.ofRepository(), found)
                .severity(Severity.LOW)
                .message(found.size() + " compiled files are test data, which no one can review; the first is "
                        + first(found))
                .remedy(TEST_DATA_REMEDY)
                .build();
    }

    /** Its subject has every path in it, so that a baseline with these does not take in one file more. */
    private Finding.Builder together(Location place, List<Finding> found) {
        List<String> paths = new ArrayList<>();
        found.stream().sorted().forEach(one -> paths.add(one.primary().path()));
        return at(place).subject(place.path() + " " + Sha256.ofText(String.join("\n", paths)));
    }

    private static String first(List<Finding> found) {
        return Collections.min(found).primary().path();
    }

    private Optional<Look> look(String path, Map<String, String> allowed, Repository repository, Set<String> absent) {
        try {
            Optional<byte[]> found = repository.head(path, BinaryKind.HEAD);
            if (found.isEmpty()) {
                absent.add(path); // Not checked out, or deleted since.
                return Optional.empty();
            }
            byte[] head = found.get();
            Optional<String> kind = kind(path, head, repository);
            return kind.isPresent() ? judge(path, kind.get(), head, allowed, repository) : Optional.empty();
        } catch (UncheckedIOException e) {
            return Optional.of(special(at(Location.ofFile(path))
                    .message("This file cannot be read, so it is not known whether it is compiled")
                    .remedy("Make it readable")
                    .subject(path)));
        }
    }

    private static Optional<String> kind(String path, byte[] head, Repository repository) {
        Optional<String> kind = BinaryKind.of(path, head);
        if (kind.isPresent() || !BinaryKind.needsMore(head)) {
            return kind;
        }
        if (head.length < BinaryKind.HEAD) {
            return BinaryKind.ofArchive(path, head);
        }
        Optional<byte[]> more = repository.head(path, BinaryKind.ARCHIVE_HEAD);
        return more.isPresent() ? BinaryKind.ofArchive(path, more.get()) : Optional.empty();
    }

    private Optional<Look> judge(
            String path, String kind, byte[] head, Map<String, String> allowed, Repository repository) {
        String expected = allowed.get(path);
        boolean wrapper = WrapperJars.isWrapper(path);
        Optional<String> hash = expected == null && !wrapper ? Optional.empty() : hash(path, head, repository);
        if (hash.isPresent() && hash.get().equals(expected)) {
            return Optional.empty();
        }
        if (wrapper
                && expected == null
                && hash.isPresent()
                && WrapperJars.releases(path, hash.get()).isPresent()) {
            return Optional.empty();
        }
        String actual = hash.map(it -> ": its SHA-256 is " + it).orElse("");
        Finding.Builder finding = at(Location.ofFile(path)).subject(path);
        if (expected != null) {
            return Optional.of(
                    special(finding.message("This is " + kind + ", but not the one that the policy allows" + actual)
                            .remedy("Find out who changed it; if it is right, allow its SHA-256 in the policy")));
        }
        if (wrapper) {
            boolean newer = WrapperJars.isNewer(path, repository);
            return Optional.of(special(finding.severity(newer ? Severity.MEDIUM : info().severity())
                    .message("This wrapper jar matches no known release" + actual
                            + (newer ? "; the version beside it is newer than those known here" : ""))
                    .remedy("Compare the SHA-256 with the release's, then allow it in the policy")));
        }
        boolean testData = TestData.is(path);
        return Optional.of(new Look(
                finding.severity(testData ? Severity.LOW : info().severity())
                        .message("This is " + kind + (testData ? " among test data" : "") + ", which no one can review")
                        .remedy(
                                testData
                                        ? TEST_DATA_REMEDY
                                        : "Build it from source or resolve it as a dependency; else allow its SHA-256 in the"
                                                + " policy")
                        .build(),
                testData ? Group.TEST_DATA : Group.COMPILED));
    }

    private static Look special(Finding.Builder finding) {
        return new Look(finding.build(), Group.NONE);
    }

    private static Optional<String> hash(String path, byte[] head, Repository repository) {
        Optional<String> pointed = BinaryKind.lfsHash(head);
        // Silent: a larger file has no hash that an exception could name, so its finding stands.
        return pointed.isPresent() ? pointed : repository.sha256(path, SIZE_LIMIT);
    }
}
