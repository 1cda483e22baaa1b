package io.github.mavenhardening.core.forge;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Optional;

/**
 * A snapshot with the places of its values in the file.
 *
 * @param settings what it says
 * @param root the file's content
 */
public record LocatedSnapshot(ForgeSnapshot settings, YamlMapping root) {

    /** Where the member stands that those names lead to from the root, or the last of them that is there. */
    public Location at(String... names) {
        YamlMapping in = root;
        Optional<YamlScalar> key = Optional.empty();
        for (String name : names) {
            Optional<YamlMapping.Entry> entry = in.entry(name);
            if (entry.isEmpty()) {
                break;
            }
            key = Optional.of(entry.get().key());
            YamlNode value = entry.get().value();
            if (!(value instanceof YamlMapping inner)) {
                break;
            }
            in = inner;
        }
        return key.isPresent()
                ? Location.of(SnapshotFile.LOCATION, key.get().span())
                : Location.ofFile(SnapshotFile.LOCATION);
    }
}
