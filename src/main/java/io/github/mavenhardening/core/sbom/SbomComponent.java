package io.github.mavenhardening.core.sbom;

import io.github.mavenhardening.core.json.JsonObject;
import io.github.mavenhardening.core.json.JsonObject.JsonArray;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.pom.PomLicences.Licence;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A component of a bill of materials. Not thread-safe.
 *
 * @see <a href="https://cyclonedx.org/docs/1.6/json/#components">CycloneDX 1.6: components</a>
 */
final class SbomComponent {

    /** Why a component has no hash. */
    static final String HASH = "hardening:sbom:hash";
    /** Why a component has no licence. */
    static final String LICENCE = "hardening:sbom:licence";
    /** What a component of the formulation is to the build. */
    static final String ROLE = "hardening:sbom:role";
    /** Why the build uses it. */
    static final String USED_BY = "hardening:sbom:usedBy";
    /** How sure it is that the build used it, where it is not. */
    static final String CERTAINTY = "hardening:sbom:certainty";
    /** Where a file of the checkout lies, relative to its root. */
    static final String PATH = "hardening:sbom:path";

    private final String type;
    private final String ref;
    private final Optional<Coordinates> coordinates;
    private String scope = "";
    private String sha256 = "";
    private List<Licence> licences = List.of();
    private final SortedMap<String, String> properties = new TreeMap<>();

    private SbomComponent(String type, String ref, Optional<Coordinates> coordinates) {
        this.type = type;
        this.ref = ref;
        this.coordinates = coordinates;
    }

    /** An artifact, known by its package URL. */
    static SbomComponent of(String type, Coordinates coordinates) {
        return new SbomComponent(type, Purl.of(coordinates), Optional.of(coordinates));
    }

    /** A file without coordinates, known by its name. */
    static SbomComponent ofFile(String type, String name) {
        return new SbomComponent(type, name, Optional.empty());
    }

    /** What the bill of materials knows it by. */
    String ref() {
        return ref;
    }

    SbomComponent scope(String value) {
        scope = value;
        return this;
    }

    SbomComponent sha256(String value) {
        sha256 = value;
        return this;
    }

    SbomComponent licences(List<Licence> value) {
        licences = value;
        return this;
    }

    SbomComponent property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    /** Fills an object with it. */
    void writeTo(JsonObject json) {
        json.put("type", type);
        json.put("bom-ref", ref);
        if (coordinates.isPresent()) {
            json.put("group", coordinates.get().groupId());
            json.put("name", coordinates.get().artifactId());
            json.put("version", coordinates.get().version());
        } else {
            json.put("name", ref);
        }
        if (!scope.isEmpty()) {
            json.put("scope", scope);
        }
        if (!sha256.isEmpty()) {
            json.putArray("hashes").addObject().put("alg", "SHA-256").put("content", sha256);
        }
        if (!licences.isEmpty()) {
            JsonArray array = json.putArray("licenses");
            for (Licence licence : licences) {
                write(licence, array.addObject().putObject("license"));
            }
        }
        if (coordinates.isPresent()) {
            json.put("purl", ref);
        }
        if (!properties.isEmpty()) {
            JsonArray array = json.putArray("properties");
            for (Map.Entry<String, String> property : properties.entrySet()) {
                array.addObject().put("name", property.getKey()).put("value", property.getValue());
            }
        }
    }

    private static void write(Licence licence, JsonObject json) {
        Optional<String> id = SpdxLicence.idOf(licence);
        if (id.isPresent()) {
            json.put("id", id.get());
        } else {
            json.put("name", licence.text().replaceAll("\\s+", " "));
        }
        json.put("acknowledgement", "declared");
        if (licence.url().isPresent() && isAddress(licence.url().get())) {
            json.put("url", licence.url().get());
        }
    }

    /** POMs have sentences and expressions there as well, which the format does not allow. */
    private static boolean isAddress(String url) {
        try {
            return new URI(url).isAbsolute();
        } catch (URISyntaxException e) {
            return false; // Silent: the licence's name says what it is; an address only leads to its text.
        }
    }
}
