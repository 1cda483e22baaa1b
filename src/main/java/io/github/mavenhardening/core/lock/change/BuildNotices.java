package io.github.mavenhardening.core.lock.change;

import io.github.mavenhardening.core.dependency.Addresses;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.launch.Definition;
import io.github.mavenhardening.core.launch.PropertiesFile;
import io.github.mavenhardening.core.lock.LockEntry;
import io.github.mavenhardening.core.lock.metadata.FileMetadata;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import io.github.mavenhardening.core.signature.IdentityMap;
import io.github.mavenhardening.core.signature.Keyring;
import io.github.mavenhardening.core.signature.KeysMap;
import io.github.mavenhardening.core.signature.sigstore.Sigstore;
import io.github.mavenhardening.core.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a reviewer has to look at beside single artifacts: repositories, who may sign, the wrapper, what plugins install. */
final class BuildNotices {

    private static final String WRAPPER = ".mvn/wrapper/maven-wrapper.properties";

    private final BothFiles files;
    private final List<Notice> found = new ArrayList<>();
    private final List<String> gaps;

    /**
     * Those of one change.
     *
     * @param files the files of the checkout's {@code .mvn}
     * @param gaps takes a sentence for each file that cannot be compared
     */
    BuildNotices(BothFiles files, List<String> gaps) {
        this.files = files;
        this.gaps = gaps;
    }

    /** All of them. */
    List<Notice> of(boolean comparable, LockSide before, LockSide after) {
        if (comparable) {
            repositories(before.known(), after);
            signers(before.known(), after.known());
            found.addAll(InstalledNotices.of(
                    before.known().installed(), after.known().installed()));
        }
        for (String list : List.of(KeysMap.LOCATION, IdentityMap.LOCATION)) {
            compare(list, this::rules);
        }
        for (String keys : List.of(Keyring.LOCATION, Keyring.BINARY_LOCATION, Sigstore.TRUSTED_ROOT)) {
            compare(keys, this::keys);
        }
        compare(WRAPPER, this::wrapper);
        found.sort(Notice.WORST_FIRST);
        return List.copyOf(found);
    }

    private void add(Concern concern, String text) {
        found.add(new Notice(concern, text));
    }

    /** An origin that stands for another address is another repository, whatever it is called. */
    private void repositories(LockMetadata before, LockSide after) {
        SortedMap<String, Integer> news = new TreeMap<>();
        Recorded recorded = Recorded.of(true, new LockSide(after.lock(), before), after);
        for (LockEntry entry : after.lock().entries().values()) {
            Optional<String> origin = after.known().of(entry.path()).flatMap(FileMetadata::origin);
            if (origin.isPresent() && recorded.isNew(origin.get())) {
                news.merge(origin.get(), 1, Integer::sum);
            }
        }
        news.forEach((origin, count) -> add(
                Concern.ORIGIN,
                "the repository " + recorded.nameOf(origin) + " is new here: " + Count.of(count, "files")
                        + " came from it"));
        before.repositories().forEach((origin, addresses) -> {
            SortedMap<String, String> now = after.known().repositories().get(origin);
            if (now != null && !now.equals(addresses)) {
                add(
                        Concern.ORIGIN,
                        "the repository '" + origin + "' stands for other addresses:" + Recorded.shown(now) + ", before"
                                + Recorded.shown(addresses));
            }
        });
    }

    private void signers(LockMetadata before, LockMetadata after) {
        after.signers().forEach((artifact, keys) -> {
            SortedSet<String> known = before.signers().get(artifact);
            SortedSet<String> more = new TreeSet<>(keys);
            if (known != null && more.removeAll(known) && !more.isEmpty()) {
                add(
                        Concern.SIGNER,
                        "releases of " + artifact + " may now also be signed by 0x" + String.join(" and 0x", more));
            }
        });
    }

    /** Compares a file of both sides, empty on the side that does not have it. */
    private interface Comparing {
        void compare(String path, Optional<byte[]> before, Optional<byte[]> after);
    }

    private void compare(String path, Comparing comparing) {
        try {
            Optional<byte[]> before = files.before(path);
            Optional<byte[]> after = files.after(path);
            if (!Arrays.equals(before.orElse(null), after.orElse(null))) {
                comparing.compare(path, before, after);
            }
        } catch (IOException e) {
            gaps.add(path + " is not compared: " + BothFiles.reasonOf(e));
        }
    }

    private void rules(String path, Optional<byte[]> before, Optional<byte[]> after) {
        SortedSet<String> old = lines(before);
        SortedSet<String> now = lines(after);
        for (String line : now) {
            if (!old.contains(line)) {
                add(Concern.SIGNER, path + " has the new line '" + line + "'");
            }
        }
        for (String line : old) {
            if (!now.contains(line)) {
                add(Concern.SIGNER, path + " has lost the line '" + line + "'");
            }
        }
    }

    private static SortedSet<String> lines(Optional<byte[]> file) {
        SortedSet<String> lines = new TreeSet<>();
        text(file).lines().map(String::strip).forEach(line -> {
            if (!line.isEmpty() && !line.startsWith("#")) {
                lines.add(line);
            }
        });
        return lines;
    }

    private static String text(Optional<byte[]> file) {
        return new String(file.orElse(new byte[0]), StandardCharsets.UTF_8);
    }

    private void keys(String path, Optional<byte[]> before, Optional<byte[]> after) {
        String what = before.isEmpty() ? " is new" : after.isEmpty() ? " was removed" : " was changed";
        add(Concern.SIGNER, path + what + ": signatures are verified with what it holds");
    }

    private void wrapper(String path, Optional<byte[]> before, Optional<byte[]> after) {
        SortedMap<String, String> old = properties(path, before);
        SortedMap<String, String> now = properties(path, after);
        SortedSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            if (!Optional.ofNullable(old.get(name)).equals(Optional.ofNullable(now.get(name)))) {
                add(
                        Concern.POWER,
                        "the Maven wrapper's " + name + " is " + shown(now.get(name)) + ", before "
                                + shown(old.get(name)));
            }
        }
    }

    private static SortedMap<String, String> properties(String path, Optional<byte[]> file) {
        SortedMap<String, String> properties = new TreeMap<>();
        for (Definition definition : PropertiesFile.read(SourceFile.of(path, text(file)))) {
            properties.put(definition.name(), definition.value());
        }
        return properties;
    }

    private static String shown(String value) {
        return value == null ? "not set" : Addresses.shown(value);
    }
}
