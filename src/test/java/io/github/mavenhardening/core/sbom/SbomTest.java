package io.github.mavenhardening.core.sbom;

import static io.github.mavenhardening.core.sbom.BillOfMaterials.dependency;
import static io.github.mavenhardening.core.sbom.BillOfMaterials.jar;
import static io.github.mavenhardening.core.sbom.BillOfMaterials.module;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.lock.Sha256;
import io.github.mavenhardening.core.pom.PomLicences.Licence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SbomTest {

    private static final String APACHE =
            "<licenses><license><name>Apache License 2</name><url>https://www.apache.org/licenses/LICENSE-2.0.txt</url>"
                    + "</license></licenses>";
    private static final String APP = "pkg:maven/org.example/app@1?type=jar";
    private static final String LIB = "pkg:maven/org.example/lib@1?type=jar";
    private static final String DEEP = "pkg:maven/org.example/deep@2?type=jar";

    @TempDir
    Path folder;

    private BillOfMaterials build;

    @BeforeEach
    void init() throws IOException {
        build = new BillOfMaterials(folder);
    }

    private static List<String> refs(JsonNode components) {
        List<String> refs = new ArrayList<>();
        components.forEach(component -> refs.add(component.get("bom-ref").asText()));
        return refs;
    }

    private static JsonNode find(JsonNode components, String ref) {
        for (JsonNode component : components) {
            if (component.get("bom-ref").asText().equals(ref)) {
                return component;
            }
        }
        throw new AssertionError(ref + " is none of " + refs(components));
    }

    private static JsonNode built(JsonNode bom) {
        return bom.get("formulation").get(0).get("components");
    }

    private static String property(JsonNode component, String name) {
        for (JsonNode property : component.path("properties")) {
            if (property.get("name").asText().equals(name)) {
                return property.get("value").asText();
            }
        }
        return "";
    }

    private static List<String> targets(JsonNode bom, String ref) {
        List<String> targets = new ArrayList<>();
        for (JsonNode node : bom.get("dependencies")) {
            if (node.get("ref").asText().equals(ref)) {
                node.get("dependsOn").forEach(target -> targets.add(target.asText()));
            }
        }
        return targets;
    }

    @Test
    void listsWhatTheProductDependsOnWithHashesLicencesAndGraph() throws IOException {
        JsonNode bom = build.product(module(
                        "app",
                        "jar",
                        List.of(),
                        dependency("lib:1", "compile", "deep:2"),
                        dependency("deep:2", "runtime")))
                .usesJar("lib:1", APACHE)
                .usesJar("deep:2", "<licenses><license><name>Ours\n  alone</name></license></licenses>")
                .json();

        assertThat(bom.get("metadata").get("component").get("bom-ref").asText()).isEqualTo(APP);
        assertThat(refs(bom.get("components"))).containsExactly(DEEP, LIB);
        JsonNode lib = find(bom.get("components"), LIB);
        assertThat(lib.get("scope").asText()).isEqualTo("required");
        assertThat(lib.get("purl").asText()).isEqualTo(LIB);
        assertThat(lib.get("hashes").toString())
                .isEqualTo("[{\"alg\":\"SHA-256\",\"content\":\"" + Sha256.ofText("bytes of lib:1") + "\"}]");
        assertThat(lib.get("licenses").get(0).get("license").get("id").asText()).isEqualTo("Apache-2.0");
        assertThat(find(bom.get("components"), DEEP)
                        .get("licenses")
                        .get(0)
                        .get("license")
                        .get("name")
                        .asText())
                .isEqualTo("Ours alone");
        assertThat(targets(bom, APP)).containsExactly(LIB);
        assertThat(targets(bom, LIB)).containsExactly(DEEP);
        assertThat(targets(bom, DEEP)).isEmpty();
        assertThat(bom.get("metadata").has("properties")).isFalse();
        assertThat(bom.has("compositions")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "compile,           false, required",
        "runtime,           false, required",
        "'',                false, required",
        "compile,           true,  optional",
        "provided,          false, optional",
        "system,            false, optional",
        "compile-only,      false, optional",
        "test,              false, ''",
        "test-only,         false, ''",
        "test-runtime,      true,  ''"
    })
    void tellsWhatTheProductNeeds(String scope, boolean optional, String expected) throws IOException {
        JsonNode bom = build.product(module(
                        "app",
                        "jar",
                        List.of(),
                        new ResolvedDependency(jar("lib:1"), scope, optional, false, List.of())))
                .usesJar("lib:1", APACHE)
                .json();

        if (expected.isEmpty()) {
            assertThat(bom.get("components")).isEmpty();
            assertThat(targets(bom, APP)).isEmpty();
            assertThat(property(find(built(bom), LIB), "hardening:sbom:role")).isEqualTo("test");
        } else {
            assertThat(find(bom.get("components"), LIB).get("scope").asText()).isEqualTo(expected);
            assertThat(refs(built(bom))).doesNotContain(LIB);
        }
    }

    @Test
    void listsTheModulesAndTheirDependenciesOnceByTheStrongestScope() throws IOException {
        String a = "pkg:maven/org.example/a@1?type=jar";
        String b = "pkg:maven/org.example/b@1?type=war";
        ResolvedDependency onA = new ResolvedDependency(jar("a:1"), "compile", false, true, List.of());
        JsonNode bom = build.product(module("root", "pom", List.of(new Licence(Optional.of("MIT"), Optional.empty()))))
                .with(module("a", "jar", List.of(), dependency("lib:1", "test")))
                .with(module("b", "war", List.of(), onA, dependency("lib:1", "provided")))
                .usesJar("lib:1", APACHE)
                .json();

        JsonNode product = bom.get("metadata").get("component");
        assertThat(product.get("licenses").get(0).get("license").get("id").asText())
                .isEqualTo("MIT");
        assertThat(refs(bom.get("components"))).containsExactly(a, b, LIB);
        assertThat(find(bom.get("components"), b).get("type").asText()).isEqualTo("application");
        assertThat(find(bom.get("components"), LIB).get("scope").asText()).isEqualTo("optional");
        assertThat(targets(bom, "pkg:maven/org.example/root@1?type=pom")).containsExactly(a, b);
        assertThat(targets(bom, b)).containsExactly(a);
    }

    @Test
    void listsEverythingElseThatWasUsedAsFormulation() throws IOException {
        String plugin = "pkg:maven/org.example/plugin@3?type=jar";
        String pom = "pkg:maven/org.example/parent@4?type=pom";
        JsonNode bom = build.uses(jar("plugin:3"), "a plugin", true)
                .usesPom("parent:4", "")
                .uses(new UsedArtifact(
                        "./lib/tool.jar",
                        Optional.empty(),
                        List.of(),
                        Files.writeString(folder.resolve("tool.jar"), "x"),
                        Certainty.POSSIBLE))
                .extensionOfTheMachine("org.example:extension:5")
                .json();

        assertThat(refs(built(bom)))
                .containsExactly("./lib/tool.jar", "pkg:maven/org.example/extension@5?type=jar", pom, plugin);
        assertThat(property(find(built(bom), plugin), "hardening:sbom:role")).isEqualTo("plugin");
        assertThat(property(find(built(bom), plugin), "hardening:sbom:usedBy")).isEqualTo("org.example:app:1");
        assertThat(find(built(bom), pom).get("type").asText()).isEqualTo("file");
        assertThat(property(find(built(bom), "./lib/tool.jar"), "hardening:sbom:certainty"))
                .isEqualTo("possible");
        assertThat(property(find(built(bom), "./lib/tool.jar"), "hardening:sbom:path"))
                .isEqualTo("lib/tool.jar");
        assertThat(property(find(built(bom), "pkg:maven/org.example/extension@5?type=jar"), "hardening:sbom:hash"))
                .contains("the machine");
    }

    @Test
    void listsAFileThatThePluginUsesAsWellOnce() throws IOException {
        JsonNode bom = build.product(module("app", "jar", List.of(), dependency("lib:1", "compile")))
                .uses(jar("lib:1"), "bytes", true)
                .json();

        assertThat(refs(bom.get("components"))).containsExactly(LIB);
        assertThat(built(bom)).isEmpty();
    }

    @Test
    void keepsTwoFilesOfTheSameCoordinates() throws IOException {
        JsonNode bom = build.product(module("app", "jar", List.of(), dependency("lib:1", "system")))
                .uses(jar("lib:1"), "published", true)
                .uses(new UsedArtifact(
                        "./lib/lib.jar",
                        Optional.of(jar("lib:1")),
                        List.of(),
                        Files.writeString(folder.resolve("lib.jar"), "checked in"),
                        Certainty.USED))
                .json();

        List<String> hashes = new ArrayList<>();
        bom.findValues("hashes")
                .forEach(hash -> hashes.add(hash.get(0).get("content").asText()));
        assertThat(hashes).containsExactlyInAnyOrder(Sha256.ofText("published"), Sha256.ofText("checked in"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://user:secret@repo.example.org/maven2/org/apache/maven/apache-maven/3.9.11/apache-maven-3.9.11-bin.zip"
                        + " | pkg:maven/org.apache.maven/apache-maven@3.9.11?classifier=bin&type=zip",
                "https://repo.example.org/org/apache/maven/apache-maven/3.9.11/apache-maven-3.9.11-bin.zip?token=secret"
                        + " | pkg:maven/org.apache.maven/apache-maven@3.9.11?classifier=bin&type=zip",
                "https://repo.example.org/a/apache-maven-3.9.11-ours.zip?token=secret | apache-maven-3.9.11-ours.zip",
                "file:///opt/maven/ | the distribution of Maven"
            })
    void listsTheDistributionOfTheWrapperWithoutItsHost(String url, String ref) throws IOException {
        String sum = "0d".repeat(32);
        JsonNode bom = build.checkedIn(
                        ".mvn/wrapper/maven-wrapper.properties",
                        "distributionUrl=" + url + "\ndistributionSha256Sum=" + sum + "\n")
                .checkedIn(".mvn/wrapper/maven-wrapper.jar", "a jar")
                .json();

        assertThat(find(built(bom), ref).get("hashes").get(0).get("content").asText())
                .isEqualTo(sum);
        assertThat(find(built(bom), ".mvn/wrapper/maven-wrapper.jar")
                        .get("hashes")
                        .get(0)
                        .get("content")
                        .asText())
                .isEqualTo(Sha256.ofText("a jar"));
        assertThat(bom.toString()).doesNotContain("repo.example.org", "secret");
    }

    @Test
    void saysWhichHashesAndLicencesAreNotKnown() throws IOException {
        build.product(module(
                        "app",
                        "jar",
                        List.of(),
                        dependency("lib:1", "compile"),
                        dependency("deep:2", "compile"),
                        dependency("orphan:1", "compile"),
                        dependency("broken:1", "compile"),
                        dependency("tested:1", "test")))
                .usesJar("lib:1", "")
                .usesJar(
                        "orphan:1",
                        "<parent><groupId>org.example</groupId><artifactId>gone</artifactId><version>1</version></parent>")
                .usesPom("broken:1", "<")
                .uses(jar("broken:1"), Files.createDirectories(folder.resolve("repository/a-folder")), false)
                .checkedIn(".mvn/wrapper/maven-wrapper.properties", "distributionUrl=https://repo.example.org/m.zip\n");
        JsonNode bom = build.json();

        JsonNode components = bom.get("components");
        assertThat(property(find(components, LIB), "hardening:sbom:licence")).isEqualTo("none named");
        assertThat(property(find(components, DEEP), "hardening:sbom:hash")).isEqualTo("it is not on the disk");
        assertThat(property(find(components, DEEP), "hardening:sbom:licence")).contains("its POM is not on the disk");
        assertThat(property(find(components, "pkg:maven/org.example/orphan@1?type=jar"), "hardening:sbom:licence"))
                .contains("the POM of its parent org.example:gone:1: its POM is not on the disk");
        JsonNode broken = find(components, "pkg:maven/org.example/broken@1?type=jar");
        assertThat(property(broken, "hardening:sbom:hash")).isEqualTo("it is a directory");
        assertThat(property(broken, "hardening:sbom:licence")).startsWith("org.example:broken:1: ");
        assertThat(property(find(built(bom), "pkg:maven/org.example/tested@1?type=jar"), "hardening:sbom:hash"))
                .isEqualTo("it is not on the disk");
        assertThat(property(find(built(bom), "m.zip"), "hardening:sbom:hash")).contains("distributionSha256Sum");
        assertThat(build.sbom().gaps())
                .contains("No hash of " + DEEP + ": it is not on the disk")
                .contains("Not determined: what " + DEEP + " depends on: neither it nor its POM is on the disk")
                .hasSize(bom.get("metadata").get("properties").size())
                .hasSize(7);
        assertThat(bom.get("compositions").get(0).get("aggregate").asText()).isEqualTo("incomplete");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        JsonNode bom = build.unresolved("org.example:lost:1", "its POM cannot be resolved")
                .leavingOut("org.example:b:1")
                .checkedIn(".mvn/wrapper/maven-wrapper.properties", "wrapperVersion=3.3.4\n")
                .json();

        assertThat(bom.get("compositions").toString())
                .isEqualTo("[{\"aggregate\":\"incomplete\",\"assemblies\":[\"" + APP + "\"]}]");
        assertThat(build.sbom().gaps())
                .containsExactly(
                        "Not determined: .mvn/wrapper/maven-wrapper.properties names no distribution of Maven",
                        "Not determined: org.example:b:1: it is a module that is not part of this build",
                        "Not determined: org.example:lost:1: its POM cannot be resolved");
    }

    @Test
    void isTheSameForTheSameBuildWhereverItIsMade() throws IOException {
        Sbom first = full(build).sbom();
        BillOfMaterials elsewhere = new BillOfMaterials(Files.createDirectories(folder.resolve("elsewhere")));
        Sbom second = full(elsewhere).shuffled().sbom();

        assertThat(second.bytes()).isEqualTo(first.bytes());
        assertThat(new String(first.bytes(), StandardCharsets.UTF_8)).doesNotContain(folder.toString(), "timestamp");
    }

    private static BillOfMaterials full(BillOfMaterials build) throws IOException {
        return build.product(module("root", "pom", List.of()))
                .with(module(
                        "a", "jar", List.of(), dependency("lib:1", "compile", "deep:2"), dependency("deep:2", "test")))
                .with(module("b", "jar", List.of(), dependency("deep:2", "runtime")))
                .usesJar("lib:1", APACHE)
                .usesJar("deep:2", "")
                .uses(jar("plugin:3"), "a plugin", true)
                .unresolved("x", "y")
                .unresolved("v", "w");
    }

    @Test
    void hasASerialNumberOfItsContent() throws IOException {
        String first = build.json().get("serialNumber").asText();
        String second = build.usesPom("parent:4", "").json().get("serialNumber").asText();

        assertThat(first).startsWith("urn:uuid:").isNotEqualTo(second);
    }

    @Test
    void hasATimeStampWhereTheBuildHasOne() throws IOException {
        JsonNode bom = build.madeAt("2026-01-02T03:04:05.678Z").json();

        assertThat(bom.get("metadata").get("timestamp").asText()).isEqualTo("2026-01-02T03:04:05Z");
    }

    @ParameterizedTest
    @CsvSource({
        "no address",
        "${licence.url}",
        "relative/path",
        "https://repo.example.org/a b",
        "http://[",
        "'a\u0007b'"
    })
    void isValidWhateverPomsSayInThePlaceOfAnAddress(String url) throws IOException {
        JsonNode bom = build.product(module("app", "jar", List.of(new Licence(Optional.empty(), Optional.of(url)))))
                .json();

        JsonNode licence =
                bom.get("metadata").get("component").get("licenses").get(0).get("license");
        assertThat(licence.get("name").asText()).isEqualTo(url);
        assertThat(licence.has("url")).isFalse();
    }

    @Test
    void theSchemaIsNotContentWithEverything() throws IOException {
        ObjectNode bom = (ObjectNode) new ObjectMapper().readTree(build.sbom().bytes());
        ((ObjectNode) bom.get("metadata").get("component")).put("scope", "sometimes");
        ((ObjectNode) bom.get("metadata").get("component"))
                .putArray("licenses")
                .addObject()
                .putObject("license")
                .put("id", "Ours");

        assertThat(CycloneDx.errors(bom)).hasSizeGreaterThanOrEqualTo(2);
    }
}
