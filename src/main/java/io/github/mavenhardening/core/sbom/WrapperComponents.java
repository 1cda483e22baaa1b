package io.github.mavenhardening.core.sbom;

import io.github.mavenhardening.core.launch.MavenFolder;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.Sha256;
import io.github.mavenhardening.core.pom.PropertyLines;
import io.github.mavenhardening.core.pom.PropertyLines.Value;
import io.github.mavenhardening.core.pom.WrapperProperties;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the Maven wrapper brings: the distribution, by the checksum that the wrapper compares it with, and the wrapper's own jar.
 *
 * @see <a href="https://maven.apache.org/tools/wrapper/">Apache Maven Wrapper</a>
 */
final class WrapperComponents {

    private static final String JAR = "wrapper/maven-wrapper.jar";
    private static final String GROUP = "org/apache/maven/";
    private static final int JAR_LIMIT = 16 << 20;

    private WrapperComponents() {}

    /**
     * Adds them.
     *
     * @param gaps takes a sentence for what cannot be said
     */
    static void add(MavenFolder folder, List<SbomComponent> components, Collection<String> gaps) {
        if (folder.has(JAR)) {
            Optional<String> hash = folder.sha256(JAR, JAR_LIMIT);
            SbomComponent jar =
                    SbomComponent.ofFile("file", folder.pathOf(JAR)).property(SbomComponent.ROLE, "wrapper");
            components.add(
                    hash.isPresent()
                            ? jar.sha256(hash.get())
                            : jar.property(SbomComponent.HASH, "it cannot be read, or is too large"));
        }
        if (!folder.has(WrapperProperties.FILE)) {
            return;
        }
        try {
            PropertyLines lines = new PropertyLines(folder.read(WrapperProperties.FILE));
            Optional<Value> url = lines.get("distributionUrl");
            if (url.isEmpty()) {
                gaps.add(folder.pathOf(WrapperProperties.FILE) + " names no distribution of Maven");
                return;
            }
            SbomComponent maven = named(url.get().text())
                    .property(SbomComponent.ROLE, "wrapper")
                    .property(SbomComponent.USED_BY, folder.pathOf(WrapperProperties.FILE));
            Optional<Value> sum = lines.get("distributionSha256Sum");
            String hash = sum.isPresent() ? sum.get().text().toLowerCase(Locale.ROOT) : "";
            components.add(
                    Sha256.isHex(hash)
                            ? maven.sha256(hash)
                            : maven.property(SbomComponent.HASH, "distributionSha256Sum does not state it"));
        } catch (UnreadableFileException e) {
            gaps.add(folder.pathOf(WrapperProperties.FILE) + " cannot be read: " + e.reason());
        }
    }

    /** By coordinates where the address has those of Maven; the host is left out in any case. */
    private static SbomComponent named(String address) {
        // What stands behind may be somebody's password, and not part of the file's name.
        String url = address.split("[?#]", 2)[0];
        int group = url.lastIndexOf(GROUP);
        Optional<Coordinates> maven = group < 0 ? Optional.empty() : Coordinates.ofLayoutPath(url.substring(group));
        return maven.isPresent()
                ? SbomComponent.of("application", maven.get())
                : SbomComponent.ofFile("application", fileOf(url));
    }

    private static String fileOf(String url) {
        String name = url.substring(url.lastIndexOf('/') + 1);
        return name.isEmpty() ? "the distribution of Maven" : name;
    }
}
