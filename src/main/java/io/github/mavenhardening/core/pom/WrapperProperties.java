package io.github.mavenhardening.core.pom;

import io.github.mavenhardening.core.launch.MavenFolder;
import io.github.mavenhardening.core.lock.Sha256;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the Maven wrapper of a folder downloads, and where its scripts look for it.
 *
 * @see <a href="https://maven.apache.org/tools/wrapper/">Apache Maven Wrapper</a>
 */
public final class WrapperProperties {

    /** The file, within {@code .mvn}. */
    public static final String FILE = "wrapper/maven-wrapper.properties";

    /** The wrapper's own jar, within {@code .mvn}; the type {@code only-script} has none. */
    public static final String JAR = "wrapper/maven-wrapper.jar";

    /** Where a mirror that the environment names takes the place of the address. */
    private static final String GROUP = "/org/apache/maven/";

    /** With one of these the jar looks elsewhere. */
    private static final List<String> PLACES =
            List.of("distributionBase", "distributionPath", "zipStoreBase", "zipStorePath");

    /** Its scripts, of which a checkout may have one alone. */
    private static final List<String> SCRIPTS = List.of("mvnw", "mvnw.cmd");

    private static final Set<String> JAR_TYPES = Set.of("bin", "script", "source");

    private final PropertyLines lines;
    private final Optional<Boolean> needsJar;
    private final boolean hasJar;

    private WrapperProperties(PropertyLines lines, Optional<Boolean> needsJar, boolean hasJar) {
        this.lines = lines;
        this.needsJar = needsJar;
        this.hasJar = hasJar;
    }

    /**
     * Those of a folder that has the file.
     *
     * @throws UnreadableFileException when it cannot be read
     */
    public static WrapperProperties of(MavenFolder folder) throws UnreadableFileException {
        return new WrapperProperties(new PropertyLines(folder.read(FILE)), needsJar(folder), folder.has(JAR));
    }

    /** What the scripts beside it say by what they name: that which needs a jar, or the distribution; empty where neither does. */
    private static Optional<Boolean> needsJar(MavenFolder folder) {
        for (String name : SCRIPTS) {
            String script = folder.beside(name).map(SourceFile::text).orElse("");
            boolean needsJar = script.contains("maven-wrapper.jar");
            if (needsJar || script.contains("distributionUrl")) {
                return Optional.of(needsJar);
            }
        }
        return Optional.empty();
    }

    /** The lines of the file. */
    public PropertyLines lines() {
        return lines;
    }

    /** A value, without blanks around it; empty where there is none. */
    public Optional<String> get(String key) {
        return lines.get(key).map(PropertyLines.Value::text);
    }

    /** A SHA-256 in lower case; empty where the file has none under that key that is well-formed. */
    public Optional<String> sha256(String key) {
        return get(key).map(sum -> sum.toLowerCase(Locale.ROOT)).filter(Sha256::isHex);
    }

    /**
     * Whether the script does all by itself; else the wrapper's jar does. The script decides, where there is one: the wrapper 3.2.0
     * does not note its type.
     */
    public boolean isScriptOnly() {
        return needsJar.map(needs -> !needs).orElse(get("distributionType").equals(Optional.of("only-script")));
    }

    /** Whether its jar is downloaded; without {@code wrapperUrl} the script has an address of its own. */
    public boolean downloadsJar() {
        return !hasJar
                && !isScriptOnly()
                && (needsJar.isPresent()
                        || get("wrapperUrl").isPresent()
                        || get("distributionType").filter(JAR_TYPES::contains).isPresent());
    }

    /** Whether it says by itself where distributions are to lie. */
    public boolean choosesPlace() {
        return PLACES.stream().anyMatch(key -> get(key).isPresent());
    }

    /** An address as the wrapper asks for it where {@code MVNW_REPOURL} names a mirror; an empty one names none to its scripts. */
    public static String at(Optional<String> mirror, String address) {
        int group = address.indexOf(GROUP);
        return mirror.isPresent() && !mirror.get().isEmpty() && group >= 0
                ? mirror.get() + address.substring(group)
                : address;
    }

    /**
     * Where the wrapper looks for a distribution: the script for the folder of the unpacked one, the jar for the zip, which it
     * compares and unpacks itself.
     *
     * @param windows whether it is Windows' own script, which names the folder by another hash
     * @return relative to the user's folder of Maven, with {@code /}; empty where the address is none
     */
    public Optional<String> placeOf(String address, boolean windows) {
        String name = address.substring(address.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        if (dot <= 0) {
            return Optional.empty();
        }
        String stem = name.substring(0, dot);
        try {
            if (isScriptOnly()) {
                String folder = stem.endsWith("-bin") ? stem.substring(0, stem.length() - 4) : stem;
                String hash = windows ? Sha256.ofText(address) : Integer.toHexString(address.hashCode());
                return folder.isEmpty() ? Optional.empty() : Optional.of("wrapper/dists/" + folder + '/' + hash);
            }
            String hash = Integer.toHexString(new URI(address).hashCode());
            return Optional.of("wrapper/dists/" + stem + '/' + hash + '/' + name);
        } catch (URISyntaxException e) {
            return Optional.empty(); // Silent: what cannot be fetched is named by the caller.
        }
    }
}
