package io.github.mavenhardening.core.signature;

import io.github.mavenhardening.core.inventory.Coordinates;
import io.github.mavenhardening.core.source.Glob;
import java.util.Set;

/**
 * A line of a keys map: artifacts, and who may sign them.
 *
 * @param line where it begins, from 1
 * @param group the pattern of the group; one that ends with {@code .*} is also of the group itself
 * @param artifact the pattern of its id
 * @param packaging the pattern of the extension
 * @param version a version, a range, or an asterisk
 * @param keys fingerprints, or ids of 16 digits, in upper-case hexadecimal digits
 * @param exceptions what else is right
 */
record KeysRule(
        int line,
        String group,
        String artifact,
        String packaging,
        String version,
        Set<String> keys,
        Set<KeysMap.Exemption> exceptions) {

    boolean isAbout(Coordinates coordinates, VersionRanges ranges) {
        return isGroup(coordinates.groupId())
                && Glob.of(artifact, false).matches(coordinates.artifactId())
                && Glob.of(packaging, false).matches(coordinates.extension())
                && isVersion(coordinates.version(), ranges);
    }

    private boolean isGroup(String groupId) {
        boolean itself = group.endsWith(".*") && groupId.equals(group.substring(0, group.length() - 2));
        return itself || Glob.of(group, false).matches(groupId);
    }

    private boolean isVersion(String actual, VersionRanges ranges) {
        boolean range = version.startsWith("[") || version.startsWith("(");
        return range ? ranges.contains(version, actual) : version.equals("*") || version.equals(actual);
    }

    boolean names(String key) {
        for (String allowed : keys) {
            if (key.endsWith(allowed)) {
                return true;
            }
        }
        return false;
    }
}
