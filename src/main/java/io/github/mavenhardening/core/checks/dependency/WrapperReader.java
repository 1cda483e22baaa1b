package io.github.mavenhardening.core.checks.dependency;

import io.github.mavenhardening.core.launch.MavenFolder;
import io.github.mavenhardening.core.pom.WrapperProperties;
import io.github.mavenhardening.core.posture.WrapperJars;
import io.github.mavenhardening.core.source.SourceFile;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What reads the properties of a wrapper: its script, and its jar. Of releases before 3.2.0, and of the wrapper that came before
 * them, neither knows a checksum: one that stands in the file is compared with nothing.
 *
 * @see <a href="https://maven.apache.org/tools/wrapper/#verification-of-downloaded-binaries">Maven Wrapper: verification of
 *     downloaded binaries</a>
 */
final class WrapperReader {

    /** The first release that compares. */
    static final String FIRST = "3.2.0";

    private static final String SCRIPT = "mvnw";
    private static final Pattern BEFORE = Pattern.compile("3\\.1\\..*|takari-.*");
    private static final Pattern RELEASE = Pattern.compile("/(takari)?[^:]*/maven-wrapper-([0-9.]+)\\.jar$");

    private final Optional<SourceFile> script;
    private final WrapperProperties wrapper;
    private final Optional<String> release;

    /**
     * What reads the properties in a folder.
     *
     * @param jar the SHA-256 of the wrapper's jar; empty where it is downloaded
     */
    WrapperReader(MavenFolder folder, WrapperProperties wrapper, Optional<String> jar) {
        this.script = folder.beside(SCRIPT);
        this.wrapper = wrapper;
        this.release = jar.isPresent()
                ? WrapperJars.releases(folder.pathOf(WrapperProperties.JAR), jar.get())
                : wrapper.get("wrapperUrl").flatMap(WrapperReader::release);
    }

    private static Optional<String> release(String url) {
        Matcher named = RELEASE.matcher(url);
        return named.find()
                ? Optional.of((named.group(1) == null ? "" : "takari-") + named.group(2))
                : Optional.empty();
    }

    /** Whether it is the script that compares with a checksum; else the wrapper's jar does. */
    boolean isShell(String key) {
        return key.equals(WrapperChecksum.WRAPPER) || wrapper.isScriptOnly();
    }

    /** Whether what compares finds a checksum where it stands. */
    boolean finds(String key) {
        return isShell(key)
                ? wrapper.lines().isReadByShell(key)
                : wrapper.lines().isReadByJava(key);
    }

    /** Whether a checksum in the properties may be compared with what is downloaded: what is not known may compare. */
    boolean mayRead(String key) {
        return isShell(key)
                ? script.isEmpty() || script.get().text().contains(key)
                : release.filter(known -> BEFORE.matcher(known).matches()).isEmpty();
    }
}
