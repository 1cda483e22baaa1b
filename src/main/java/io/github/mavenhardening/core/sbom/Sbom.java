package io.github.mavenhardening.core.sbom;

import io.github.mavenhardening.core.json.JsonObject;
import io.github.mavenhardening.core.json.JsonObject.JsonArray;
import io.github.mavenhardening.core.json.JsonWriter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;

/**
 * A bill of materials, which the same source makes to the same bytes: no clock, no path of the machine and no repository's address
 * is in it, and its serial number is one of its content.
 *
 * <p>Written by our own writer. CycloneDX's library would bring a dozen jars, which every build that runs a goal of this plugin
 * would resolve, compare with the lock and put on a class path.
 *
 * @see <a href="https://cyclonedx.org/docs/1.6/json/">CycloneDX 1.6: JSON reference</a>
 */
public final class Sbom {

    /** What the file is called. */
    public static final String FILE = "hardening-sbom.cdx.json";

    private static final String GROUP = "io.github.mavenhardening";
    private static final String NAME = "hardening-maven-plugin";

    private final byte[] bytes;
    private final int components;
    private final int formulation;
    private final List<String> gaps;

    private Sbom(byte[] bytes, SbomParts parts, List<String> gaps) {
        this.bytes = bytes;
        this.components = parts.components().size();
        this.formulation = parts.formulation().size();
        this.gaps = List.copyOf(gaps);
    }

    /** The file's content, in UTF-8. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many components it has besides the product. */
    public int components() {
        return components;
    }

    /** How many files more the build used. */
    public int formulation() {
        return formulation;
    }

    /** What it does not have or know, a sentence each; also part of it. */
    public List<String> gaps() {
        return gaps;
    }

    /** The bill of materials of what a build came to. */
    public static Sbom of(SbomSource source) {
        SbomParts parts = new SbomParts(source);
        List<String> gaps = new ArrayList<>();
        for (String missing : parts.incomplete()) {
            gaps.add("Not determined: " + missing);
        }
        gaps.addAll(parts.gaps());
        JsonObject bom = new JsonObject();
        bom.put("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
        bom.put("bomFormat", "CycloneDX");
        bom.put("specVersion", "1.6");
        bom.put("serialNumber", "");
        bom.put("version", 1);
        metadata(source, parts, gaps, bom.putObject("metadata"));
        components(parts.components().values(), bom.putArray("components"));
        graph(parts, bom.putArray("dependencies"));
        if (!parts.incomplete().isEmpty()) {
            JsonObject composition = bom.putArray("compositions").addObject().put("aggregate", "incomplete");
            composition.putArray("assemblies").add(parts.product().ref());
        }
        JsonObject formula = bom.putArray("formulation").addObject();
        components(parts.formulation().values(), formula.putArray("components"));
        bom.put("serialNumber", "urn:uuid:" + UUID.nameUUIDFromBytes(JsonWriter.bytes(bom)));
        return new Sbom(JsonWriter.bytes(bom), parts, gaps);
    }

    private static void metadata(SbomSource source, SbomParts parts, List<String> gaps, JsonObject metadata) {
        if (source.timestamp().isPresent()) {
            metadata.put(
                    "timestamp",
                    source.timestamp().get().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        metadata.putArray("lifecycles").addObject().put("phase", "build");
        metadata.putObject("tools")
                .putArray("components")
                .addObject()
                .put("type", "application")
                .put("group", GROUP)
                .put("name", NAME)
                .put("version", source.version());
        parts.product().writeTo(metadata.putObject("component"));
        if (!gaps.isEmpty()) {
            JsonArray properties = metadata.putArray("properties");
            for (String gap : gaps) {
                properties.addObject().put("name", "hardening:sbom:gap").put("value", gap);
            }
        }
    }

    private static void components(Collection<SbomComponent> components, JsonArray array) {
        for (SbomComponent component : components) {
            component.writeTo(array.addObject());
        }
    }

    private static void graph(SbomParts parts, JsonArray dependencies) {
        for (Map.Entry<String, SortedSet<String>> node : parts.graph().entrySet()) {
            JsonObject dependency = dependencies.addObject().put("ref", node.getKey());
            JsonArray targets = dependency.putArray("dependsOn");
            for (String target : node.getValue()) {
                targets.add(target);
            }
        }
    }
}
