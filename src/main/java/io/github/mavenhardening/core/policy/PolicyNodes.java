package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;

/**
 * Takes the values of one file of settings for what they should be; what is something else is refused with its place.
 *
 * @param path the file
 */
record PolicyNodes(String path) {

    YamlMapping mapping(String key, YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            return mapping;
        }
        throw refused(node, key, "must be a mapping");
    }

    String text(String key, YamlNode node) {
        if (node instanceof YamlScalar scalar
                && !scalar.isNull()
                && !scalar.value().isBlank()) {
            return scalar.value().strip();
        }
        throw refused(node, key, "must be a single value");
    }

    /** The check of the id that a node holds. */
    Check check(String key, YamlNode node, Checks checks) {
        String id = text(key, node);
        return checks.byId(id)
                .orElseThrow(() -> refused(
                        node,
                        key,
                        "there is no check of that id"
                                + checks.nearest(id)
                                        .map(near -> "; did you mean " + near + "?")
                                        .orElse("")));
    }

    Location at(YamlNode node) {
        return Location.of(path, node.span());
    }

    /** {@code path:line} of a node. */
    String where(YamlNode node) {
        return path + ":" + node.span().line();
    }

    /** The error of a value that does not fit: to be thrown. */
    ConfigurationException refused(YamlNode node, String key, String reason) {
        return new ConfigurationException(at(node), key, reason);
    }
}
