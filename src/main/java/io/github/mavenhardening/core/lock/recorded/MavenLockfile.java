package io.github.mavenhardening.core.lock.recorded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.json.Json;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.LockSyntaxException;
import io.github.mavenhardening.core.source.SourceFile;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The lock file of maven-lockfile: trees of dependencies, plugins, extensions and BOMs, whose nodes carry coordinates and a
 * checksum wherever they stand.
 *
 * @see <a href="https://github.com/chains-project/maven-lockfile">maven-lockfile</a>
 */
final class MavenLockfile {

    /** Members whose nodes are POMs, also where no address says so. */
    private static final Set<String> POMS = Set.of("boms", "pom", "parent");

    private final RecordedFile.Builder file;

    private MavenLockfile(RecordedFile.Builder file) {
        this.file = file;
    }

    static RecordedFile read(SourceFile source) throws LockSyntaxException {
        JsonNode tree;
        try {
            tree = Json.read(source.text());
        } catch (JsonProcessingException e) {
            throw new LockSyntaxException(
                    Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
                    Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getColumnNr()),
                    Json.problem(e));
        } catch (IOException e) {
            throw new LockSyntaxException(1, 1, "it is not JSON");
        }
        if (!tree.has("lockFileVersion")) {
            throw new LockSyntaxException(1, 1, "a JSON file without lockFileVersion, which maven-lockfile writes");
        }
        RecordedFile.Builder file = new RecordedFile.Builder(source.path());
        new MavenLockfile(file).walk(tree, false);
        return file.build();
    }

    private void walk(JsonNode node, boolean pom) {
        if (node.isArray()) {
            for (JsonNode element : node) {
                walk(element, pom);
            }
            return;
        }
        if (!node.isObject()) {
            return;
        }
        // The project's own POMs are in the checkout: they name the way there instead of an address.
        if (node.path("checksum").isTextual() && !node.has("relativePath")) {
            record(node, pom);
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            walk(member.getValue(), POMS.contains(member.getKey()));
        }
    }

    private void record(JsonNode node, boolean pom) {
        Optional<RecordedChecksum> checksum = RecordedChecksum.of(
                pathOf(node, pom),
                text(node, "checksumAlgorithm"),
                text(node, "checksum"),
                // The same bytes are expected from every repository: the id is where they came from when it was
                // written.
                Optional.empty(),
                0);
        if (checksum.isPresent()) {
            file.add(checksum.get());
        } else {
            file.passOver();
        }
    }

    private static String pathOf(JsonNode node, boolean pom) {
        String version = text(node, "version");
        Coordinates coordinates = new Coordinates(
                text(node, "groupId"),
                text(node, "artifactId"),
                version,
                version,
                text(node, "classifier"),
                pom ? "pom" : "jar");
        String path = coordinates.layoutPath();
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        String address = text(node, "resolved");
        int name = address.lastIndexOf('/') + 1;
        // The address alone tells types whose files end otherwise, as long as it is one of these coordinates.
        return address.substring(0, name).endsWith('/' + folder) ? folder + address.substring(name) : path;
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asText("");
    }
}
